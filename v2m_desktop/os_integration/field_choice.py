"""Picks what tells the focused element in this session."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.targets import FieldProbe
from v2m_desktop.os_integration.bus_connection import session_bus_address
from v2m_desktop.os_integration.null_fields import NullFields


def choose_fields(environment: Mapping[str, str], platform: str) -> FieldProbe:
    """`environment` is os.environ, `platform` is sys.platform."""
    if platform == "win32":
        from v2m_desktop.os_integration.windows_fields import WindowsFields

        return WindowsFields()
    if platform == "darwin":
        from v2m_desktop.os_integration.macos_fields import MacosFields

        return MacosFields()
    session_bus = session_bus_address(environment) if platform.startswith("linux") else ""
    if not session_bus:
        return NullFields()
    from v2m_desktop.os_integration.atspi_fields import AtspiFields

    return AtspiFields(session_bus)
