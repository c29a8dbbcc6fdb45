"""A memory keeper with a real recognition service, a fake probe, and takes that a test begins and ends."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from pytestqt.qtbot import QtBot

from tests.fakes.memory import FakeMemoryProbe
from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SampleIndex, Segment
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import KeepLoaded
from v2m_desktop.pipeline.memory_keeper import MemoryKeeper
from v2m_desktop.pipeline.model_memory import MemoryRules, UnloadReason
from v2m_desktop.pipeline.recognition_service import RecognitionService

DEMO = ModelChoice("demo", resource("models/demo"))
SEGMENT = Segment(0, SampleIndex(0), np.full(1600, 0.1, dtype=np.float32), CLEAR_SPEECH)
SHORT = MemoryRules(KeepLoaded.IDLE, idle_seconds=0.05)
PLENTY = MemoryRules(KeepLoaded.IDLE, idle_seconds=300.0)


class Takes:
    """Those under way."""

    def __init__(self) -> None:
        self.count = 0

    def under_way(self) -> bool:
        return self.count > 0


class Bench:
    """`reasons` lists why the keeper wanted the model unloaded, which is then done."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.takes = Takes()
        self.reasons: list[UnloadReason] = []
        self.recognizer = FakeRecognizer()
        self.probe = FakeMemoryProbe()
        self.service = RecognitionService(self.recognizer)
        self.keeper = MemoryKeeper(self.service, self.probe, self.takes.under_way, PLENTY)
        self.keeper.poll_seconds = 0.01
        self.keeper.unload_wanted.connect(self.reasons.append)
        self.keeper.unload_wanted.connect(self.service.unload)

    def ready(self) -> None:
        """Have the model loaded, in whatever state it was."""
        if self.recognizer.loads:
            self.service.warm()
        else:
            self.service.load(DEMO)
        self.wait(lambda: self.service.model_state is ModelState.READY)

    def begin_take(self) -> None:
        self.takes.count += 1
        self.keeper.look()

    def end_take(self) -> None:
        self.takes.count -= 1
        self.keeper.look()

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=10_000)

    def wait_reads(self, count: int) -> None:
        """Until so many more readings began; those before the last were handed over then."""
        wanted = len(self.probe.reads) + count
        self.wait(lambda: len(self.probe.reads) >= wanted)
        self.qtbot.wait(1)
