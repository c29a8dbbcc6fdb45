"""Checks a CTranslate2 model file without loading it, so that a cut download is noticed in a millisecond.

Layout, little endian: u32 version, specification name, u32 revision, u32 count, then per variable its name,
u8 rank, u32 per dimension, u8 type, u32 bytes and the bytes; at last u32 count of aliases, two names each. A
name is u16 length and the bytes. That is version 6, which converters write since 2022; other versions are
left to the engine to judge.
"""

from __future__ import annotations

import struct
from pathlib import Path
from typing import BinaryIO

_KNOWN_VERSION = 6
_LIKELY_VERSIONS = range(1, 64)
_MOST_VARIABLES = 100_000


class DamagedBinaryError(ValueError):
    """The file is no whole CTranslate2 Whisper model."""


def check_binary(path: Path) -> None:
    """Raise DamagedBinaryError unless `path` is a whole Whisper model; OSError if it cannot be read."""
    size = path.stat().st_size
    with path.open("rb") as file:
        version = _number(file, "<I")
        if version not in _LIKELY_VERSIONS:
            raise DamagedBinaryError("nonsense in the head")
        if version != _KNOWN_VERSION:
            return
        if _name(file) != b"WhisperSpec":
            raise DamagedBinaryError("not a Whisper model")
        _number(file, "<I")
        _skip_variables(file, size)
        for _ in range(2 * _count(file)):
            _name(file)
        if file.tell() != size:
            raise DamagedBinaryError("wrong length")


def _skip_variables(file: BinaryIO, size: int) -> None:
    for _ in range(_count(file)):
        _name(file)
        rank = _number(file, "<B")
        _bytes(file, 4 * rank + 1)
        length = _number(file, "<I")
        if file.tell() + length > size:
            raise DamagedBinaryError("cut off")
        file.seek(length, 1)


def _count(file: BinaryIO) -> int:
    count = _number(file, "<I")
    if count > _MOST_VARIABLES:
        raise DamagedBinaryError("nonsense in the head")
    return count


def _name(file: BinaryIO) -> bytes:
    return _bytes(file, _number(file, "<H")).rstrip(b"\0")


def _number(file: BinaryIO, layout: str) -> int:
    (number,) = struct.unpack(layout, _bytes(file, struct.calcsize(layout)))
    return int(number)


def _bytes(file: BinaryIO, length: int) -> bytes:
    data = file.read(length)
    if len(data) < length:
        raise DamagedBinaryError("cut off")
    return data
