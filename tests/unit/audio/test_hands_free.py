"""What ends a hands-free take, in samples: 30 s, 5 min, the user's own limit, and never with the key down."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from v2m_desktop.audio.hands_free import HandsFree, HandsFreeEnd, HandsFreeState
from v2m_desktop.core.audio import VadDecision

WINDOW = 512
SPEECH, SILENCE = VadDecision(True, 0.9, -20.0), VadDecision(False, 0.1, -60.0)


def windows(seconds: float) -> int:
    return -(-round(seconds * 16_000) // WINDOW)


def feed(take: HandsFree, decision: VadDecision, seconds: float) -> tuple[float, HandsFreeEnd | None]:
    """Feed up to `seconds`; after how many of them the take ended, and why."""
    for fed in range(1, windows(seconds) + 1):
        if (end := take.feed([decision])) is not None:
            return fed * WINDOW / 16_000, end
    return seconds, None


def test_a_take_in_which_nobody_speaks_ends_after_30_seconds() -> None:
    take = HandsFree()
    assert take.state is HandsFreeState.SILENCE
    after, end = feed(take, SILENCE, 40.0)
    assert end is HandsFreeEnd.NO_SPEECH
    assert after == pytest.approx(30.0, abs=0.04)


def test_sounds_shorter_than_a_word_are_not_speech() -> None:
    take = HandsFree()
    ends = []
    for _ in range(windows(31.0) // 8):
        ends.append(take.feed([SPEECH] * 3))
        ends.append(take.feed([SILENCE] * 5))
    assert HandsFreeEnd.NO_SPEECH in ends


def test_a_silence_becomes_a_hold_after_30_seconds_and_an_end_after_5_minutes_more() -> None:
    take, states = HandsFree(), []
    feed(take, SPEECH, 2.0)
    for seconds in (0.0, 0.5, 1.0, 28.0, 1.0):
        feed(take, SILENCE, seconds)
        states.append(take.state)
    active, silence = HandsFreeState.ACTIVE, HandsFreeState.SILENCE
    assert states == [active, active, silence, silence, HandsFreeState.HOLD]
    after, end = feed(take, SILENCE, 400.0)
    assert end is HandsFreeEnd.HELD_TOO_LONG
    assert after + 30.5 == pytest.approx(330.0, abs=0.2)


@pytest.mark.parametrize("quiet_seconds", [5.0, 31.0, 320.0])
def test_speech_goes_on_with_the_take_from_any_state(quiet_seconds: float) -> None:
    take = HandsFree()
    feed(take, SPEECH, 1.0)
    assert feed(take, SILENCE, quiet_seconds)[1] is None
    feed(take, SPEECH, 0.2)
    assert take.state is HandsFreeState.ACTIVE
    assert feed(take, SILENCE, 320.0)[1] is None


@pytest.mark.parametrize("limit", [1, 5, 60, 600])
def test_the_users_limit_counts_from_the_last_word(limit: int) -> None:
    take = HandsFree(limit)
    feed(take, SPEECH, 1.0)
    assert feed(take, SILENCE, limit - 0.5)[1] is (HandsFreeEnd.HELD_TOO_LONG if limit > 330 else None)
    if limit < 330:
        feed(take, SPEECH, 0.2)
        after, end = feed(take, SILENCE, limit + 1.0)
        assert end is HandsFreeEnd.AUTO_STOP
        assert after == pytest.approx(limit, abs=0.04)


def test_silence_counts_from_the_last_word_whatever_the_size_of_the_blocks() -> None:
    take = HandsFree(5)
    take.feed([SPEECH] * 20 + [SILENCE] * 100)  # 3.2 s of silence
    assert take.state is HandsFreeState.SILENCE
    assert take.feed([SILENCE] * 56) is None
    assert take.feed([SILENCE]) is HandsFreeEnd.AUTO_STOP


def test_the_users_limit_leaves_time_to_begin() -> None:
    take = HandsFree(2)
    after, end = feed(take, SILENCE, 40.0)
    assert end is HandsFreeEnd.NO_SPEECH
    assert after == pytest.approx(30.0, abs=0.04)


def test_no_silence_ends_a_take_while_the_key_is_held() -> None:
    take = HandsFree(1)
    take.key_held = True
    assert feed(take, SILENCE, 1000.0)[1] is None
    assert take.state is HandsFreeState.ACTIVE
    take.key_held = False
    after, end = feed(take, SILENCE, 40.0)
    assert end is HandsFreeEnd.NO_SPEECH
    assert after == pytest.approx(30.0, abs=0.04)


@settings(deadline=None, max_examples=100)
@given(
    st.lists(st.tuples(st.booleans(), st.floats(0.04, 40.0), st.booleans()), max_size=15),
    st.integers(0, 60),
    st.integers(1, 50),
)
def test_a_take_ends_by_itself_only_after_the_silence_that_was_agreed(
    runs: list[tuple[bool, float, bool]], auto_stop: int, block: int
) -> None:
    take = HandsFree(auto_stop)
    quiet, heard = 0.0, False
    for speech, seconds, held in runs:
        take.key_held = held
        for _ in range(0, windows(seconds), block):
            end = take.feed([SPEECH if speech else SILENCE] * block)
            quiet = 0.0 if held or (speech and block >= 4) else quiet + block * 0.032
            heard = heard or (speech and block >= 4)
            if end is None:
                continue
            assert not held
            assert not speech or block < 4
            limit = {
                HandsFreeEnd.NO_SPEECH: 30.0,
                HandsFreeEnd.HELD_TOO_LONG: 330.0,
                HandsFreeEnd.AUTO_STOP: auto_stop,
            }[end]
            assert quiet >= limit - 0.001 or block < 4
            assert heard or end is HandsFreeEnd.NO_SPEECH or block < 4
            return
