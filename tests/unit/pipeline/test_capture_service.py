"""What the capture thread promises about recordings."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.disk import FailingDisk
from tests.patience import PATIENCE_S
from tests.unit.audio.speech import silence, spoken
from tests.unit.pipeline.capture_bench import (
    ONE,
    TWO,
    Bench,
    bench_with,
    room,
)
from v2m_desktop.core.audio import Samples
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import TakeStage
from v2m_desktop.core.settings import Settings, Voice
from v2m_desktop.pipeline.capture_worker import CALM_TICK_MS
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.spool import Spool


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


@pytest.mark.parametrize("gain", [False, True], ids=["as spoken", "raised"])
def test_the_range_of_a_segment_is_its_place_in_the_recording(
    tmp_path: Path, qtbot: QtBot, gain: bool
) -> None:
    """So recording and ranges say what was recognized, and no journal of that is needed."""
    bench = bench_with(Settings(voice=Voice(gain=gain, longest_segment_s=5)), tmp_path, qtbot)
    quietly = np.float32(0.2)
    bench.begin(ONE)
    for _ in range(3):
        bench.say(np.concatenate([room(0.5), quietly * spoken("good morning everybody"), room(1.2)]))
    bench.say(quietly * spoken("the quick brown fox jumps over the lazy dog and runs away " * 2))
    bench.wait(lambda: not bench.source.read_pending)
    bench.finish(ONE)
    segments = [segment for _, segment in bench.segments]
    assert [segment.number for segment in segments] == list(range(len(segments)))
    assert len(segments) >= 5
    assert any(segment.forced for segment in segments)
    assert all(before.end <= after.start for before, after in itertools.pairwise(segments))
    assert any(segment.gain_db > 3 for segment in segments) is gain
    for segment in segments:
        assert segment.stored is not None
        steps = 10 ** (segment.gain_db / 20) / 32_768
        np.testing.assert_allclose(segment.stored(), segment.samples, atol=steps)
    bench.service.settle(ONE, TakeStage.DELIVERED)
    assert bench.service.shut_down(5.0)


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
    assert bench.service.shut_down(PATIENCE_S)
    assert bench.spool.leftovers() == []


def test_a_take_without_words_is_kept_quietly_whatever_was_heard_in_it(bench: Bench) -> None:
    kept: list[int] = []
    bench.service.recordings_changed.connect(lambda: kept.append(1))
    for session, sound in ((ONE, room(1.0)), (TWO, spoken("hello there"))):
        bench.begin(session)
        bench.say(sound)
        bench.finish(session)
        bench.service.settle(session, TakeStage.EMPTY)
        bench.wait(lambda: not bench.source.is_open)  # the next is heard by a stream of its own
    assert bench.service.shut_down(PATIENCE_S)
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
    assert bench.service.shut_down(PATIENCE_S)
    assert bench.spool.leftovers() == []


def test_an_aborted_take_closes_the_microphone_and_reports_nothing(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.service.abort(ONE)
    bench.wait(lambda: not bench.source.is_open)
    bench.service.settle(ONE, TakeStage.CANCELLED)
    assert bench.service.shut_down(PATIENCE_S)
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
    assert bench.service.shut_down(PATIENCE_S)
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
    assert bench.service.shut_down(PATIENCE_S)
    lengths = [len(bench.spool.load_samples(take)) for take in bench.spool.leftovers()]
    assert lengths == [len(sound), len(sound)]


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
    assert bench.service.shut_down(PATIENCE_S)
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
    assert bench.service.shut_down(PATIENCE_S)
    [leftover] = spool.leftovers()
    assert leftover.seconds == pytest.approx(0.25)


def test_words_that_were_copied_from_the_tray_leave_no_recording_behind(bench: Bench) -> None:
    bench.begin(ONE)
    bench.say(spoken("hello there"))
    bench.finish(ONE)
    with bench.qtbot.waitSignal(bench.service.recordings_changed):
        bench.service.settle(ONE, TakeStage.PARKED)
    assert len(bench.spool.leftovers()) == 1
    bench.service.fetched(TWO)  # of another take
    with bench.qtbot.waitSignal(bench.service.recordings_changed):
        bench.service.fetched(ONE)
    assert bench.spool.leftovers() == []
