"""The functions of macOS that we call, as Apple documents them, through the libraries that pynput brings."""

from __future__ import annotations

import ctypes
import importlib
from functools import cache
from typing import Any

_MODULES = ("Quartz", "AppKit", "HIServices")
_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"

NAMES = (
    "NSWorkspace", "NSRunningApplication", "CGWindowListCopyWindowInfo", "AXIsProcessTrusted",
    "AXUIElementCreateSystemWide", "AXUIElementSetMessagingTimeout", "AXUIElementCopyAttributeValue",
    "AXUIElementGetPid", "AXValueGetValue", "CGEventSourceCounterForEventType", "CGEventSourceFlagsState",
    "CGEventCreateKeyboardEvent", "CGEventKeyboardSetUnicodeString", "CGEventSetFlags", "CGEventPost",
    "IsSecureEventInputEnabled",
)  # fmt: skip
"""All of them."""


class MacosApi:
    """NAMES as attributes, each looked up when it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if name not in NAMES:
            raise AttributeError(name)
        found = _secure_input() if name == "IsSecureEventInputEnabled" else _imported(name)
        setattr(self, name, found)
        return found


@cache
def macos_api() -> Any:
    """The one of this process."""
    return MacosApi()


def _imported(name: str) -> Any:
    for module in _MODULES:
        found = getattr(importlib.import_module(module), name, None)
        if found is not None:
            return found
    raise AttributeError(name)


def _secure_input() -> Any:
    """Of Carbon, which has no Python module."""
    function = ctypes.CDLL(_CARBON).IsSecureEventInputEnabled
    function.restype, function.argtypes = ctypes.c_bool, ()
    return function
