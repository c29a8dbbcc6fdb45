"""Hotkeys as portals want them written (freedesktop.org, Shortcuts specification): CTRL+ALT+space."""

from __future__ import annotations

from functools import cache

from v2m_desktop.core.ports import Hotkey
from v2m_desktop.os_integration.x11_keyboard import KEYSYM_NAMES

_MODIFIERS = (("ctrl", "CTRL"), ("alt", "ALT"), ("shift", "SHIFT"), ("super", "LOGO"))


def trigger_of(hotkey: Hotkey) -> str:
    """Modifiers, and the key by the name that xkbcommon gives its symbol."""
    names = [written for name, written in _MODIFIERS if name in hotkey.modifiers]
    return "+".join([*names, _symbol_name(hotkey.key)])


def _symbol_name(key: str) -> str:
    if len(key) == 1:
        code = ord(key)
        return key if key.isascii() and key.isalnum() else _latin_names().get(code, f"U{code:04X}")
    return KEYSYM_NAMES.get(key, key.upper() if key[1:].isdigit() else key)


@cache
def _latin_names() -> dict[int, str]:
    """Symbols that are characters of Latin-1; of two names for one the first defined is in use."""
    from Xlib.keysymdef import latin1

    names: dict[int, str] = {}
    for name, code in vars(latin1).items():
        if name.startswith("XK_"):
            names.setdefault(code, name.removeprefix("XK_"))
    return names
