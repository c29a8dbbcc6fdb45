"""The tail after the key was let go ends on silence or at its cap."""

from __future__ import annotations

from v2m_desktop.audio.tail import Tail
from v2m_desktop.core.audio import VadDecision

SPEECH = VadDecision(True, 0.9, -20.0)
SILENCE = VadDecision(False, 0.1, -60.0)


def feed_until_done(tail: Tail, decisions: list[VadDecision]) -> int | None:
    for number, decision in enumerate(decisions, 1):
        if tail.feed(512, [decision]):
            return number
    return None


def test_silence_ends_it() -> None:
    assert feed_until_done(Tail(500), [SILENCE] * 20) == 5


def test_it_waits_for_the_end_of_the_word() -> None:
    assert feed_until_done(Tail(500), [SPEECH] * 6 + [SILENCE] * 20) == 11


def test_a_short_stop_inside_a_word_does_not_end_it() -> None:
    assert feed_until_done(Tail(1000), [SILENCE] * 4 + [SPEECH] + [SILENCE] * 20) == 10


def test_speech_that_goes_on_ends_at_the_cap() -> None:
    assert feed_until_done(Tail(500), [SPEECH] * 100) == 16


def test_a_cap_of_zero_is_over_at_once() -> None:
    assert Tail(0).over
    assert not Tail(500).over
    assert Tail(500).feed(8000, [])
