"""Picks what types text in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.targets import Typist
from v2m_desktop.os_integration.null_typist import NullTypist
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_typist(environment: Mapping[str, str], platform: str) -> Typist:
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_typist import WindowsTypist

        return WindowsTypist()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_typist import MacosTypist

        return MacosTypist()
    session = probe_x_session(environment)
    if session is XSession.WAYLAND:
        from v2m_desktop.os_integration.wayland_typist import WaylandTypist

        return WaylandTypist(environment)
    if session is XSession.X11:
        from v2m_desktop.os_integration.x11_typist import X11Typist

        return X11Typist(environment["DISPLAY"])
    return NullTypist()
