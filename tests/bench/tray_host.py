"""Watches the tray host of the private desktop take in an icon, whatever the app says about it."""

from __future__ import annotations

import select
import threading
import time
from types import TracebackType
from typing import Self

from Xlib import X
from Xlib.display import Display
from Xlib.xobject.drawable import Window

HOST_CLASS = "tint2"


class TrayHost:
    """Notes when a window of another program becomes a child of the host's panel."""

    def __init__(self) -> None:
        self._display = Display()
        panels = [window for window in _below(self._display.screen().root) if _is_host(window)]
        if not panels:
            raise RuntimeError(f"{HOST_CLASS} is not there to show an icon")
        for panel in panels:
            panel.change_attributes(event_mask=X.SubstructureNotifyMask)
        self._display.flush()
        self._taken_at = 0.0
        self._changed = threading.Condition()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="tray-host", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._thread.join(5)
        self._display.close()

    def forget(self) -> None:
        """The next icon counts."""
        with self._changed:
            self._taken_at = 0.0

    def wait_taken(self, seconds: float = 10.0) -> float:
        """time.time() at which the first icon since `forget` was taken in. Raises RuntimeError."""
        with self._changed:
            if not self._changed.wait_for(lambda: self._taken_at > 0, seconds):
                raise RuntimeError(f"{HOST_CLASS} did not take the icon in {seconds:.0f} s")
            return self._taken_at

    def _watch(self) -> None:
        while not self._ended.is_set():
            select.select([self._display.fileno()], [], [], 0.1)
            now = time.time()
            while self._display.pending_events():
                if self._display.next_event().type in (X.CreateNotify, X.ReparentNotify, X.MapNotify):
                    with self._changed:
                        self._taken_at = self._taken_at or now
                        self._changed.notify_all()


def _below(window: Window) -> list[Window]:
    children = window.query_tree().children
    return [*children, *(deeper for child in children for deeper in _below(child))]


def _is_host(window: Window) -> bool:
    return HOST_CLASS in (window.get_wm_class() or ())
