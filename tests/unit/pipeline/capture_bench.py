"""A running capture thread with a microphone that tests speak into: real spool, detector and segmenter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from pytestqt.qtbot import QtBot

from tests.fakes.audio_source import FakeAudioSource
from tests.fakes.clock import FakeClock
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import AudioDevice, Samples, Segment
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Microphone, MicrophoneOpens, Settings
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureService
from v2m_desktop.pipeline.capture_worker import CaptureWorker
from v2m_desktop.storage.spool import Spool

ONE, TWO = SessionId(1), SessionId(2)
DEVICE = AudioDevice("Fake microphone", 0, 16_000, 1, "Fake", True)


@dataclass
class Bench:
    """A running capture thread and everything it reported."""

    source: FakeAudioSource
    spool: Spool
    service: CaptureService
    worker: CaptureWorker
    qtbot: QtBot
    segments: list[tuple[int, Segment]] = field(default_factory=list)
    previews: list[Segment] = field(default_factory=list)
    ends: list[tuple[int, CaptureEnd]] = field(default_factory=list)
    microphone: list[bool] = field(default_factory=list)
    notices: list[Exception] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.service.segment_closed.connect(lambda *segment: self.segments.append(segment))
        self.service.open_segment.connect(lambda _, segment: self.previews.append(segment))
        self.service.ended.connect(lambda *end: self.ends.append(end))
        self.service.microphone.connect(lambda is_open, _: self.microphone.append(is_open))
        self.service.notice.connect(self.notices.append)

    def wait(self, condition: Callable[[], Any]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()))

    def begin(self, session: SessionId) -> None:
        opened = self.source.opened_count
        self.service.begin(session)
        self.wait(lambda: self.source.is_open and (self.source.opened_count > opened or opened))

    def say(self, samples: Samples) -> None:
        for start in range(0, len(samples), 320):
            self.source.say(samples[start : start + 320])

    def finish(self, session: SessionId) -> CaptureEnd:
        before = len(self.ends)
        self.service.finish(session, at_once=True)
        self.wait(lambda: len(self.ends) > before)
        return self.ends[-1][1]


def make_detector(settings: Settings) -> SpeechDetector:
    return SpeechDetector(settings.voice.sensitivity)


def bench_with(
    settings: Settings,
    folder: Path,
    qtbot: QtBot,
    clock: Callable[[], float] | None = None,
    detector: Callable[[Settings], SpeechDetector] = make_detector,
    spool: Spool | None = None,
) -> Bench:
    """Unless a test turns its clock, time stands still: no stream dies because the machine is slow."""
    source, spool, clock = FakeAudioSource(DEVICE), spool or Spool(folder / "spool"), clock or FakeClock()
    worker = CaptureWorker(lambda: source, detector, spool, settings, clock)
    return Bench(source, spool, CaptureService(lambda: worker), worker, qtbot)


@dataclass
class Timed:
    """A bench whose clock the test turns. `let_tick` waits until the worker has looked at it again."""

    bench: Bench
    clock: FakeClock

    def let_tick(self) -> None:
        seen = self.clock.asked
        self.bench.wait(lambda: self.clock.asked >= seen + 3)


def timed_with(opens: MicrophoneOpens, folder: Path, qtbot: QtBot) -> Timed:
    clock, settings = FakeClock(), Settings(microphone=Microphone(opens=opens))
    return Timed(bench_with(settings, folder, qtbot, clock), clock)


def room(seconds: float) -> Samples:
    """A quiet room: no speech, but not exact zeros either."""
    noise = np.random.default_rng(3).standard_normal(round(seconds * 16_000))
    return (noise * 0.0003).astype(np.float32)
