"""Controls for settings that are picked: check boxes, lists and numbers.

Every control emits `changed` with its setting and the new value when a person changes it, and never because
of `show_value`. What the view says wins, except over what is being edited at that moment.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QSizePolicy,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from v2m_desktop.ui.settings.labels import CHOICES, value_name, wording
from v2m_desktop.ui.settings.schema import choices_of, limits_of
from v2m_desktop.ui.view import Choice

QUIET_MS = 600
"""A number or a text is emitted once nobody typed for this long."""

FIELD_LETTERS, FEWEST_LETTERS = 46, 12
"""Width of fields in average letters; they get narrower where there is little room."""
NUMBER_LETTERS = 14


class CheckControl(QCheckBox):
    """`values` are what an empty and a checked box stand for."""

    changed = Signal(str, object)

    def __init__(
        self, key: str, parent: QWidget | None = None, values: tuple[object, object] = (False, True)
    ) -> None:
        super().__init__(wording(key).name, parent)
        self.key = key
        self._values = values
        self.clicked.connect(self._on_clicked)

    def show_value(self, value: object) -> None:
        self.setChecked(value == self._values[1])

    def flush(self) -> None:
        """Everything is emitted already."""

    @Slot(bool)
    def _on_clicked(self, checked: bool) -> None:
        self.changed.emit(self.key, self._values[int(checked)])


class ChoiceControl(QComboBox):
    """One of several values. A value that is not offered is shown all the same."""

    changed = Signal(str, object)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._value: object = None
        self._choices: tuple[Choice, ...] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(FEWEST_LETTERS)
        fit_field(self)
        self.setMaxVisibleItems(16)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._calm = QTimer(self, interval=0, singleShot=True)
        self._calm.timeout.connect(self._sync)
        self.activated.connect(self._on_activated)
        self.show_choices([Choice(value, value_name(key, value)) for value in _in_order(key)])

    def show_choices(self, choices: Sequence[Choice]) -> None:
        self._choices = tuple(choices)
        self._sync()

    def show_value(self, value: object) -> None:
        self._value = value
        self._sync()

    def flush(self) -> None:
        """Everything is emitted already."""

    @Slot()
    def _sync(self) -> None:
        if self.view().isVisible():
            return  # an open list must not change under the pointer; see hidePopup
        wanted = list(self._choices)
        if self._value is not None and all(choice.value != self._value for choice in wanted):
            wanted.append(Choice(str(self._value), value_name(self.key, str(self._value))))
        shown = [Choice(self.itemData(place), self.itemText(place)) for place in range(self.count())]
        if wanted != shown:
            self.clear()
            for choice in wanted:
                self.addItem(choice.label, choice.value)
        self.setCurrentIndex(self.findData(self._value))

    def showPopup(self) -> None:  # noqa: N802  (Qt's name)
        # What is cut off in the closed list is seen in full in the open one.
        bar = self.view().verticalScrollBar().sizeHint().width()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + bar)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As Qt does it, but what is too long for the closed list ends in an ellipsis."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self)
        text: str = option.currentText
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 2)
        option.currentText = shown
        self.setToolTip(text if shown != text else "")
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def hidePopup(self) -> None:  # noqa: N802  (Qt's name)
        super().hidePopup()
        # Not at once: Qt still has to take up what was picked.
        self._calm.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling through a page must not change what passes under the pointer."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        value = self.itemData(place)
        if value != self._value:
            self._value = value
            self.changed.emit(self.key, value)


class NumberControl(QSpinBox):
    """A whole number with its unit, within the limits of the schema."""

    changed = Signal(str, object)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        words = wording(key)
        self.setRange(*limits_of(key))
        self.setSuffix(f" {words.unit}" if words.unit else "")
        self.setSpecialValueText(words.zero)
        self.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(NUMBER_LETTERS * self.fontMetrics().averageCharWidth())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._known = self.value()
        self._edited = False
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self.flush)
        self.valueChanged.connect(self._on_edited)
        self.lineEdit().textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.flush)

    def show_value(self, value: object) -> None:
        assert isinstance(value, int)
        self._known = value
        unfinished = self.hasFocus() and not self.hasAcceptableInput()
        if not self._edited and not unfinished and self.value() != value:
            with QSignalBlocker(self):
                self.setValue(value)

    @Slot()
    def flush(self) -> None:
        """Emit what was typed, now."""
        self._quiet.stop()
        edited, self._edited = self._edited, False
        if edited and self.value() != self._known:
            self._known = self.value()
            self.changed.emit(self.key, self._known)
        else:
            self.show_value(self._known)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As with lists: only where the number was chosen before."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    @Slot()
    def _on_edited(self) -> None:
        self._edited = True
        self._quiet.start()


def fit_field(field: QWidget) -> None:
    """One width for all fields, as long as there is room for it."""
    letter = field.fontMetrics().averageCharWidth()
    field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    field.setMinimumWidth(FEWEST_LETTERS * letter)
    field.setMaximumWidth(FIELD_LETTERS * letter)


def _in_order(key: str) -> tuple[str, ...]:
    """The values of a setting in the order in which they are named."""
    possible, named = choices_of(key), CHOICES.get(key, {})
    return tuple(value for value in named if value in possible) if possible else ()
