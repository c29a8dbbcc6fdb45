"""What is shown while somebody speaks: committed words stay, the last half second is not trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.recognition import TimedWord
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.agreement import UNTRUSTED_S, LiveWords, LocalAgreement, plain

PACE = 0.3


def words(text: str, start: float = 0.0) -> list[TimedWord]:
    """Each word 0.3 s long, one after the other."""
    times = [start + PACE * at for at in range(len(text.split()))]
    return [
        TimedWord(SensitiveText(f" {word}"), time, time + PACE)
        for word, time in zip(text.split(), times, strict=True)
    ]


def told(live: LiveWords) -> tuple[str, str]:
    return live.committed.reveal().strip(), live.tentative.reveal().strip()


def test_nothing_is_committed_on_the_word_of_one_hypothesis() -> None:
    assert told(LocalAgreement().feed(words("good morning"), 9.0)) == ("", "good morning")


def test_what_two_hypotheses_agree_on_is_committed_in_the_newest_spelling() -> None:
    agreement = LocalAgreement()
    agreement.feed(words("good morning every won"), 2.0)
    assert told(agreement.feed(words("Good morning, everyone here"), 2.5)) == (
        "Good morning,",
        "everyone here",
    )


def test_the_last_half_second_is_not_trusted() -> None:
    agreement = LocalAgreement()
    agreement.feed(words("one two three"), 0.9)
    assert told(agreement.feed(words("one two three"), 1.1)) == ("one two", "three")
    assert told(agreement.feed(words("one two three"), 1.4)) == ("one two three", "")


def test_a_later_doubt_changes_nothing_that_is_committed() -> None:
    agreement = LocalAgreement()
    agreement.feed(words("to day is"), 2.0)
    agreement.feed(words("to day is fine"), 2.0)
    other = [*words("today", 0.1), *words("is fine and warm", 0.6)]
    assert told(agreement.feed(other, 2.5)) == ("to day is fine", "and warm")


def test_committed_words_that_come_again_at_a_later_time_are_not_doubled() -> None:
    agreement = LocalAgreement()
    for _ in range(2):
        agreement.feed(words("we go home"), 2.0)
    late = words("he go home now", 0.5)
    assert told(agreement.feed(late, 3.0)) == ("we go home", "now")


def test_a_hypothesis_that_lost_its_words_keeps_the_committed_ones() -> None:
    agreement = LocalAgreement()
    for _ in range(2):
        agreement.feed(words("we go home"), 2.0)
    assert told(agreement.feed([], 2.5)) == ("we go home", "")


def test_the_next_segment_starts_anew() -> None:
    agreement = LocalAgreement()
    for _ in range(2):
        agreement.feed(words("we go home"), 2.0)
    agreement.restart()
    assert told(agreement.feed(words("we go"), 2.0)) == ("", "we go")
    assert (agreement.shown, agreement.erased) == (5, 0)


def test_flicker_counts_words_that_did_not_stay() -> None:
    agreement = LocalAgreement()
    assert agreement.flicker == 0.0
    agreement.feed(words("wreck a nice"), 1.0)
    agreement.feed(words("recognize speech well"), 1.0)
    agreement.feed(words("recognize speech"), 1.0)
    assert (agreement.shown, agreement.erased) == (6, 4)
    assert agreement.flicker == pytest.approx(4 / 6)


def test_words_of_any_script_are_compared_without_their_punctuation() -> None:
    assert plain(" Straße,") == plain("STRASSE")
    assert plain("¿Qué?") == "qué"
    assert plain("हिन्दी") != plain("हन्द")
    assert plain(" 你好。") == "你好"


SPOKEN = st.lists(st.sampled_from(["a", "B,", "b", "c.", "d"]), max_size=8)
"""Few words, so that hypotheses often agree in part."""

PASSES = st.lists(st.tuples(SPOKEN, st.floats(0.0, 0.4)), min_size=1, max_size=12)


@given(PASSES)
def test_committed_words_only_grow_and_nothing_newer_is_hidden(passes: list[tuple[list[str], float]]) -> None:
    agreement = LocalAgreement()
    committed, heard, erased = "", 0.0, 0
    for spoken, later in passes:
        heard += PACE + later
        hypothesis = words(" ".join(spoken), later)
        live = agreement.feed(hypothesis, heard)
        now, tentative = told(live)
        assert now.startswith(committed)
        grown = now[len(committed) :].split()
        shown = [*grown, *tentative.split()]
        first = len(spoken) - len(shown)
        assert spoken[first:] == shown  # the end of the newest hypothesis, as it is spelled
        for word in hypothesis[first:][: len(grown)]:
            assert word.end <= heard - UNTRUSTED_S
        assert agreement.erased >= erased
        assert agreement.erased <= agreement.shown
        committed, erased = now, agreement.erased


@given(SPOKEN, st.integers(4, 6))
def test_a_speaker_who_is_understood_flickers_never_and_is_committed_in_the_end(
    spoken: list[str], last: int
) -> None:
    agreement, live = LocalAgreement(), LiveWords()
    hypothesis = words(" ".join(spoken))
    for heard in range(len(spoken) + last):
        live = agreement.feed(hypothesis[:heard], PACE * heard)
    assert told(live)[0].split() == [*spoken]
    assert agreement.flicker == 0.0
