"""Controls for settings that are typed. They keep what is typed for as long as they have the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from v2m_desktop.ui.settings.controls import QUIET_MS, fit_field
from v2m_desktop.ui.theme import current_theme


class LineControl(QLineEdit):
    """One line."""

    changed = Signal(str, object)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._known = ""
        fit_field(self)
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._send)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.flush)

    def show_value(self, value: object) -> None:
        self._known = str(value)
        if not (self.hasFocus() and self.isModified()) and not self._quiet.isActive():
            self._put_back()

    @Slot()
    def flush(self) -> None:
        """Emit what was typed, now. Left with a text that was refused, show what holds."""
        if self._quiet.isActive():
            self._send()
        elif not self.hasFocus():
            self._put_back()

    @Slot()
    def _on_edited(self) -> None:
        self._quiet.start()

    @Slot()
    def _send(self) -> None:
        self._quiet.stop()
        text = self.text().strip()
        if text != self._known:
            self._known = text
            self.changed.emit(self.key, text)

    def _put_back(self) -> None:
        if self.text() != self._known:
            self.setText(self._known)


class PromptControl(QPlainTextEdit):
    """Several lines. The text may be private: nothing here prints it."""

    changed = Signal(str, object)

    def __init__(self, key: str, lines: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = key
        self._known = ""
        self._quiet = QTimer(self, interval=QUIET_MS, singleShot=True)
        self._quiet.timeout.connect(self._send)
        self.setTabChangesFocus(True)
        show_lines(self, lines)
        self._color()
        self.textChanged.connect(self._on_edited)

    def show_value(self, value: object) -> None:
        self._known = str(value)
        if not (self.hasFocus() and self.document().isModified()) and not self._quiet.isActive():
            self._put_back()

    def show_default(self, text: str) -> None:
        """Ours, seen where people have written nothing. It may be longer than the field."""
        if text != self.placeholderText():
            self.setPlaceholderText(text)
            self.setToolTip(text)

    @Slot()
    def reset(self) -> None:
        """Back to our own text, which an empty one stands for."""
        self.clear()
        self._send()

    def flush(self) -> None:
        """Emit what was typed, now. Left with a text that was refused, show what holds."""
        if self._quiet.isActive():
            self._send()
        elif not self.hasFocus():
            self._put_back()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._color()
        super().changeEvent(event)

    def _color(self) -> None:
        """Our own text is meant to be read, so it is less pale than ordinary placeholders."""
        palette, wanted = self.palette(), current_theme().quiet
        if palette.color(QPalette.ColorRole.PlaceholderText) != wanted:
            palette.setColor(QPalette.ColorRole.PlaceholderText, wanted)
            self.setPalette(palette)

    @Slot()
    def _on_edited(self) -> None:
        self._quiet.start()

    @Slot()
    def _send(self) -> None:
        self._quiet.stop()
        text = self.toPlainText().strip()
        if text != self._known:
            self._known = text
            self.changed.emit(self.key, text)

    def _put_back(self) -> None:
        if self.toPlainText() != self._known:
            with QSignalBlocker(self):
                self.setPlainText(self._known)


def show_lines(editor: QPlainTextEdit, count: int) -> None:
    """Make `editor` as high as `count` lines."""
    line = QFontMetricsF(editor.font()).lineSpacing()
    frame = 2 * (editor.frameWidth() + editor.document().documentMargin())
    editor.setFixedHeight(round(count * line + frame) + 2)
