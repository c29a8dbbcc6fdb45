"""Keeps the setting for starting at login and what the system really does in step."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from v2m_desktop.core.errors import StorageError
from v2m_desktop.os_integration.autostart import choose_autostart

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

KEY = "general.autostart"


class StartAtLogin(QObject):
    """GUI thread. People change this elsewhere too, in the settings of their desktop."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._autostart = choose_autostart(sys.platform, os.environ)

    def look(self) -> None:
        """At the start: show what the system does, whatever the setting said."""
        enabled = self._autostart.enabled()
        if enabled != self._runtime.settings.general.autostart:
            self._runtime.choices.change(KEY, enabled)

    def wish(self, enabled: bool) -> None:
        """The setting changed. Where that cannot be done it changes back, and the dialog says why."""
        runtime = self._runtime
        if enabled == self._autostart.enabled():
            return
        try:
            self._autostart.set(enabled)
        except StorageError as error:
            runtime.choices.change(KEY, not enabled)
            runtime.settings_window.problem(KEY, error)
            runtime.notices.tell(error)
