"""Two texts laid side by side."""

from __future__ import annotations

from difflib import SequenceMatcher

from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.rewriting.words import Vocabulary, folded, in_order, longest_run, words

FEW_WORDS = st.lists(st.sampled_from(["a", "bb", "ccc", "dddd"]), max_size=12)


def test_words_are_folded() -> None:
    assert words("Sí, la CAÑA—o 12,5.") == ["si", "la", "cana", "o", "12", "5"]
    assert words("会議はAM10時") == ["会", "議", "は", "am10", "時"]
    assert folded("ÑANDÚ") == "nandu"


def test_forms_of_a_word_are_found() -> None:
    there = Vocabulary(words("she documents gmail meetings"))
    assert there.lacks(["document", "meeting", "mail", "gmail"]) == []
    assert there.lacks(["dog", "shoe", "met"]) == ["dog", "shoe", "met"]


def test_the_order_counts() -> None:
    assert in_order(["one", "two", "six"], ["two", "one", "six"]).count(True) == 2
    assert in_order(["one", "two"], ["new", "two"]) == [False, True]
    assert in_order([], ["one"]) == [False]


@given(FEW_WORDS, FEW_WORDS)
def test_the_row_is_as_long_as_can_be(there: list[str], sought: list[str]) -> None:
    kept = in_order(there, sought)
    rest = iter(there)
    assert all(word in rest for word, keep in zip(sought, kept, strict=True) if keep)
    blocks = SequenceMatcher(None, there, sought, autojunk=False).get_matching_blocks()
    assert sum(kept) >= sum(block.size for block in blocks)


def test_runs() -> None:
    assert longest_run([True, False, True, True]) == 2
    assert longest_run([]) == 0
