"""Types text on Wayland, through programs."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.os_integration.tool_run import Command, ToolRun
from v2m_desktop.os_integration.wayland_tools import WTYPE_PAUSE_MS, Wtype, Ydotool, program_path

_DELAY_MS = 2

_SECONDS_EACH = 0.05

_YDOTOOL_TYPES_WITH = (*range(2, 14), *range(15, 29), *range(30, 54), 57)
"""The keys of ASCII on a US keyboard (linux/input-event-codes.h), with Shift on the left. Its service keeps
down what was down when it was ended; letting go of a key that is up does nothing."""


class WaylandTypist:
    """A Typist. GUI thread only.

    wtype makes a keyboard that has just the characters of the text. ydotool knows the keys of a US keyboard.
    """

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = {**environment, "LC_ALL": "C.UTF-8"}
        """They decode what they read by the locale."""
        self._wtype, self._ydotool = Wtype(environment), Ydotool(environment)
        self._commands: tuple[Command, Command | None] | None = None
        self._run: ToolRun | None = None
        self._tool = ""

    def missing(self) -> DeliveryError | None:
        """Why wtype cannot be used, unless ydotool can."""
        refusal = self._wtype.probe()
        return refusal if refusal is not None and self._ydotool.probe() is not None else None

    def begin(self, text: str) -> None:
        """Raises DeliveryError where nothing can type all characters of the text."""
        seconds = 1.0 + len(text) * _SECONDS_EACH
        refusal = self._wtype.probe()
        if refusal is None:
            self._tool = self._wtype.name
            pause = ["-s", str(WTYPE_PAUSE_MS)]
            line = [*pause, "-d", str(_DELAY_MS), "-", *pause]
            release = None  # its keyboard is gone when it ends
        elif self._ydotool.probe() is not None:
            raise refusal
        elif not text.isascii():
            raise DeliveryError("ydotool cannot type all characters of this text. Paste it instead.")
        else:
            self._tool = self._ydotool.name
            line = ["type", "--key-delay", str(_DELAY_MS), "--file", "-"]
            lift = (f"{code}:0" for code in _YDOTOOL_TYPES_WITH)
            release = Command([self._path(), "key", "--key-delay", "0", *lift])
        command = Command([self._path(), *line], text.encode(), seconds, secret=True)
        self._run, self._commands = None, (command, release)

    def step(self) -> bool:
        if self._commands is None:
            return True
        if self._run is None:
            self._run = ToolRun(self._tool, *self._commands, self._environment)
            return False
        return self._run.done()

    def end(self) -> None:
        if self._run is not None:
            self._run.stop()
        self._commands = None

    def _path(self) -> str:
        return program_path(self._tool, self._environment) or self._tool

    def close(self) -> None:
        """What was typing is ended, and has let its keys go."""
        self.end()
        if self._run is not None:
            self._run.await_end()
