"""Which program an X11 window belongs to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from Xlib.display import Display

_LOCAL_PROCESS = 2
"""LocalClientPIDMask of the X-Resource extension, version 1.2."""


def process_of(display: Display, window: int) -> int:
    """The pid of the program that made `window`, as the server knows it (X-Resource 1.2); 0 if unknown.

    What a window says of itself (_NET_WM_PID) is another number where the program runs in a sandbox.
    """
    from Xlib import error

    if not display.has_extension("X-Resource"):
        return 0
    try:
        answer = display.res_query_client_ids([{"client": window, "mask": _LOCAL_PROCESS}])
    except error.XError:  # an old server, or the program ended
        return 0
    return next((int(each.value[0]) for each in answer.ids if len(each.value)), 0)


def connection_of(display: Display, resource: int) -> int:
    """What all windows of one client share: their ids without the client's own bits (X11 protocol, 1.)."""
    return int(resource & ~display.display.info.resource_id_mask)


def program_of(process: int) -> str:
    """Name of the executable of a process of this computer; "" if unknown. Up to 15 characters (proc(5))."""
    try:
        return Path(f"/proc/{process}/comm").read_text(errors="replace").strip() if process else ""
    except OSError:
        return ""
