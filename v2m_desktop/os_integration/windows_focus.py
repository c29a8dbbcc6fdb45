"""Which window has the focus, on Windows."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from typing import Any

from v2m_desktop.core.targets import Client, Window
from v2m_desktop.os_integration.windows_api import Rect, windows_api
from v2m_desktop.os_integration.windows_process import program_of

_EXTENDED_FRAME_BOUNDS = 9
_LONGEST_CLASS = 257


class WindowsFocus:
    """A FocusProbe. Programs of the Store share one window process, ApplicationFrameHost."""

    def __init__(self, api: Callable[[], Any] = windows_api) -> None:
        self._api = api

    def focused(self) -> Window | None:
        """None while nothing is in front, as during a switch or under the lock screen."""
        api = self._api()
        handle = api.GetForegroundWindow()
        if not handle:
            return None
        process = process_of(api, handle)
        name = program_of(api, process)
        return Window(
            id=handle,
            application=name or _class_of(api, handle),
            geometry=_geometry(api, handle),
            ours=process == os.getpid(),
            client=Client(process=process, program=name),
        )

    def activate(self, window: Window) -> None:
        """Windows may refuse, and lets the taskbar blink instead."""
        self._api().SetForegroundWindow(window.id)


def process_of(api: Any, handle: int) -> int:
    """The process of a window; 0 if the window is gone."""
    process = ctypes.c_uint32()
    api.GetWindowThreadProcessId(handle, ctypes.byref(process))
    return process.value


def _class_of(api: Any, handle: int) -> str:
    name = ctypes.create_unicode_buffer(_LONGEST_CLASS)
    return name.value if api.GetClassNameW(handle, name, len(name)) else ""


def _geometry(api: Any, handle: int) -> tuple[int, int, int, int]:
    """What is seen of it; GetWindowRect counts an invisible border as well."""
    rect = Rect()
    failed = api.DwmGetWindowAttribute(
        handle, _EXTENDED_FRAME_BOUNDS, ctypes.byref(rect), ctypes.sizeof(rect)
    )
    if failed and not api.GetWindowRect(handle, ctypes.byref(rect)):
        return (0, 0, 0, 0)
    return (rect.left, rect.top, rect.right - rect.left, rect.bottom - rect.top)
