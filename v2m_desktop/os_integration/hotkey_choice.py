"""Picks the hotkey source for this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.ports import HotkeySource
from v2m_desktop.os_integration.hotkey_guide import desktop_names, guide_for
from v2m_desktop.os_integration.null_hotkeys import HotkeysMissing, NullHotkeys
from v2m_desktop.os_integration.x11_session import XSession, probe_x_session


def choose_hotkeys(environment: Mapping[str, str], platform: str) -> HotkeySource:
    """X11 -> grabs, Wayland -> the portal, Windows and macOS -> pynput, otherwise the twin that says why not.

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
            return _on_wayland(environment)
        case XSession.NONE:
            return NullHotkeys(HotkeysMissing.NO_DISPLAY)


def _on_wayland(environment: Mapping[str, str]) -> HotkeySource:
    """Whether the portal has hotkeys is found out on a thread, as it may have to be started first.

    Hyprland's portal says yes to every app, but binds no key by itself (Hyprland's wiki, Global Keybinds).
    """
    from v2m_desktop.os_integration.bus_connection import session_bus_address
    from v2m_desktop.os_integration.portal_hotkeys import PortalHotkeys

    if "hyprland" in desktop_names(environment):
        return NullHotkeys(HotkeysMissing.HYPRLAND)
    address = session_bus_address(environment)
    if not address:
        return NullHotkeys(HotkeysMissing.WAYLAND)
    return PortalHotkeys(address, guide_for(environment))
