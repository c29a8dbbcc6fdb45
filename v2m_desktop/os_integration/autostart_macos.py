"""Start at login on macOS: a launch agent of the user."""

from __future__ import annotations

import plistlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.parsers.expat import ExpatError

from v2m_desktop.os_integration.autostart_files import read_entry, remove_entry, write_entry

LABEL = "io.github.voice2machine.desktop"


class LaunchAgentAutostart:
    """Implements Autostart."""

    def __init__(self, environment: Mapping[str, str], command: Sequence[str]) -> None:
        home = environment.get("HOME")
        folder = (Path(home) if home else Path.home()) / "Library" / "LaunchAgents"
        self.path = folder / f"{LABEL}.plist"
        self._command = command

    def enabled(self) -> bool:
        content = read_entry(self.path)
        if content is None:
            return False
        try:
            agent = plistlib.loads(content)
        except (ValueError, ExpatError):
            return False
        if not isinstance(agent, dict):
            return False
        return bool(agent.get("RunAtLoad") and agent.get("ProgramArguments") and not agent.get("Disabled"))

    def set(self, enabled: bool) -> None:
        if not enabled:
            remove_entry(self.path)
            return
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(self._command),
            "RunAtLoad": True,
            "ProcessType": "Interactive",  # or the system would slow the app down as a background job
            "LimitLoadToSessionType": "Aqua",
        }
        write_entry(self.path, plistlib.dumps(agent))
