"""Hotkeys pressed by the test."""

from __future__ import annotations

import time
from collections.abc import Callable

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge


class FakeHotkeys:
    """Implements HotkeySource. `taken` are hotkeys of other programs."""

    def __init__(self, *taken: Hotkey) -> None:
        self._taken = taken
        self._sink: Callable[[KeyEdge], None] | None = None
        self._down = False
        self.cancel_grabbed = False

    def start(self, dictate: Hotkey, sink: Callable[[KeyEdge], None]) -> None:
        if dictate in self._taken:
            raise HotkeyError(
                "{hotkey} is taken by another program; choose another in the settings.", hotkey=dictate
            )
        self._sink = sink

    def grab_cancel(self, active: bool) -> None:
        self.cancel_grabbed = active

    def is_down(self) -> bool:
        return self._down

    def stop(self) -> None:
        self._sink, self.cancel_grabbed = None, False

    # Hands on the keys

    def press(self) -> None:
        """Press the hotkey, or keep it pressed."""
        if not self._down:
            self._down = True
            self._report(KeyAction.DICTATE, True)

    def let_go(self) -> None:
        if self._down:
            self._down = False
            self._report(KeyAction.DICTATE, False)

    def escape(self) -> None:
        """Press and let go of Escape."""
        if self.cancel_grabbed:
            self._report(KeyAction.CANCEL, True)
            self._report(KeyAction.CANCEL, False)

    def _report(self, action: KeyAction, pressed: bool) -> None:
        if self._sink is not None:
            self._sink(KeyEdge(action, pressed, time.perf_counter_ns()))
