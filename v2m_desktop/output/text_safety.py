"""Keeps text from doing anything but being text."""

from __future__ import annotations

import re
import unicodedata

_ESCAPES = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|.)?", re.DOTALL)
_HIDDEN = frozenset(
    "\u200b\u200e\u200f\u2060\ufeff\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u00ad"
)
"""Bidirectional overrides and invisible characters, without the joiners that scripts and emoji need."""


def safe_text(text: str, *, terminal: bool = False) -> str:
    """`text` in NFC without control, escape, bidirectional and invisible characters.

    Newlines become spaces in a terminal, where each would run a command. Idempotent.
    """
    plain = _ESCAPES.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        character
        for character in plain
        if character in "\n\t" or not (unicodedata.category(character) == "Cc" or character in _HIDDEN)
    )
    if terminal:
        kept = re.sub(r"[\n\t]+", " ", kept)
    return unicodedata.normalize("NFC", kept)
