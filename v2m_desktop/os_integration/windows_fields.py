"""Which element has the focus on Windows (UI Automation).

Methods are called by their place in the interface (uiautomationclient.h), since COM has no names at run time.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from ctypes import c_int, c_int32, c_void_p
from typing import Any

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import AROUND, Field, Window
from v2m_desktop.os_integration.question_thread import QuestionThread
from v2m_desktop.os_integration.windows_api import Guid, com_call, windows_api

_CUI_AUTOMATION = "ff48dba4-60ef-4201-aa87-54103eef594e"
_IUI_AUTOMATION = "30cbe57d-d9d0-452a-ab13-7ac5ac4825ee"
_TEXT_PATTERN = "32eba289-3583-42c9-9c59-3b6d9a1e9b6a"
_TEXT_PATTERN_ID = 10014
_IN_PROCESS = 1
_MULTITHREADED = 0

RELEASE = 2
GET_FOCUSED_ELEMENT = 8
GET_RUNTIME_ID, GET_CURRENT_PATTERN_AS, GET_CURRENT_IS_PASSWORD = 4, 14, 35
GET_SELECTION = 5
ARRAY_LENGTH, ARRAY_ELEMENT = 3, 4
RANGE_CLONE, RANGE_TEXT, RANGE_MOVE_BY_UNIT, RANGE_MOVE_BY_RANGE = 3, 12, 14, 15

_START, _END = 0, 1
_CHARACTER = 0


class WindowsFields:
    """A FieldProbe on a thread of its own: the program that has the focus answers, and may be busy."""

    def __init__(self, api: Callable[[], Any] = windows_api) -> None:
        self._api = api
        self._thread = QuestionThread("ui-automation", self._com)
        self._automation: int | None = None

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:  # noqa: ARG002
        self._thread.ask(self._focused, answer)

    def close(self) -> None:
        self._thread.close()

    @contextmanager
    def _com(self) -> Iterator[None]:
        api = self._api()
        api.CoInitializeEx(None, _MULTITHREADED)
        try:
            yield
            if self._automation is not None:
                com_call(self._automation, RELEASE)
        finally:
            api.CoUninitialize()

    def _focused(self) -> Field | None:
        api = self._api()
        if self._automation is None:
            made = c_void_p()
            kind, interface = Guid.of(_CUI_AUTOMATION), Guid.of(_IUI_AUTOMATION)
            api.CoCreateInstance(
                ctypes.byref(kind), None, _IN_PROCESS, ctypes.byref(interface), ctypes.byref(made)
            )
            self._automation = made.value
        if self._automation is None:
            return None
        with ExitStack() as owned:
            element = _object(owned, self._automation, GET_FOCUSED_ELEMENT)
            return None if element is None else _described(api, owned, element)


def _described(api: Any, owned: ExitStack, element: int) -> Field:
    name, password = _runtime_id(api, element), c_int32()
    known = com_call(element, GET_CURRENT_IS_PASSWORD, (c_void_p, ctypes.addressof(password))) == 0
    if password.value or not known:  # not even looked at
        return Field(name, secure=bool(password.value))
    interface = Guid.of(_TEXT_PATTERN)
    pattern = _object(
        owned,
        element,
        GET_CURRENT_PATTERN_AS,
        (c_int, _TEXT_PATTERN_ID),
        (c_void_p, ctypes.addressof(interface)),
    )
    ranges = None if pattern is None else _object(owned, pattern, GET_SELECTION)
    if ranges is None:
        return Field(name)
    length = c_int()
    com_call(ranges, ARRAY_LENGTH, (c_void_p, ctypes.addressof(length)))
    caret = _object(owned, ranges, ARRAY_ELEMENT, (c_int, 0)) if length.value == 1 else None
    if caret is None:
        return Field(name)
    return Field(
        name,
        before=_beside(api, owned, caret, _START),
        after=_beside(api, owned, caret, _END),
        selected=bool(_text(api, caret, 1)),
    )


def _beside(api: Any, owned: ExitStack, caret: int, side: int) -> SensitiveText | None:
    """The text on one side of a range: a copy of it, shrunk to that side, then grown away from it."""
    copy = _object(owned, caret, RANGE_CLONE)
    if copy is None:
        return None
    moved = c_int()
    step, other_side = (-AROUND, _END) if side == _START else (AROUND, _START)
    failed = com_call(
        copy, RANGE_MOVE_BY_RANGE, (c_int, other_side), (c_void_p, caret), (c_int, side)
    ) or com_call(
        copy, RANGE_MOVE_BY_UNIT,
        (c_int, side), (c_int, _CHARACTER), (c_int, step), (c_void_p, ctypes.addressof(moved)),
    )  # fmt: skip
    text = None if failed else _text(api, copy, AROUND)
    return None if text is None else SensitiveText(text)


def _text(api: Any, text_range: int, most: int) -> str | None:
    """Up to `most` characters of a range."""
    found = c_void_p()
    if (
        com_call(text_range, RANGE_TEXT, (c_int, most), (c_void_p, ctypes.addressof(found)))
        or not found.value
    ):
        return None
    try:
        raw = ctypes.string_at(found.value, 2 * api.SysStringLen(found.value))
        return raw.decode("utf-16-le", "replace")
    finally:
        api.SysFreeString(found.value)


def _runtime_id(api: Any, element: int) -> str:
    """The numbers that name an element while it exists."""
    array, low, high = c_void_p(), c_int32(), c_int32(-1)
    if com_call(element, GET_RUNTIME_ID, (c_void_p, ctypes.addressof(array))) or not array.value:
        return ""
    try:
        api.SafeArrayGetLBound(array, 1, ctypes.byref(low))
        api.SafeArrayGetUBound(array, 1, ctypes.byref(high))
        numbers = []
        for index in range(low.value, high.value + 1):
            number = c_int32()
            api.SafeArrayGetElement(array, ctypes.byref(c_int32(index)), ctypes.byref(number))
            numbers.append(str(number.value))
        return ".".join(numbers)
    finally:
        api.SafeArrayDestroy(array)


def _object(owned: ExitStack, pointer: int, slot: int, *arguments: tuple[Any, Any]) -> int | None:
    """The object that a method gives, released when `owned` ends; None if it gives none."""
    found = c_void_p()
    if com_call(pointer, slot, *arguments, (c_void_p, ctypes.addressof(found))) or not found.value:
        return None
    owned.callback(com_call, found.value, RELEASE)
    return found.value
