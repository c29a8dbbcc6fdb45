"""After minutes in which nobody speaks the first word is heard whole, and the hold ends with it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from tests.unit.audio.speech import noise, silence, spoken
from v2m_desktop.audio.analysis import TakeAnalyzer
from v2m_desktop.audio.hands_free import HOLD_MS, SILENCE_MS, HandsFree, HandsFreeState
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, Samples, Segment, Sensitivity, seconds_of

FIRST = spoken("please open the door")
AGAIN = spoken("and close it again")
QUIET_SECONDS = (SILENCE_MS + HOLD_MS) / 1000 - 5
PRE_ROLL_SECONDS = (0.3, 0.7)
"""Of 600 ms before the first word the segment has at least the half, however late it was noticed."""


def still_room(seconds: float) -> Samples:
    return noise(seconds, -65.0, seed=4)


@pytest.mark.parametrize("quiet", [silence, still_room], ids=["zeros", "a room"])
def test_the_first_word_after_a_hold_is_whole(quiet: Callable[[float], Samples]) -> None:
    analyzer, hands_free = TakeAnalyzer(SpeechDetector(Sensitivity.NORMAL)), HandsFree()
    parts = [quiet(1.0), FIRST, quiet(QUIET_SECONDS), AGAIN, quiet(1.5)]
    samples = np.concatenate(parts)
    again = seconds_of(sum(map(len, parts[:3])) + int(np.flatnonzero(np.abs(AGAIN) > 0.01)[0]))
    segments: list[Segment] = []
    states: list[HandsFreeState] = []
    for start in range(0, len(samples), 960):
        update = analyzer.feed(CapturedBlock(samples[start : start + 960], 16_000, start, 0))
        assert hands_free.feed(update.decisions) is None
        segments += update.segments
        if hands_free.state not in states[-1:]:
            states.append(hands_free.state)
    first, second = segments
    assert PRE_ROLL_SECONDS[0] <= again - seconds_of(second.start) <= PRE_ROLL_SECONDS[1]
    assert states[-4:] == [
        HandsFreeState.SILENCE, HandsFreeState.HOLD, HandsFreeState.ACTIVE, HandsFreeState.SILENCE
    ]  # fmt: skip
    assert (first.number, second.number) == (0, 1)
