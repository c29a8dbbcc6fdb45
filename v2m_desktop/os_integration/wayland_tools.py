"""Programs that send keys on Wayland: wtype, ydotool and dotool.

What they take: wtype(1) 0.4, ydotool(1) 1.0, dotool(1). ydotool and dotool send key codes of
linux/input-event-codes.h below the compositor, where a code is a place on the keyboard, not a letter.
"""

from __future__ import annotations

import errno
import os
import shutil
import socket
from collections.abc import Mapping, Sequence
from pathlib import Path

from v2m_desktop.core.errors import DeliveryError, DisplayError
from v2m_desktop.os_integration.key_tools import KeyTool, Press
from v2m_desktop.os_integration.tool_run import Command, ToolRun
from v2m_desktop.os_integration.wayland_wire import compositor_interfaces

VIRTUAL_KEYBOARD = "zwp_virtual_keyboard_manager_v1"

UINPUT = Path("/dev/uinput")

WTYPE_PAUSE_MS = 300
"""A keyboard that has just appeared is not heard at once, and its last key is lost if it leaves at once."""

_WTYPE_DOWN_MS = 50
_WTYPE_MODIFIERS = {"ctrl": "ctrl", "shift": "shift", "super": "logo"}

_CODES = {"v": 47, "Insert": 110, "Return": 28, "BackSpace": 14, "Left": 105, "Right": 106}
_MODIFIER_CODES = {"ctrl": 29, "shift": 42, "super": 125}

_CODE_OF_NOTHING = 240
"""KEY_UNKNOWN, which no layout has a meaning for."""

_YDOTOOL_DELAY_MS = 12
_DOTOOL_KEY_MS = 10


def wayland_tools(environment: Mapping[str, str]) -> list[KeyTool]:
    """Those that know letters before those that know places."""
    return [Wtype(environment), Ydotool(environment), Dotool(environment)]


def program_path(name: str, environment: Mapping[str, str]) -> str | None:
    """Where a program of that name is."""
    return shutil.which(name, path=environment.get("PATH", ""))


def not_installed(name: str) -> DeliveryError:
    return DeliveryError("{tool} is not installed.", tool=name)


class VirtualKeyboards:
    """Whether the compositor lets programs have a keyboard of their own. Asked once it has answered."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._offered: bool | None = None

    def refusal(self, tool: str) -> DeliveryError | None:
        if self._offered is None:
            try:
                self._offered = VIRTUAL_KEYBOARD in compositor_interfaces(self._environment)
            except DisplayError as cause:
                return DeliveryError("{tool}: {reason}", tool=tool, reason=cause.message)
        if self._offered:
            return None
        return DeliveryError("This compositor does not let {tool} send keys.", tool=tool)


class Wtype:
    """A KeyTool. Its keyboard is gone when it ends, and what was down comes up."""

    name = "wtype"

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._keyboards = VirtualKeyboards(environment)
        self._run: ToolRun | None = None

    def probe(self) -> DeliveryError | None:
        if program_path(self.name, self._environment) is None:
            return not_installed(self.name)
        return self._keyboards.refusal(self.name)

    def begin(self, presses: Sequence[Press]) -> None:
        pause = ["-s", str(WTYPE_PAUSE_MS)]
        line = [program_path(self.name, self._environment) or self.name]
        keys = [part for press in presses for part in _wtype_press(press)]
        seconds = 2 * WTYPE_PAUSE_MS / 1000 + sum(press.times for press in presses) * 0.1
        held = {name for press in presses for name in press.modifiers}
        lift = [part for name in sorted(held) for part in ("-m", _WTYPE_MODIFIERS[name])]
        self._run = ToolRun(
            self.name,
            Command([*line, *pause, *keys, *pause], seconds=seconds),
            Command([*line, *lift]) if lift else None,
            self._environment,
        )

    def done(self) -> bool:
        return self._run is None or self._run.done()


def _wtype_press(press: Press) -> list[str]:
    """One key stays down for a moment; a row of them is struck as fast as wtype does it."""
    modifiers = [_WTYPE_MODIFIERS[name] for name in press.modifiers]
    once = ["-P", press.key, "-s", str(_WTYPE_DOWN_MS), "-p", press.key]
    strokes = once if press.times == 1 else ["-k", press.key] * press.times
    down = [part for name in modifiers for part in ("-M", name)]
    up = [part for name in reversed(modifiers) for part in ("-m", name)]
    return [*down, *strokes, *up]


class Ydotool:
    """A KeyTool. Its keyboard is that of ydotoold, which stays: what is left down stays down."""

    name = "ydotool"

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._run: ToolRun | None = None

    def probe(self) -> DeliveryError | None:
        """The daemon of version 1.0 takes datagrams; older ones take a stream, and other arguments."""
        if program_path(self.name, self._environment) is None:
            return not_installed(self.name)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as daemon:
            daemon.setblocking(False)
            try:
                daemon.connect(self._socket_path())
            except OSError as cause:
                return _ydotoold_refusal(cause)
        return None

    def begin(self, presses: Sequence[Press]) -> None:
        codes: list[str] = []
        touched: dict[int, None] = {}
        for press in presses:
            held = [_MODIFIER_CODES[name] for name in press.modifiers]
            key = _CODES[press.key]
            codes += [f"{code}:1" for code in held]
            codes += [f"{key}:1", f"{key}:0"] * press.times
            codes += [f"{code}:0" for code in reversed(held)]
            touched |= dict.fromkeys([key, *held])
        line = [program_path(self.name, self._environment) or self.name, "key"]
        self._run = ToolRun(
            self.name,
            Command(
                [*line, "--key-delay", str(_YDOTOOL_DELAY_MS), *codes],
                seconds=len(codes) * _YDOTOOL_DELAY_MS / 1000,
            ),
            Command([*line, *(f"{code}:0" for code in touched)]),
            self._environment,
        )

    def done(self) -> bool:
        return self._run is None or self._run.done()

    def _socket_path(self) -> str:
        folder = self._environment.get("XDG_RUNTIME_DIR") or "/tmp"  # as ydotool looks for it
        return self._environment.get("YDOTOOL_SOCKET") or f"{folder}/.ydotool_socket"


def _ydotoold_refusal(cause: OSError) -> DeliveryError:
    match cause.errno:
        case errno.EPROTOTYPE:
            return DeliveryError("This ydotool is older than 1.0; install a newer one.")
        case errno.EACCES:
            return DeliveryError("The service ydotoold belongs to another user; start it as you.")
        case _:
            return DeliveryError("ydotool needs its service ydotoold, which does not run.")


class Dotool:
    """A KeyTool. Its keyboard is gone when it ends, and what was down comes up."""

    name = "dotool"

    def __init__(self, environment: Mapping[str, str], device: Path = UINPUT) -> None:
        self._environment = environment
        self._device = device
        self._run: ToolRun | None = None

    def probe(self) -> DeliveryError | None:
        if program_path(self.name, self._environment) is None:
            return not_installed(self.name)
        if not os.access(self._device, os.W_OK):
            return DeliveryError(
                "dotool may not write to {device}: join the group input, and log in again.",
                device=self._device,
            )
        return None

    def begin(self, presses: Sequence[Press]) -> None:
        """By code: how it finds a letter depends on the layout it believes in.

        keydelay is all it knows of waiting. With a key that means nothing, before and behind, its keyboard
        is noticed before the chord, and the chord before the keyboard is gone.
        """
        wait = [f"keydelay {WTYPE_PAUSE_MS}", f"key k:{_CODE_OF_NOTHING}", f"keydelay {_DOTOOL_KEY_MS}"]
        rows = list(wait)
        for press in presses:
            chord = "+".join([*press.modifiers, f"k:{_CODES[press.key]}"])
            rows.append(" ".join(["key", *[chord] * press.times]))
        strokes = sum(press.times for press in presses)
        self._run = ToolRun(
            self.name,
            Command(
                [program_path(self.name, self._environment) or self.name],
                "\n".join([*rows, *wait, ""]).encode(),
                1.0 + strokes * 0.05,
            ),
            None,
            self._environment,
        )

    def done(self) -> bool:
        return self._run is None or self._run.done()
