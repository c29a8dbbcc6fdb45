"""Picks what sends keys and what tells the focused window in this session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from v2m_desktop.core.targets import FocusProbe, KeyInjector
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session

PERMISSION_FILE = "keyboard-permission"


def choose_key_injector(environment: Mapping[str, str], platform: str, data: Path) -> KeyInjector:
    """`environment` is os.environ, `platform` is sys.platform; `data` keeps what the desktop has allowed."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_keys import WindowsKeys

        return WindowsKeys()
    if platform == "darwin":
        from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector

        return PynputKeyInjector()
    session = probe_x_session(environment)
    if session is XSession.X11:
        from v2m_desktop.os_integration.x11_keys import X11KeyInjector

        return X11KeyInjector(environment["DISPLAY"])
    if session is XSession.WAYLAND:
        from v2m_desktop.os_integration.bus_connection import session_bus_address
        from v2m_desktop.os_integration.portal_keys import PortalKeys
        from v2m_desktop.os_integration.wayland_keys import WaylandKeys
        from v2m_desktop.os_integration.wayland_tools import wayland_tools

        portal = PortalKeys(data / PERMISSION_FILE, session_bus_address(environment))
        return WaylandKeys(wayland_tools(environment), portal)
    return NullKeyInjector()


def choose_focus_probe(environment: Mapping[str, str], platform: str) -> FocusProbe:
    """`environment` is os.environ, `platform` is sys.platform. On Wayland only sway tells."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_focus import WindowsFocus

        return WindowsFocus()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_focus import MacosFocus

        return MacosFocus()
    if probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_focus import X11Focus

        return X11Focus(environment["DISPLAY"])
    if environment.get("SWAYSOCK"):
        from v2m_desktop.os_integration.sway_focus import SwayFocus

        return SwayFocus(environment["SWAYSOCK"])
    return NullFocus()
