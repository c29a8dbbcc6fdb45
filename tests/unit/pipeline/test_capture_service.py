"""The capture thread with a microphone that tests speak into: real spool, real detector, real segmenter."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.fakes.audio_source import FakeAudioSource
from tests.fakes.clock import FakeClock
from tests.fakes.disk import FailingDisk
from tests.unit.audio.speech import silence, spoken
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import AudioDevice, Samples, Segment
from v2m_desktop.core.errors import AudioError, NoMicrophoneError, StreamDeadError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.settings import Microphone, MicrophoneOpens, Settings
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureService
from v2m_desktop.pipeline.capture_worker import CALM_TICK_MS, CaptureWorker
from v2m_desktop.pipeline.microphone import SILENT_STREAM_SECONDS
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


def make_detector(settings: Settings) -> SpeechDetector:
    return SpeechDetector(settings.voice.sensitivity)


def bench_with(
    settings: Settings,
    folder: Path,
    qtbot: QtBot,
    clock: Callable[[], float] = time.monotonic,
    detector: Callable[[Settings], SpeechDetector] = make_detector,
    spool: Spool | None = None,
) -> Bench:
    source, spool = FakeAudioSource(DEVICE), spool or Spool(folder / "spool")
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


@pytest.fixture
def timed(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.ON_KEY, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(5.0)


@pytest.fixture
def timed_warm(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.WARM, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(5.0)


@pytest.fixture
def timed_always(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.ALWAYS, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(5.0)


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
    bench.wait(lambda: bench.microphone == [True, False])
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
    block = 16_000 * CALM_TICK_MS // 1000 + 320  # what one look at the microphone finds
    for start in range(0, len(speech), block):
        bench.say(speech[start : start + block])
        bench.wait(lambda: not bench.source.read_pending)
    bench.finish(ONE)
    ends = [preview.end for preview in bench.previews]
    assert len(ends) >= 4
    assert max(after - before for before, after in itertools.pairwise(ends)) <= 8000
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


def room(seconds: float) -> Samples:
    """A quiet room: no speech, but not exact zeros either."""
    noise = np.random.default_rng(3).standard_normal(round(seconds * 16_000))
    return (noise * 0.0003).astype(np.float32)


def test_a_take_without_words_is_kept_quietly_whatever_was_heard_in_it(bench: Bench) -> None:
    kept: list[int] = []
    bench.service.recordings_changed.connect(lambda: kept.append(1))
    for session, sound in ((ONE, room(1.0)), (TWO, spoken("hello there"))):
        bench.begin(session)
        bench.say(sound)
        bench.finish(session)
        bench.service.settle(session, TakeStage.EMPTY)
    assert bench.service.shut_down(5.0)
    leftovers = bench.spool.leftovers()
    assert [take.state for take in leftovers] == [TakeState.EMPTY, TakeState.EMPTY]
    assert [take.reason for take in leftovers] == [
        "no speech was heard",
        "speech was heard, but no words were understood",
    ]
    assert not any(take.named for take in leftovers)
    bench.qtbot.wait(20)
    assert kept == []


@pytest.mark.parametrize("sound", [silence(1.0), room(0.25)], ids=["zeros", "a-short-press"])
def test_an_empty_take_that_can_hold_no_word_leaves_nothing(bench: Bench, sound: Samples) -> None:
    bench.begin(ONE)
    bench.say(sound)
    bench.finish(ONE)
    bench.service.settle(ONE, TakeStage.EMPTY)
    assert bench.service.shut_down(5.0)
    assert bench.spool.leftovers() == []


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
    bench.wait(lambda: bench.microphone == [True, False])


@pytest.mark.expects_log("the stream died")
def test_a_stream_that_falls_silent_is_noticed_within_two_seconds(timed: Timed) -> None:
    bench, clock = timed.bench, timed.clock
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.wait(lambda: not bench.source.read_pending)
    timed.let_tick()
    clock.advance(1.4)
    timed.let_tick()
    assert bench.ends == []
    clock.advance(0.2)
    bench.wait(lambda: bench.ends)
    assert isinstance(bench.ends[0][1].error, StreamDeadError)
    assert SILENT_STREAM_SECONDS + 2 * CALM_TICK_MS / 1000 <= 2.0  # and the tick that notices comes in time


@pytest.mark.expects_log("the stream died")
def test_a_cold_stream_has_longer_for_its_first_block_but_not_for_ever(timed: Timed) -> None:
    bench, clock = timed.bench, timed.clock
    bench.begin(ONE)
    clock.advance(2.4)
    timed.let_tick()
    assert bench.ends == []
    clock.advance(0.2)
    bench.wait(lambda: bench.ends)
    error = bench.ends[0][1].error
    assert isinstance(error, StreamDeadError)
    assert "gives no sound" in error.message


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


def test_what_was_heard_but_not_read_yet_is_on_disk_when_the_app_ends_or_a_take_is_given_up(
    bench: Bench,
) -> None:
    sound = spoken("hello there")
    bench.begin(ONE)
    bench.say(sound)
    bench.service.abort(ONE)
    bench.wait(lambda: not bench.source.is_open)
    bench.service.settle(ONE, TakeStage.FAILED)
    bench.wait(lambda: len(bench.spool.leftovers()) == 1)
    bench.begin(TWO)
    bench.say(sound)
    assert bench.service.shut_down(5.0)
    lengths = [len(bench.spool.load_samples(take)) for take in bench.spool.leftovers()]
    assert lengths == [len(sound), len(sound)]


def test_a_microphone_picked_during_a_take_is_used_for_the_next_one(warm: Bench) -> None:
    other = AudioDevice("Other microphone", 1, 16_000, 1, "Fake", False)
    warm.begin(ONE)
    warm.say(spoken("hello there"))
    warm.source.device = other
    chosen = Microphone(opens=MicrophoneOpens.WARM, device=other.name)
    warm.service.configure(Settings(microphone=chosen))
    assert warm.finish(ONE).segments == 1
    warm.wait(lambda: warm.microphone == [True, False])
    warm.service.begin(TWO)
    warm.wait(lambda: warm.source.opened_count == 2)
    warm.wait(lambda: warm.microphone == [True, False, True])


def test_a_warm_microphone_closes_when_its_time_is_over(timed_warm: Timed) -> None:
    bench, clock = timed_warm.bench, timed_warm.clock
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    for _ in range(29):
        clock.advance(1.0)
        bench.source.say(room(0.02))
        bench.wait(lambda: not bench.source.read_pending)
    timed_warm.let_tick()
    assert bench.source.is_open
    clock.advance(1.1)
    bench.wait(lambda: not bench.source.is_open)
    bench.wait(lambda: bench.microphone == [True, False])


@pytest.mark.expects_log("died between takes")
def test_an_always_open_microphone_that_dies_is_opened_again_but_not_without_rest(
    timed_always: Timed,
) -> None:
    bench, clock = timed_always.bench, timed_always.clock
    bench.service.prepare()
    bench.wait(lambda: bench.source.is_open)
    bench.say(room(0.1))
    bench.wait(lambda: not bench.source.read_pending)
    timed_always.let_tick()
    bench.source.refuse_with = NoMicrophoneError("gone")
    bench.source.die()
    bench.wait(lambda: bench.microphone == [True, False])
    assert bench.source.opened_count == 1
    for pause in (1.0, 2.0, 4.0):
        refused = bench.source.refused_count
        clock.advance(pause - 0.1)
        timed_always.let_tick()
        assert bench.source.refused_count == refused
        clock.advance(0.2)
        bench.wait(partial(bench.source.was_refused, refused + 1))
    assert len(bench.notices) == 1
    bench.source.refuse_with = None
    clock.advance(8.1)
    bench.wait(lambda: bench.microphone == [True, False, True])


@pytest.mark.expects_log("the stream died")
def test_the_end_of_a_stream_is_told_before_the_microphone_is_opened_again(timed_always: Timed) -> None:
    bench = timed_always.bench
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.source.die()
    bench.wait(lambda: bench.ends)
    assert bench.source.opened_count == 1
    timed_always.clock.advance(1.1)
    bench.wait(lambda: bench.source.opened_count == 2)


def test_an_open_microphone_that_idles_is_looked_at_calmly(warm: Bench) -> None:
    warm.begin(ONE)
    warm.say(spoken("hello there"))
    warm.finish(ONE)
    [ticker] = warm.worker.findChildren(QTimer)
    warm.wait(lambda: ticker.interval() == CALM_TICK_MS)
    assert ticker.isActive()


@pytest.mark.expects_log("microphone could not be opened")
@pytest.mark.parametrize(
    "missing", [ImportError("No module named 'onnxruntime'"), OSError("libgomp.so.1 is missing")]
)
def test_a_missing_part_is_told_in_a_sentence_and_the_app_goes_on(
    tmp_path: Path, qtbot: QtBot, missing: Exception
) -> None:
    whole = False

    def detector(settings: Settings) -> SpeechDetector:
        if not whole:
            raise missing
        return make_detector(settings)

    bench = bench_with(Settings(), tmp_path, qtbot, detector=detector)
    bench.service.prepare()
    bench.wait(lambda: bench.notices)
    assert str(missing) in str(bench.notices[0])
    assert "Install the app again" in str(bench.notices[0])
    with qtbot.waitSignal(bench.service.failed) as failed:
        bench.service.begin(ONE)
    assert failed.args is not None
    assert isinstance(failed.args[1], AudioError)
    whole = True
    bench.begin(TWO)
    bench.say(spoken("hello there"))
    assert bench.finish(TWO).segments == 1
    assert bench.service.shut_down(5.0)


def test_a_recording_that_is_in_memory_only_is_never_called_kept(tmp_path: Path, qtbot: QtBot) -> None:
    spool = Spool(tmp_path / "spool", write=FailingDisk(0).write)
    bench = bench_with(Settings(), tmp_path, qtbot, spool=spool)
    kept: list[int] = []
    bench.service.recordings_changed.connect(lambda: kept.append(1))
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    bench.service.settle(ONE, TakeStage.FAILED)
    bench.wait(lambda: "could not be kept on disk" in str(bench.notices[-1]))
    assert bench.service.shut_down(5.0)
    assert kept == []
    assert len(bench.notices) == 2  # when the disk refused, and when the recording was needed
    assert spool.leftovers() == []


def test_a_recording_of_which_the_disk_took_a_part_is_kept_and_said_to_be_a_part(
    tmp_path: Path, qtbot: QtBot
) -> None:
    spool = Spool(tmp_path / "spool", write=FailingDisk(8000).write)
    bench = bench_with(Settings(), tmp_path, qtbot, spool=spool)
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    with qtbot.waitSignal(bench.service.recordings_changed):
        bench.service.settle(ONE, TakeStage.FAILED)
    bench.wait(lambda: "Only a part" in str(bench.notices[-1]))
    assert bench.service.shut_down(5.0)
    [leftover] = spool.leftovers()
    assert leftover.seconds == pytest.approx(0.25)


def test_words_that_were_copied_from_the_tray_leave_no_recording_behind(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    bench.service.settle(ONE, TakeStage.PARKED)
    bench.wait(lambda: len(bench.spool.leftovers()) == 1)
    bench.service.fetched(TWO)  # of another take
    with bench.qtbot.waitSignal(bench.service.recordings_changed):
        bench.service.fetched(ONE)
    assert bench.spool.leftovers() == []
