"""What the desktop allows, line by line, and the button that has it ask for more."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.settings.view import DesktopLine
from v2m_desktop.ui.wording import translate

MARK_GAP, NAME_GAP, LINE_GAP, BUTTON_GAP = 8, 16, 8, 12
NAME_SHARE, SENTENCE_SHARE = 4, 7


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
        self._column.addWidget(self.allow, 0, Qt.AlignmentFlag.AlignLeft)

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
    rows = QWidget()
    grid = QGridLayout(rows)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(MARK_GAP)
    grid.setVerticalSpacing(LINE_GAP)
    grid.setColumnStretch(1, NAME_SHARE)
    grid.setColumnMinimumWidth(2, NAME_GAP - 2 * MARK_GAP)
    grid.setColumnStretch(3, SENTENCE_SHARE)
    for place, line in enumerate(lines):
        mark = Note(Tone.DONE, "✓") if line.ok else Note(Tone.QUIET, "–")
        mark.setAccessibleName(translate("Settings", "Yes") if line.ok else translate("Settings", "No"))
        grid.addWidget(mark, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Note(Tone.PLAIN, line.name), place, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Note(Tone.QUIET, line.sentence), place, 3, Qt.AlignmentFlag.AlignTop)
    return rows
