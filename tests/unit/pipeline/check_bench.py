"""A self-check with a real recognition service and file, a fake recognizer, and takes that a test begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SAMPLE_RATE, SampleIndex, Segment, SpeechEvidence
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import ModelState, SessionId, TakeStage
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.pipeline.findings_book import FILE, FindingsBook
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.self_check import FEWEST_SENTENCES, Findings, Verdict
from v2m_desktop.pipeline.self_check_service import SelfCheckService
from v2m_desktop.pipeline.take_record import ClosedTake

DEMO = ModelChoice("demo", resource("models/demo"), identity="demo@1")
OTHER = ModelChoice("demo", resource("models/demo"), identity="demo@2")
SENTENCE = " ".join(f"word{number}" for number in range(15))


def segment(number: int = 0, seconds: float = 3.0, speech: SpeechEvidence = CLEAR_SPEECH) -> Segment:
    samples = np.full(round(seconds * SAMPLE_RATE), 0.1, dtype=np.float32)
    return Segment(number, SampleIndex(0), samples, speech)


class HurriedService(RecognitionService):
    """Somebody else's job reaches the worker just before each check, and waits at the recognizer's gate."""

    def __init__(self, recognizer: FakeRecognizer) -> None:
        super().__init__(recognizer)
        self.hurry = True
        self._fake = recognizer

    def check(self, request: RecognitionRequest) -> None:
        if self.hurry:
            self._fake.gate.clear()
            self._fake.entered.clear()
            self.recognize(SessionId(99), segment(), "en")
            assert self._fake.entered.wait(10)
        super().check(request)


class CheckBench:
    """Its recognizer says SENTENCE, unless a test says otherwise."""

    def __init__(
        self, folder: Path, qtbot: QtBot, service: type[RecognitionService] = RecognitionService
    ) -> None:
        self.qtbot = qtbot
        self.open_takes = 0
        self.taken = 0
        self.folder = folder
        self.recognizer = FakeRecognizer(lambda _request: SENTENCE)
        self.recognition = service(self.recognizer)
        book = FindingsBook(folder / FILE)
        self.check = SelfCheckService(self.recognition, book, lambda: self.open_takes > 0)
        self.check.rest_ms = 1
        self.check.today = lambda: "2026-05-04"
        self.load(DEMO)

    @property
    def found(self) -> Findings:
        return self.check.state.findings

    @property
    def on_disk(self) -> Findings:
        """As the next start of the app would read it."""
        return FindingsBook(self.folder / FILE).of("demo@1 int8")

    @property
    def checks(self) -> list[bool]:
        """Which checks were short."""
        asked = self.recognizer.requests
        return [request.short_context for request in asked if request.priority is Priority.CHECK]

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def load(self, choice: ModelChoice) -> None:
        loads = len(self.recognizer.loads)
        self.recognition.load(choice)
        self.wait(lambda: len(self.recognizer.loads) > loads)
        self.wait(lambda: self.recognition.model_state is ModelState.READY)

    def begin_take(self) -> None:
        self.open_takes += 1
        self.taken += 1
        self.check.look()

    def end_take(self, stage: TakeStage = TakeStage.DELIVERED) -> None:
        self.open_takes -= 1
        self.check.on_closed(ClosedTake(SessionId(self.taken), stage, SensitiveText(), None, Timeline()))
        self.check.look()

    def hear(self, spoken: Segment | None = None) -> None:
        with self.qtbot.waitSignal(self.recognition.heard):
            self.recognition.recognize(SessionId(self.taken), spoken or segment(), "en")

    def take(self, spoken: Segment | None = None) -> None:
        """One take of one sentence, and the check that it may bring."""
        self.begin_take()
        self.hear(spoken)
        self.end_take()
        self.wait(lambda: not self.check.waiting)

    def rest(self) -> None:
        """Long enough for a check to begin, if one wants to."""
        self.qtbot.wait(20)
        self.wait(lambda: not self.recognition.busy)

    def close(self) -> None:
        self.recognizer.gate.set()
        self.check.close()
        assert self.recognition.shut_down(5.0)


def other_words_when_short(request: RecognitionRequest) -> str:
    return f"{SENTENCE} too much of it" if request.short_context else SENTENCE


def agree(bench: CheckBench) -> None:
    for _ in range(FEWEST_SENTENCES):
        bench.take()
    assert bench.found.verdict is Verdict.IN_USE
