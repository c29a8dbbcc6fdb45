"""The X11 keyboard: connections, key codes of the current layout, modifier masks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DisplayError

if TYPE_CHECKING:
    from Xlib.display import Display

KEYSYM_NAMES = {
    "enter": "Return", "tab": "Tab", "backspace": "BackSpace", "insert": "Insert", "delete": "Delete",
    "home": "Home", "end": "End", "page_up": "Prior", "page_down": "Next", "pause": "Pause",
    "scroll_lock": "Scroll_Lock", "menu": "Menu", "print_screen": "Print", "escape": "Escape",
    "up": "Up", "down": "Down", "left": "Left", "right": "Right",
}  # fmt: skip

_MODIFIER_KEYS = {
    "shift": ("Shift_L", "Shift_R"),
    "ctrl": ("Control_L", "Control_R"),
    "alt": ("Alt_L", "Alt_R", "ISO_Level3_Shift", "Mode_switch"),
    "super": ("Super_L", "Super_R"),
}
"""Keys by the name their modifier has in a Hotkey. AltGr counts as Alt: it spoils a chord like Alt does."""

GROUP_SHIFT = 13
"""Bits 13 and 14 of the pointer state hold the active layout (X Keyboard Extension, core compatibility)."""


def connect(display_name: str | None = None) -> Display:
    """Open a connection of one's own. Raises DisplayError."""
    from Xlib import error
    from Xlib.display import Display

    try:
        display = Display(display_name)
    except (error.DisplayError, OSError) as problem:
        raise DisplayError(
            "The X display cannot be opened. Start the app from a desktop session."
        ) from problem
    display.set_error_handler(_ignore_late_error)
    return display


def _ignore_late_error(_error: object, _request: object) -> None:
    """Late errors belong to windows that are gone; the default handler would print them."""


def drain_events(display: Display) -> None:
    """Take up layout changes and drop everything else, so that unread events do not pile up."""
    from Xlib import X

    while display.pending_events():
        event = display.next_event()
        if event.type == X.MappingNotify:
            display.refresh_keyboard_mapping(event)


def keysym_of(key: str) -> int:
    """The keysym of a key as written in a Hotkey; 0 if X has none."""
    from Xlib import XK

    if len(key) == 1:
        code = ord(key)
        return code if code < 0x100 else 0x0100_0000 | code
    return XK.string_to_keysym(KEYSYM_NAMES.get(key, key.upper() if key[1:].isdigit() else key))


def keycodes_of(display: Display, keysym: int) -> tuple[int, ...]:
    """Key codes that give `keysym` on the lowest level on which any key gives it."""
    found = sorted((index, code) for code, index in display.keysym_to_keycodes(keysym))
    return tuple(code for index, code in found if index == found[0][0])


def keycode_in_active_layout(display: Display, keysym: int) -> int:
    """The key code that gives `keysym` unshifted in the layout that is active now, else in any; 0 if none."""
    group = (display.screen().root.query_pointer().mask >> GROUP_SHIFT) & 3
    found = sorted((index, code) for code, index in display.keysym_to_keycodes(keysym))
    # The core keymap lists both levels of layout 1, then both of layout 2.
    active = [code for index, code in found if index == group * 2]
    return (active or [code for _, code in found] or [0])[0]


def pressed_keycodes(display: Display) -> frozenset[int]:
    """Keys that are down now."""
    bits = display.query_keymap()
    return frozenset(
        byte * 8 + bit for byte, value in enumerate(bits) if value for bit in range(8) if value >> bit & 1
    )


def modifier_keycodes(display: Display) -> dict[str, frozenset[int]]:
    """Key codes of the modifier keys, by modifier name."""
    return {
        name: frozenset(code for key in keys for code, _ in display.keysym_to_keycodes(_modifier_keysym(key)))
        for name, keys in _MODIFIER_KEYS.items()
    }


def _modifier_keysym(name: str) -> int:
    from Xlib import XK

    XK.load_keysym_group("xkb")  # ISO_Level3_Shift lives there
    return XK.string_to_keysym(name)


@dataclass(frozen=True, slots=True)
class ModifierMasks:
    """State bits of the modifiers in the current mapping."""

    masks: dict[str, int]
    num_lock: int

    @classmethod
    def read(cls, display: Display) -> ModifierMasks:
        """Ask the server which of Mod1 to Mod5 Alt, Super and Num Lock are."""
        from Xlib import X

        masks = {
            "shift": X.ShiftMask,
            "ctrl": X.ControlMask,
            "alt": mask_of(display, "Alt_L") or X.Mod1Mask,
            "super": mask_of(display, "Super_L") or X.Mod4Mask,
        }
        return cls(masks, mask_of(display, "Num_Lock"))

    def combined(self, names: frozenset[str]) -> int:
        """One mask for all `names`."""
        mask = 0
        for name in names:
            mask |= self.masks[name]
        return mask

    def with_locks(self, mask: int) -> tuple[int, ...]:
        """`mask` with Caps Lock and Num Lock each off and on: a grab matches the exact state only."""
        from Xlib import X

        return tuple(
            dict.fromkeys(
                mask | locks for locks in (0, X.LockMask, self.num_lock, X.LockMask | self.num_lock)
            )
        )


def mask_of(display: Display, key: str) -> int:
    """The state bit of a modifier key in the current mapping; 0 if it has none."""
    codes = {code for code, _ in display.keysym_to_keycodes(_modifier_keysym(key))}
    for index, row in enumerate(display.get_modifier_mapping()):
        if codes & {code for code in row if code}:
            return 1 << index
    return 0
