"""Start at login on desktops that follow the XDG specifications: an entry in ~/.config/autostart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from v2m_desktop.core.resources import resource
from v2m_desktop.os_integration.autostart_files import read_entry, remove_entry, write_entry

ENTRY = "voice2machine.desktop"
GROUP = "[Desktop Entry]"

QUOTED = str.maketrans({character: f"\\{character}" for character in '"`$\\'} | {"%": "%%"})
"""Inside the double quotes of an argument; "%" begins a field code anywhere in Exec."""
ESCAPED = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
"""In every value of the file, after the quoting."""


class DesktopEntryAutostart:
    """Implements Autostart. Desktops mark an entry that people switched off instead of removing it."""

    def __init__(self, environment: Mapping[str, str], command: Sequence[str]) -> None:
        self.path = _config_folder(environment) / "autostart" / ENTRY
        self._command = command

    def enabled(self) -> bool:
        content = read_entry(self.path)
        if content is None:
            return False
        values = _values(content.decode(errors="replace"))
        hidden = values.get("Hidden", "false") == "true"
        switched_off = values.get("X-GNOME-Autostart-enabled", "true") == "false"
        return "Exec" in values and not hidden and not switched_off

    def set(self, enabled: bool) -> None:
        if enabled:
            write_entry(self.path, desktop_entry(self._command).encode(errors="surrogateescape"))
        else:
            remove_entry(self.path)


def desktop_entry(command: Sequence[str]) -> str:
    """The text of an entry that starts `command`."""
    values = {
        "Type": "Application",
        "Name": "Voice2Machine",
        "Comment": "Dictation into the focused window",
        "Exec": " ".join(_quoted(argument) for argument in command),
        "TryExec": command[0],
        "Icon": str(resource("icons/voice2machine.svg")),
        "Terminal": "false",
        "StartupNotify": "false",
        "X-GNOME-Autostart-enabled": "true",
    }
    lines = [f"{key}={value.translate(ESCAPED)}" for key, value in values.items()]
    return "\n".join([GROUP, *lines, ""])


def _quoted(argument: str) -> str:
    return f'"{argument.translate(QUOTED)}"'


def _values(text: str) -> dict[str, str]:
    """Keys of the main group. Nothing that is asked for here needs to be unescaped."""
    values: dict[str, str] = {}
    group = ""
    for line in text.split("\n"):
        if line.startswith("["):
            group = line.strip()
        elif group == GROUP and "=" in line and not line.startswith("#"):
            key, _, value = line.partition("=")
            values[key.strip()] = value.strip()
    return values


def _config_folder(environment: Mapping[str, str]) -> Path:
    """A relative XDG_CONFIG_HOME counts for nothing, says the specification."""
    named = Path(environment.get("XDG_CONFIG_HOME", ""))
    if named.is_absolute():
        return named
    home = environment.get("HOME")
    return (Path(home) if home else Path.home()) / ".config"
