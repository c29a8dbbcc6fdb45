"""Picks what notices that the user typed or clicked in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.targets import TouchWatch
from v2m_desktop.os_integration.null_touch import NullTouch
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_touch(environment: Mapping[str, str], platform: str) -> TouchWatch:
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_touch import WindowsTouch

        return WindowsTouch()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_touch import MacosTouch

        return MacosTouch()
    if probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_touch import X11Touch

        return X11Touch(environment["DISPLAY"])
    return NullTouch()
