"""Picks what notices that the user typed, in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import TouchWatch
from v2m_desktop.os_integration.null_touch import NullTouch
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_touch_watch(environment: Mapping[str, str], platform: str) -> TouchWatch:
    """`environment` is os.environ, `platform` is sys.platform. Only X11 tells so far."""
    if platform not in ("win32", "darwin") and probe_x_session(environment) is XSession.X11:
        from v2m_desktop.os_integration.x11_touch import X11Touch

        return X11Touch(environment["DISPLAY"])
    return NullTouch()
