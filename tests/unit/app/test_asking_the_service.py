"""The settings ask the service for models, keep its key, and try it: each question ends and tells nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.rewriter import FakeRewriter
from tests.tools import canary
from v2m_desktop.app.errands import Errands
from v2m_desktop.app.provider_watch import ProviderWatch
from v2m_desktop.app.rewriting import RewriterMaker, place_of
from v2m_desktop.app.try_out import PATIENCE, TryOutBox
from v2m_desktop.core.errors import RewriteError
from v2m_desktop.core.rewriting import Place, Rewriter
from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Rewriting, RewritingProvider, Settings
from v2m_desktop.diagnostics.log_file import setup_logging
from v2m_desktop.os_integration.keyring_secrets import KeyringSecrets
from v2m_desktop.pipeline.rewrite_service import RewriteService
from v2m_desktop.storage.paths import Paths

WORDS = SensitiveText("the yellow canary sings")
KEY = SensitiveText("AIza-marmalade-canary-7c1f")
SESSION = SecretState(SecretPlace.SESSION)


class Stations(QObject):
    """As much of a runtime as the questions need. The keyring is one that nobody has."""

    def __init__(self) -> None:
        super().__init__()
        self.settings = Settings()
        self.made: list[FakeRewriter] = []
        self.failure: Exception | None = None
        self.hold = False
        self.secrets = KeyringSecrets(lambda: None)
        self.errands = Errands(self)
        self.rewriting = RewriteService(self.settings.rewriting, self.make_rewriter, self)

    def choose(self, provider: RewritingProvider) -> None:
        self.settings = Settings(rewriting=Rewriting(provider=provider))

    def make_rewriter(self, _settings: Rewriting) -> Rewriter:
        if self.failure is not None:
            raise self.failure
        rewriter = FakeRewriter()
        if self.hold:
            rewriter.hold()
        self.made.append(rewriter)
        return rewriter


@pytest.fixture
def stations(qapp: object) -> Iterator[Stations]:
    made = Stations()
    yield made
    made.errands.close()
    shiboken6.delete(made)


@pytest.fixture
def watch(stations: Stations) -> ProviderWatch:
    return ProviderWatch(stations, stations)  # type: ignore[arg-type]


@pytest.fixture
def box(stations: Stations) -> TryOutBox:
    return TryOutBox(stations, stations)  # type: ignore[arg-type]


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)


Wait = Callable[[Callable[[], object]], None]


def test_models_are_listed_and_the_rewriter_is_closed(
    stations: Stations, watch: ProviderWatch, wait: Wait
) -> None:
    stations.choose(RewritingProvider.OLLAMA)
    watch.look()
    assert watch.busy
    wait(lambda: not watch.busy)
    assert (watch.models, watch.key) == (("fake:latest",), None)
    assert stations.made[0].closed.is_set()
    watch.look()
    assert len(stations.made) == 1, "nothing changed since"


def test_nobody_is_asked_where_nobody_is_chosen(stations: Stations, watch: ProviderWatch) -> None:
    watch.look()
    assert (watch.busy, stations.made) == (False, [])


def test_whatever_goes_wrong_ends_the_wait_and_repeats_no_word(
    stations: Stations, watch: ProviderWatch, box: TryOutBox, wait: Wait
) -> None:
    stations.choose(RewritingProvider.OLLAMA)
    stations.failure = ValueError(WORDS.reveal())
    watch.look()
    box.run("refine", WORDS)
    wait(lambda: not watch.busy and not box.view.busy)
    assert watch.line == "The rewriting failed (ValueError)."
    assert box.view.message == "The rewriting failed (ValueError)."
    stations.failure = RewriteError("Nobody answers.")
    box.run("refine", WORDS)
    wait(lambda: not box.view.busy)
    assert box.view.message == "Nobody answers."


def test_a_text_is_tried_with_more_patience_than_a_take_has(
    stations: Stations, box: TryOutBox, wait: Wait
) -> None:
    box.run("translate", WORDS)
    wait(lambda: not box.view.busy)
    assert box.view.text == SensitiveText("[en] the yellow canary sings")
    assert stations.made[0].seconds == [stations.rewriting.seconds * PATIENCE]


def test_who_closes_the_settings_breaks_the_trial_off(stations: Stations, box: TryOutBox, wait: Wait) -> None:
    stations.hold = True
    box.run("refine", WORDS)
    wait(lambda: stations.made and stations.made[0].requests)
    box.clear()
    wait(stations.made[0].closed.is_set)
    assert (box.view.busy, box.view.message) == (False, "")


def test_a_key_is_found_in_no_file_and_no_environment(
    stations: Stations, watch: ProviderWatch, wait: Wait, tmp_path: Path
) -> None:
    log = setup_logging(Paths.under(tmp_path), "DEBUG")
    try:
        stations.choose(RewritingProvider.GEMINI)
        watch.look()
        wait(lambda: watch.key is not None and not watch.busy)
        assert watch.key == SecretState()
        watch.keep_key(KEY)
        wait(lambda: watch.key == SESSION)
        assert stations.secrets.load("gemini") == KEY
        rewriter = RewriterMaker(stations.secrets)(stations.settings.rewriting)
        assert rewriter.place == Place("Gemini", remote=True)
        rewriter.close()
        assert KEY.reveal() not in "".join(os.environ.values())
        child = subprocess.run(
            [sys.executable, "-c", "print(open('/proc/self/environ', 'rb').read())"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert "PATH" in child.stdout
        assert KEY.reveal() not in child.stdout
        assert KEY.reveal() not in repr((watch.key, rewriter, stations.settings))
        wait(lambda: not watch.busy)
        watch.forget_key()
        wait(lambda: watch.key == SecretState() and not watch.busy)
        assert not stations.secrets.load("gemini")
    finally:
        log.close()
    assert canary.search(tmp_path, KEY.reveal()) == []


@pytest.mark.parametrize(
    ("settings", "place"),
    [
        (Rewriting(), None),
        (Rewriting(provider=RewritingProvider.GEMINI), Place("Gemini", remote=True)),
        (Rewriting(provider=RewritingProvider.OLLAMA), Place("Ollama", remote=False)),
        (
            Rewriting(provider=RewritingProvider.OLLAMA, ollama_address="http://10.0.0.7:11434"),
            Place("10.0.0.7", remote=True),
        ),
    ],
)
def test_where_the_words_would_go(settings: Rewriting, place: Place | None) -> None:
    assert place_of(settings) == place


def test_nobody_is_made_up_where_nobody_is_chosen() -> None:
    with pytest.raises(RewriteError, match="Nobody is chosen"):
        RewriterMaker(KeyringSecrets(lambda: None))(Rewriting())
