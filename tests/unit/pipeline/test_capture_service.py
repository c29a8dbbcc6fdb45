"""The capture thread with a microphone that tests speak into: real spool, real detector, real segmenter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.audio_source import FakeAudioSource
from tests.unit.audio.speech import silence, spoken
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import AudioDevice, Samples, Segment
from v2m_desktop.core.errors import NoMicrophoneError, StreamDeadError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.settings import Microphone, MicrophoneOpens, Settings
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureService
from v2m_desktop.pipeline.capture_worker import CaptureWorker
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.spool import Spool

ONE, TWO = SessionId(1), SessionId(2)
DEVICE = AudioDevice("Fake microphone", 0, 16_000, 1, "Fake", True)


@dataclass
class Bench:
    """A running capture thread and everything it reported."""

    source: FakeAudioSource
    spool: Spool
    service: CaptureService
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
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=5000)

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


def bench_with(settings: Settings, folder: Path, qtbot: QtBot) -> Bench:
    source, spool = FakeAudioSource(DEVICE), Spool(folder / "spool")

    def worker() -> CaptureWorker:
        return CaptureWorker(
            lambda: source, lambda chosen: SpeechDetector(chosen.voice.sensitivity), spool, settings
        )

    return Bench(source, spool, CaptureService(worker), qtbot)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = bench_with(Settings(), tmp_path, qtbot)
    yield made
    assert made.service.shut_down(5.0)


@pytest.fixture
def warm(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    settings = Settings(microphone=Microphone(opens=MicrophoneOpens.WARM))
    made = bench_with(settings, tmp_path, qtbot)
    yield made
    assert made.service.shut_down(5.0)


def test_a_take_becomes_segments_and_is_on_disk_until_it_is_settled(bench: Bench) -> None:
    bench.begin(ONE)
    with bench.qtbot.waitSignal(bench.service.first_block):
        bench.say(np.concatenate([silence(0.3), spoken("good morning everybody"), silence(1.2)]))
    bench.wait(lambda: bench.segments)
    end = bench.finish(ONE)
    assert end.segments == 1
    assert end.error is None
    assert end.speech_ended_ns > 0
    assert bench.microphone == [True, False]
    assert bench.spool.leftovers() == []  # the app still has it
    bench.service.keep_text(ONE, SensitiveText("good morning everybody"))
    bench.service.settle(ONE, TakeStage.FAILED)
    bench.wait(lambda: len(bench.spool.leftovers()) == 1)
    [leftover] = bench.spool.leftovers()
    assert leftover.has_text
    assert leftover.seconds == pytest.approx(end.seconds, abs=0.001)


def test_speech_that_goes_on_is_shown_every_half_second_and_none_of_it_is_lost_at_the_stop(
    bench: Bench,
) -> None:
    speech = spoken("the quick brown fox jumps over the lazy dog and runs away")
    bench.begin(ONE)
    for start in range(0, len(speech), 8000):
        bench.say(speech[start : start + 8000])
        bench.wait(lambda: not bench.source.read_pending)
    bench.finish(ONE)
    assert len(bench.previews) >= 2
    assert len(bench.previews[-1].samples) > len(bench.previews[0].samples)
    [(session, segment)] = bench.segments
    assert session == ONE
    assert not np.any(np.abs(speech[segment.end :]) > 1e-3)


@pytest.mark.parametrize("stage", [TakeStage.DELIVERED, TakeStage.CANCELLED])
def test_a_delivered_or_discarded_take_leaves_nothing(bench: Bench, stage: TakeStage) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    bench.service.settle(ONE, stage)
    assert bench.service.shut_down(5.0)
    assert bench.spool.leftovers() == []


def test_silence_leaves_nothing_but_speech_without_words_is_kept(bench: Bench) -> None:
    for session, sound in ((ONE, silence(1.0)), (TWO, spoken("hello there"))):
        bench.begin(session)
        bench.say(sound)
        bench.finish(session)
        bench.service.settle(session, TakeStage.EMPTY)
    assert bench.service.shut_down(5.0)
    assert [take.state for take in bench.spool.leftovers()] == [TakeState.FAILED]


@pytest.mark.expects_log("the stream died")
def test_a_stream_that_dies_keeps_what_was_said_and_says_so(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.source.die()
    bench.wait(lambda: bench.ends)
    [(_, end)] = bench.ends
    assert isinstance(end.error, StreamDeadError)
    assert "Fake microphone" in end.error.message
    assert end.segments == 1
    assert bench.microphone == [True, False]


@pytest.mark.expects_log("the stream died")
def test_a_stream_that_falls_silent_is_noticed_within_two_seconds(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    with bench.qtbot.waitSignal(bench.service.ended, timeout=4000):
        pass
    assert isinstance(bench.ends[0][1].error, StreamDeadError)


def test_a_microphone_that_gives_only_zeros_is_named(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(silence(2.1))
    bench.wait(lambda: bench.notices)
    assert "only silence" in str(bench.notices[0])


@pytest.mark.expects_log("microphone could not be opened")
def test_a_refused_microphone_ends_the_take_and_the_next_one_works(bench: Bench) -> None:
    bench.source.refuse_with = NoMicrophoneError("gone")
    with bench.qtbot.waitSignal(bench.service.failed) as failed:
        bench.service.begin(ONE)
    assert failed.args is not None
    assert failed.args[0] == ONE
    bench.source.refuse_with = None
    bench.begin(TWO)
    bench.say(spoken("hello there"))
    assert bench.finish(TWO).segments == 1


def test_an_aborted_take_closes_the_microphone_and_reports_nothing(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.service.abort(ONE)
    bench.wait(lambda: not bench.source.is_open)
    bench.service.settle(ONE, TakeStage.CANCELLED)
    assert bench.service.shut_down(5.0)
    assert bench.ends == []
    assert bench.spool.leftovers() == []


def test_a_warm_microphone_stays_open_and_gives_the_next_take_no_word_of_the_last(warm: Bench) -> None:
    warm.begin(ONE)
    warm.say(spoken("this must not leak"))
    warm.finish(ONE)
    assert warm.source.is_open
    warm.say(silence(1.0))
    warm.wait(lambda: not warm.source.read_pending)
    warm.service.begin(TWO)
    warm.say(spoken("second"))
    warm.wait(lambda: not warm.source.read_pending)
    end = warm.finish(TWO)
    assert warm.source.opened_count == 1
    assert warm.microphone == [True]
    assert end.seconds == pytest.approx(len(spoken("second")) / 16_000 + 0.3, abs=0.05)


def test_shutting_down_in_mid_take_keeps_the_recording(bench: Bench) -> None:
    bench.begin(ONE)
    with bench.qtbot.waitSignal(bench.service.first_block):
        bench.say(spoken("hello there"))
    bench.wait(lambda: not bench.source.read_pending)
    assert bench.service.shut_down(5.0)
    assert len(bench.spool.leftovers()) == 1
    assert not bench.source.is_open
