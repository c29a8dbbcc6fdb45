"""A field that takes a hotkey by having it pressed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.settings.controls import fit_field
from v2m_desktop.ui.settings.key_names import MODIFIER_KEYS, hotkey_of, modifiers_of
from v2m_desktop.ui.wording import hotkey_name, translate

LONGEST_PRESS_MS = 3000
"""The end of a press may get lost to the window manager: the recording ends without it."""

EDITING_KEYS = frozenset(["delete", "home", "end", "page_up", "page_down", "up", "down", "left", "right"])
"""Alone, or with Shift, every text field needs them."""


class _Stage(Enum):
    IDLE = "idle"
    LISTENING = "listening"
    RELEASING = "releasing"
    """The new hotkey is still held: whoever took it now would react to it."""


class HotkeyEdit(QPushButton):
    """Enter, Space or a click starts to listen, the next key with its modifiers is taken, Esc gives up.

    Where the hotkey is optional, Backspace or Delete takes it away. A combination that cannot be used is
    refused by `complained`, which carries the sentence, or "" once there is nothing to complain about.
    """

    changed = Signal(str, object)
    complained = Signal(str)
    recording = Signal(bool)

    def __init__(self, key: str, parent: QWidget | None = None, *, optional: bool = True) -> None:
        super().__init__(parent)
        self.key = key
        self.taken: Mapping[str, str] = {}
        """Hotkeys that something else has, and what that is called."""
        self._optional = optional
        self._hotkey = ""
        self._stage = _Stage.IDLE
        self._release = QTimer(self, interval=LONGEST_PRESS_MS, singleShot=True)
        self._release.timeout.connect(self._end)
        self.setAutoDefault(False)
        fit_field(self)
        self.clicked.connect(self._listen)
        self._show_hotkey()

    def show_value(self, value: object) -> None:
        self._hotkey = str(value)
        if self._stage is not _Stage.LISTENING:
            self._show_hotkey()

    def flush(self) -> None:
        """Everything is emitted already."""

    @Slot()
    def clear(self) -> None:
        """Have no hotkey."""
        self.complained.emit("")
        if self._hotkey:
            self._take("")

    def event(self, event: QEvent) -> bool:
        # While it listens, no shortcut of the dialog may take the keys away.
        if event.type() == QEvent.Type.ShortcutOverride and self._stage is not _Stage.IDLE:
            event.accept()
            return True
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  (Qt's name)
        """Tab may be a part of a hotkey."""
        return self._stage is _Stage.IDLE and super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._stage is _Stage.LISTENING:
            self._on_key(event)
        elif self._stage is _Stage.IDLE and not event.isAutoRepeat():
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._listen()
            elif self._optional and event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
                self.clear()
            else:
                super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if self._stage is _Stage.IDLE:
            super().keyReleaseEvent(event)
        elif event.isAutoRepeat():
            return
        elif self._stage is _Stage.RELEASING:
            self._end()
        elif event.key() in MODIFIER_KEYS:
            self.setText(_listening_text(modifiers_of(event)))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._end()
        super().hideEvent(event)

    @Slot()
    def _listen(self) -> None:
        self._stage = _Stage.LISTENING
        self.setDown(True)
        self.setText(_listening_text([]))
        self.complained.emit("")
        self.recording.emit(True)

    @Slot()
    def _end(self) -> None:
        if self._stage is _Stage.IDLE:
            return
        self._stage = _Stage.IDLE
        self._release.stop()
        self.setDown(False)
        self._show_hotkey()
        self.recording.emit(False)

    def _on_key(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        held = modifiers_of(event)
        if event.key() in MODIFIER_KEYS:
            self.setText(_listening_text(held))
        elif event.key() == Qt.Key.Key_Escape and not held:
            self._end()
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and not held and self._optional:
            self._await_release()
            self.clear()
        else:
            self._await_release()
            self._judge(hotkey_of(event))

    def _await_release(self) -> None:
        self._stage = _Stage.RELEASING
        self._release.start()
        self.setDown(False)
        self._show_hotkey()

    def _judge(self, text: str) -> None:
        """Take the hotkey, or say why it cannot be had. The old one stays then."""
        if not text:
            self.complained.emit(translate("Settings", "This key cannot be a hotkey. Press another one."))
            return
        try:
            hotkey = parse_hotkey(text)
        except HotkeyError as error:
            self.complained.emit(error_sentence(error))
            return
        written = str(hotkey)
        if hotkey.key in EDITING_KEYS and not hotkey.modifiers - {"shift"}:
            sentence = translate("Settings", "{keys} is needed for writing. Hold Ctrl, Alt or Super with it.")
            self.complained.emit(sentence.format(keys=hotkey_name(written)))
        elif written in self.taken:
            sentence = translate("Settings", '{keys} is already the hotkey for "{name}".')
            self.complained.emit(sentence.format(keys=hotkey_name(written), name=self.taken[written]))
        elif written != self._hotkey:
            self._take(written)

    def _take(self, hotkey: str) -> None:
        self._hotkey = hotkey
        self._show_hotkey()
        self.changed.emit(self.key, hotkey)

    def _show_hotkey(self) -> None:
        name = hotkey_name(self._hotkey) if self._hotkey else translate("Settings", "None")
        self.setText(name.replace("&", "&&"))


def _listening_text(held: list[str]) -> str:
    return f"{hotkey_name('+'.join(held))}+…" if held else translate("Settings", "Press the keys…")
