"""Which key chord pastes in which window."""

from __future__ import annotations

from v2m_desktop.core.settings import PasteChord
from v2m_desktop.core.targets import Chord, Window

PRIMARY_TERMINALS = frozenset(
    ["aterm", "eterm", "mlterm", "rxvt", "st", "st-256color", "urxvt", "uxterm", "xterm"]
)
"""Paste PRIMARY on Shift+Insert; most take Ctrl+Shift+V for a control character."""

TERMINALS = frozenset(
    [
        "alacritty",
        "com.mitchellh.ghostty",
        "com.raggesoft.blackbox",
        "cool-retro-term",
        "deepin-terminal",
        "foot",
        "ghostty",
        "gnome-terminal",
        "gnome-terminal-server",
        "guake",
        "kitty",
        "konsole",
        "lxterminal",
        "mate-terminal",
        "org.gnome.console",
        "org.gnome.ptyxis",
        "org.gnome.terminal",
        "org.wezfurlong.wezterm",
        "qterminal",
        "rio",
        "tabby",
        "terminator",
        "terminology",
        "tilda",
        "tilix",
        "wezterm",
        "xfce4-terminal",
        "yakuake",
    ]
)


def is_terminal(window: Window | None) -> bool:
    """Judged by the window's class."""
    return window is not None and window.application.lower() in TERMINALS | PRIMARY_TERMINALS


def choose_chord(setting: PasteChord, window: Window | None, platform: str) -> Chord:
    """`platform` is sys.platform. The setting wins; "auto" looks at the window."""
    if setting is not PasteChord.AUTO:
        return Chord(setting.value)
    if platform == "darwin":
        return Chord.CMD_V
    name = window.application.lower() if window is not None else ""
    if name in PRIMARY_TERMINALS:
        return Chord.SHIFT_INSERT
    return Chord.CTRL_SHIFT_V if name in TERMINALS else Chord.CTRL_V
