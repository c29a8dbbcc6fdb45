"""Keeps text from doing anything but being text."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_ESCAPES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # control sequences, such as colors
    "|(?:\x1b[\\]P^_X]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # strings, such as titles
    "|\x1b[ -/]*[0-~]"
)
"""Escape sequences of terminals (ECMA-48), in 7-bit and 8-bit form."""

_JOINERS = "\u200c\u200d"
"""Persian, Indic scripts and emoji need them."""

_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
"""Signs before or around Arabic, Syriac and Kaithi numbers: format characters to Unicode, but with ink."""

_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
"""Letters and marks without ink, which can hide in a word."""

_HIDDEN_CATEGORIES = frozenset(["Cc", "Cf", "Cs"])
"""Control, format (bidirectional overrides, soft hyphens, tags) and lone surrogates."""


def safe_text(text: str, *, terminal: bool = False) -> str:
    """`text` in NFC without control, escape, bidirectional and invisible characters.

    Newlines and tabs become spaces in a terminal, where each would run or complete a command. Idempotent.
    """
    plain = _ESCAPES.sub("", _LINE_ENDS.sub("\n", text))
    kept = "".join(character for character in plain if _is_plain(character))
    if terminal:
        kept = re.sub(r"[\n\t]+", " ", kept)
    return unicodedata.normalize("NFC", kept)


def _is_plain(character: str) -> bool:
    if character in "\n\t" or character in _JOINERS or character in _VISIBLE_FORMATS:
        return True
    return character not in _BLANKS and unicodedata.category(character) not in _HIDDEN_CATEGORIES
