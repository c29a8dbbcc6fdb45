"""Picks what sends keys and what tells the focused window in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import FocusProbe, KeyInjector
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_key_injector(environment: Mapping[str, str], platform: str) -> KeyInjector:
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_keys import WindowsKeys

        return WindowsKeys()
    if platform == "darwin":
        from v2m_desktop.os_integration.pynput_keys import PynputKeyInjector

        return PynputKeyInjector()
    if probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_keys import X11KeyInjector

        return X11KeyInjector(environment["DISPLAY"])
    return NullKeyInjector()


def choose_focus_probe(environment: Mapping[str, str], platform: str) -> FocusProbe:
    """`environment` is os.environ, `platform` is sys.platform. Wayland does not tell."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_focus import WindowsFocus

        return WindowsFocus()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_focus import MacosFocus

        return MacosFocus()
    if probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_focus import X11Focus

        return X11Focus(environment["DISPLAY"])
    return NullFocus()
