"""Flicker and word error rate by hand-counted cases."""

from __future__ import annotations

import pytest

from tests.tools.streaming_metrics import flicker, wer

CASES = {
    "words that only grow": ([("", "we"), ("we", "meet"), ("we meet", "today")], "We meet today.", 0.0),
    "nothing was shown": ([], "We meet today.", 0.0),
    "nothing was said": ([], "", 0.0),
    "a word becomes fixed": ([("", "we meet"), ("we meet", "")], "we meet", 0.0),
    "case and punctuation": ([("", "We, meet")], "we meet.", 0.0),
    "the last word changes": ([("we", "meat"), ("we", "meet today")], "we meet today", 1 / 3),
    "a word behind a changed one": ([("", "he meets"), ("", "we meets")], "we meets", 2 / 2),
    "the final text differs": ([("we meet", "to")], "we meet today", 1 / 3),
    "words go and come back": ([("", "we meet"), ("", "we"), ("", "we meet")], "we meet", 1 / 2),
    "all of it was a mistake": ([("", "we"), ("", "we meet")], "", 2.0),
}


@pytest.mark.parametrize(("shown", "final", "expected"), CASES.values(), ids=CASES.keys())
def test_flicker_counts_words_that_did_not_stay(
    shown: list[tuple[str, str]], final: str, expected: float
) -> None:
    assert flicker(shown, final) == pytest.approx(expected)


def test_word_error_rate_takes_the_reference_first() -> None:
    assert wer("we meet today", "we meet") == pytest.approx(1 / 3)
    assert wer("we meet", "we meet today") == pytest.approx(1 / 2)
