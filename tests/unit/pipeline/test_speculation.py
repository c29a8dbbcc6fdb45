"""Guesses at final words, made while the speaker pauses: used when nobody spoke on, and never otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.recognizer import FakeRecognizer
from tests.patience import PATIENCE_S
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, SampleIndex, Segment
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.recognition import Hypothesis, ModelChoice, Priority, RecognitionRequest, Speaker
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.pipeline.recognition_service import RecognitionService

TAKE, OTHER = SessionId(1), SessionId(2)


def segment(number: int, length: int) -> Segment:
    return Segment(number, SampleIndex(0), np.full(length, 0.1, dtype=np.float32), CLEAR_SPEECH)


def length_in_words(request: RecognitionRequest) -> str:
    return f"{len(request.samples)} samples"


@dataclass
class Rig:
    """A service whose model says how long the audio was, and what came of it."""

    qtbot: QtBot
    recognizer: FakeRecognizer = field(default_factory=lambda: FakeRecognizer(length_in_words))
    finals: list[tuple[int, int, str]] = field(default_factory=list)
    failures: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.service = RecognitionService(self.recognizer)
        self.service.recognized.connect(self._note)
        self.service.failed.connect(self._note_failure)
        self.service.load(ModelChoice("demo", resource("models/demo")))
        self.wait_ready()
        self.recognizer.entered.clear()  # set by the load

    def wait_ready(self) -> None:
        self.qtbot.waitUntil(lambda: self.service.model_state is ModelState.READY)

    def wait_finals(self, count: int) -> None:
        self.qtbot.waitUntil(lambda: len(self.finals) == count)

    def wait_rest(self) -> None:
        self.qtbot.waitUntil(lambda: not self.service.busy)

    @property
    def asked(self) -> list[tuple[Priority, int]]:
        return [(request.priority, len(request.samples)) for request in self.recognizer.requests]

    def _note(self, session: int, number: int, hypothesis: Hypothesis) -> None:
        self.finals.append((session, number, hypothesis.text.reveal()))

    def _note_failure(self, session: int, number: int, _error: object) -> None:
        self.failures.append((session, number))


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    made = Rig(qtbot)
    yield made
    made.recognizer.gate.set()
    assert made.service.shut_down(PATIENCE_S)


def test_a_guess_that_is_ready_is_the_final_and_nothing_is_decoded_again(rig: Rig) -> None:
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    rig.wait_rest()
    assert rig.finals == []
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.wait_finals(1)
    assert rig.finals == [(TAKE, 0, "8000 samples")]
    assert rig.asked == [(Priority.SPECULATIVE, 8000)]
    assert rig.service.guesses_used == 1


def test_a_guess_under_way_is_waited_for(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(1)
    assert rig.asked == [(Priority.SPECULATIVE, 8000)]


def test_when_somebody_speaks_on_the_whole_segment_is_decoded(rig: Rig) -> None:
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    rig.wait_rest()
    rig.service.recognize(TAKE, segment(0, 12000), "en")
    rig.wait_finals(1)
    assert rig.finals == [(TAKE, 0, "12000 samples")]
    assert rig.service.guesses_used == 0


def test_a_late_answer_to_an_old_guess_changes_nothing(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.recognize(TAKE, segment(0, 12000), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(1)
    rig.wait_rest()
    assert rig.finals == [(TAKE, 0, "12000 samples")]


def test_the_newest_pause_counts(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.speculate(TAKE, segment(0, 4000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S), "the others wait in the queue only behind this one"
    for length in (8000, 12000):
        rig.service.speculate(TAKE, segment(0, length), "en")
    rig.service.recognize(TAKE, segment(0, 12000), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(1)
    assert rig.finals == [(TAKE, 0, "12000 samples")]
    assert [length for _, length in rig.asked] == [4000, 12000], "what was overtaken in the queue is dropped"


def test_a_guess_is_worked_on_after_finals_and_before_previews(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.recognize(OTHER, segment(0, 1000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.preview(OTHER, segment(1, 9000), "en")
    rig.service.speculate(TAKE, segment(1, 3000), "en")
    rig.service.recognize(TAKE, segment(0, 4000), "en")
    rig.recognizer.gate.set()
    rig.wait_rest()
    assert [length for _, length in rig.asked] == [1000, 4000, 3000, 9000]


def test_a_guess_that_fails_is_not_told(rig: Rig) -> None:
    rig.recognizer.failures.append(RecognitionError("out of memory"))
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    rig.wait_rest()
    rig.qtbot.waitUntil(lambda: len(rig.recognizer.requests) == 1)
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.wait_finals(1)
    assert rig.failures == []


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.expects_log("recognition of a segment failed")
def test_a_claimed_guess_that_fails_is_asked_once_more(rig: Rig, times: int) -> None:
    rig.recognizer.gate.clear()
    rig.recognizer.entered.clear()
    rig.recognizer.failures.extend([RecognitionError("out of memory")] * times)
    rig.service.speculate(TAKE, segment(0, 9000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.recognize(TAKE, segment(0, 9000), "en")
    rig.recognizer.gate.set()
    rig.qtbot.waitUntil(lambda: bool(rig.finals or rig.failures))
    assert rig.asked == [(Priority.SPECULATIVE, 9000), (Priority.FINAL, 9000)]
    assert (rig.finals, rig.failures) == (
        ([(TAKE, 0, "9000 samples")], []) if times == 1 else ([], [(TAKE, 0)])
    )


def test_an_answer_to_a_take_that_was_discarded_meanwhile_is_nobodys(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.recognizer.entered.clear()
    rig.service.recognize(TAKE, segment(0, 9000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.forget(TAKE)
    rig.service.recognize(OTHER, segment(0, 8000), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(1)
    assert rig.finals == [(OTHER, 0, "8000 samples")]


def test_a_discarded_take_leaves_no_guess_behind(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.drop(TAKE)
    rig.recognizer.gate.set()
    rig.wait_rest()
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.wait_finals(1)
    assert rig.asked[-1] == (Priority.FINAL, 8000)


def test_a_guess_that_is_waited_for_survives_the_next_pause(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    assert rig.recognizer.entered.wait(PATIENCE_S)
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.service.speculate(TAKE, segment(1, 4000), "en")
    rig.service.recognize(TAKE, segment(1, 6000), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(2)
    assert rig.finals == [(TAKE, 0, "8000 samples"), (TAKE, 1, "6000 samples")]


def told(rig: Rig) -> list[tuple[int, str, str]]:
    """Which segments came with which previous text and hotwords, by their length."""
    return [
        (len(request.samples), request.previous_text.reveal(), request.hotwords.reveal())
        for request in rig.recognizer.requests
    ]


def later(number: int, length: int, start: float) -> Segment:
    """A segment that begins so many seconds into the take."""
    return replace(segment(number, length), start=SampleIndex(round(start * SAMPLE_RATE)))


def test_guesses_and_finals_are_told_names_and_what_was_said_before_and_looks_are_not(rig: Rig) -> None:
    rig.service.know(Speaker(("es", "en"), SensitiveText("Ana")))
    rig.service.recognize(TAKE, later(0, 8000, 0.0), "en")
    rig.wait_finals(1)
    with rig.qtbot.waitSignal(rig.service.provisional):
        rig.service.preview(TAKE, later(1, 9000, 1.0), "en")
    rig.service.speculate(TAKE, later(1, 10000, 1.0), "en")
    rig.wait_rest()
    rig.service.recognize(TAKE, later(1, 11000, 1.0), "en")
    rig.wait_finals(2)
    before = "8000 samples"
    assert told(rig) == [(8000, "", "Ana"), (9000, "", ""), (10000, before, "Ana"), (11000, before, "Ana")]
    assert {request.hints for request in rig.recognizer.requests} == {("es", "en")}


def test_a_guess_that_counts_is_what_the_next_segment_is_told(rig: Rig) -> None:
    rig.service.speculate(TAKE, segment(0, 8000), "en")
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.wait_finals(1)
    rig.service.recognize(TAKE, later(1, 9000, 1.0), "en")
    rig.service.recognize(OTHER, segment(0, 5000), "en")
    rig.wait_finals(3)
    assert told(rig) == [(8000, "", ""), (9000, "8000 samples", ""), (5000, "", "")]


def test_finals_under_way_are_not_waited_for_and_the_guess_fits_all_the_same(rig: Rig) -> None:
    rig.recognizer.gate.clear()
    rig.service.recognize(TAKE, later(0, 8000, 0.0), "en")
    assert rig.recognizer.entered.wait(5)
    rig.service.speculate(TAKE, later(1, 9000, 1.0), "en")
    rig.recognizer.gate.set()
    rig.wait_finals(1)
    rig.wait_rest()
    rig.service.recognize(TAKE, later(1, 9000, 1.0), "en")
    rig.wait_finals(2)
    assert told(rig) == [(8000, "", ""), (9000, "", "")]
    assert rig.service.guesses_used == 1


def test_a_take_that_is_over_is_forgotten(rig: Rig) -> None:
    rig.service.recognize(TAKE, later(0, 8000, 0.0), "en")
    rig.wait_finals(1)
    rig.service.forget(TAKE)
    rig.service.recognize(TAKE, later(1, 9000, 1.0), "en")
    rig.wait_finals(2)
    assert told(rig)[-1] == (9000, "", "")


def test_how_many_names_fit_is_known_until_they_change(rig: Rig) -> None:
    rig.recognizer.terms_told = 2
    known: list[int | None] = []
    three, one = SensitiveText("Ana, Berta, Carla"), SensitiveText("Ana")
    rig.service.know(Speaker(hotwords=three))
    known.append(rig.service.terms_told)
    rig.service.recognize(TAKE, segment(0, 8000), "en")
    rig.wait_finals(1)
    known.append(rig.service.terms_told)
    for speaker in (Speaker(("en",), three), Speaker(("en",), one)):
        rig.service.know(speaker)
        known.append(rig.service.terms_told)
    assert known == [None, 2, 2, None]
