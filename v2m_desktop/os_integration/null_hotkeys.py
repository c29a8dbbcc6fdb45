"""The honest twin of the hotkeys: says why there are none, and what to do instead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge


class HotkeysMissing(Enum):
    """Why there are no hotkeys; the value is the sentence for the user."""

    WAYLAND = (
        "Wayland does not let an app see global hotkeys. "
        'Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.'
    )
    HYPRLAND = (
        "Hyprland gives an app only the keys in its own configuration. "
        'Add the line "bind = CTRL ALT, space, exec, v2m toggle" to ~/.config/hypr/hyprland.conf.'
    )
    NO_DISPLAY = 'There is no desktop to take hotkeys from. Use "v2m toggle" from a terminal.'
    PERMISSION = (
        "The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring "
        'in the privacy settings, or bind the command "v2m toggle" to a key.'
    )
    LIBRARY = (
        "The library for hotkeys cannot be loaded. Install the app again, or bind the command "
        '"v2m toggle" to a key in the keyboard settings of your desktop.'
    )


class NullHotkeys:
    """A HotkeySource without hotkeys."""

    name = ""

    def __init__(self, reason: HotkeysMissing) -> None:
        self.reason = reason
        self.lost: Callable[[HotkeyError], None] = lambda _: None

    def start(
        self,
        bindings: Mapping[KeyAction, Hotkey],  # noqa: ARG002
        sink: Callable[[KeyEdge], None],  # noqa: ARG002
    ) -> Mapping[KeyAction, HotkeyError]:
        """Always raises HotkeyError with the reason."""
        raise HotkeyError(self.reason.value)

    def grab(self, action: KeyAction, active: bool) -> None:
        """Nothing to grab."""

    def is_down(self) -> bool:
        return False

    def stop(self) -> None:
        """Nothing to stop."""
