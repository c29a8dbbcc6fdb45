"""The delivery service on the private desktop, with all its real parts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from tests.desktop.selection_reader import SelectionReader
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, TrailingSpace
from v2m_desktop.core.targets import Chord, Clipboard, ClipboardRead, ClipboardSnapshot, Window
from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.x11_focus import X11Focus
from v2m_desktop.os_integration.x11_keys import X11KeyInjector
from v2m_desktop.output.paste_transaction import DeliveryBounds
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

SETTLED_MS = 60_000


class Loop(Protocol):
    """Runs this process's events; pytest-qt's bot is one."""

    def wait(self, ms: int) -> None: ...

    def waitUntil(self, callback: Callable[[], bool], *, timeout: int = SETTLED_MS) -> None: ...  # noqa: N802


def clipboards() -> tuple[Clipboard, Clipboard | None]:
    """Those that the app has on this desktop: the clipboard, and the middle mouse button's."""
    return choose_clipboards(os.environ, "linux")


def bounds(read: float | None = None) -> DeliveryBounds:
    """The service's own; with `read`, so long it waits for the target to read."""
    return DeliveryBounds() if read is None else DeliveryBounds(read=read)


class HookedClipboard:
    """A real clipboard; right before or after a text is published, something happens."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self.before_publish: Callable[[], object] = lambda: None
        self.on_publish: Callable[[], object] = lambda: None

    @property
    def news(self) -> Callable[[], None]:
        return self._clipboard.news

    @news.setter
    def news(self, listener: Callable[[], None]) -> None:
        self._clipboard.news = listener

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        self.before_publish()
        self._clipboard.publish(text, private=private, over_seen=over_seen)
        self.on_publish()

    def look(self) -> None:
        self._clipboard.look()

    def seen(self) -> ClipboardSnapshot | None:
        return self._clipboard.seen()

    def owned(self) -> bool:
        return self._clipboard.owned()

    def reads(self) -> Sequence[ClipboardRead]:
        return self._clipboard.reads()

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        self._clipboard.restore(snapshot, over_ours=over_ours)

    def close(self) -> None:
        self._clipboard.close()


class HookedKeys(X11KeyInjector):
    """Real keys, with something that happens right after a chord."""

    def __init__(self) -> None:
        super().__init__()
        self.chords: list[Chord] = []
        self.on_chord: Callable[[], object] = lambda: None

    def send(self, chord: Chord) -> None:
        super().send(chord)
        self.chords.append(chord)
        self.on_chord()


@dataclass
class DeliveryRig:
    """Made by `delivery_rig`."""

    bot: Loop
    parent: QObject
    reader: SelectionReader
    keys: HookedKeys = field(default_factory=HookedKeys)
    focus: X11Focus = field(default_factory=X11Focus)
    results: list[DeliveryResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        board, primary = clipboards()
        self.board = HookedClipboard(board)
        self.primary = primary
        settings = Delivery(trailing_space=TrailingSpace.NEVER, manners=False)
        desktop = Desktop(self.board, primary, self.keys, self.focus)
        self.service = DeliveryService(desktop, settings, self.parent)
        self.service.finished.connect(lambda _session, result: self.results.append(result))

    def deliver(self, text: str, start: Window | None = None) -> None:
        """Into the window that has the focus now, or had it at the `start` of the dictation."""
        self.service.deliver(SessionId(1), SensitiveText(text), start or self.window())

    def settle(self) -> DeliveryResult:
        """Wait until the service rests."""
        self.bot.waitUntil(lambda: not self.service.busy, timeout=SETTLED_MS)
        return self.results[-1]

    def window(self) -> Window:
        """The one in front; there is none for a moment while the window manager changes it."""
        found: list[Window] = []

        def look() -> bool:
            found[:] = [window for window in [self.focus.focused()] if window is not None]
            return bool(found)

        self.bot.waitUntil(look)
        return found[0]

    def outside(self, ask: Callable[[], object]) -> None:
        """Run what waits for another program that in turn may wait for us: on a thread of its own."""
        thread = Thread(target=ask, name="asks-outside")
        thread.start()
        self.bot.waitUntil(lambda: not thread.is_alive())
        thread.join()

    def formats(self, selection: str = "CLIPBOARD") -> Mapping[str, bytes]:
        """Everything that another program gets."""
        found: dict[str, bytes] = {}
        self.outside(lambda: found.update(self.reader.all(selection)))
        return found

    def copied(self, selection: str = "CLIPBOARD") -> str:
        """The text that another program gets; "" for none."""
        return self.formats(selection).get("UTF8_STRING", b"").decode()

    def close(self) -> None:
        """As the app does at its end, but nothing is left for a program that would stay to serve it."""
        self.service.settle_now()
        self.keys.close()
        self.focus.close()
        for board in (self.board, self.primary):
            if board is not None:
                board.restore(ClipboardSnapshot({}))
                board.close()


@contextmanager
def delivery_rig(bot: Loop) -> Iterator[DeliveryRig]:
    """One service, closed at the end."""
    parent = QObject()
    with SelectionReader() as reader:
        rig = DeliveryRig(bot, parent, reader)
        try:
            yield rig
        finally:
            rig.close()
    parent.deleteLater()
    QGuiApplication.clipboard().clear()
