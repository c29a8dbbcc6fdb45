"""What the desktop allows, line by line, and the button that has it ask for more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.ui.settings.form import COLUMN_GAP
from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.settings.page import label_width
from v2m_desktop.ui.settings.view import DesktopLine
from v2m_desktop.ui.wording import translate

MARK_GAP, LINE_GAP, BUTTON_GAP = 8, 8, 12
MARKS = ("–", "✓")
"""For what is not allowed, and for what is."""


class DesktopRows(QWidget):
    """`allow` is there only while `can_allow`."""

    allow_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[DesktopLine, ...] = ()
        self._rows = QWidget()
        self.allow = QPushButton(translate("Settings", "Allow keys…"))
        self.allow.setAutoDefault(False)
        self.allow.setAccessibleDescription(
            translate("Settings", "The desktop asks you whether the app may press keys.")
        )
        self.allow.clicked.connect(self.allow_requested)
        self.allow.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(BUTTON_GAP)
        self._column.addWidget(self._rows)
        below = QHBoxLayout()
        below.addSpacing(label_width(self) + COLUMN_GAP)
        below.addWidget(self.allow)
        below.addStretch(1)
        self._column.addLayout(below)

    def show_lines(self, lines: tuple[DesktopLine, ...], *, can_allow: bool) -> None:
        """Cheap if nothing changed."""
        self.allow.setVisible(can_allow)
        if lines == self.lines:
            return
        self.lines = lines
        rows = _rows(lines)
        self._column.replaceWidget(self._rows, rows)
        self._rows.hide()
        self._rows.deleteLater()
        self._rows = rows


def _rows(lines: tuple[DesktopLine, ...]) -> QWidget:
    """In the two columns of a form, with the marks before the names."""
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(LINE_GAP)
    mark_width = max(rows.fontMetrics().horizontalAdvance(mark) for mark in MARKS) + MARK_GAP
    for column, width in ((0, mark_width), (1, label_width(rows) - mark_width), (2, COLUMN_GAP)):
        grid.setColumnMinimumWidth(column, width)
    grid.setColumnStretch(3, 1)
    for place, line in enumerate(lines):
        mark = Note(Tone.DONE if line.ok else Tone.QUIET, MARKS[line.ok])
        mark.setAccessibleName(translate("Settings", "Yes") if line.ok else translate("Settings", "No"))
        name = Note(Tone.PLAIN, line.name)
        name.setFixedWidth(label_width(rows) - mark_width)
        for column, note in ((0, mark), (1, name), (3, Note(Tone.QUIET, line.sentence))):
            grid.addWidget(note, place, column, Qt.AlignmentFlag.AlignTop)
    return rows
