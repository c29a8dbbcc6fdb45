"""Rows of a page: a name at the left, a control at the right, what is to be known about it underneath."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from v2m_desktop.ui.settings.notes import Note, Tone, title_label

ROW_GAP, NOTE_GAP, SECTION_GAP, COLUMN_GAP = 14, 4, 12, 16
FIELD_STRETCH = 100
"""A field grows to its own largest width before the room beside it does."""


class Row(QObject):
    """One control with its name, its help and its problem, shown and hidden together."""

    def __init__(self, control: QWidget, label: QLabel | None, cell: QWidget, help_text: str) -> None:
        super().__init__(cell)
        self.control, self.label, self.cell = control, label, cell
        self.help = Note(Tone.QUIET, help_text)
        self.warning = Note(Tone.WARNING)
        self.problem = Note(Tone.PROBLEM)
        self._complaint = ""
        self._held = ""

    def set_shown(self, shown: bool) -> None:
        self.cell.setVisible(shown)
        if self.label is not None:
            self.label.setVisible(shown)

    def set_enabled(self, enabled: bool) -> None:
        self.cell.setEnabled(enabled)
        if self.label is not None:
            self.label.setEnabled(enabled)

    def hold(self, problem: str) -> None:
        """What the app has to say about this setting."""
        if problem != self._held:
            self._held = problem
            self._say()

    @Slot(str)
    def complain(self, sentence: str) -> None:
        """What is wrong with that which was just entered; "" once it is no longer so."""
        self._complaint = sentence
        self._say()

    def describe(self) -> None:
        """Read by screen readers after the control's name."""
        notes = (self.help.text(), self.warning.text(), self.problem.text())
        self.control.setAccessibleDescription(" ".join(note for note in notes if note))

    def _say(self) -> None:
        self.problem.say(self._complaint or self._held)
        self.describe()


class Form(QWidget):
    """Rows and sections, one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(ROW_GAP)
        self._grid.setColumnStretch(1, 1)
        self.labels: list[QLabel] = []

    def add_section(self, text: str) -> QLabel:
        """A title above the rows that follow."""
        label = title_label(text, 1.0)
        if self._grid.count():
            label.setContentsMargins(0, SECTION_GAP, 0, 0)
        self._place(label)
        return label

    def add_wide(self, widget: QWidget) -> None:
        """Something over the whole width."""
        self._place(widget)

    def add_row(
        self, control: QWidget, name: str, help_text: str = "", beside: Sequence[QWidget] = ()
    ) -> Row:
        """`beside` stands at the right of the control. A check box carries its name itself."""
        own_name = isinstance(control, QAbstractButton) and control.text() == name
        label = None if own_name else self._label(name, control)
        cell = QWidget()
        row = Row(control, label, cell, help_text)
        line = QHBoxLayout()
        line.setSpacing(8)
        grows = control.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        line.addWidget(control, FIELD_STRETCH if grows else 0)
        for widget in beside:
            line.addWidget(widget)
        line.addStretch(1)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NOTE_GAP)
        column.addLayout(line)
        for note in (row.help, row.warning, row.problem):
            column.addWidget(note)
        self._finish_row(row, name)
        return row

    def add_tall_row(self, control: QWidget, name: str, below: Sequence[QWidget] = ()) -> Row:
        """A control over the whole width, below its name, with small ones under it."""
        cell = QWidget()
        label = QLabel(name)
        label.setBuddy(control)
        self.labels.append(label)
        row = Row(control, None, cell, "")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(NOTE_GAP + 2)
        for widget in (label, control, row.problem):
            column.addWidget(widget)
        for widget in below:
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight)
        _name(row, name)
        self._place(cell)
        return row

    def set_label_width(self, width: int) -> None:
        self._grid.setColumnMinimumWidth(0, width)
        for label in self.labels:
            if label.wordWrap():
                label.setFixedWidth(width)

    def _label(self, name: str, control: QWidget) -> QLabel:
        label = QLabel(name)
        label.setWordWrap(True)
        label.setBuddy(control)
        # Aligned with its control, not with control and help together.
        label.setMinimumHeight(control.sizeHint().height())
        self.labels.append(label)
        return label

    def _finish_row(self, row: Row, name: str) -> None:
        _name(row, name)
        place = self._grid.rowCount()
        if row.label is not None:
            self._grid.addWidget(row.label, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.cell, place, 1)

    def _place(self, widget: QWidget) -> None:
        self._grid.addWidget(widget, self._grid.rowCount(), 0, 1, 2)


def _name(row: Row, name: str) -> None:
    row.control.setAccessibleName(name)
    row.describe()
