"""From counts alone: when a model may listen only as long as was spoken, and when no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.tools.word_error_rate import word_error_rate
from v2m_desktop.pipeline.self_check import (
    DIFFERING_OF,
    FEWEST_SENTENCES,
    FEWEST_WORDS,
    MOST_DIFFERING,
    MOST_DOUBTED,
    MOST_RETRIES,
    SPOT_CHECK_EVERY,
    WINDOW,
    Comparison,
    Findings,
    Reason,
    Verdict,
    compare,
    learn,
    use,
    words_of,
)

CHECKING, IN_USE, REFUSED = Verdict
DOUBTED = Comparison(doubted=True)


def after(*comparisons: Comparison, findings: Findings | None = None) -> Findings:
    found = findings or Findings()
    for comparison in comparisons:
        found = learn(found, comparison, "2026-05-04")
    return found


def same(sentences: int, words: int = 15) -> list[Comparison]:
    return [Comparison(words)] * sentences


def in_use() -> Findings:
    return after(*same(FEWEST_SENTENCES))


def used(findings: Findings, *retried: bool) -> Findings:
    for each in retried:
        findings = use(findings, each, "2026-05-05")
    return findings


@pytest.mark.parametrize(
    ("full", "short", "words", "differing"),
    [
        ("Hello, World!", "hello world", 2, 0),
        ("It's two o'clock.", "Its two o’clock", 3, 0),
        ("a well-known man", "a well known man", 4, 0),
        ("Straße", "STRASSE", 1, 0),
        ("ﬁne", "fine", 1, 0),
        ("cafe\u0301", "café", 1, 0),
        ("si", "sí", 1, 1),
        ("one two three", "one three", 3, 1),
        ("one three", "one two three", 3, 1),
        ("one two", "two one", 2, 2),
        ("yes", "yes yes yes yes", 4, 3),
        ("words", "", 1, 1),
        ("", "", 0, 0),
        ("... - !", "", 0, 0),
        ("今日は。", "今日は", 3, 0),
        ("今日は", "今日が", 3, 1),
        ("안녕 하세요", "안녕 하세요", 2, 0),
        ("नमस्ते दुनिया", "नमस्ते दुनिया", 2, 0),
    ],
)
def test_words_are_compared_as_people_count_them(full: str, short: str, words: int, differing: int) -> None:
    assert compare(full, short) == Comparison(words, differing)


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_differences_are_those_of_the_word_error_rate(full: list[str], short: list[str]) -> None:
    found = compare(" ".join(full), " ".join(short))
    assert found == compare(" ".join(short), " ".join(full))
    if full:
        assert found.differing == pytest.approx(word_error_rate(" ".join(full), " ".join(short)) * len(full))


def test_letters_of_scripts_without_spaces_are_words() -> None:
    assert words_of("我说 Python 三") == ["我", "说", "python", "三"]
    assert len(words_of("สวัสดี")) >= 4


def test_nothing_is_known_at_first() -> None:
    assert Findings().verdict is CHECKING
    assert Findings().wants_another
    assert Findings().reason is None


def test_it_is_taken_once_enough_sentences_and_words_agreed() -> None:
    almost = after(*same(FEWEST_SENTENCES - 1, words=100))
    assert almost.verdict is CHECKING, "so many words may come from few sentences"
    short_sentences = after(*same(FEWEST_SENTENCES, words=5))
    assert short_sentences.verdict is CHECKING, "so many sentences may hold few words"
    taken = after(Comparison(5), findings=almost)
    assert (taken.verdict, taken.since) == (IN_USE, "2026-05-04")
    assert (taken.compared, taken.agreed) == (FEWEST_SENTENCES, FEWEST_SENTENCES)
    assert after(*same(FEWEST_WORDS // 5, words=5)).verdict is IN_USE


@pytest.mark.parametrize("differing", range(1, MOST_DIFFERING + 1))
def test_a_difference_asks_for_words_enough_to_bear_it(differing: int) -> None:
    needed = -(-differing * DIFFERING_OF // MOST_DIFFERING)
    begun = after(Comparison(needed - 1, differing), *same(FEWEST_SENTENCES, words=0))
    assert begun.verdict is CHECKING
    assert after(Comparison(1), findings=begun).verdict is IN_USE


def test_more_differences_than_any_number_of_words_would_bear_end_the_check() -> None:
    for comparisons in ([Comparison(10, MOST_DIFFERING + 1)], [Comparison(1, 1)] * (MOST_DIFFERING + 1)):
        refused = after(*comparisons)
        assert (refused.verdict, refused.reason) == (REFUSED, Reason.WORDS_DIFFER)
        assert refused.since == "2026-05-04"
        assert not refused.wants_another
    assert after(*[Comparison(1, 1)] * MOST_DIFFERING).verdict is CHECKING


def test_doubted_sentences_prove_nothing_and_must_be_few() -> None:
    doubted = after(*same(FEWEST_SENTENCES - 1), DOUBTED)
    assert (doubted.verdict, doubted.agreed) == (CHECKING, FEWEST_SENTENCES - 1)
    assert after(*same(50 - FEWEST_SENTENCES), findings=doubted).verdict is IN_USE, "one of 50 is 2 %"
    refused = after(*[DOUBTED] * (MOST_DOUBTED + 1))
    assert (refused.verdict, refused.reason) == (REFUSED, Reason.DOUBTED)


def test_every_check_comes_to_an_end() -> None:
    worst = [Comparison(1, 1)] * MOST_DIFFERING + [DOUBTED] * MOST_DOUBTED
    found = after(*worst, *same(DIFFERING_OF, words=1))
    assert found.verdict is IN_USE


def test_a_refusal_is_for_good() -> None:
    refused = after(Comparison(10, 10))
    assert after(*same(1000), findings=refused) == refused
    assert used(refused, False, True) == refused


def test_what_is_heard_in_full_is_no_use() -> None:
    assert used(Findings(), True) == Findings()


def test_now_and_then_a_sentence_in_use_is_heard_in_full_as_well() -> None:
    found, asked = in_use(), []
    for _ in range(4 * SPOT_CHECK_EVERY):
        found = used(found, False)
        asked.append(found.wants_another)
    assert asked.count(True) == 4
    assert asked[SPOT_CHECK_EVERY - 1]


def test_later_differences_end_it_within_a_round() -> None:
    found = after(*[Comparison(10, 1)] * MOST_DIFFERING, findings=in_use())
    assert found.verdict is IN_USE
    refused = after(Comparison(10, 1), findings=found)
    assert (refused.verdict, refused.reason) == (REFUSED, Reason.WORDS_DIFFER)


def test_rounds_forget_so_that_rare_differences_never_add_up() -> None:
    found = in_use()
    for _ in range(20):
        found = after(Comparison(DIFFERING_OF // 2, 1), Comparison(DIFFERING_OF // 2, 1), findings=found)
    assert found.verdict is IN_USE
    assert found.compared == FEWEST_SENTENCES + 40


def test_too_many_retries_end_it() -> None:
    found = used(in_use(), *[True] * MOST_RETRIES)
    assert found.verdict is IN_USE
    refused = used(found, True)
    assert (refused.verdict, refused.reason, refused.since) == (REFUSED, Reason.DOUBTED, "2026-05-05")


def test_retries_count_among_the_last_sentences_only() -> None:
    found = in_use()
    for _ in range(20):
        found = used(found, *[True] * MOST_RETRIES, *[False] * WINDOW)
        assert found.verdict is IN_USE
    assert found.retries == ()
    spread = used(in_use(), *([True] + [False] * (WINDOW // MOST_RETRIES - 1)) * 50)
    assert spread.verdict is IN_USE, "exactly 2 % are not too many"
    denser = used(in_use(), *([True] + [False] * (WINDOW // MOST_RETRIES - 2)) * 50)
    assert denser.verdict is REFUSED


@given(
    st.lists(
        st.one_of(
            st.builds(Comparison, st.integers(5, 30), st.integers(0, 1)),
            st.just(DOUBTED),
            st.booleans(),
        ),
        max_size=120,
    )
)
def test_whatever_comes_findings_stay_small_and_a_verdict_has_its_grounds(
    steps: list[Comparison | bool],
) -> None:
    found = Findings()
    for step in steps:
        before = found
        found = use(found, step, "d") if isinstance(step, bool) else learn(found, step, "d")
        assert found.agreed + found.doubted <= found.compared
        assert len(found.retries) <= MOST_RETRIES + 1
        assert found.words < DIFFERING_OF + 30 or found.verdict is not IN_USE
        if before.verdict is CHECKING and found.verdict is IN_USE:
            assert found.differing / found.words <= 0.003
            assert found.doubted / found.compared <= 0.02
        if before.verdict is REFUSED:
            assert found == before
        if found.verdict is REFUSED:
            assert found.reason is not None


def test_a_check_that_is_forgotten_begins_anew() -> None:
    assert replace(after(Comparison(10, 10)), verdict=CHECKING).wants_another
