"""What is on the clipboard shows in no repr: those end up in tracebacks."""

from __future__ import annotations

from v2m_desktop.os_integration.clipboard_keeper import Kept
from v2m_desktop.os_integration.x11_clipboard import X11Snapshot
from v2m_desktop.os_integration.x11_content import Piece
from v2m_desktop.os_integration.x11_selection_reader import Found, _Question
from v2m_desktop.os_integration.x11_transfers import _Transfer


def test_nothing_that_holds_content_shows_it() -> None:
    piece = Piece(b"secret", "UTF8_STRING")
    content = {"UTF8_STRING": piece}
    holders = [
        piece,
        Found(content),
        X11Snapshot({"UTF8_STRING": b"secret"}),
        Kept("CLIPBOARD", None, 0, content),
        _Question("UTF8_STRING", 1, 2, parts=[b"secret"]),
        _Transfer(None, 1, piece, lambda: None),
    ]
    assert "secret" not in repr(holders)
