"""Which lines of a growing text are visible. Old words leave on the left, the newest always show.

Qt counts UTF-16 units, Python counts code points; everything here counts UTF-16 units.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

ELLIPSIS = "… "
KEPT_UNITS, STEP_UNITS = 900, 300
"""A take may last an hour. Only its end is laid out, and the start of that end moves in steps, so that lines
break anew once per step and not with every word."""


@dataclass(frozen=True, slots=True)
class Line:
    """`committed` units at the start of `text` will not change any more."""

    text: str
    committed: int


def units_of(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _cut(raw: bytes, start: int, end: int) -> str:
    return raw[2 * start : 2 * end].decode("utf-16-le", "replace")


def joined(committed: str, tentative: str) -> str:
    """Both parts as one text. A space goes between Latin words that bring none."""
    apart = committed and tentative and not committed[-1].isspace() and not tentative[0].isspace()
    spaced = apart and tentative[0].isalnum() and ord(tentative[0]) < 0x2E80
    return committed + (" " if spaced else "") + tentative


def tail_start(text: str) -> int:
    """Index of the code point from which on a text is laid out, at the start of a word where there is one."""
    if len(text) <= KEPT_UNITS:
        return 0
    start = ((len(text) - KEPT_UNITS) // STEP_UNITS + 1) * STEP_UNITS
    space = text.find(" ", start, start + 60)
    return space + 1 if space >= 0 else start


def _wrapped(text: str, font: QFont, width: float) -> list[tuple[int, int]]:
    layout = QTextLayout(text, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    spans = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textStart() + line.textLength()))
    layout.endLayout()
    return spans


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _elided(text: str, metrics: QFontMetricsF, width: float) -> tuple[str, int]:
    """Replace the first words by an ellipsis. Also gives how many units are gone."""
    rest = text
    while rest:
        space = rest.find(" ")
        rest = rest[space + 1 :] if space >= 0 else rest[1:]
        if metrics.horizontalAdvance(ELLIPSIS + rest) <= width:
            break
    return ELLIPSIS + rest, units_of(text) - units_of(rest)


def visible_lines(committed: str, tentative: str, font: QFont, width: float, count: int) -> list[Line]:
    """The last `count` lines of committed and tentative words, wrapped at `width` logical pixels.

    Where older words were left out, the first line starts with an ellipsis.
    """
    text = " ".join(joined(committed, tentative).split("\n"))
    skipped = tail_start(text)
    text, fixed = text[skipped:], committed[skipped:]
    raw, boundary = text.encode("utf-16-le"), units_of(fixed)
    spans = _wrapped(text, font, width) if text.strip() else []
    lines = []
    for start, end in spans[-count:]:
        line = _cut(raw, start, end).rstrip()
        lines.append(Line(line, min(max(boundary - start, 0), units_of(line))))
    if lines and (len(spans) > count or skipped):
        short, gone = _elided(lines[0].text, QFontMetricsF(font), width)
        kept = max(lines[0].committed - gone, 0)
        lines[0] = Line(short, kept + units_of(ELLIPSIS))
    return lines
