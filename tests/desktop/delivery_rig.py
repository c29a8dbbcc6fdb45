"""The delivery service on the private desktop, with all its real parts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from v2m_desktop.core.ports import Chord, Clipboard, Window
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, TrailingSpace
from v2m_desktop.os_integration.qt_clipboard import QtClipboard
from v2m_desktop.os_integration.x11_focus import X11Focus
from v2m_desktop.os_integration.x11_keys import X11KeyInjector
from v2m_desktop.output.paste_proof import DeliveryBounds
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

SETTLED_MS = 60_000


def clipboards() -> tuple[Clipboard, Clipboard | None]:
    """Those that the app has on this desktop: the clipboard, and the middle mouse button's."""
    return QtClipboard(), QtClipboard.primary()


def bounds(read: float | None = None) -> DeliveryBounds:
    """The service's own; with `read`, so long it waits for the target to read."""
    return DeliveryBounds() if read is None else DeliveryBounds(read=read)


class HookedClipboard:
    """A clipboard that has something happen as soon as a text is published. Keeps Clipboard by passing on."""

    def __init__(self, clipboard: Clipboard) -> None:
        self._clipboard = clipboard
        self.on_publish: Callable[[], object] = lambda: None

    def publish(self, text: str, *, private: bool) -> None:
        self._clipboard.publish(text, private=private)
        self.on_publish()

    def __getattr__(self, name: str) -> object:
        return getattr(self._clipboard, name)

    def __setattr__(self, name: str, value: object) -> None:
        own = name in ("_clipboard", "on_publish")
        object.__setattr__(self if own else self._clipboard, name, value)


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

    bot: QtBot
    parent: QObject
    keys: HookedKeys = field(default_factory=HookedKeys)
    focus: X11Focus = field(default_factory=X11Focus)
    results: list[DeliveryResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        board, primary = clipboards()
        self.board = HookedClipboard(board)
        self.primary = primary
        settings = Delivery(trailing_space=TrailingSpace.NEVER, manners=False)
        desktop = Desktop(self.board, primary, self.keys, self.focus)  # type: ignore[arg-type]
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
        """The one in front."""
        found = self.focus.focused()
        assert found is not None
        return found

    def outside(self, ask: Callable[[], object]) -> None:
        """Run what waits for another program that in turn may wait for us: on a thread of its own."""
        from threading import Thread

        thread = Thread(target=ask, name="asks-outside")
        thread.start()
        self.bot.waitUntil(lambda: not thread.is_alive())
        thread.join()

    def close(self) -> None:
        """As the app does at its end."""
        self.service.settle_now()
        self.keys.close()
        self.focus.close()
        for board in (self.board, self.primary):
            if board is not None:
                board.close()  # type: ignore[operator]


@contextmanager
def delivery_rig(bot: QtBot) -> Iterator[DeliveryRig]:
    """One service, closed at the end."""
    parent = QObject()
    rig = DeliveryRig(bot, parent)
    try:
        yield rig
    finally:
        rig.close()
        parent.deleteLater()
        QGuiApplication.clipboard().clear()
