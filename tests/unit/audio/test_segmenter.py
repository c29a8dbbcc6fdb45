"""Segments from decisions that the test writes: borders, silence in samples, forced cuts, no loss."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from v2m_desktop.audio.segmenter import (
    Segmenter,
    SegmenterConfig,
    SegmenterEvent,
    SpeechDip,
    SpeechEnded,
    SpeechPaused,
    SpeechStarted,
)
from v2m_desktop.core.audio import SampleIndex, Samples, Segment, VadDecision

WINDOW = 512


class Take:
    """Feeds windows whose samples are their own positions, so that a segment proves where it is from."""

    def __init__(self, segmenter: Segmenter) -> None:
        self.segmenter = segmenter
        self.position = 0
        self.events: list[SegmenterEvent] = []

    def feed(self, speech: bool, windows: int = 1, level: float = -20.0, size: int = WINDOW) -> None:
        for _ in range(windows):
            samples: Samples = np.arange(self.position, self.position + size, dtype=np.float32)
            decision = VadDecision(speech, 0.9 if speech else 0.1, level if speech else -60.0)
            self.position += size
            self.events += self.segmenter.feed(samples, decision)

    def finish(self) -> None:
        self.events += self.segmenter.finish()

    @property
    def segments(self) -> list[Segment]:
        return [event for event in self.events if isinstance(event, Segment)]

    @property
    def pauses(self) -> list[Segment]:
        return [event.segment for event in self.events if isinstance(event, SpeechPaused)]


@pytest.fixture
def take() -> Take:
    return Take(Segmenter())


def assert_true_to_the_take(segments: list[Segment]) -> None:
    for segment in segments:
        np.testing.assert_array_equal(
            segment.samples, np.arange(segment.start, segment.end, dtype=np.float32)
        )
    assert [segment.number for segment in segments] == list(range(len(segments)))
    for before, after in itertools.pairwise(segments):
        assert before.end <= after.start


def test_an_utterance_has_its_pre_roll_and_a_short_tail(take: Take) -> None:
    take.feed(False, 100)
    take.feed(True, 30)
    take.feed(False, 40)
    (segment,) = take.segments
    assert_true_to_the_take([segment])
    pre_roll = 100 * WINDOW - segment.start
    assert 600 * 16 <= pre_roll < 600 * 16 + WINDOW
    assert segment.end - 130 * WINDOW == 224 * 16
    assert segment.speech.speech_seconds == pytest.approx(30 * 0.032)
    assert segment.speech.mean_probability == pytest.approx(0.9)
    assert segment.speech.peak_dbfs == -20.0
    assert not segment.forced


def test_events_come_in_order_and_say_where(take: Take) -> None:
    take.feed(False, 10)
    take.feed(True, 10)
    take.feed(False, 30)
    order = [SpeechStarted, SpeechDip, SpeechPaused, SpeechEnded, Segment]
    assert [type(event) for event in take.events] == order
    assert take.events[0] == SpeechStarted(SampleIndex(10 * WINDOW))
    assert take.events[1] == SpeechDip(SampleIndex(20 * WINDOW))
    assert take.events[3] == SpeechEnded(SampleIndex(20 * WINDOW))


def test_a_dip_is_told_once_a_pause(take: Take) -> None:
    take.feed(True, 10)
    take.feed(False, 15)
    take.feed(True, 10)
    take.feed(False, 15)
    assert sum(isinstance(event, SpeechDip) for event in take.events) == 2
    assert not take.segments


def test_a_pause_is_an_end_after_the_hangover_and_not_before(take: Take) -> None:
    take.feed(True, 10)
    take.feed(False, 21)  # 672 ms
    assert not take.segments
    take.feed(False, 1)  # 704 ms
    assert len(take.segments) == 1


def assert_same(segment: Segment, snapshot: Segment) -> None:
    assert segment.samples.tobytes() == snapshot.samples.tobytes()
    assert (segment.number, segment.start, segment.forced) == (
        snapshot.number,
        snapshot.start,
        snapshot.forced,
    )
    assert segment.speech == snapshot.speech


def test_a_pause_tells_what_will_be_closed_224_ms_after_the_last_word(take: Take) -> None:
    take.feed(False, 10)
    take.feed(True, 10)
    take.feed(False, 6)
    assert not take.pauses
    take.feed(False, 1)
    assert len(take.pauses) == 1
    assert take.segmenter.dipped
    take.feed(False, 15)
    assert_same(take.segments[0], take.pauses[0])
    assert not take.segmenter.dipped


def test_who_speaks_on_makes_the_segment_another_one(take: Take) -> None:
    take.feed(True, 10)
    take.feed(False, 10)
    take.feed(True, 1)
    assert not take.segmenter.dipped
    take.feed(True, 4)
    take.feed(False, 30)
    first, second = take.pauses
    assert first.number == second.number == take.segments[0].number
    assert first.end < take.segments[0].end
    assert first.samples.tobytes() != take.segments[0].samples.tobytes()
    assert_same(take.segments[0], second)


def test_the_end_of_the_take_in_a_pause_closes_what_was_told(take: Take) -> None:
    take.feed(True, 10)
    take.feed(False, 12, size=WINDOW)
    take.finish()
    assert_same(take.segments[0], take.pauses[0])


def test_a_segment_that_is_long_enough_ends_in_its_pause(take: Take) -> None:
    take.feed(True, 615)
    take.feed(False, 12)
    (segment,) = take.segments
    assert not segment.forced
    assert_same(segment, take.pauses[0])


def test_the_hangover_may_be_shorter_than_the_silence_that_is_kept() -> None:
    take = Take(Segmenter(SegmenterConfig(hangover_ms=100)))
    take.feed(True, 10)
    take.feed(False, 20)
    assert take.segments[0].end == 14 * WINDOW
    assert not take.pauses


def test_sentences_with_pauses_of_1300_ms_stay_apart_however_they_are_fed(take: Take) -> None:
    """W-05: only samples count, so a backlog can't make a pause shorter."""
    for _ in range(3):
        take.feed(True, 40)
        take.feed(False, 41)
    assert len(take.segments) == 3
    assert_true_to_the_take(take.segments)


def test_one_window_of_noise_is_nothing(take: Take) -> None:
    for _ in range(20):
        take.feed(True, 1)
        take.feed(False, 5)
    take.finish()
    assert take.events == []


def test_three_windows_are_noticed_but_are_no_segment(take: Take) -> None:
    take.feed(True, 3)
    assert take.segmenter.open_segment() is None
    take.feed(False, 40)
    take.finish()
    assert [type(event) for event in take.events] == [SpeechStarted, SpeechDip, SpeechEnded]


def test_a_word_cut_short_by_the_end_of_the_take_is_kept(take: Take) -> None:
    take.feed(False, 30)
    take.feed(True, 2)
    take.feed(False, 1, size=100)
    take.finish()
    (segment,) = take.segments
    assert_true_to_the_take([segment])
    assert segment.end == take.position


def test_the_end_of_the_take_closes_what_is_open_with_its_tail(take: Take) -> None:
    take.feed(True, 20)
    take.feed(False, 5)
    take.finish()
    (segment,) = take.segments
    assert (segment.start, segment.end) == (0, 25 * WINDOW)
    take.finish()
    assert len(take.segments) == 1


def test_the_next_pre_roll_does_not_repeat_what_was_delivered(take: Take) -> None:
    take.feed(True, 20)
    take.feed(False, 23)
    take.feed(True, 20)
    take.finish()
    first, second = take.segments
    assert_true_to_the_take([first, second])
    assert second.start == first.end


def test_the_open_segment_can_be_looked_at_for_provisional_text(take: Take) -> None:
    assert take.segmenter.open_segment() is None
    take.feed(False, 50)
    take.feed(True, 20)
    looked_at = take.segmenter.open_segment()
    assert looked_at is not None
    assert looked_at.end == take.position
    assert looked_at.speech.speech_seconds == pytest.approx(20 * WINDOW / 16_000)
    take.feed(False, 3)
    take.finish()
    assert take.segments[0].start == looked_at.start
    assert take.segments[0].number == looked_at.number


def test_one_take_leaves_nothing_for_the_next() -> None:
    """W-07: 1,664 samples of one session were in the next one's audio."""
    segmenter = Segmenter()
    Take(segmenter).feed(False, 30)
    open_take = Take(segmenter)
    open_take.feed(True, 30)
    segmenter.reset()
    second = Take(segmenter)
    second.feed(True, 20)
    second.finish()
    (segment,) = second.segments
    assert (segment.number, segment.start, segment.end) == (0, 0, 20 * WINDOW)
    assert_true_to_the_take([segment])


@settings(deadline=None, max_examples=60)
@given(
    st.lists(st.tuples(st.booleans(), st.integers(1, 90)), max_size=30),
    st.integers(0, 40),
    st.integers(0, WINDOW - 1),
)
def test_no_run_of_speech_is_ever_lost(
    runs: list[tuple[bool, int]], quiet_start: int, remainder: int
) -> None:
    config = SegmenterConfig(longest_segment_ms=5000)
    take = Take(Segmenter(config))
    take.feed(False, quiet_start)
    spoken: list[range] = []
    speech_runs: list[range] = []
    for speech, windows in runs:
        if speech:
            speech_runs.append(range(take.position, take.position + windows * WINDOW))
        if speech and windows >= config.minimum_speech_windows:
            spoken.append(range(take.position, take.position + windows * WINDOW))
        take.feed(speech, windows)
    if remainder:
        take.feed(False, size=remainder)
    take.finish()
    assert_true_to_the_take(take.segments)
    covered = {window for s in take.segments for window in range(-(-s.start // WINDOW), s.end // WINDOW)}
    cuts = {s.end // WINDOW for s in take.segments if s.forced}
    assert {pause.number for pause in take.pauses} <= {segment.number for segment in take.segments}
    for pause in take.pauses:
        closed = take.segments[pause.number]
        speech_end = pause.end - 224 * 16
        hangover_end = speech_end + config.hangover_ms * 16
        spoke_on = any(run.stop > speech_end and run.start < hangover_end for run in speech_runs)
        same = pause.samples.tobytes() == closed.samples.tobytes()
        assert same == (pause.end == closed.end)
        assert same or spoke_on
    for run in spoken:
        missing = set(range(run.start // WINDOW, run.stop // WINDOW)) - covered - cuts
        assert not missing
    assert take.segmenter.open_segment() is None
