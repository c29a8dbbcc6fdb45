"""Picks what notices that the user typed or clicked in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import TouchWatch
from v2m_desktop.os_integration.null_touch import NullTouch


def choose_touch(environment: Mapping[str, str], platform: str) -> TouchWatch:  # noqa: ARG001
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_touch import WindowsTouch

        return WindowsTouch()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_touch import MacosTouch

        return MacosTouch()
    return NullTouch()
