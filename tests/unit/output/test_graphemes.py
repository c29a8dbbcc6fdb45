"""As many clusters as an arrow key stops at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QTextBoundaryFinder

from v2m_desktop.output.graphemes import grapheme_count, runs_to_the_left

SAMPLES = [
    ("", 0),
    ("abc", 3),
    ("señora", 6),
    ("cafe\u0301", 4),
    ("e\u0323\u0302\u0301", 1),
    ("one\ntwo", 7),
    ("one\r\ntwo", 7),
    ("\r\r\n\n", 3),
    ("\n\u0301", 2),
    ("👩\u200d💻", 1),
    ("👨\u200d👩\u200d👧\u200d👦!", 2),
    ("👍🏽👍", 2),
    ("❤\ufe0f", 1),
    ("❤\ufe0f\u200d🔥", 1),
    ("a\u200db", 2),
    ("1\ufe0f\u20e3", 1),
    ("🇪🇸🇵🇹", 2),
    ("🇪🇸🇵", 2),
    ("a🇪🇸🇵🇹b", 4),
    ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", 1),
    ("한국어", 3),
    ("\u1112\u1161\u11ab\u1100\u116e\u11a8", 2),
    ("\uac00\u11a8", 1),
    ("می\u200cخواهم", 7),
    ("กำ", 1),
    ("नि", 1),
    ("日本語", 3),
    ("😀😀", 2),
]


@pytest.mark.parametrize(("text", "count"), SAMPLES)
def test_clusters_are_counted(text: str, count: int) -> None:
    assert grapheme_count(text) == count


def clusters_of_qt(text: str) -> int:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    count = 0
    while finder.toNextBoundary() != -1:
        count += 1
    return count


LETTERS = "ab ñ.\n\r\u0301\u0323\u200d\ufe0f\u20e31한\u1112\u1161\u11ab日わ"
SCRAPS = st.one_of(
    st.text(st.sampled_from(LETTERS + "👩💻🔥❤👍🏽"), max_size=12),
    st.text(st.sampled_from(LETTERS + "🇪🇸"), max_size=12),
)
"""Without what Qt 6 counts in ways of its own: a flag right behind an emoji, and Thai and Indic letters."""


@given(SCRAPS)
def test_a_toolkit_counts_the_same(text: str) -> None:
    assert grapheme_count(text) == clusters_of_qt(text)


@given(SCRAPS, SCRAPS)
def test_lines_add_up(first: str, second: str) -> None:
    whole = f"{first}.\n{second}"
    halves = grapheme_count(f"{first}.") + 1 + grapheme_count(second)
    assert grapheme_count(whole) == halves


@pytest.mark.parametrize(
    ("text", "left"), [("Olá, señor. 1", False), ("日本", False), ("a \u05e9", True), ("\u0633\u0644", True)]
)
def test_text_from_right_to_left_is_known(text: str, left: bool) -> None:
    assert runs_to_the_left(text) is left
