"""What to do on a desktop that gives no hotkeys: where to bind our command instead."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum


class HotkeyGuide(Enum):
    """One sentence for each desktop; the value is for the user."""

    GNOME = (
        'Bind the command "v2m toggle" to a key: Settings, Keyboard, View and Customize Shortcuts, '
        "Custom Shortcuts."
    )
    KDE = (
        'Bind the command "v2m toggle" to a key: System Settings, Keyboard, Shortcuts, Add New, '
        "Command or Script."
    )
    SWAY = 'Add the line "bindsym Ctrl+Alt+space exec v2m toggle" to ~/.config/sway/config.'
    OTHER = 'Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.'


_DESKTOPS = {
    "gnome": HotkeyGuide.GNOME,
    "ubuntu": HotkeyGuide.GNOME,
    "kde": HotkeyGuide.KDE,
    "sway": HotkeyGuide.SWAY,
}


def guide_for(environment: Mapping[str, str]) -> HotkeyGuide:
    """By the names in XDG_CURRENT_DESKTOP, of which the most exact is first (XDG Desktop Entry)."""
    names = desktop_names(environment)
    return next((_DESKTOPS[name] for name in names if name in _DESKTOPS), HotkeyGuide.OTHER)


def desktop_names(environment: Mapping[str, str]) -> list[str]:
    """What the desktop calls itself, in small letters."""
    return environment.get("XDG_CURRENT_DESKTOP", "").lower().split(":")
