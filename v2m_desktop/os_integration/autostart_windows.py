"""Start at login on Windows: a value under the user's Run key."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from typing import Protocol

from v2m_desktop.core.errors import StorageError

VALUE = "Voice2Machine"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Here the task manager notes what people switched off: the first byte is odd then."""

NO_REGISTRY = "this system has no registry"


class Registry(Protocol):
    """The user's part of the registry. Its methods raise OSError."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """None if there is no such value."""
        ...

    def write(self, key: str, name: str, text: str) -> None: ...

    def remove(self, key: str, name: str) -> None:
        """A value that is not there is no error."""
        ...


class RunKeyAutostart:
    """Implements Autostart."""

    def __init__(self, registry: Registry, command: Sequence[str]) -> None:
        self._registry = registry
        self._command = command

    def enabled(self) -> bool:
        try:
            approved = self._registry.read(APPROVED, VALUE)
            switched_off = isinstance(approved, bytes) and approved[:1] != b"" and approved[0] % 2 == 1
            return bool(self._registry.read(RUN, VALUE)) and not switched_off
        except OSError:
            return False

    def set(self, enabled: bool) -> None:
        try:
            self._registry.remove(APPROVED, VALUE)
            if enabled:
                self._registry.write(RUN, VALUE, subprocess.list2cmdline(self._command))
            else:
                self._registry.remove(RUN, VALUE)
        except OSError as error:
            raise StorageError(
                "The start at login could not be changed in the registry ({reason}). "
                "Change it in the task manager, under startup apps.",
                reason=error.strerror or type(error).__name__,
            ) from error


class WindowsRegistry:
    """Implements Registry with the real one."""

    def read(self, key: str, name: str) -> str | bytes | None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value = winreg.QueryValueEx(opened, name)[0]
            except FileNotFoundError:
                return None
            return value if isinstance(value, str | bytes) else None
        raise OSError(NO_REGISTRY)

    def write(self, key: str, name: str, text: str) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)
            return
        raise OSError(NO_REGISTRY)

    def remove(self, key: str, name: str) -> None:
        if sys.platform == "win32":
            import winreg

            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, winreg.KEY_SET_VALUE) as opened:
                    winreg.DeleteValue(opened, name)
            except FileNotFoundError:
                return
            return
        raise OSError(NO_REGISTRY)
