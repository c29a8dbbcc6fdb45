"""Presses the dictation hotkey from this process, so that the moment of the press is known."""

from __future__ import annotations

import os
import time
from types import TracebackType
from typing import Self

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext import xtest

KEYS = ("Control_L", "Alt_L", "space")
"""tests.desktop.keyboard.HOTKEY as X names it."""


class HotkeyPresser:
    """A key sent with XTEST goes the way of a real one through the X server."""

    def __init__(self) -> None:
        if "STAGE_PULSE_PID" not in os.environ:
            raise RuntimeError("keys are pressed on the private desktop only: use tests/desktop/stage.sh")
        self._display = Display()
        self._codes = [self._display.keysym_to_keycode(XK.string_to_keysym(name)) for name in KEYS]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._display.close()

    def tap(self) -> int:
        """Press and let go at once; perf_counter_ns just before the key left for the X server."""
        pressed = self.hold()
        self.let_go()
        return pressed

    def hold(self) -> int:
        """Press and keep down; perf_counter_ns just before the key left for the X server."""
        *modifiers, key = self._codes
        for code in modifiers:
            xtest.fake_input(self._display, X.KeyPress, code)
        self._display.sync()
        pressed = time.perf_counter_ns()
        xtest.fake_input(self._display, X.KeyPress, key)
        self._display.sync()
        return pressed

    def let_go(self) -> int:
        """Release; perf_counter_ns just before that left for the X server."""
        *modifiers, key = self._codes
        released = time.perf_counter_ns()
        for code in (key, *reversed(modifiers)):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()
        return released
