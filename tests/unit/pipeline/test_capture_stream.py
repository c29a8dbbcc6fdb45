"""What the capture thread promises about the microphone: opened, lost, warm, picked anew."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_S
from tests.unit.audio.speech import silence, spoken
from tests.unit.pipeline.capture_bench import (
    ONE,
    TWO,
    Bench,
    Timed,
    bench_with,
    make_detector,
    room,
)
from v2m_desktop.audio.hands_free import HandsFreeState
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import AudioDevice, Segment
from v2m_desktop.core.errors import AudioError, NoMicrophoneError, StreamDeadError
from v2m_desktop.core.settings import Microphone, MicrophoneOpens, Settings
from v2m_desktop.pipeline.capture_worker import CALM_TICK_MS, QUIET_TICK_MS
from v2m_desktop.pipeline.microphone import SILENT_STREAM_SECONDS

WORDS = spoken("good morning everybody")
WORDS = WORDS[: np.flatnonzero(np.abs(WORDS) > 0.01)[-1]]  # without the silence at its end


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
    assert SILENT_STREAM_SECONDS + 2 * QUIET_TICK_MS / 1000 <= 2.0  # and the tick that notices comes in time


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
    timed_warm.let_tick()  # the time begins a moment after the end is told
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


def test_a_take_in_which_nobody_speaks_is_looked_at_less_often_until_somebody_does(bench: Bench) -> None:
    bench.begin(ONE)
    ticker = bench.worker.findChild(QTimer)
    assert ticker is not None
    bench.say(room(2.0))
    bench.wait(lambda: ticker.interval() == QUIET_TICK_MS)
    bench.say(spoken("Close the door"))
    bench.wait(lambda: ticker.interval() == CALM_TICK_MS)
    assert bench.finish(ONE).segments == 1


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
    assert bench.service.shut_down(PATIENCE_S)


def test_a_take_in_which_nobody_speaks_ends_by_itself_with_a_sentence(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(room(31.0))
    bench.wait(lambda: bench.ends)
    [(_, end)] = bench.ends
    assert (end.error, end.segments) == (None, 0)
    [notice] = bench.notices
    assert "No speech for 30 s" in str(notice)
    assert "Fake microphone" in str(notice)


def test_the_key_keeps_a_silent_take_open_until_it_is_let_go(bench: Bench) -> None:
    bench.service.hold_key(True)
    bench.begin(ONE)
    bench.say(room(31.0))
    bench.wait(lambda: not bench.source.read_pending)
    bench.service.hold_key(False)
    bench.say(room(25.0))
    bench.wait(lambda: not bench.source.read_pending)
    assert bench.finish(ONE).seconds == pytest.approx(56.0, abs=0.1)
    assert bench.notices == []


def test_a_silence_of_the_users_choice_ends_a_take_that_has_its_words(tmp_path: Path, qtbot: QtBot) -> None:
    bench = bench_with(Settings(microphone=Microphone(auto_stop_s=3)), tmp_path, qtbot)
    states: set[HandsFreeState] = set()
    bench.service.progressed.connect(lambda progress: states.add(progress.hold))
    bench.begin(ONE)
    for sound, state in (
        (np.concatenate([room(0.5), WORDS]), HandsFreeState.ACTIVE),
        (room(2.0), HandsFreeState.SILENCE),
        (WORDS, HandsFreeState.ACTIVE),
    ):
        states.clear()
        bench.say(sound)
        bench.wait(lambda: not bench.source.read_pending)
        bench.wait(partial(states.__contains__, state))
    assert bench.ends == []
    bench.say(room(3.2))
    bench.wait(lambda: bench.ends)
    [(_, end)] = bench.ends
    assert (end.error, end.segments) == (None, 2)
    assert bench.notices == []
    assert bench.service.shut_down(PATIENCE_S)


def test_a_pause_is_told_with_the_samples_that_the_segment_will_have(bench: Bench) -> None:
    pauses: list[Segment] = []
    bench.service.paused.connect(lambda _, segment: pauses.append(segment))
    bench.begin(ONE)
    bench.say(np.concatenate([room(0.5), WORDS, room(0.4)]))
    bench.wait(lambda: not bench.source.read_pending)
    bench.wait(lambda: pauses)
    assert bench.segments == []
    shown = len(bench.previews)
    bench.say(room(0.5))
    bench.wait(lambda: bench.segments)
    [(_, segment)] = bench.segments
    assert segment.number == pauses[-1].number
    assert segment.samples.tobytes() == pauses[-1].samples.tobytes()
    assert len(bench.previews) == shown
    bench.finish(ONE)
