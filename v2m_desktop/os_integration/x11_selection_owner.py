"""Asks the owner of an X11 selection whether it still answers, without waiting for it.

Qt's own reading waits in the GUI thread, seconds for each format, when that program hangs.
"""

from __future__ import annotations

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.os_integration.x11_keyboard import connect

if TYPE_CHECKING:
    from Xlib.display import Display

ANSWER_SECONDS = 0.3
"""A program that runs answers within a few milliseconds; busy machines get the rest."""

_PROPERTIES = 16
"""Each question names another property for its answer, so that a late answer is not taken for a new one."""


class X11SelectionOwner:
    """On a connection of its own, opened at first use. One thread only."""

    def __init__(self, selection: str, display_name: str | None = None) -> None:
        """`selection` is "CLIPBOARD" or "PRIMARY"; `display_name` such as ":0", None takes DISPLAY."""
        self._selection = selection
        self._display_name = display_name
        self._display: Display | None = None
        self._window: Any = None
        self._count = 0
        self._asked_at = 0.0
        self._answer: bool | None = True

    def exists(self) -> bool:
        """Whether any program owns the selection. False too where the server cannot be asked."""
        from Xlib import error

        try:
            display = self._connected()
            return bool(display.get_selection_owner(display.intern_atom(self._selection)))
        except (DisplayError, error.ConnectionClosedError, OSError):
            self._display = None
            return False

    def ask(self) -> None:
        """Ask for its formats: every owner has to answer that (ICCCM 2.6.2)."""
        from Xlib import X, error

        self._answer, self._asked_at = True, time.monotonic()
        if not self.exists() or self._display is None:
            return  # nobody there to hang
        self._count += 1
        intern = self._display.intern_atom
        try:
            self._window.convert_selection(
                intern(self._selection), intern("TARGETS"), intern(self._property), X.CurrentTime
            )
            self._display.flush()
        except (error.ConnectionClosedError, OSError):
            self._display = None
            return
        self._answer = None

    def answers(self) -> bool | None:
        """Whether the owner answered the last question; None while it has time to. A refusal is an answer."""
        from Xlib import error

        if self._answer is None:
            late = (
                time.monotonic() - self._asked_at > ANSWER_SECONDS
            )  # before looking: we may be the late ones
            try:
                self._look()
            except (error.ConnectionClosedError, OSError):
                self._display, self._answer = None, True
            if late and self._answer is None:
                self._answer = False
        return self._answer

    def close(self) -> None:
        """Close the connection."""
        from Xlib import error

        if self._display is not None:
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()
            self._display = None

    @property
    def _property(self) -> str:
        return f"_V2M_ANSWER_{self._count % _PROPERTIES}"

    def _look(self) -> None:
        """Take up what arrived: answers, late answers, news for everybody."""
        from Xlib import X

        display = self._display
        if display is None:
            self._answer = True
            return
        expected = display.intern_atom(self._property)
        targets = display.intern_atom("TARGETS")
        while display.pending_events():
            event = display.next_event()
            if event.type != X.SelectionNotify or event.target != targets:
                continue
            if event.property != X.NONE:
                self._window.delete_property(event.property)
            if event.property in (expected, X.NONE):
                self._answer = True
        display.flush()

    def _connected(self) -> Display:
        """The connection and its window, which stays: programs die of answering a window that is gone."""
        from Xlib import X

        if self._display is None:
            display = connect(self._display_name)
            self._window = display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
            self._display = display
        return self._display
