"""Parses hotkeys such as "ctrl+alt+space"."""

from __future__ import annotations

import sys

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey

MODIFIERS = {
    "ctrl": "ctrl", "control": "ctrl", "alt": "alt", "option": "alt", "shift": "shift",
    "super": "super", "win": "super", "cmd": "super", "command": "super", "meta": "super",
}  # fmt: skip

NAMED_KEYS = frozenset(
    ["space", "tab", "enter", "backspace", "insert", "delete", "home", "end", "page_up", "page_down", "pause"]
    + ["scroll_lock", "menu", "up", "down", "left", "right", "print_screen"]
    + [f"f{number}" for number in range(1, 25)]
)

_LINUX = sys.platform.startswith("linux")

DEFAULT_HOTKEY = "ctrl+alt+space" if _LINUX else "ctrl+shift+space"
DEFAULT_REFINE_HOTKEY = "ctrl+alt+r" if _LINUX else "ctrl+shift+f8"
DEFAULT_TRANSLATE_HOTKEY = "ctrl+alt+x" if _LINUX else "ctrl+shift+f9"
DEFAULT_INSERT_HOTKEY = "ctrl+alt+v" if _LINUX else "ctrl+shift+f10"
DEFAULT_TAKE_BACK_HOTKEY = "ctrl+alt+z" if _LINUX else "ctrl+shift+f11"
"""One default per system: Ctrl+Alt is AltGr on Windows, and Ctrl+Option+Space switches input on macOS."""


def parse_hotkey(text: str) -> Hotkey:
    """Parse modifiers and one key joined by "+". Raises HotkeyError naming the part that is wrong.

    A printable key needs a modifier other than Shift, or it could no longer be typed.
    """
    parts = [part.strip().lower() for part in text.split("+")]
    if not text.strip() or "" in parts:
        raise HotkeyError(
            '"{text}" is not a hotkey. Write it like {example}.', text=text, example=DEFAULT_HOTKEY
        )
    *modifier_names, key = parts
    unknown = [name for name in modifier_names if name not in MODIFIERS]
    if unknown:
        raise HotkeyError(
            '"{part}" in the hotkey "{text}" is no modifier. Use ctrl, alt, shift or super.',
            part=unknown[0],
            text=text,
        )
    printable = len(key) == 1 and key.isprintable()
    if not printable and key not in NAMED_KEYS:
        raise HotkeyError(
            '"{part}" in the hotkey "{text}" is no key known here. Write it like {example}.',
            part=key, text=text, example=DEFAULT_HOTKEY,
        )  # fmt: skip
    modifiers = frozenset(MODIFIERS[name] for name in modifier_names)
    typed = printable or key in {"space", "tab", "enter", "backspace"}
    if typed and not modifiers - {"shift"}:
        raise HotkeyError(
            'The hotkey "{text}" needs ctrl, alt or super, or {key} could no longer be typed.',
            text=text,
            key=key,
        )
    return Hotkey(modifiers, key)
