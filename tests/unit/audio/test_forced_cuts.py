"""Speech that goes on for too long is cut at a breath, and nothing of it is lost or kept back."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from tests.unit.audio.test_segmenter import Take, assert_true_to_the_take
from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.audio.segmenter import UNCOMMITTED_LIMIT_MS, Segmenter, SegmenterConfig


@pytest.fixture
def take() -> Take:
    return Take(Segmenter())


def test_long_speech_is_cut_at_its_quietest_point_and_loses_nothing(take: Take) -> None:
    take.feed(True, 520)
    take.feed(True, 10, level=-35.0)  # a dip at 16.6 to 17.0 s
    take.feed(True, 800)
    take.finish()
    assert [segment.forced for segment in take.segments] == [True, True, False]
    assert_true_to_the_take(take.segments)
    first, second, third = take.segments
    assert 520 * WINDOW <= first.end <= 530 * WINDOW
    assert (second.start, third.start) == (first.end, second.end)
    assert third.end == take.position
    assert all(len(segment.samples) <= 20 * 16_000 + WINDOW for segment in take.segments)


def test_short_segments_are_cut_at_a_breath_in_their_second_half() -> None:
    """With the last quarter only, five seconds gave words cut through: one in five was wrong."""
    take = Take(Segmenter(SegmenterConfig(longest_segment_ms=5000)))
    take.feed(True, 90)
    take.feed(True, 8, level=-35.0)  # a breath at 2.9 to 3.1 s
    take.feed(True, 100)
    take.finish()
    assert_true_to_the_take(take.segments)
    assert 90 * WINDOW <= take.segments[0].end <= 98 * WINDOW
    assert take.segments[1].start == take.segments[0].end


def test_what_follows_a_forced_cut_is_kept_however_short(take: Take) -> None:
    take.feed(True, 623)
    take.feed(False, 1)
    take.feed(True, 2)
    take.finish()
    assert len(take.segments) == 2
    assert take.segments[-1].end == take.position


def test_ten_minutes_without_a_pause_never_keep_more_than_54_seconds_back() -> None:
    """THEO-156, 157: what is not handed on is bounded, and so is the memory it takes."""
    take = Take(Segmenter(SegmenterConfig(longest_segment_ms=10 * 60_000)))
    level = np.random.default_rng(5).uniform(-30.0, -10.0, 10 * 60 * 16_000 // WINDOW)
    committed = longest = 0
    peaks: list[int] = []
    tracemalloc.start()
    try:
        for at, loudness in enumerate(level):
            take.feed(True, level=float(loudness))
            for segment in take.segments:
                assert segment.start == committed
                committed = segment.end
                take.events.clear()
            longest = max(longest, take.position - committed)
            if at % 1875 == 1874:  # a minute
                peaks.append(tracemalloc.get_traced_memory()[1])
                tracemalloc.reset_peak()
    finally:
        tracemalloc.stop()
    assert longest <= UNCOMMITTED_LIMIT_MS * 16
    assert committed > 9 * 60 * 16_000
    assert len(peaks) == 10
    assert max(peaks[2:]) <= 1.05 * max(peaks[:2])
    take.finish()
    assert take.segments[-1].end == take.position
