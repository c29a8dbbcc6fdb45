"""A model that is slower than people speak: what waits is bounded in memory, whole, and in order."""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SampleIndex, Samples, Segment, seconds_of
from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.recognition import Hypothesis, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.pipeline.recognition_service import IN_MEMORY_SECONDS, RecognitionService

TAKE, OTHER = SessionId(1), SessionId(2)
LENGTH = 16_000 * 10
IN_MEMORY = round(IN_MEMORY_SECONDS / seconds_of(LENGTH))
MANY = 3 * IN_MEMORY


def sound(number: int) -> Samples:
    return np.full(LENGTH, 0.01 * (number + 1), np.float32)


def segment(number: int, stored: Callable[[], Samples] | None = None) -> Segment:
    start = SampleIndex(number * LENGTH)
    return Segment(number, start, sound(number), CLEAR_SPEECH, stored=stored)


def which(request: RecognitionRequest) -> str:
    assert len(request.samples) == LENGTH
    return str(round(float(request.samples[0]) * 100) - 1)


class Slow:
    """A service whose model is held up until `release`. `alive` are the samples that are in memory."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.recognizer = FakeRecognizer(which)
        self.service = RecognitionService(self.recognizer)
        self.finals: list[tuple[int, str]] = []
        self.failures: list[int] = []
        self.read_again: list[int] = []
        self._samples: list[weakref.ref[Samples]] = []
        self.service.recognized.connect(self._note)
        self.service.failed.connect(self._note_failure)
        self.service.load(ModelChoice("demo", resource("models/demo")))
        qtbot.waitUntil(lambda: self.service.model_state is ModelState.READY)
        self.recognizer.gate.clear()

    @property
    def alive(self) -> int:
        return sum(samples() is not None for samples in self._samples)

    def speak(self, number: int, *, on_disk: bool = True, guess: bool = False) -> None:
        """A segment is closed, perhaps after a guess at it."""
        closed = segment(number, (lambda: self._read(number)) if on_disk else None)
        self._samples.append(weakref.ref(closed.samples))
        if guess:
            self.service.speculate(TAKE, closed, "en")
        self.service.preview(TAKE, closed, "en")
        self.service.recognize(TAKE, closed, "en")

    def release(self, answers: int) -> None:
        self.recognizer.gate.set()
        self.qtbot.waitUntil(lambda: len(self.finals) + len(self.failures) == answers, timeout=20_000)

    def _read(self, number: int) -> Samples:
        self.read_again.append(number)
        return sound(number)

    def _note(self, _session: int, number: int, hypothesis: Hypothesis) -> None:
        self.finals.append((number, hypothesis.text.reveal()))

    def _note_failure(self, _session: int, number: int, _error: object) -> None:
        self.failures.append(number)


@pytest.fixture
def slow(qtbot: QtBot) -> Iterator[Slow]:
    made = Slow(qtbot)
    yield made
    made.recognizer.gate.set()
    assert made.service.shut_down(5.0)


IN_ORDER = [(number, str(number)) for number in range(MANY)]


@pytest.mark.parametrize("guess", [False, True], ids=["closed", "guessed before"])
def test_a_minute_waits_in_memory_and_the_rest_on_disk(slow: Slow, guess: bool) -> None:
    for number in range(MANY):
        slow.speak(number, guess=guess)
    assert slow.alive <= IN_MEMORY + 1  # and one that is looked at
    assert slow.service.behind_segments == MANY
    assert slow.service.behind_seconds == pytest.approx(MANY * seconds_of(LENGTH))
    slow.release(MANY)
    assert slow.finals == IN_ORDER
    assert slow.read_again == list(range(IN_MEMORY, MANY))
    assert (slow.service.behind_segments, slow.service.behind_seconds) == (0, 0.0)


def test_what_the_disk_refused_waits_in_memory(slow: Slow) -> None:
    for number in range(MANY):
        slow.speak(number, on_disk=False)
    assert slow.alive == MANY
    slow.release(MANY)
    assert slow.finals == IN_ORDER


@pytest.mark.expects_log("recognition of a segment failed")
def test_a_segment_that_cannot_be_read_again_is_told_and_the_others_come(slow: Slow) -> None:
    def refuse() -> Samples:
        raise StorageError("The disk is gone.")

    for number in range(IN_MEMORY):
        slow.speak(number)
    slow.service.recognize(TAKE, segment(IN_MEMORY, refuse), "en")
    slow.speak(IN_MEMORY + 1)
    slow.release(IN_MEMORY + 2)
    assert slow.failures == [IN_MEMORY]
    assert [number for number, _ in slow.finals] == [*range(IN_MEMORY), IN_MEMORY + 1]
    assert slow.service.behind_segments == 0


def test_far_behind_nothing_is_looked_at_that_is_not_final(slow: Slow) -> None:
    for number in range(MANY):
        slow.speak(number)
    slow.service.speculate(TAKE, segment(MANY), "en")
    slow.service.preview(TAKE, segment(MANY), "en")
    slow.release(MANY)
    slow.qtbot.waitUntil(lambda: not slow.service.busy)
    assert {request.priority for request in slow.recognizer.requests} == {Priority.FINAL}


def test_a_take_that_was_discarded_is_not_counted(slow: Slow) -> None:
    slow.speak(0)
    slow.service.recognize(OTHER, segment(0), "en")
    slow.service.drop(TAKE)
    assert slow.service.behind_segments == 1
