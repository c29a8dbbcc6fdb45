"""The clipboard, or the selection of the middle mouse button, on X11, with an owner of our own.

It sees who reads, and asks other programs for what they copied without waiting for them. Qt does neither.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from subprocess import Popen
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.core.targets import Client, ClipboardRead, ClipboardSnapshot
from v2m_desktop.os_integration.x11_clients import program_of
from v2m_desktop.os_integration.x11_content import Content, Piece, text_content
from v2m_desktop.os_integration.x11_handover import hand_over
from v2m_desktop.os_integration.x11_selection import Selection
from v2m_desktop.os_integration.x11_selection_reader import Found
from v2m_desktop.os_integration.x11_selection_server import OnRead
from v2m_desktop.os_integration.x11_selection_thread import SelectionThread

T = TypeVar("T")

AFTER_RETURN_NS = 1_000_000_000
"""So long after the old content came back its readers are noted: they may read whatever is copied."""


@dataclass(frozen=True, slots=True)
class X11Snapshot(ClipboardSnapshot):
    """`kinds` are the type and the width in bits of each format."""

    kinds: Mapping[str, tuple[str, int]] = field(default_factory=dict)


class _Mail(QObject):
    """Outlives the clipboard while the thread may emit."""

    heard = Signal()


class _Ear:
    """Notes what the thread hears. Not the clipboard itself: that would be a ring of references around it."""

    def __init__(self) -> None:
        self.mail = _Mail()
        self.reads: list[ClipboardRead] = []

    def listen(self) -> OnRead:
        """Begin a new count; what is called with each read, in either thread, in the midst of a turn."""
        self.reads = []
        return partial(self._note, self.reads)

    def listen_on(self) -> OnRead:
        """Go on with this count for a while. Nobody waits for these reads."""
        return partial(self._note_late, self.reads, time.perf_counter_ns())

    def _note(self, reads: list[ClipboardRead], connection: int, process: int) -> None:
        reads.append(_read_by(connection, process))
        self.mail.heard.emit()

    @staticmethod
    def _note_late(reads: list[ClipboardRead], since_ns: int, connection: int, process: int) -> None:
        if time.perf_counter_ns() - since_ns < AFTER_RETURN_NS:
            reads.append(_read_by(connection, process))

    def on_lost(self) -> None:
        self.mail.heard.emit()


class X11Clipboard(QObject):
    """A Clipboard on a connection of its own, opened at first use; a thread serves it."""

    def __init__(self, selection: str, display_name: str | None = None) -> None:
        """`selection` is "CLIPBOARD" or "PRIMARY"; `display_name` such as ":0", None takes DISPLAY."""
        super().__init__()
        self.news: Callable[[], None] = lambda: None
        self.keeper: Popen[bytes] | None = None
        """The process that goes on serving the content after `close`, if one was needed."""
        self._name = selection
        self._display_name = display_name
        self._thread: SelectionThread | None = None
        self._gone = False
        self._published = False
        self._looked: ClipboardSnapshot | None = ClipboardSnapshot({})
        self._ear = _Ear()
        self._ear.mail.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)

    def look(self) -> None:
        self._looked = None
        if not self._use(_look, otherwise=False):
            self._looked = ClipboardSnapshot({}, complete=False)

    def seen(self) -> ClipboardSnapshot | None:
        """Within a second, whatever the program does that copied."""
        if self._looked is None and self._thread is not None and (found := self._thread.found()) is not None:
            self._looked = _snapshot_of(found)
        return self._looked

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        content, on_read = text_content(text, private=private), self._ear.listen()
        self._published = True
        way = Selection.own_over_seen if over_seen else Selection.own
        self._use(lambda selection: way(selection, content, on_read), otherwise=None)

    def owned(self) -> bool:
        return self._published and self._in_use(lambda selection: selection.held, otherwise=False)

    def reads(self) -> Sequence[ClipboardRead]:
        self._in_use(lambda _selection: None, otherwise=None)
        return tuple(self._ear.reads)

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        """Offer the old content again, from now on out of our own memory."""
        content = _content_of(snapshot)
        if over_ours and not self.owned():
            return
        self._published = False
        if content:
            on_read = self._ear.listen_on()
            way = Selection.own_again if over_ours else Selection.own
            self._use(lambda selection: way(selection, content, on_read), otherwise=None)
        else:
            self._in_use(lambda selection: selection.give_up(), otherwise=None)

    def close(self) -> None:
        """What we hold goes to the clipboard manager, else to a process that stays; 3 s if they hang."""
        if self._thread is not None:
            thread, self._thread = self._thread, None
            self.keeper = hand_over(thread, self._name, self._display_name)
            thread.stop()

    @Slot()
    def _on_heard(self) -> None:
        self.news()

    def _in_use(self, what: Callable[[Selection], T], otherwise: T) -> T:
        """`what` if there is a connection already."""
        return otherwise if self._thread is None else self._use(what, otherwise)

    def _use(self, what: Callable[[Selection], T], otherwise: T) -> T:
        """`otherwise` without the X server. Once it is gone it stays so: Qt's own connection went with it."""
        from Xlib import error

        if self._gone:
            return otherwise
        try:
            if self._thread is None:
                selection = Selection(self._name, self._display_name, self._ear.on_lost)
                self._thread = SelectionThread(selection)
            return self._thread.use(what)
        except (DisplayError, error.ConnectionClosedError, OSError):
            self._gone = True
            return otherwise


def _read_by(connection: int, process: int) -> ClipboardRead:
    return ClipboardRead(time.perf_counter_ns(), Client(connection, process, program_of(process)))


def _look(selection: Selection) -> bool:
    selection.look()
    return True


def _snapshot_of(found: Found) -> ClipboardSnapshot:
    formats = {name: piece.data for name, piece in found.content.items()}
    kinds = {name: (piece.kind, piece.width) for name, piece in found.content.items()}
    return X11Snapshot(formats, found.complete, kinds) if formats else ClipboardSnapshot({}, found.complete)


def _content_of(snapshot: ClipboardSnapshot) -> Content:
    kinds = snapshot.kinds if isinstance(snapshot, X11Snapshot) else {}
    return {name: Piece(data, *kinds.get(name, (name, 8))) for name, data in snapshot.formats.items()}
