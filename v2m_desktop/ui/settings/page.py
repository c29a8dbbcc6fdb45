"""What all pages have in common: a title, rows made from the schema, and values that follow the view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from v2m_desktop.ui.settings.controls import CheckControl, ChoiceControl, NumberControl
from v2m_desktop.ui.settings.fold import Fold
from v2m_desktop.ui.settings.form import Form, Row
from v2m_desktop.ui.settings.hotkey_edit import HotkeyEdit
from v2m_desktop.ui.settings.labels import wording
from v2m_desktop.ui.settings.mnemonics import with_keys
from v2m_desktop.ui.settings.notes import title_label
from v2m_desktop.ui.settings.schema import choices_of, field_of, value_of
from v2m_desktop.ui.settings.text_controls import LineControl, PromptControl
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import translate

Control = CheckControl | ChoiceControl | NumberControl | LineControl | PromptControl | HotkeyEdit

MARGINS = QMargins(28, 22, 28, 24)
TITLE_GAP = 18
LABEL_LETTERS = 21
"""Width of the column of names, in average letters; longer names wrap."""


def control_for(key: str) -> Control:
    """The control that fits the setting's type."""
    if field_of(key).annotation is bool:
        return CheckControl(key)
    if field_of(key).annotation is int:
        return NumberControl(key)
    return ChoiceControl(key) if choices_of(key) else LineControl(key)


def label_width(widget: QWidget) -> int:
    """Of the column of names, in the font of `widget`."""
    return round(LABEL_LETTERS * widget.fontMetrics().averageCharWidth() * 1.15)


class Page(QScrollArea):
    """One page of the dialog. `controls` are those that stand for a setting, by its key."""

    changed = Signal(str, object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = title
        self.setAccessibleName(title)
        self.controls: dict[str, Control] = {}
        self.rows: dict[str, Row] = {}
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = Form()
        self._content = content = _Content()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(MARGINS)
        self._column.setSpacing(TITLE_GAP)
        self._column.addWidget(title_label(title, 1.35))
        self._column.addWidget(self.form)
        self._folds: list[Fold] = []
        self.setWidget(content)
        # The desktop's window color shows through, so that pages and buttons stand on one ground.
        self.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)

    def add(
        self,
        key: str,
        control: Control | None = None,
        *,
        form: Form | None = None,
        beside: Sequence[QWidget] = (),
    ) -> Row:
        """A row for a setting, with the control that fits its type unless another one is given."""
        control = control or control_for(key)
        words = wording(key)
        if isinstance(control, PromptControl):
            row = (form or self.form).add_tall_row(control, words.name, beside)
        else:
            row = (form or self.form).add_row(control, words.name, words.help, beside)
        control.setObjectName(key)
        control.changed.connect(self.changed)
        if isinstance(control, HotkeyEdit):
            control.complained.connect(row.complain)
        self.controls[key], self.rows[key] = control, row
        return row

    def add_advanced(self) -> Form:
        """What few people need, folded away."""
        fold = Fold(translate("Settings", "Advanced"))
        self._folds.append(fold)
        self._column.addWidget(fold)
        return fold.form

    def finish(self, taken: frozenset[str]) -> None:
        """Once everything is added: one width for all names, and a key for each control."""
        self._column.addStretch(1)
        for form in self.findChildren(Form):
            form.set_label_width(label_width(self))
        _give_keys(self, taken)

    def show_view(self, view: SettingsView) -> None:
        """Values and problems of the view. Nothing is emitted."""
        problems = dict(view.problems) | dict(view.hotkeys_refused)
        for key, control in self.controls.items():
            control.show_value(value_of(view.settings, key))
            self.rows[key].hold(problems.get(key, ""))
        self._fit_width()

    def _fit_width(self) -> None:
        """Nothing is cut off at the right: there is no scroll bar for it."""
        width = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        if width != self.minimumWidth():
            self.setMinimumWidth(width)

    def flush(self) -> None:
        """Emit what was typed and not yet emitted."""
        for control in self.controls.values():
            control.flush()


class _Content(QWidget):
    """As high as its texts are at the width that the page has."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        # A layout's own answer is the height at the least width, where every text wraps: pages would scroll
        # with nothing below.
        return QSize(super().minimumSizeHint().width(), 0)


def _give_keys(page: Page, taken: frozenset[str]) -> None:
    named: list[QLabel | QAbstractButton] = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and _is_named(widget)
    ]
    texts = [widget.text() for widget in named]
    for widget, text in zip(named, with_keys(texts, taken), strict=True):
        widget.setText(text)


def _is_named(widget: QLabel | QAbstractButton) -> bool:
    """Whether people see the widget's text and can go to it, or to what it names, by a key."""
    if isinstance(widget, QLabel):
        return widget.buddy() is not None
    return bool(widget.text()) and not isinstance(widget, HotkeyEdit)
