"""Answers the programs that ask for the content of an X11 selection (ICCCM 2.2 to 2.7)."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TypeAlias

from v2m_desktop.os_integration.x11_content import TEXT_TARGETS, Content
from v2m_desktop.os_integration.x11_link import Link
from v2m_desktop.os_integration.x11_transfers import Transfers

OnRead: TypeAlias = Callable[[int, int], None]
"""Gets connection and process of whoever took a text."""

_REQUESTS = ("TARGETS", "TIMESTAMP", "MULTIPLE")


class SelectionServer:
    """Serves `content` out of memory."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._content: Content = {}
        self._since = 0
        self._on_read: OnRead | None = None
        self.transfers = Transfers(link)

    @property
    def content(self) -> Content:
        return self._content

    def serve(self, content: Content, since: int, on_read: OnRead | None) -> None:
        """Answer with `content` from now on. `since` is the X server's time."""
        self._content, self._since, self._on_read = content, since, on_read

    def stop(self) -> None:
        """Answer no more; what is under way goes on."""
        self._content = {}

    def answer(self, request: Any) -> None:
        """A SelectionRequest. Its time is not looked at: many programs send one that is long past."""
        from Xlib import X
        from Xlib.protocol import event

        place = request.property or request.target  # obsolete programs name none (ICCCM 2.2)
        if self._link.name(request.target) == "MULTIPLE":
            done = request.property != X.NONE and self._answer_many(request.requestor, place)
        else:
            done = self._convert(request.requestor, request.target, place)
        notice = event.SelectionNotify(
            time=request.time,
            requestor=request.requestor,
            selection=request.selection,
            target=request.target,
            property=place if done else X.NONE,
        )
        request.requestor.send_event(notice)

    def _answer_many(self, requestor: Any, place: int) -> bool:
        """The property holds pairs of target and property; the target of what failed becomes None."""
        from Xlib import X

        found = requestor.get_full_property(place, X.AnyPropertyType)
        if found is None or found.format != 32:
            return False
        atoms = list(found.value)
        for index in range(0, len(atoms) - 1, 2):
            target, name = atoms[index], atoms[index + 1]
            nested = self._link.name(target) == "MULTIPLE"
            if nested or name == X.NONE or not self._convert(requestor, target, name):
                atoms[index] = X.NONE
        requestor.change_property(place, found.property_type, 32, atoms)
        return True

    def _convert(self, requestor: Any, target: int, place: int) -> bool:
        """Put the answer into the property `place` of whoever asks, or begin to; False: no such thing."""
        from Xlib import Xatom

        name = self._link.name(target)
        if not self._content:
            return False
        if name == "TARGETS":
            atoms = [self._link.atom(each) for each in (*_REQUESTS, *self._content)]
            requestor.change_property(place, Xatom.ATOM, 32, atoms)
        elif name == "TIMESTAMP":
            requestor.change_property(place, Xatom.INTEGER, 32, [self._since])
        elif name in self._content:
            self._send(requestor, name, place)
        else:
            return False
        return True

    def _send(self, requestor: Any, name: str, place: int) -> None:
        """A text counts as read when all of it was fetched."""
        piece = self._content[name]
        finished: Callable[[], None] = _nothing
        if self._on_read is not None and name in TEXT_TARGETS:
            # Asked now: it waits for us, and so is alive.
            finished = partial(self._on_read, *self._link.client_of(requestor.id))
        if len(piece.data) > self._link.chunk:
            self.transfers.begin(requestor, place, piece, finished)
        else:
            requestor.change_property(place, self._link.atom(piece.kind), piece.width, piece.data)
            finished()


def _nothing() -> None:
    """Nobody wants to know."""
