"""Picks what tells the focused element in this session."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from v2m_desktop.core.ports import FieldProbe
from v2m_desktop.os_integration.null_fields import NullFields


def choose_fields(environment: Mapping[str, str], platform: str) -> FieldProbe:
    """`environment` is os.environ, `platform` is sys.platform."""
    session_bus = _session_bus(environment) if platform.startswith("linux") else ""
    if not session_bus:
        return NullFields()
    from v2m_desktop.os_integration.atspi_fields import AtspiFields

    return AtspiFields(session_bus)


def _session_bus(environment: Mapping[str, str]) -> str:
    """Its address, "" if there is none: systemd puts it at a place that everybody knows."""
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS", ""):
        return "" if address.startswith("disabled:") else address
    folder = environment.get("XDG_RUNTIME_DIR", "")
    return f"unix:path={folder}/bus" if folder and (Path(folder) / "bus").exists() else ""
