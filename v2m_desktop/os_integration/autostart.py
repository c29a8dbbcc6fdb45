"""Starts the app at login, in the way of the platform."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol


class Autostart(Protocol):
    """Whether the app starts at login. Both methods ask the system: people change this elsewhere too."""

    def enabled(self) -> bool:
        """An entry that cannot be read does not start anything either."""
        ...

    def set(self, enabled: bool) -> None:
        """Raises StorageError."""
        ...


def choose_autostart(
    platform: str, environment: Mapping[str, str], command: list[str] | None = None
) -> Autostart:
    """Registry on Windows, launch agent on macOS, XDG entry elsewhere.

    `environment` is os.environ, `platform` is sys.platform; `command` is what to start, else this very app.
    """
    start = start_command() if command is None else command
    if platform == "win32":
        from v2m_desktop.os_integration.autostart_windows import RunKeyAutostart, WindowsRegistry

        return RunKeyAutostart(WindowsRegistry(), start)
    if platform == "darwin":
        from v2m_desktop.os_integration.autostart_macos import LaunchAgentAutostart

        return LaunchAgentAutostart(environment, start)
    from v2m_desktop.os_integration.autostart_linux import DesktopEntryAutostart

    return DesktopEntryAutostart(environment, start)


def start_command(
    *,
    frozen: bool | None = None,
    executable: str = sys.executable,
    invoked_as: str | None = None,
    platform: str = sys.platform,
) -> list[str]:
    """The command that starts the app that runs now, with absolute paths: nobody's PATH is sure at login."""
    program = Path(executable).absolute()
    if getattr(sys, "frozen", False) if frozen is None else frozen:
        return [str(program)]
    if platform == "win32":
        # The script would open a console window.
        windowed = program.with_name("pythonw.exe")
        return [str(windowed if windowed.is_file() else program), "-m", "v2m_desktop"]
    script = Path(sys.argv[0] if invoked_as is None else invoked_as).absolute()
    for candidate in (program.with_name("v2m"), script):
        if candidate.name == "v2m" and candidate.is_file():
            return [str(candidate)]
    return [str(program), "-m", "v2m_desktop"]
