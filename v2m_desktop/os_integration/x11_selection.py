"""One X11 selection on a connection of its own: serves what we put there, reads what others did."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from v2m_desktop.os_integration.x11_content import Content
from v2m_desktop.os_integration.x11_link import Link
from v2m_desktop.os_integration.x11_selection_reader import Found, SelectionReader
from v2m_desktop.os_integration.x11_selection_server import OnRead, SelectionServer

TURN_SECONDS = 0.004
"""A turn goes on for so long at most, and then says that there is more."""

_MANAGER = "CLIPBOARD_MANAGER"
_STAMP = "_V2M_TIME"


class Selection:
    """Without a thread and without Qt: call `turn` when `fileno` can be read, and after everything else.

    Raises what Xlib raises when the connection is lost. `on_lost` is called when another program takes the
    selection, in the midst of a turn.
    """

    def __init__(
        self,
        name: str,
        display_name: str | None = None,
        on_lost: Callable[[], None] = lambda: None,
    ) -> None:
        """`name` is "CLIPBOARD" or "PRIMARY". Raises DisplayError."""
        self.name = name
        self._link = Link(display_name)
        self._atom = self._link.atom(name)
        self._window = self._link.window()
        self._on_lost = on_lost
        self._server = SelectionServer(self._link)
        self._reader = SelectionReader(self._link, self._atom)
        self._copied = self._link.tell_of_copies(self._window, self._atom)
        self._copies = 0
        self._looked = (0, 0)
        """When the last `look` began, and how often others had copied then."""
        self._time: int | None = None
        self.held = False
        self.since = 0
        """The server's time at which we took it last."""
        self.saved: bool | None = None
        """Whether a clipboard manager took the content over; None while it is at it."""

    def fileno(self) -> int:
        return int(self._link.display.fileno())

    @property
    def busy(self) -> bool:
        """Whether something is under way that may come too late."""
        return self._reader.busy or self._server.transfers.busy

    @property
    def sending(self) -> bool:
        """Whether somebody is in the midst of fetching something long."""
        return self._server.transfers.busy

    @property
    def content(self) -> Content:
        """What we hold; empty if another program does."""
        return self._server.content

    def own(self, content: Content, on_read: OnRead | None = None, since: int | None = None) -> None:
        """Take the selection, with the server's time as ICCCM 2.1 asks; `held` tells whether it worked.

        `on_read` is called in the midst of a turn. `since`: as of then, so that what was copied later stays.
        """
        self.since = self._server_time() if since is None else since
        self._window.set_selection_owner(self._atom, self.since)
        self._server.serve(content, self.since, on_read)
        self.held = self._is_ours()
        if not self.held:
            self._server.stop()

    def own_over_seen(self, content: Content, on_read: OnRead | None = None) -> None:
        """As `own`, but what was copied since `look` stays.

        Some programs copy as of a time before it, which only the count of copies tells.
        """
        since, copies = self._looked
        self._server_time()  # whatever was copied until now has been told before that
        if copies == self._copies:
            self.own(content, on_read, since)

    def own_again(self, content: Content, on_read: OnRead | None = None) -> None:
        """As `own`, but only in the place of what we hold, as of then: what was copied later stays."""
        self._server_time()  # a loss until now has been told before that
        if self.held:
            self.own(content, on_read, self.since)

    def give_up(self) -> None:
        """Leave the selection without an owner, if it is ours."""
        from Xlib import X
        from Xlib.protocol import request

        if self.held:
            request.SetSelectionOwner(
                display=self._link.display.display,
                window=X.NONE,
                selection=self._atom,
                time=self.since,
            )
            self._link.sync()
        self._server.stop()
        self.held = False

    def look(self) -> None:
        """Begin to copy what it holds: out of our memory if it is ours."""
        self.turn()
        began = self._server_time()
        self._looked = began, self._copies
        if self.held:
            self._reader.found = Found(self.content)
        else:
            self._reader.begin()
            self._link.sync()

    @property
    def found(self) -> Found | None:
        """What `look` found; None while it is under way."""
        return self._reader.found

    def save(self) -> bool:
        """Ask the clipboard manager to take the content over; False if there is none. `saved` tells more.

        https://freedesktop.org/wiki/ClipboardManager
        """
        from Xlib import Xatom

        manager = self._link.atom(_MANAGER)
        if not self._link.owner_of(manager):
            return False
        self.saved = None
        place = self._link.atom("_V2M_SAVED")
        names = [self._link.atom(name) for name in self.content]
        self._window.change_property(place, Xatom.ATOM, 32, names)
        self._window.convert_selection(manager, self._link.atom("SAVE_TARGETS"), place, self._server_time())
        self._link.sync()
        return True

    def turn(self) -> bool:
        """Do what there is to do; whether there is more. Never waits for another program."""
        began = time.monotonic()
        more = True
        while more and time.monotonic() - began < TURN_SECONDS:
            more = self._step()
        self._reader.tick(began)
        self._server.transfers.drop_stalled(began)
        return more

    def lose(self) -> None:
        """The connection is gone, and with it everything."""
        if self.held:
            self.held = False
            self._on_lost()
        self._server.stop()
        self._reader.lose()

    def close(self) -> None:
        self._link.close()

    def _step(self) -> bool:
        """Handle one event, or read a slice; False if there is neither."""
        from Xlib import error

        try:
            return self._take_event() or self._reader.work()
        except error.XError:  # a window that went away while we answered it
            return True

    def _take_event(self) -> bool:
        """Python's Xlib collects events also while it waits for replies."""
        if not self._link.display.pending_events():
            return False
        self._handle(self._link.display.next_event())
        self._link.sync()
        return True

    def _handle(self, event: Any) -> None:
        from Xlib import X

        transfers = self._server.transfers
        if event.type == self._copied:
            self._copies += event.owner != self._window
        elif event.type == X.SelectionRequest:
            self._server.answer(event)
        elif event.type == X.SelectionClear:
            self._on_clear()
        elif event.type == X.SelectionNotify and event.selection == self._atom:
            self._reader.on_answer(event)
        elif event.type == X.SelectionNotify:
            self.saved = event.property != X.NONE
        elif event.type == X.PropertyNotify and event.state == X.PropertyDelete:
            transfers.on_fetched(event.window.id, event.atom)
        elif event.type == X.PropertyNotify:
            if event.window.id == self._window.id and event.atom == self._link.atom(_STAMP):
                self._time = event.time
            self._reader.on_new_value(event)
        elif event.type == X.DestroyNotify:
            transfers.on_gone(event.window.id)

    def _on_clear(self) -> None:
        """The news may be older than our last taking: what counts is who owns it now."""
        if self.held and not self._is_ours():
            self.held = False
            self._server.stop()
            self._on_lost()

    def _is_ours(self) -> bool:
        return self._link.owner_of(self._atom) == int(self._window.id)

    def _server_time(self) -> int:
        """The X server's time: it stamps a property to which nothing is appended (ICCCM 2.1)."""
        from Xlib import X, Xatom

        self._time = None
        self._window.change_property(self._link.atom(_STAMP), Xatom.STRING, 8, b"", X.PropModeAppend)
        self._link.sync()
        while self._time is None and self._step():
            pass
        return self._time or X.CurrentTime
