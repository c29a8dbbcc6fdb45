"""COM objects with real tables of methods."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from ctypes import c_int, c_int32, c_void_p
from typing import Any

from v2m_desktop.os_integration import windows_fields as slots


class FakeCom:
    """A COM object with a real table of methods: slot to argument types and function. Counts its releases."""

    def __init__(self, methods: dict[int, tuple[tuple[Any, ...], Callable[..., int]]]) -> None:
        self.releases = 0
        every = {**methods, slots.RELEASE: ((), self._release)}
        self._functions: list[Any] = []
        table = (c_void_p * (max(every) + 1))()
        for slot, (kinds, function) in every.items():
            made = ctypes.CFUNCTYPE(c_int32, c_void_p, *kinds)(
                lambda _this, *arguments, call=function: call(*arguments)
            )
            self._functions.append(made)
            table[slot] = ctypes.cast(made, c_void_p).value
        self._table = table
        self._object = c_void_p(ctypes.addressof(table))
        self.pointer = ctypes.addressof(self._object)

    def _release(self) -> int:
        self.releases += 1
        return 0


def give(address: int, value: int) -> int:
    """Write a pointer where the caller wants it. Returns S_OK."""
    c_void_p.from_address(address).value = value
    return 0


def give_number(address: int, value: int) -> int:
    """Write a number where the caller wants it. Returns S_OK."""
    c_int.from_address(address).value = value
    return 0
