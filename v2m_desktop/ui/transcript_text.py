"""Committed and tentative words, three lines at most."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QWidget

from v2m_desktop.ui.theme import Theme, scaled_font
from v2m_desktop.ui.transcript_lines import Line, units_of, visible_lines

MOST_LINES = 3
SIZE = 1.28
LEADING = 1.12


class TranscriptText(QWidget):
    """Draws words; its height follows the number of lines. Tentative words are lighter and dimmer."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._committed, self._tentative = "", ""
        self._font = scaled_font(SIZE)
        self._pitch = round(QFontMetricsF(self._font).height() * LEADING)
        self._lines: list[Line] = []

    @property
    def lines(self) -> list[Line]:
        """What is visible now."""
        return list(self._lines)

    def show_words(self, committed: str, tentative: str) -> None:
        """Lay the words out if they differ from those shown."""
        if (committed, tentative) != (self._committed, self._tentative):
            self._committed, self._tentative = committed, tentative
            self._lay_out()

    def _lay_out(self) -> None:
        self._lines = visible_lines(
            self._committed, self._tentative, self._font, max(self.width(), 80), MOST_LINES
        )
        self.setFixedHeight(max(1, len(self._lines)) * self._pitch)
        self.setVisible(bool(self._lines))
        self.setAccessibleDescription(" ".join(line.text for line in self._lines))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        for number, line in enumerate(self._lines):
            layout = QTextLayout(line.text, self._font)
            layout.setFormats(self._formats(line))
            layout.beginLayout()
            row = layout.createLine()
            row.setLineWidth(self.width() + self._pitch)
            layout.endLayout()
            top = number * self._pitch + (self._pitch - row.height()) / 2
            layout.draw(painter, QPointF(0, top))

    def _formats(self, line: Line) -> list[QTextLayout.FormatRange]:
        firm, loose = QTextCharFormat(), QTextCharFormat()
        firm.setForeground(self.theme.text)
        loose.setForeground(self.theme.tentative)
        loose.setFontWeight(QFont.Weight.Light)
        length = units_of(line.text)
        return [_range(0, line.committed, firm), _range(line.committed, length - line.committed, loose)]


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    part = QTextLayout.FormatRange()
    part.start, part.length, part.format = start, length, style
    return part
