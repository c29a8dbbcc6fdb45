"""Picks what sends keys and what tells the focused window in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import FocusProbe, KeyInjector
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_key_injector(environment: Mapping[str, str], platform: str) -> KeyInjector:
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform in ("win32", "darwin"):
        from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector

        return PynputKeyInjector(platform)
    session = probe_x_session(environment)
    if session is XSession.X11:
        from v2m_desktop.os_integration.x11_keys import X11KeyInjector

        return X11KeyInjector(environment["DISPLAY"])
    if session is XSession.WAYLAND:
        from v2m_desktop.os_integration.wayland_keys import WaylandKeys
        from v2m_desktop.os_integration.wayland_tools import wayland_tools

        return WaylandKeys(wayland_tools(environment))
    return NullKeyInjector()


def choose_focus_probe(environment: Mapping[str, str], platform: str) -> FocusProbe:
    """`environment` is os.environ, `platform` is sys.platform. Only X11 and sway tell so far."""
    if platform in ("win32", "darwin"):
        return NullFocus()
    if probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_focus import X11Focus

        return X11Focus(environment["DISPLAY"])
    if environment.get("SWAYSOCK"):
        from v2m_desktop.os_integration.sway_focus import SwayFocus

        return SwayFocus(environment["SWAYSOCK"])
    return NullFocus()
