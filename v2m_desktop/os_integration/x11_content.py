"""What an X11 selection holds: for each target, as formats are called there, bytes of a type and width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from v2m_desktop.os_integration.privacy_markers import privacy_markers


@dataclass(frozen=True, slots=True)
class Piece:
    """The answer to one target: the bytes, the name of their type, and 8, 16 or 32 bits for each item."""

    data: bytes = field(repr=False)
    kind: str
    width: int = 8


Content: TypeAlias = Mapping[str, Piece]

_PLAIN = "text/plain"
_UTF8 = ("UTF8_STRING", "text/plain;charset=utf-8", _PLAIN)
TEXT_TARGETS = frozenset([*_UTF8, "STRING", "TEXT", "COMPOUND_TEXT"])

_NO_CONTENT = frozenset(
    [
        "TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY",
        # ids of things in the X server that end with their owner
        "PIXMAP", "BITMAP", "DRAWABLE", "COLORMAP", "CLIENT_WINDOW",
        # Qt's own name for a decoded image, beside its encodings
        "application/x-qt-image",
    ]
)  # fmt: skip
"""Requests of the selection protocol (ICCCM 2.6.2), some of which do something, and what cannot be kept."""

_FILES = ("uri-list", "copied-files", "cutselection")
_LOSSLESS = ("image/png", "image/bmp", "image/tiff")


def text_content(text: str, *, private: bool) -> Content:
    """`text` in the ways in which programs ask for it; `private` adds what keeps it out of histories."""
    encoded = text.encode(errors="replace")
    content = {name: Piece(encoded, name) for name in _UTF8}
    if (latin := _simple_latin(text)) is not None:
        content |= {"STRING": Piece(latin, "STRING"), "TEXT": Piece(latin, "STRING")}
        content["COMPOUND_TEXT"] = Piece(latin, "COMPOUND_TEXT")
    else:
        content["TEXT"] = Piece(encoded, "UTF8_STRING")
    markers = privacy_markers("linux") if private else {}
    return content | {name: Piece(data, name) for name, data in markers.items()}


def _simple_latin(text: str) -> bytes | None:
    """ICCCM 2.7.1 allows Latin-1, tab and newline in STRING; Compound Text begins in the same state."""
    if any(char not in "\t\n" and not (" " <= char <= "~" or "\xa0" <= char <= "\xff") for char in text):
        return None
    return text.encode("latin-1")


def worth_reading(names: Iterable[str]) -> list[str]:
    """The targets that are content, each once: text first, then files and images, encodings to spare last."""
    return sorted(dict.fromkeys(name for name in names if name not in _NO_CONTENT), key=_rank)


def _rank(name: str) -> int:
    if name in TEXT_TARGETS or name.startswith(_PLAIN):
        return 0
    if name == "text/html":
        return 1
    if any(part in name for part in _FILES):
        return 2
    if name == "image/png":
        return 3
    return 5 if is_image(name) else 4


def is_image(name: str) -> bool:
    """Whether it is an encoding of an image, which most programs make only when asked."""
    return name.startswith("image/") or name.endswith("/ico")


def is_to_spare(name: str, kept: Iterable[str]) -> bool:
    """Whether nothing is lost without it: the same image was kept in another encoding."""
    return is_image(name) and any(each in _LOSSLESS for each in kept)
