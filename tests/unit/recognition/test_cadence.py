"""When provisional words may be asked for: pace of the machine, segments that closed meanwhile."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.audio import SampleIndex, Segment, SpeechEvidence, samples_of
from v2m_desktop.recognition.cadence import Cadence


def segment(end: float, number: int = 0, start: float = 0.0, speech: float = 1.0) -> Segment:
    """From `start` to `end` of the take, in seconds."""
    samples = np.zeros(samples_of((end - start) * 1000), np.float32)
    return Segment(number, SampleIndex(samples_of(start * 1000)), samples, SpeechEvidence(speech, 0.9, -20.0))


def test_the_first_pass_waits_for_something_that_may_be_a_word() -> None:
    cadence = Cadence()
    assert not cadence.due(segment(1.0, speech=0.3))
    assert cadence.due(segment(1.0, speech=0.4))


def test_a_fast_machine_looks_every_half_second() -> None:
    cadence = Cadence()
    cadence.start(segment(1.0))
    assert cadence.finish(0, 0.1)
    assert not cadence.due(segment(1.4))
    assert cadence.due(segment(1.5))


def test_a_slow_machine_is_given_as_much_new_audio_as_it_took_time() -> None:
    cadence = Cadence()
    cadence.start(segment(1.0))
    assert cadence.finish(0, 2.0)
    assert not cadence.due(segment(2.9))
    assert cadence.due(segment(3.0))


def test_one_pass_at_a_time() -> None:
    cadence = Cadence()
    cadence.start(segment(1.0))
    assert not cadence.due(segment(9.0))
    assert cadence.finish(0, 0.1)
    assert cadence.due(segment(9.0))


@pytest.mark.parametrize("closed", [0, 3])
def test_a_pass_over_a_segment_that_was_closed_meanwhile_is_dropped(closed: int) -> None:
    cadence = Cadence()
    cadence.start(segment(1.0))
    cadence.close(closed)
    assert not cadence.finish(0, 0.1)
    assert not cadence.due(segment(3.0))
    assert cadence.due(segment(3.0, number=closed + 1))


def test_the_answer_of_an_overtaken_pass_does_not_end_the_one_under_way() -> None:
    cadence = Cadence()
    cadence.start(segment(1.0))
    cadence.close(0)
    cadence.start(segment(2.0, number=1))
    assert not cadence.finish(0, 0.1)
    assert not cadence.due(segment(9.0, number=1))
    assert cadence.finish(1, 0.1)
    assert cadence.due(segment(9.0, number=1))


def test_what_a_forced_cut_left_over_is_looked_at_at_once() -> None:
    cadence = Cadence()
    cadence.start(segment(19.9))
    assert cadence.finish(0, 0.1)
    cadence.close(0)
    assert cadence.due(segment(20.0, number=1, start=17.0))


@given(st.lists(st.floats(0.01, 3.0), min_size=1, max_size=20))
def test_passes_have_half_a_second_and_their_own_time_between_them(durations: list[float]) -> None:
    """In real time: audio grows while a pass runs."""
    cadence, now, earliest = Cadence(), 1.0, 0.0
    for seconds in durations:
        while not cadence.due(segment(now)):
            now += 0.02
        assert now >= earliest - 0.001
        cadence.start(segment(now))
        earliest = now + max(0.5, seconds)
        now += seconds
        assert not cadence.due(segment(now))
        assert cadence.finish(0, seconds)
