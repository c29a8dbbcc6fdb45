"""A recorded Windows: what its functions answered, and in which order they were called.

Numbers are those of a 64-bit Windows 11: an editor of the user (medium integrity), one that runs as
administrator (high), and ourselves.
"""

from __future__ import annotations

import ctypes
import os
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.com import FakeCom
from v2m_desktop.os_integration.windows_api import Input

MEDIUM, HIGH = 0x2000, 0x3000
ACCESS_DENIED = 5


@dataclass
class Program:
    """A process and its window. `integrity` None: Windows does not let us look at its token."""

    process: int
    path: str
    window_class: str
    frame: tuple[int, int, int, int]
    integrity: int | None = MEDIUM


NOTEPAD = Program(4712, r"C:\Windows\System32\notepad.exe", "Notepad", (100, 50, 900, 650))
ADMINISTRATOR = Program(9000, r"C:\Windows\regedit.exe", "RegEdit_RegEdit", (0, 0, 640, 480), HIGH)
CLOSED = Program(9100, r"C:\Tools\admin.exe", "Tool", (0, 0, 640, 480), None)
OURS = Program(os.getpid(), r"C:\Program Files\voice2machine\v2m.exe", "Qt6110QWindowIcon", (5, 5, 105, 205))


@dataclass
class FakeWindows:
    """Has the functions of WindowsApi. `takes` is how many inputs SendInput accepts, None all of them."""

    front: int = 0x20B3A
    windows: dict[int, Program] = field(
        default_factory=lambda: {0x20B3A: NOTEPAD, 0x30C4B: ADMINISTRATOR, 0x40D5C: CLOSED, 0x50E6D: OURS}
    )
    takes: int | None = None
    composed: bool = True
    our_integrity: int = MEDIUM
    ticks: int = 1000
    keys: dict[int, int] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    arrays: list[list[tuple[int, int, int]]] = field(default_factory=list)
    sizes: list[int] = field(default_factory=list)
    open_handles: list[int] = field(default_factory=list)
    automation: FakeCom | None = None
    freed: list[str] = field(default_factory=list)
    _error: int = 0
    _kept: list[Any] = field(default_factory=list)

    def last_error(self) -> int:
        return self._error

    # user32

    def GetForegroundWindow(self) -> int:  # noqa: N802
        self.calls.append("GetForegroundWindow")
        return self.front

    def SetForegroundWindow(self, window: int) -> int:  # noqa: N802
        self.calls.append(f"SetForegroundWindow {window:#x}")
        return 0

    def GetWindowThreadProcessId(self, window: int, process: Any) -> int:  # noqa: N802
        self.calls.append("GetWindowThreadProcessId")
        if window in self.windows:
            process._obj.value = self.windows[window].process
        return 1 if window in self.windows else 0

    def GetClassNameW(self, window: int, name: Any, room: int) -> int:  # noqa: N802
        self.calls.append("GetClassNameW")
        name.value = self.windows[window].window_class[: room - 1]
        return len(name.value)

    def GetWindowRect(self, window: int, rect: Any) -> int:  # noqa: N802
        """With the invisible border of eight pixels."""
        self.calls.append("GetWindowRect")
        return self._fill(window, rect, 8)

    def DwmGetWindowAttribute(self, window: int, attribute: int, rect: Any, size: int) -> int:  # noqa: N802
        self.calls.append(f"DwmGetWindowAttribute {attribute} {size}")
        return 0 if self.composed and self._fill(window, rect, 0) else -2147024890

    def SendInput(self, count: int, inputs: Any, size: int) -> int:  # noqa: N802
        self.calls.append("SendInput")
        self.sizes.append(size)
        self.arrays.append(
            [(each.union.ki.wVk, each.union.ki.wScan, each.union.ki.dwFlags) for each in inputs]
        )
        assert all(isinstance(each, Input) and each.type == 1 for each in inputs)
        taken = count if self.takes is None else min(count, self.takes)
        self.takes = None
        return taken

    def MapVirtualKeyW(self, code: int, kind: int) -> int:  # noqa: N802
        assert kind == 0
        return {0xA2: 0x1D, 0xA0: 0x2A, 0x56: 0x2F, 0x2D: 0x52, 0x0D: 0x1C, 0x08: 0x0E, 0x09: 0x0F}.get(
            code, 1
        )

    def VkKeyScanW(self, character: int) -> int:  # noqa: N802
        return ord(chr(character).upper())

    def GetAsyncKeyState(self, code: int) -> int:  # noqa: N802
        """The lowest bit is told once."""
        state = self.keys.get(code, 0)
        self.keys[code] = state & ~1
        return state - 0x1_0000 if state & 0x8000 else state

    def GetLastInputInfo(self, info: Any) -> int:  # noqa: N802
        self.calls.append(f"GetLastInputInfo {info._obj.cbSize}")
        info._obj.dwTime = self.ticks
        return 1

    # kernel32 and advapi32

    def OpenProcess(self, access: int, inherit: int, process: int) -> int:  # noqa: N802
        self.calls.append(f"OpenProcess {access:#x} {process}")
        if self._program(process) is None:
            return 0
        self.open_handles.append(process)
        return process

    def CloseHandle(self, handle: Any) -> int:  # noqa: N802
        self.open_handles.remove(getattr(handle, "value", handle))
        return 1

    def GetCurrentProcessId(self) -> int:  # noqa: N802
        return OURS.process

    def QueryFullProcessImageNameW(self, handle: int, flags: int, path: Any, length: Any) -> int:  # noqa: N802
        program = self._program(handle)
        assert program is not None
        assert flags == 0
        path.value = program.path
        length._obj.value = len(program.path)
        return 1

    def OpenProcessToken(self, handle: int, access: int, token: Any) -> int:  # noqa: N802
        self.calls.append(f"OpenProcessToken {access}")
        program = self._program(handle)
        if program is None or program.integrity is None:
            self._error = ACCESS_DENIED
            return 0
        token._obj.value = handle + 0x10_0000
        self.open_handles.append(token._obj.value)
        return 1

    def GetTokenInformation(self, token: Any, kind: int, label: Any, room: int, needed: Any) -> int:  # noqa: N802
        """A pointer to the SID, its attributes, and the SID: S-1-16-LEVEL."""
        assert kind == 25
        needed._obj.value = 28
        if label is None or room < 28:
            return 0
        program = self._program(token.value - 0x10_0000)
        assert program is not None
        level = self.our_integrity if program is OURS else program.integrity
        sid = ctypes.create_string_buffer(
            bytes([1, 1, 0, 0, 0, 0, 0, 16]) + int(level or 0).to_bytes(4, "little")
        )
        self._kept.append(sid)
        ctypes.memmove(label, ctypes.addressof(sid).to_bytes(8, "little"), 8)
        return 1

    def GetSidSubAuthorityCount(self, sid: int) -> int:  # noqa: N802
        return sid + 1

    def GetSidSubAuthority(self, sid: int, index: int) -> int:  # noqa: N802
        return sid + 8 + 4 * index

    # ole32 and oleaut32

    def CoInitializeEx(self, reserved: None, kind: int) -> int:  # noqa: N802
        self.calls.append(f"CoInitializeEx {kind}")
        return 0

    def CoUninitialize(self) -> None:  # noqa: N802
        self.calls.append("CoUninitialize")

    def CoCreateInstance(self, kind: Any, outer: None, context: int, interface: Any, made: Any) -> int:  # noqa: N802
        self.calls.append(f"CoCreateInstance {bytes(kind._obj.bytes).hex()} {context}")
        if self.automation is None:
            return -2147221164
        made._obj.value = self.automation.pointer
        return 0

    def SysStringLen(self, text: int) -> int:  # noqa: N802
        return int.from_bytes(ctypes.string_at(text - 4, 4), "little") // 2

    def SysFreeString(self, text: int) -> None:  # noqa: N802
        self.freed.append("string")

    def SafeArrayGetLBound(self, array: Any, dimension: int, low: Any) -> int:  # noqa: N802
        low._obj.value = 0
        return 0

    def SafeArrayGetUBound(self, array: Any, dimension: int, high: Any) -> int:  # noqa: N802
        high._obj.value = 2
        return 0

    def SafeArrayGetElement(self, array: Any, index: Any, number: Any) -> int:  # noqa: N802
        number._obj.value = (42, 131904, 7)[index._obj.value]
        return 0

    def SafeArrayDestroy(self, array: Any) -> int:  # noqa: N802
        self.freed.append("array")
        return 0

    def _program(self, process: int) -> Program | None:
        return next((each for each in self.windows.values() if each.process == process), None)

    def _fill(self, window: int, rect: Any, border: int) -> int:
        if window not in self.windows:
            return 0
        left, top, right, bottom = self.windows[window].frame
        rect._obj.left, rect._obj.top = left - border, top
        rect._obj.right, rect._obj.bottom = right + border, bottom + border
        return 1
