"""What a pressed key is called in a hotkey such as "ctrl+alt+space"."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_NAMES = {
    Qt.Key.Key_Space: "space", Qt.Key.Key_Tab: "tab", Qt.Key.Key_Backtab: "tab",
    Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_Backspace: "backspace",
    Qt.Key.Key_Insert: "insert", Qt.Key.Key_Delete: "delete", Qt.Key.Key_Home: "home", Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "page_up", Qt.Key.Key_PageDown: "page_down", Qt.Key.Key_Pause: "pause",
    Qt.Key.Key_ScrollLock: "scroll_lock", Qt.Key.Key_Menu: "menu", Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down", Qt.Key.Key_Left: "left", Qt.Key.Key_Right: "right",
    Qt.Key.Key_Print: "print_screen", Qt.Key.Key_SysReq: "print_screen",
}  # fmt: skip

MODIFIER_KEYS = frozenset(
    [
        *(Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta, Qt.Key.Key_AltGr),
        *(Qt.Key.Key_Super_L, Qt.Key.Key_Super_R, Qt.Key.Key_Hyper_L, Qt.Key.Key_Hyper_R),
        *(Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_Mode_switch, Qt.Key.Key_unknown),
    ]
)
"""Pressed before the key that counts."""

_MODIFIERS = {
    "ctrl": Qt.KeyboardModifier.ControlModifier,
    "alt": Qt.KeyboardModifier.AltModifier,
    "shift": Qt.KeyboardModifier.ShiftModifier,
    "super": Qt.KeyboardModifier.MetaModifier,
}
if sys.platform == "darwin":  # Qt calls the Command key Control there, and the Control key Meta
    _MODIFIERS["ctrl"], _MODIFIERS["super"] = _MODIFIERS["super"], _MODIFIERS["ctrl"]

_FIRST_FUNCTION_KEY, _LAST_FUNCTION_KEY = Qt.Key.Key_F1.value, Qt.Key.Key_F24.value
_FIRST_SPECIAL_KEY = 0x0100_0000
"""Below this Qt's numbers are characters, letters as capitals."""


def modifiers_of(event: QKeyEvent) -> list[str]:
    """Names of the modifiers that are held, in the order in which they are written."""
    held = event.modifiers()
    return [name for name, flag in _MODIFIERS.items() if held & flag]


def hotkey_of(event: QKeyEvent) -> str:
    """The hotkey that was pressed, or "" for a key that has no name in a hotkey."""
    name = _name(event.key())
    return "+".join([*modifiers_of(event), name]) if name else ""


def _name(key: int) -> str:
    if _FIRST_FUNCTION_KEY <= key <= _LAST_FUNCTION_KEY:
        return f"f{key - _FIRST_FUNCTION_KEY + 1}"
    if key in _NAMES:
        return _NAMES[Qt.Key(key)]
    if not 0x20 < key < _FIRST_SPECIAL_KEY:
        return ""
    character = chr(key).lower() if key <= sys.maxunicode else ""
    # "+" stands between the keys of a hotkey, so it cannot be one of them.
    return character if len(character) == 1 and character.isprintable() and character != "+" else ""
