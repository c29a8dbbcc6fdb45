"""Looks for a sentence in files, in every spelling in which a log, a report or a request could hold it."""

from __future__ import annotations

import base64
import json
import urllib.parse
from dataclasses import dataclass
from pathlib import Path

RUN_OF_WORDS = 4
"""A cut-off sentence is a leak as well: each run of four words is looked for."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Where it was found, and how it was written."""

    file: Path
    spelling: str


def search(folder: Path, sentence: str) -> list[Leak]:
    """Every file under `folder`, whatever its type, that holds four words in a row of `sentence`."""
    spellings = [
        (name, needle)
        for run in _runs(sentence)
        for name, needles in _spellings(run).items()
        for needle in needles
    ]
    leaks: list[Leak] = []
    for file in sorted(entry for entry in folder.rglob("*") if entry.is_file()):
        content = file.read_bytes()
        found = dict.fromkeys(name for name, needle in spellings if needle in content)
        leaks.extend(Leak(file, name) for name in found)
    return leaks


def _runs(sentence: str) -> list[str]:
    words = sentence.split()
    count = max(1, len(words) - RUN_OF_WORDS + 1)
    return [" ".join(words[start : start + RUN_OF_WORDS]) for start in range(count)]


def _spellings(text: str) -> dict[str, list[bytes]]:
    return {
        "utf-8": [text.encode()],
        "latin-1": [text.encode("latin-1", errors="replace")],
        "utf-16": [text.encode("utf-16-le"), text.encode("utf-16-be")],
        "json": [json.dumps(text)[1:-1].encode()],
        "url": [urllib.parse.quote(text).encode(), urllib.parse.quote_plus(text).encode()],
        "base64": [_inside_base64(text.encode(), offset) for offset in range(3)],
    }


def _inside_base64(data: bytes, offset: int) -> bytes:
    """The part of the code that depends on `data` alone, if `data` begins `offset` bytes into a triple."""
    code = base64.b64encode(b"\0" * offset + data)
    first = (offset * 8 + 5) // 6
    last = (offset + len(data)) * 8 // 6
    return code[first:last]
