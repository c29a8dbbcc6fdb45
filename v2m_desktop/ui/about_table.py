"""The part of the About window that differs from machine to machine: keys in force and folders."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from v2m_desktop.ui.theme import current_theme, scaled_font
from v2m_desktop.ui.wording import hotkey_name, translate

KEY_STYLE = "border: 1px solid {color}; border-radius: 5px; padding: 1px 8px 2px 8px;"
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


@dataclass(frozen=True, slots=True)
class AboutView:
    """`hotkeys` are pairs of what a key does and the key as settings write it; only those in force.

    `paths` are pairs of what is there and where. What a key does and what is there are in the language of the
    interface already.
    """

    version: str = ""
    hotkeys: tuple[tuple[str, str], ...] = ()
    paths: tuple[tuple[str, str], ...] = ()


class _KeyLabel(QLabel):
    """A key looks like one, and is no wider than its name."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        _named(self)
        self.setTextInteractionFlags(SELECTABLE)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        style = KEY_STYLE.format(color=current_theme().quiet.name())
        if style != self.styleSheet():
            self.setStyleSheet(style)


def about_table(view: AboutView) -> QWidget:
    """Keys and places, in two columns of one width."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    _add_title(grid, translate("About", "Keys"))
    for label, key in view.hotkeys:
        _add_row(grid, label, _KeyLabel(hotkey_name(key)))
    if not view.hotkeys:
        nothing = _named(QLabel(translate("About", "No hotkeys are in force. The tray menu does the same.")))
        nothing.setWordWrap(True)
        grid.addWidget(nothing, grid.rowCount(), 0, 1, 2)
    if view.paths:
        _add_title(grid, translate("About", "Files"))
    for label, path in view.paths:
        _add_row(grid, label, _path_line(label, path))
    return table


def _add_title(grid: QGridLayout, text: str) -> None:
    title = _named(QLabel(text))
    title.setFont(scaled_font(1.1, QFont.Weight.DemiBold))
    row = grid.rowCount()
    if row > 1:
        title.setContentsMargins(0, 12, 0, 0)
    grid.addWidget(title, row, 0, 1, 2)


def _add_row(grid: QGridLayout, label: str, value: QWidget) -> None:
    row = grid.rowCount()
    grid.addWidget(_named(QLabel(label)), row, 0)
    grid.addWidget(value, row, 1)


def _path_line(label: str, path: str) -> QLineEdit:
    """A line to select and copy from: a path has no spaces at which it could wrap."""
    line = QLineEdit(path)
    line.setReadOnly(True)
    line.setFrame(False)
    line.setStyleSheet("background: transparent;")
    line.setCursorPosition(0)
    line.setToolTip(path)
    line.setAccessibleName(label)
    return line


def _named(label: QLabel) -> QLabel:
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setAccessibleName(label.text())
    return label
