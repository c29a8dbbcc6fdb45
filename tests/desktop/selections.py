"""Reads selections as any X program does, by the book: ICCCM chapter 2, with INCR for what is long.

Needs a connection of its own, as it swallows events.
"""

from __future__ import annotations

import select
import time
from typing import Any

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import PropertyNotify, SelectionNotify

PATIENCE_SECONDS = 5.0


def read_text(
    display: Display, selection: str = "CLIPBOARD", seconds: float = PATIENCE_SECONDS
) -> str | None:
    """The text; None where there is none, or its owner does not answer."""
    found = read(display, selection, "UTF8_STRING", seconds)
    return None if found is None else found.decode()


def read_all(display: Display, selection: str = "CLIPBOARD") -> dict[str, bytes]:
    """Every format with a media type, and the text."""
    offered = read(display, selection, "TARGETS") or b""
    atoms = [int.from_bytes(offered[at : at + 4], "little") for at in range(0, len(offered), 4)]
    names = sorted({str(display.get_atom_name(atom)) for atom in atoms})
    contents = {
        name: read(display, selection, name) for name in names if "/" in name or name == "UTF8_STRING"
    }
    return {name: content for name, content in contents.items() if content is not None}


def read(display: Display, selection: str, target: str, seconds: float = PATIENCE_SECONDS) -> bytes | None:
    """One format; None where it is refused, or not given within `seconds`."""
    window = display.screen().root.create_window(
        0, 0, 1, 1, 0, 0, X.InputOnly, event_mask=X.PropertyChangeMask
    )
    where = display.intern_atom("V2M_TEST_READ")
    window.convert_selection(
        display.intern_atom(selection), display.intern_atom(target), where, X.CurrentTime
    )
    deadline = time.monotonic() + seconds
    try:
        answer = _wait(display, window, SelectionNotify, deadline)
        if answer is None or answer.property == X.NONE:
            return None
        kind, content = _take(window, where)
        if kind != display.intern_atom("INCR"):
            return content
        parts: list[bytes] = []
        while True:
            change = _wait(display, window, PropertyNotify, deadline)
            if change is None:
                return None
            if change.atom == where and change.state == X.PropertyNewValue:
                _, part = _take(window, where)
                if not part:
                    return b"".join(parts)
                parts.append(part)
    finally:
        window.destroy()
        display.flush()


def _take(window: Any, where: int) -> tuple[int, bytes]:
    """The type and bytes of a property, which is gone then: so its owner hears that we have it."""
    found = window.get_full_property(where, X.AnyPropertyType)
    window.delete_property(where)
    window.display.flush()
    if found is None:
        return Xatom.STRING, b""
    value = found.value
    return found.property_type, value.encode() if isinstance(value, str) else bytes(value)


def _wait(display: Display, window: Any, kind: type, deadline: float) -> Any:
    """The next event of `kind` for `window`; None if there is none in time."""
    while True:
        while display.pending_events():
            event = display.next_event()
            concerned = getattr(event, "requestor", None) or getattr(event, "window", None)
            if isinstance(event, kind) and concerned == window:
                return event
        left = deadline - time.monotonic()
        if left <= 0 or not select.select([display.fileno()], [], [], left)[0]:
            return None
