"""What a process of Windows is, and whether it stands above us."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PureWindowsPath
from typing import Any

_QUERY_LIMITED_INFORMATION = 0x1000
_TOKEN_QUERY = 0x0008
_TOKEN_INTEGRITY_LEVEL = 25
_ACCESS_DENIED = 5
_HIGH = 0x3000
"""The integrity level of a program that runs as administrator (SECURITY_MANDATORY_HIGH_RID)."""

_LONGEST_PATH = 32_768


def program_of(api: Any, process: int) -> str:
    """Name of the executable without ".exe"; "" if unknown."""
    path = ctypes.create_unicode_buffer(_LONGEST_PATH)
    length = ctypes.c_uint32(_LONGEST_PATH)
    with _opened(api, process) as handle:
        if not handle or not api.QueryFullProcessImageNameW(handle, 0, path, ctypes.byref(length)):
            return ""
    name = PureWindowsPath(path.value).name
    return name[:-4] if name.lower().endswith(".exe") else name


def is_above_us(api: Any, process: int) -> bool:
    """Whether Windows drops our keys for that process: its integrity level is higher than ours.

    From below, the token of a program that runs as administrator may be closed to us, which says the same.
    """
    ours, _ = _integrity(api, api.GetCurrentProcessId())
    theirs, denied = _integrity(api, process)
    if ours is None:
        return False
    return ours < _HIGH and denied if theirs is None else theirs > ours


def _integrity(api: Any, process: int) -> tuple[int | None, bool]:
    """The level, None if it cannot be read; and whether that was denied."""
    token = ctypes.c_void_p()
    with _opened(api, process) as handle:
        if not handle:
            return None, False
        if not api.OpenProcessToken(handle, _TOKEN_QUERY, ctypes.byref(token)):
            return None, api.last_error() == _ACCESS_DENIED
    try:
        return _level_of(api, token), False
    finally:
        api.CloseHandle(token)


def _level_of(api: Any, token: ctypes.c_void_p) -> int | None:
    """The last part of the SID in the token's label (TOKEN_MANDATORY_LABEL begins with a pointer to it)."""
    size = ctypes.c_uint32()
    api.GetTokenInformation(token, _TOKEN_INTEGRITY_LEVEL, None, 0, ctypes.byref(size))
    label = ctypes.create_string_buffer(max(size.value, ctypes.sizeof(ctypes.c_void_p)))
    if not api.GetTokenInformation(token, _TOKEN_INTEGRITY_LEVEL, label, len(label), ctypes.byref(size)):
        return None
    sid = ctypes.c_void_p.from_buffer(label).value
    parts = ctypes.cast(api.GetSidSubAuthorityCount(sid), ctypes.POINTER(ctypes.c_ubyte)).contents.value
    last = ctypes.cast(api.GetSidSubAuthority(sid, parts - 1), ctypes.POINTER(ctypes.c_uint32))
    return int(last.contents.value)


@contextmanager
def _opened(api: Any, process: int) -> Iterator[int]:
    handle = api.OpenProcess(_QUERY_LIMITED_INFORMATION, False, process)
    try:
        yield handle
    finally:
        if handle:
            api.CloseHandle(handle)
