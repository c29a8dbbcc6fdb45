"""Picks the clipboard for this session, and on X11 the selection of the middle mouse button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QGuiApplication

from v2m_desktop.core.targets import Clipboard
from v2m_desktop.os_integration.wayland_clipboard_choice import (
    choose_wayland_clipboard,
    choose_wayland_primary,
)


def choose_clipboards(environment: Mapping[str, str], platform: str) -> tuple[Clipboard, Clipboard | None]:
    """The clipboard, and PRIMARY where there is one. GUI thread only, once Qt is connected to the desktop.

    `environment` is os.environ, `platform` is sys.platform.
    """
    if platform.startswith("linux") and (wayland := choose_wayland_clipboard(environment)) is not None:
        return wayland, choose_wayland_primary(environment)
    if platform not in ("win32", "darwin") and QGuiApplication.platformName() == "xcb":
        from v2m_desktop.os_integration.x11_clipboard import X11Clipboard

        display = environment.get("DISPLAY")
        return X11Clipboard("CLIPBOARD", display), X11Clipboard("PRIMARY", display)
    from v2m_desktop.os_integration.qt_clipboard import QtClipboard

    return QtClipboard(), QtClipboard.primary()
