"""Picks the hotkey source for this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import HotkeySource
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing, NullHotkeys
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_hotkeys(environment: Mapping[str, str], platform: str) -> HotkeySource:
    """X11 -> grabs, Windows and macOS -> pynput, otherwise the twin that says why not.

    `environment` is os.environ, `platform` is sys.platform. XWayland is no X11 here: keys pressed in a native
    window never reach it.
    """
    if platform in ("win32", "darwin"):
        from v2m_desktop.os_integration.pynput_hotkeys import PynputHotkeys

        return PynputHotkeys()
    match probe_x_session(environment):
        case XSession.X11:
            from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys

            return X11Hotkeys(environment["DISPLAY"])
        case XSession.WAYLAND:
            return NullHotkeys(HotkeysMissing.WAYLAND)
        case XSession.NONE:
            return NullHotkeys(HotkeysMissing.NO_DISPLAY)
