"""A connection to the X server of one's own, for one selection."""

from __future__ import annotations

from typing import Any

from v2m_desktop.os_integration.x11_clients import connection_of, process_of
from v2m_desktop.os_integration.x11_keyboard import connect

LARGEST_CHUNK = 256 * 1024
"""What goes into one property; longer content goes piecemeal (ICCCM 2.7.2)."""

_REQUEST_HEADER = 64


class Link:
    """The connection, atoms and their names, and windows. Raises DisplayError, later what Xlib raises."""

    def __init__(self, display_name: str | None = None) -> None:
        """`display_name` such as ":0"; None takes the DISPLAY variable."""
        self.display = connect(display_name)
        self._names: dict[int, str] = {}
        longest = 4 * self.display.display.info.max_request_length - _REQUEST_HEADER
        self.chunk = min(LARGEST_CHUNK, longest) // 4 * 4

    def atom(self, name: str) -> int:
        return int(self.display.get_atom(name))

    def name(self, atom: int) -> str:
        """Name of an atom; "" if there is no such atom."""
        from Xlib import error

        if atom not in self._names:
            try:
                self._names[atom] = str(self.display.get_atom_name(atom))
            except error.XError:
                return ""
        return self._names[atom]

    def window(self) -> Any:
        """A new window, never shown, that hears of its properties. None is ever destroyed.

        Programs die of answering a window that is gone.
        """
        from Xlib import X

        return self.display.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )

    def owner_of(self, selection: int) -> int:
        """The window that owns a selection; 0 if none does."""
        owner: Any = self.display.get_selection_owner(selection)
        return int(owner.id) if owner else 0

    def tell_of_copies(self, window: Any, selection: int) -> int:
        """Have `window` told whenever `selection` gets an owner; the number of those events, 0 for never."""
        from Xlib.ext import xfixes

        if not self.display.has_extension(xfixes.extname):
            return 0
        self.display.xfixes_query_version()
        mask = xfixes.XFixesSetSelectionOwnerNotifyMask
        self.display.xfixes_select_selection_input(window, selection, mask)
        return int(self.display.extension_event.SetSelectionOwnerNotify[0])

    def client_of(self, window: int) -> tuple[int, int]:
        """What all windows of its program share, and the pid of that program, 0 if unknown."""
        return connection_of(self.display, window), process_of(self.display, window)

    def sync(self) -> None:
        """Send everything. Python's Xlib keeps the rest when the server does not take it all at once."""
        self.display.sync()

    def close(self) -> None:
        self.display.close()
