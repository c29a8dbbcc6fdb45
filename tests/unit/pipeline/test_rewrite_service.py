"""Rewritings end in time, once, with the settings they began with, and nothing foreign comes out of them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.rewriter import FakeRewriter
from v2m_desktop.core.errors import (
    RewriteAnswerError,
    RewriteDoubtError,
    RewriteKeyError,
    RewriteUnreachableError,
)
from v2m_desktop.core.rewriting import Action, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Rewriting, RewritingProvider
from v2m_desktop.pipeline.rewrite_service import (
    AWAKE_SECONDS,
    LOCAL_SECONDS,
    LONGEST_LOAD_SECONDS,
    REMOTE_SECONDS,
    SAMPLE,
    RewriteService,
)

ONE, TWO = SessionId(1), SessionId(2)
WORDS = SensitiveText("the yellow canary sings")
OLLAMA = Rewriting(provider=RewritingProvider.OLLAMA)


@dataclass
class Bench:
    """The service, what it made, and what it said. While `gate` is clear, making a rewriter takes time."""

    qtbot: QtBot
    made: list[FakeRewriter] = field(default_factory=list)
    settings: list[Rewriting] = field(default_factory=list)
    finished: list[tuple[int, object]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    failure: Exception | None = None
    hold = deaf = False

    def __post_init__(self) -> None:
        self.gate.set()
        self.service = RewriteService(Rewriting(), self.make)
        self.service.finished.connect(lambda session, answer: self.finished.append((session, answer)))

    def make(self, settings: Rewriting) -> FakeRewriter:
        self.settings.append(settings)
        assert self.gate.wait(30)
        if self.failure is not None:
            raise self.failure
        rewriter = FakeRewriter()
        rewriter.deaf = self.deaf
        if self.hold:
            rewriter.hold()
        self.made.append(rewriter)
        return rewriter

    def rewrite(self, session: SessionId = ONE, action: Action = Action.REFINE) -> None:
        self.service.rewrite(session, action, WORDS, "en")

    def wait(self, condition: Callable[[], object], milliseconds: int = 10_000) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=milliseconds)

    def prepared(self) -> None:
        """Wait until nothing is being prepared any more."""
        self.wait(lambda: "rewriter" not in {thread.name for thread in threading.enumerate()})

    @property
    def asked(self) -> list[RewriteRequest]:
        return [request for rewriter in self.made for request in rewriter.requests]


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    bench = Bench(qtbot)
    yield bench
    bench.gate.set()
    bench.service.close()


def test_the_deadline_is_the_one_of_the_settings_or_of_the_place(bench: Bench) -> None:
    assert bench.service.seconds == LOCAL_SECONDS == 4.0
    bench.service.remote = True
    assert bench.service.seconds == REMOTE_SECONDS == 7.0
    bench.service.settings = Rewriting(deadline_s=60)
    assert bench.service.seconds == 60.0


def test_an_answer_comes_once_and_the_rewriter_is_closed(bench: Bench) -> None:
    bench.rewrite()
    bench.wait(lambda: bench.finished)
    assert bench.finished == [(ONE, SensitiveText("The yellow canary sings."))]
    assert bench.made[0].closed.is_set()


def test_keyring_and_imports_come_out_of_the_same_deadline(bench: Bench) -> None:
    bench.service.settings = Rewriting(deadline_s=60)
    bench.gate.clear()
    bench.rewrite()
    began = time.monotonic()
    bench.qtbot.wait(600)
    kept_waiting = time.monotonic() - began
    bench.gate.set()
    bench.wait(lambda: bench.finished)
    (seconds,) = bench.made[0].seconds
    assert 0.0 < seconds <= 60.0 - kept_waiting


def test_a_rewriter_that_cannot_even_be_made_in_time_is_never_asked(bench: Bench) -> None:
    bench.service.settings = Rewriting(deadline_s=1)
    bench.gate.clear()
    bench.rewrite()
    bench.wait(lambda: bench.finished, 2000)
    ((session, error),) = bench.finished
    assert session == ONE
    assert isinstance(error, RewriteUnreachableError)
    assert error.message == "No answer came within 1 s."
    bench.gate.set()
    bench.wait(lambda: bench.made and bench.made[0].closed.is_set())
    assert bench.asked == []


def test_what_comes_after_the_deadline_is_not_wanted(bench: Bench) -> None:
    bench.service.settings = Rewriting(deadline_s=1)
    bench.hold = bench.deaf = True
    bench.rewrite()
    bench.wait(lambda: bench.finished, 2000)
    bench.wait(lambda: bench.made and bench.made[0].closed.is_set())
    bench.qtbot.wait(100)
    assert len(bench.finished) == 1


def test_a_call_that_was_dropped_says_nothing(bench: Bench) -> None:
    bench.hold = True
    bench.rewrite()
    bench.rewrite(TWO)
    bench.wait(lambda: len(bench.asked) == 2)
    bench.service.drop(ONE)
    bench.service.drop(ONE)
    bench.service.close()
    bench.wait(lambda: all(rewriter.closed.is_set() for rewriter in bench.made))
    bench.qtbot.wait(100)
    assert bench.finished == []


def test_foreign_errors_are_told_by_their_kind_alone(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    bench.failure = ValueError(WORDS.reveal())
    bench.rewrite()
    bench.service.prepare()
    bench.wait(lambda: bench.finished)
    bench.prepared()
    error = bench.finished[0][1]
    assert isinstance(error, RewriteAnswerError)
    assert error.message == "The rewriting failed (ValueError)."
    assert error.__cause__ is None
    assert "canary" not in caplog.text


def test_our_errors_come_as_they_are(bench: Bench) -> None:
    bench.failure = RewriteKeyError("Gemini wants a key.")
    bench.rewrite()
    bench.wait(lambda: bench.finished)
    assert bench.finished == [(ONE, bench.failure)]


def test_settings_changed_meanwhile_are_for_the_next_call(bench: Bench) -> None:
    bench.gate.clear()
    first = bench.service.settings = Rewriting(target_language="es", translate_prompt="Formally.")
    bench.rewrite(action=Action.TRANSLATE)
    bench.service.settings = Rewriting(provider=RewritingProvider.GEMINI, target_language="pt")
    bench.gate.set()
    bench.wait(lambda: bench.finished)
    assert bench.settings == [first]
    (request,) = bench.asked
    assert (request.target_language, request.instructions) == ("es", SensitiveText("Formally."))


def test_ollama_is_asked_for_a_sample_so_that_it_loads_its_model(bench: Bench) -> None:
    bench.service.settings = OLLAMA.model_copy(update={"refine_prompt": "My name is a secret."})
    bench.service.prepare()
    bench.prepared()
    assert bench.asked == [SAMPLE], "neither words nor instructions of the user's"
    assert bench.made[0].seconds == [LONGEST_LOAD_SECONDS]
    assert bench.made[0].closed.is_set()
    assert bench.finished == []


def test_the_sample_outlives_the_deadline_of_the_words(bench: Bench) -> None:
    bench.service.settings = OLLAMA.model_copy(update={"deadline_s": 1})
    bench.hold = True
    bench.service.prepare()
    bench.wait(lambda: bench.asked)
    bench.service.prepare()
    bench.rewrite()
    bench.wait(lambda: bench.finished, 2000)
    assert bench.asked[0] == SAMPLE
    assert len(bench.asked) == 2, "one sample at a time"
    assert not bench.made[0].closed.is_set(), "a model that is being loaded is not given up"
    bench.service.close()
    bench.wait(bench.made[0].closed.is_set)
    bench.prepared()


@pytest.mark.parametrize("failure", [None, RewriteDoubtError("another text")])
def test_a_model_that_answered_lately_needs_no_sample(bench: Bench, failure: Exception | None) -> None:
    bench.service.settings = OLLAMA
    bench.failure = failure
    bench.rewrite()
    bench.wait(lambda: bench.finished)
    bench.failure = None
    asked = len(bench.asked)
    bench.service.prepare()
    bench.prepared()
    assert len(bench.asked) == asked
    bench.service.settings = OLLAMA.model_copy(update={"model": "other"})
    bench.service.prepare()
    bench.prepared()
    assert len(bench.asked) == asked + 1, "another model is another matter"
    bench.service.settings = OLLAMA
    bench.service._awake_until -= AWAKE_SECONDS
    bench.service.prepare()
    bench.prepared()
    assert len(bench.asked) == asked + 2, "it is gone from memory by now"


@pytest.mark.parametrize("provider", [RewritingProvider.OFF, RewritingProvider.GEMINI])
def test_nobody_else_is_asked_for_anything_before_there_are_words(
    bench: Bench, provider: RewritingProvider
) -> None:
    bench.service.settings = Rewriting(provider=provider)
    bench.service.prepare()
    bench.prepared()
    assert len(bench.made) == 1
    assert bench.asked == []
