"""Which window has the focus, on macOS."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any

from v2m_desktop.core.targets import Client, Window
from v2m_desktop.os_integration.macos_api import macos_api

_ON_SCREEN_ONLY, _WITHOUT_DESKTOP = 1 << 0, 1 << 4
_NO_WINDOW = 0
_ORDINARY_LAYER = 0
_IGNORING_OTHERS = 1 << 1


class MacosFocus:
    """A FocusProbe: the application in front, and its first window from the front.

    Sizes are in points, as Qt counts there. A window's title would need the permission to record the screen;
    nothing here does.
    """

    def __init__(self, api: Callable[[], Any] = macos_api) -> None:
        self._api = api

    def focused(self) -> Window | None:
        """None while no application is in front."""
        api = self._api()
        application = api.NSWorkspace.sharedWorkspace().frontmostApplication()
        if application is None:
            return None
        process = int(application.processIdentifier())
        place = application.executableURL()
        program = str(place.lastPathComponent()) if place is not None else ""
        number, geometry = _front_window(api, process)
        return Window(
            id=number,
            application=str(application.localizedName() or program),
            geometry=geometry,
            ours=process == os.getpid(),
            client=Client(process=process, program=program),
        )

    def activate(self, window: Window) -> None:
        """Its application comes to the front, with the window that was in front there."""
        if window.client is None:
            return
        find = self._api().NSRunningApplication.runningApplicationWithProcessIdentifier_
        application = find(window.client.process)
        if application is not None:
            application.activateWithOptions_(_IGNORING_OTHERS)


def _front_window(api: Any, process: int) -> tuple[int, tuple[int, int, int, int]]:
    """Number and place; zeros for an application without one. The list is in order from the front."""
    windows = api.CGWindowListCopyWindowInfo(_ON_SCREEN_ONLY | _WITHOUT_DESKTOP, _NO_WINDOW) or ()
    for each in windows:
        if each.get("kCGWindowOwnerPID") == process and each.get("kCGWindowLayer") == _ORDINARY_LAYER:
            return int(each.get("kCGWindowNumber", 0)), _geometry(each.get("kCGWindowBounds") or {})
    return 0, (0, 0, 0, 0)


def _geometry(bounds: Mapping[str, float]) -> tuple[int, int, int, int]:
    left, top, width, height = (int(bounds.get(name, 0)) for name in ("X", "Y", "Width", "Height"))
    return left, top, width, height
