"""Tells a real X11 session from Wayland and from none."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.os_integration.x11_keyboard import connect

if TYPE_CHECKING:
    from Xlib.display import Display


class XSession(Enum):
    """What kind of desktop the app runs on, outside Windows and macOS."""

    X11 = "x11"
    WAYLAND = "wayland"
    NONE = "none"


def probe_x_session(environment: Mapping[str, str]) -> XSession:
    """Look at the variables, and where they leave a doubt at the X server itself."""
    wayland = bool(environment.get("WAYLAND_DISPLAY")) or environment.get("XDG_SESSION_TYPE") == "wayland"
    fallback = XSession.WAYLAND if wayland else XSession.NONE
    if not environment.get("DISPLAY"):
        return fallback
    try:
        display = connect(environment["DISPLAY"])
    except DisplayError:
        return fallback
    try:
        return XSession.WAYLAND if _is_xwayland(display) else XSession.X11
    finally:
        display.close()


def _is_xwayland(display: Display) -> bool:
    """XWayland 23.1 and later announce themselves by an extension, older ones by their output names."""
    from Xlib import error
    from Xlib.ext import randr

    if "XWAYLAND" in display.list_extensions():
        return True
    if not display.has_extension("RANDR"):
        return False
    try:
        resources = randr.get_screen_resources(display.screen().root)
        outputs = [
            randr.get_output_info(display, output, resources.config_timestamp) for output in resources.outputs
        ]
    except error.XError:
        return False
    return any(output.name.startswith("XWAYLAND") for output in outputs)
