"""Long content on its way to other programs, one piece at a time (INCR, ICCCM 2.7.2)."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from v2m_desktop.os_integration.x11_content import Piece
from v2m_desktop.os_integration.x11_link import Link

STALLED_SECONDS = 5.0
"""A program that does not fetch its next piece for so long has given up."""


@dataclass(slots=True)
class _Transfer:
    window: Any
    property: int
    piece: Piece = field(repr=False)
    finished: Callable[[], None]
    sent: int = 0
    moved_at: float = field(default_factory=time.monotonic)


class Transfers:
    """What is under way, each with its own copy: new content does not change it."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._running: dict[tuple[int, int], _Transfer] = {}

    @property
    def busy(self) -> bool:
        return bool(self._running)

    def begin(self, window: Any, name: int, piece: Piece, finished: Callable[[], None]) -> None:
        """Announce `piece` in the property `name` of `window`; `finished` is called once all is there."""
        from Xlib import X

        # Before the property is set, so that no answer is missed.
        window.change_attributes(event_mask=X.PropertyChangeMask | X.StructureNotifyMask)
        window.change_property(name, self._link.atom("INCR"), 32, [len(piece.data)])
        self._running[window.id, name] = _Transfer(window, name, piece, finished)

    def on_fetched(self, window: int, name: int) -> None:
        """A property was deleted: its reader wants the next piece. An empty one is the end."""
        transfer = self._running.get((window, name))
        if transfer is None:
            return
        piece = transfer.piece
        part = piece.data[transfer.sent : transfer.sent + self._link.chunk]
        transfer.window.change_property(name, self._link.atom(piece.kind), piece.width, part)
        transfer.sent += len(part)
        transfer.moved_at = time.monotonic()
        if not part:
            self._end(transfer)
            transfer.finished()

    def on_gone(self, window: int) -> None:
        """A window ended, and with it everything on its way there."""
        for key in [key for key in self._running if key[0] == window]:
            del self._running[key]

    def drop_stalled(self, now: float) -> None:
        for transfer in list(self._running.values()):
            if now - transfer.moved_at > STALLED_SECONDS:
                self._end(transfer)

    def _end(self, transfer: _Transfer) -> None:
        del self._running[transfer.window.id, transfer.property]
        if not any(window == transfer.window.id for window, _ in self._running):
            transfer.window.change_attributes(event_mask=0)
