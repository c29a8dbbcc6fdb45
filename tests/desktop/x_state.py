"""What the X server knows of keys and windows, asked by a connection of the tests' own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from typing import Any

from Xlib import X
from Xlib.display import Display
from Xlib.protocol.event import ClientMessage

from tests.patience import PATIENCE_S

POLL_SECONDS = 0.01


@contextmanager
def connected() -> Iterator[Display]:
    """A connection for a moment."""
    display = Display()
    try:
        yield display
    finally:
        display.close()


def keys_down() -> str:
    """What is held down: key codes and the pointer's mask; "" for nothing."""
    with connected() as display:
        held = display.query_keymap()
        codes = [code for code in range(256) if held[code // 8] >> code % 8 & 1]
        mask = display.screen().root.query_pointer().mask
    return f"keys {codes}, mask {mask:#x}" if codes or mask else ""


def active_window() -> int:
    """The one that the window manager calls active; 0 for none."""
    with connected() as display:
        return _active(display)


def activate(window: int) -> None:
    """Bring the window (or the one it is a part of) to the front, and wait until it has the keyboard."""
    with connected() as display:
        whole = _client_window(display, window)
        root = display.screen().root
        data = (32, [2, X.CurrentTime, 0, 0, 0])  # as a pager asks, whom the window manager obeys
        kind = display.intern_atom("_NET_ACTIVE_WINDOW")
        message = ClientMessage(window=whole, client_type=kind, data=data)
        root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        _wait_active(display, whole)


def wait_active(window: int) -> None:
    """Wait until the window has the keyboard, and the window manager says so too."""
    with connected() as display:
        _wait_active(display, _client_window(display, window))


def _wait_active(display: Display, whole: int) -> None:
    deadline = time.monotonic() + PATIENCE_S
    display.flush()
    while not (_active(display) == whole and _is_part_of(display, _focused(display), whole)):
        assert time.monotonic() < deadline, f"window {whole:#x} does not come to the front"
        Event().wait(POLL_SECONDS)


def _active(display: Display) -> int:
    root = display.screen().root
    found = root.get_full_property(display.intern_atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
    return int(found.value[0]) if found is not None and len(found.value) else 0


def _focused(display: Display) -> Any:
    return display.get_input_focus().focus


def _is_part_of(display: Display, window: Any, whole: int) -> bool:
    """Whether `window` is `whole` or inside it; windows may end meanwhile."""
    root = display.screen().root
    while not isinstance(window, int) and window is not None and window != root:
        if window.id == whole:
            return True
        window = window.query_tree().parent
    return False


def _client_window(display: Display, window: int) -> int:
    """The window that the window manager knows: the nearest one above with WM_STATE."""
    found: Any = display.create_resource_object("window", window)
    root = display.screen().root
    while found.get_full_property(display.intern_atom("WM_STATE"), X.AnyPropertyType) is None:
        found = found.query_tree().parent
        assert not isinstance(found, int), f"no window manager knows {window:#x}"
        assert found != root, f"no window manager knows {window:#x}"
    return int(found.id)
