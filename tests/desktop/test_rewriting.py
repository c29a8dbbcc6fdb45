"""Refining and translating with a local Ollama server, whatever it does: the words land or are kept."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import keyboard
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation, Outcome
from tests.desktop.sentences import SENTENCES
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone
from tests.tools.llm_server import DICTIONARY, Mode
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.audio import SAMPLE_RATE

pytestmark = pytest.mark.keeps_threads
"""The server keeps a thread for each request it does not answer."""

SENTENCE = SENTENCES[7]
REFINE, TRANSLATE, INSERT = "ctrl+alt+r", "ctrl+alt+x", "ctrl+alt+v"
DEADLINE_S = 4
HANG_S = 20.0
"""Far beyond the deadline: machines are busy, and this is about not hanging."""

FAILURES = [Mode.SLOW, Mode.REFUSES, Mode.ANSWERS]
if FULL_CAMPAIGN:
    FAILURES += [
        *(Mode.DEAD, Mode.PREAMBLE, Mode.NOT_JSON, Mode.TRUNCATED, Mode.BUSY, Mode.BROKEN, Mode.CUT),
        *(Mode.LONG, Mode.REDIRECT, Mode.PAGE, Mode.DRIP, Mode.WRONG_KEY, Mode.NO_MODELS),
    ]


@dataclass(frozen=True, slots=True)
class Desk:
    """A running app, its window, its ear, and the server it asks."""

    app: RunningApp
    dictation: Dictation
    target: TargetWindow
    server: OllamaServer

    def dictate(self, keys: str, mode: Mode) -> Outcome:
        self.server.mode = mode
        return self.dictation.take(SENTENCE.samples, SAMPLE_RATE, keys=keys)


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with OllamaServer() as server:
        rewriting = {
            "provider": "ollama",
            "ollama_address": server.address,
            "target_language": "es",
            "deadline_s": DEADLINE_S,
        }
        with (
            VirtualMicrophone() as microphone,
            RunningApp({"rewriting": rewriting}) as app,
            TargetWindow() as target,
        ):
            app.wait_model()
            yield Desk(app, Dictation(microphone, app, target), target, server)


def test_refined_words_land_in_the_window(desk: Desk) -> None:
    done = desk.dictate(REFINE, Mode.CAPITALS)
    assert done.take.stage == "delivered"
    assert done.pasted == SENTENCE.text.upper()
    assert done.take.message is None


def test_translated_words_land_in_the_window(desk: Desk) -> None:
    done = desk.dictate(TRANSLATE, Mode.EDITS)
    assert done.take.stage == "delivered"
    assert done.pasted.startswith(
        " ".join(DICTIONARY.get(word, word[::-1]) for word in ["he", "read", "the"])
    )


def test_the_plain_key_asks_nobody(desk: Desk) -> None:
    before = len(desk.server.asked)
    done = desk.dictate(keyboard.HOTKEY, Mode.EDITS)
    assert done.pasted == SENTENCE.text
    assert len(desk.server.asked) == before


@pytest.mark.parametrize("mode", FAILURES)
def test_what_cannot_be_refined_lands_as_it_was_said(desk: Desk, mode: Mode) -> None:
    done = desk.dictate(REFINE, mode)
    assert done.take.stage == "delivered"
    assert done.pasted == SENTENCE.text
    assert done.take.message is not None
    assert done.take.message.startswith("The text was inserted as you said it.")
    assert done.take.milliseconds["stop_to_delivered"] < HANG_S * 1000


@pytest.mark.parametrize("mode", FAILURES)
def test_what_cannot_be_translated_is_kept_and_one_key_inserts_it(desk: Desk, mode: Mode) -> None:
    done = desk.dictate(TRANSLATE, mode)
    assert done.take.stage == "parked"
    assert desk.target.text == ""
    keyboard.tap(INSERT)
    assert desk.target.wait_text(lambda text: bool(text.strip())).strip() == SENTENCE.text


def test_escape_ends_the_wait_and_keeps_the_words(desk: Desk) -> None:
    desk.server.mode = Mode.SLOW
    desk.server.waiting.clear()

    def escape() -> None:
        assert desk.server.waiting.wait(HANG_S)
        keyboard.tap("Escape")

    escaping = threading.Thread(target=escape)
    escaping.start()
    done = desk.dictation.take(SENTENCE.samples, SAMPLE_RATE, keys=REFINE)
    escaping.join()
    assert done.take.stage == "parked"
    assert done.take.message is not None
    assert "stopped" in done.take.message
    assert desk.target.text == ""
    keyboard.tap(INSERT)
    assert desk.target.wait_text(lambda text: bool(text.strip())).strip() == SENTENCE.text


def test_no_word_is_left_in_log_settings_or_output(desk: Desk) -> None:
    """Runs last: everything above was dictated into this app."""
    settings = (desk.app.profile / "settings.toml").read_text(encoding="utf-8")
    for place in (desk.app.log(), desk.app.output(), settings):
        assert "public card" not in place.lower()
        assert "yesterday" not in place.lower()
