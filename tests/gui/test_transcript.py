"""The newest words are always visible."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from v2m_desktop.ui.theme import scaled_font
from v2m_desktop.ui.transcript_lines import ELLIPSIS, joined, units_of, visible_lines

WIDTH, COUNT = 380.0, 3


def _words(count: int) -> str:
    return " ".join(f"word{number}" for number in range(count))


def test_short_text_is_whole(english: QApplication) -> None:
    lines = visible_lines("good morning", "to all", scaled_font(1), WIDTH, COUNT)
    assert [line.text for line in lines] == ["good morning to all"]
    assert lines[0].text[: lines[0].committed] == "good morning"


def test_nothing_takes_no_line(english: QApplication) -> None:
    assert visible_lines("", "", scaled_font(1), WIDTH, COUNT) == []
    assert visible_lines("  ", "\n", scaled_font(1), WIDTH, COUNT) == []


@pytest.mark.parametrize("count", [40, 200, 3000])
def test_old_words_leave_and_the_newest_stay(english: QApplication, count: int) -> None:
    font = scaled_font(1)
    lines = visible_lines(_words(count), "and more", font, WIDTH, COUNT)
    assert len(lines) == COUNT
    assert lines[0].text.startswith(ELLIPSIS)
    assert lines[-1].text.endswith("and more")
    shown = " ".join(line.text for line in lines).removeprefix(ELLIPSIS)
    assert f"{_words(count)} and more".endswith(shown)
    metrics = QFontMetricsF(font)
    assert all(metrics.horizontalAdvance(line.text) <= WIDTH + 1 for line in lines)


@pytest.mark.parametrize("text", ["語" * 500, "x" * 500, "😀" * 300, "مرحبا " * 120])
def test_text_without_spaces_and_other_scripts_stay_inside(english: QApplication, text: str) -> None:
    font = scaled_font(1)
    lines = visible_lines(text, "", font, WIDTH, COUNT)
    assert 1 <= len(lines) <= COUNT
    assert all(QFontMetricsF(font).horizontalAdvance(line.text) <= WIDTH + 1 for line in lines)
    assert all(0 <= line.committed <= units_of(line.text) for line in lines)


def test_committed_part_is_counted_in_the_units_of_qt(english: QApplication) -> None:
    (line,) = visible_lines("well 😀", "done", scaled_font(1), WIDTH, COUNT)
    assert line.text == "well 😀 done"
    assert line.committed == 7


@pytest.mark.parametrize(
    ("committed", "tentative", "text"),
    [
        ("a", "b", "a b"),
        ("a ", "b", "a b"),
        ("a", ", b", "a, b"),
        ("你", "好", "你好"),
        ("", "b", "b"),
        ("a", "", "a"),
    ],
)
def test_parts_are_joined_as_they_would_be_written(committed: str, tentative: str, text: str) -> None:
    assert joined(committed, tentative) == text
