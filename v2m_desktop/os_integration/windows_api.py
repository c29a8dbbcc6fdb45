"""The functions of Windows that we call, as Microsoft documents them, and their structures.

The structures have fixed sizes, so that they can be looked at on any system.
"""

from __future__ import annotations

import ctypes
from ctypes import c_int, c_int16, c_int32, c_size_t, c_uint16, c_uint32, c_void_p
from functools import cache
from typing import Any, ClassVar

_POINTER, _TEXT = c_void_p, c_void_p


class KeyInput(ctypes.Structure):
    """KEYBDINPUT."""

    _fields_: ClassVar = [
        ("wVk", c_uint16), ("wScan", c_uint16), ("dwFlags", c_uint32), ("time", c_uint32),
        ("dwExtraInfo", c_size_t),
    ]  # fmt: skip


class _MouseInput(ctypes.Structure):
    """MOUSEINPUT, the largest of the three: it decides the size."""

    _fields_: ClassVar = [
        ("dx", c_int32), ("dy", c_int32), ("mouseData", c_uint32), ("dwFlags", c_uint32), ("time", c_uint32),
        ("dwExtraInfo", c_size_t),
    ]  # fmt: skip


class _InputUnion(ctypes.Union):
    _fields_: ClassVar = [("ki", KeyInput), ("mi", _MouseInput)]


class Input(ctypes.Structure):
    """INPUT. With a wrong size Windows takes no input at all: 40 bytes on 64 bit."""

    _fields_: ClassVar = [("type", c_uint32), ("union", _InputUnion)]


class Rect(ctypes.Structure):
    """RECT."""

    _fields_: ClassVar = [("left", c_int32), ("top", c_int32), ("right", c_int32), ("bottom", c_int32)]


class LastInput(ctypes.Structure):
    """LASTINPUTINFO."""

    _fields_: ClassVar = [("cbSize", c_uint32), ("dwTime", c_uint32)]


class Guid(ctypes.Structure):
    """GUID, from its usual notation."""

    _fields_: ClassVar = [("bytes", ctypes.c_ubyte * 16)]

    @classmethod
    def of(cls, text: str) -> Guid:
        from uuid import UUID

        return cls.from_buffer_copy(UUID(text).bytes_le)


FUNCTIONS: dict[str, dict[str, tuple[Any, tuple[Any, ...]]]] = {
    "user32": {
        "GetForegroundWindow": (_POINTER, ()),
        "SetForegroundWindow": (c_int, (_POINTER,)),
        "GetWindowThreadProcessId": (c_uint32, (_POINTER, _POINTER)),
        "GetClassNameW": (c_int, (_POINTER, _TEXT, c_int)),
        "GetWindowRect": (c_int, (_POINTER, _POINTER)),
        "SendInput": (c_uint32, (c_uint32, _POINTER, c_int)),
        "MapVirtualKeyW": (c_uint32, (c_uint32, c_uint32)),
        "VkKeyScanW": (c_int16, (c_uint16,)),
        "GetAsyncKeyState": (c_int16, (c_int,)),
        "GetLastInputInfo": (c_int, (_POINTER,)),
    },
    "dwmapi": {"DwmGetWindowAttribute": (c_int32, (_POINTER, c_uint32, _POINTER, c_uint32))},
    "kernel32": {
        "OpenProcess": (_POINTER, (c_uint32, c_int, c_uint32)),
        "CloseHandle": (c_int, (_POINTER,)),
        "GetCurrentProcessId": (c_uint32, ()),
        "QueryFullProcessImageNameW": (c_int, (_POINTER, c_uint32, _TEXT, _POINTER)),
    },
    "advapi32": {
        "OpenProcessToken": (c_int, (_POINTER, c_uint32, _POINTER)),
        "GetTokenInformation": (c_int, (_POINTER, c_int, _POINTER, c_uint32, _POINTER)),
        "GetSidSubAuthorityCount": (_POINTER, (_POINTER,)),
        "GetSidSubAuthority": (_POINTER, (_POINTER, c_uint32)),
    },
    "ole32": {
        "CoInitializeEx": (c_int32, (_POINTER, c_uint32)),
        "CoUninitialize": (None, ()),
        "CoCreateInstance": (c_int32, (_POINTER, _POINTER, c_uint32, _POINTER, _POINTER)),
    },
    "oleaut32": {
        "SysStringLen": (c_uint32, (_POINTER,)),
        "SysFreeString": (None, (_POINTER,)),
        "SafeArrayGetLBound": (c_int32, (_POINTER, c_uint32, _POINTER)),
        "SafeArrayGetUBound": (c_int32, (_POINTER, c_uint32, _POINTER)),
        "SafeArrayGetElement": (c_int32, (_POINTER, _POINTER, _POINTER)),
        "SafeArrayDestroy": (c_int32, (_POINTER,)),
    },
}
"""Library -> function -> what it returns, and what it takes."""


class WindowsApi:
    """All of FUNCTIONS as attributes."""

    def __init__(self) -> None:
        for library, functions in FUNCTIONS.items():
            loaded = getattr(ctypes, "WinDLL")(library, use_last_error=True)  # noqa: B009 - there on Windows only
            for name, (result, parameters) in functions.items():
                function = getattr(loaded, name)
                function.restype, function.argtypes = result, parameters
                setattr(self, name, function)

    def last_error(self) -> int:
        """GetLastError of the last call."""
        return int(getattr(ctypes, "get_last_error")())  # noqa: B009 - there on Windows only

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


@cache
def windows_api() -> Any:
    """The one of this process."""
    return WindowsApi()


_METHOD: Any = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)


def com_call(pointer: int, slot: int, *arguments: tuple[Any, Any]) -> int:
    """Call the method at `slot` of a COM object, with pairs of ctypes type and value. Returns its HRESULT."""
    table = ctypes.cast(pointer, ctypes.POINTER(ctypes.POINTER(c_void_p))).contents
    method = _METHOD(c_int32, c_void_p, *(kind for kind, _ in arguments))
    return int(method(table[slot])(pointer, *(value for _, value in arguments)))
