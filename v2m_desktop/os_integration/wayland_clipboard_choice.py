"""Picks the clipboard of a Wayland session."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from v2m_desktop.core.errors import DisplayError
from v2m_desktop.core.targets import Clipboard
from v2m_desktop.os_integration.wayland_clipboard import WaylandClipboard
from v2m_desktop.os_integration.wayland_data_control import MANAGERS
from v2m_desktop.os_integration.wayland_wire import compositor_interfaces
from v2m_desktop.os_integration.wl_copy import WlToolsClipboard, wl_tools_present
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session

log = logging.getLogger(__name__)


def choose_wayland_clipboard(environment: Mapping[str, str]) -> Clipboard | None:
    """`environment` is os.environ. None where the clipboard of X11 or Qt is the better one, or the only one.

    Data control first. A compositor without it (GNOME) hands the clipboard of XWayland on to all programs,
    while wl-copy would have to open a window that takes the focus: it is the last resort.
    """
    if probe_x_session(environment) is not XSession.WAYLAND:
        return None
    try:
        if MANAGERS.keys() & compositor_interfaces(environment):
            return WaylandClipboard(environment)
    except DisplayError as reason:
        log.info("no clipboard from the Wayland compositor: %s", reason)
        return None
    if not environment.get("DISPLAY") and wl_tools_present(environment):
        return WlToolsClipboard(environment)
    return None


def choose_wayland_primary(environment: Mapping[str, str]) -> Clipboard | None:
    """The selection of the middle mouse button; None where the compositor gives it to no program."""
    if probe_x_session(environment) is not XSession.WAYLAND:
        return None
    try:
        return WaylandClipboard(environment, primary=True)
    except DisplayError:
        return None
