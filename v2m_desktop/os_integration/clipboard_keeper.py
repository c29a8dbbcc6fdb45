"""A process that goes on serving a selection when the app has ended, until somebody else copies."""

from __future__ import annotations

import json
import select
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from typing import BinaryIO

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.os_integration.x11_content import Content, Piece
from v2m_desktop.os_integration.x11_selection import Selection

OPTION = "--keep-clipboard"
"""What `v2m` is started with. The content comes on standard input."""

_TICK_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Kept:
    """What to serve, and where. `since` is the X server's time from which the app held it."""

    selection: str
    display_name: str | None
    since: int
    content: Content = field(repr=False)


def write_kept(stream: BinaryIO, kept: Kept) -> None:
    """One line of JSON, and the bytes of all pieces."""
    pieces = [(name, piece.kind, piece.width, len(piece.data)) for name, piece in kept.content.items()]
    header = {
        "selection": kept.selection, "display": kept.display_name, "since": kept.since, "pieces": pieces
    }  # fmt: skip
    stream.write(json.dumps(header).encode() + b"\n")
    for piece in kept.content.values():
        stream.write(piece.data)


def read_kept(stream: BinaryIO) -> Kept:
    header = json.loads(stream.readline())
    content = {name: Piece(stream.read(size), kind, width) for name, kind, width, size in header["pieces"]}
    return Kept(header["selection"], header["display"], header["since"], content)


def keep_clipboard() -> int:
    """Serve what standard input holds until somebody else copies or the X server ends; the exit code."""
    from Xlib import error

    kept = read_kept(sys.stdin.buffer)
    with suppress(DisplayError, error.ConnectionClosedError, OSError):
        selection = Selection(kept.selection, kept.display_name)
        selection.own(kept.content, since=kept.since)
        while selection.held or selection.sending:
            wait = 0.0 if selection.turn() else _TICK_SECONDS if selection.busy else None
            if selection.held or selection.sending:
                select.select([selection], [], [], wait)
        selection.close()
    return 0
