"""A submenu with one choice out of several, whose check mark is always the truth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from v2m_desktop.ui.view import Choice


class PickMenu(QMenu):
    """Emits `chosen` with the value. The check mark moves only when a view says that it took effect."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._choices: tuple[Choice, ...] = ()
        self._current = ""
        self._end: QAction | None = None
        self._group = QActionGroup(self)
        self._group.triggered.connect(self._choose)

    def show_choices(self, choices: Sequence[Choice], current: str) -> None:
        """`current` is checked, even where it is not among the choices (an unplugged microphone)."""
        wanted = tuple(choices)
        if current not in {choice.value for choice in wanted}:
            wanted += (Choice(current, current),)
        self._current = current
        if wanted != self._choices:
            self._choices = wanted
            self._rebuild(absent=current if len(wanted) > len(choices) else None)
        self._check()

    def add_last(self) -> QAction:
        """A plain entry that stays below the choices."""
        if self._end is None:
            self._end = self.addSeparator()
        return self.addAction("")

    def _rebuild(self, absent: str | None) -> None:
        for action in self._group.actions():
            self._group.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        for choice in self._choices:
            action = QAction(choice.label.replace("&", "&&"), self)
            self.insertAction(self._end, action)  # type: ignore[arg-type]  # None appends
            action.setCheckable(True)
            action.setData(choice.value)
            action.setEnabled(choice.value != absent)
            self._group.addAction(action)

    def _check(self) -> None:
        for action in self._group.actions():
            action.setChecked(action.data() == self._current)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        value = str(action.data())
        self._check()
        if value != self._current:
            self.chosen.emit(value)
