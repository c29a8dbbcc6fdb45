"""Which key types which character on X11, and what is put on the keys that have none. No X server needed."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

Row = Sequence[int]
"""The keysyms of one key in the core mapping: two levels of layout 1, two of layout 2, then others."""

RETURN, TAB = 0xFF0D, 0xFF09
_EDITING = {"\n": RETURN, "\t": TAB}
_UNICODE = 0x0100_0000
"""Keysyms of all other characters begin here (X11 protocol, appendix A, "Unicode KEYSYMs")."""

_KEYPAD = range(0xFF80, 0xFFBE)
"""Such keys change their meaning with Num Lock."""

_UNUSABLE = 8
"""The lowest key code. It means "no key" to many programs."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key, with or without Shift."""

    code: int
    shift: bool = False


def keysym_for(character: str) -> int:
    """The keysym by which every program knows `character`."""
    point = ord(character)
    if character in _EDITING:
        return _EDITING[character]
    return point if 0x20 <= point <= 0x7E or 0xA0 <= point <= 0xFF else _UNICODE | point


def strokes_of(mapping: Mapping[int, Row], group: int, *, shift: bool) -> dict[str, Stroke]:
    """What the layout `group` types by a key alone, and with Shift if there is such a key.

    Other levels are left to the spare keys: which modifier leads there differs. So are the third and the
    fourth layout, whose place in the core mapping is not told.
    """
    found: dict[str, Stroke] = {}
    if group > 1:
        return found
    for level in (0, 1) if shift else (0,):
        for code, row in mapping.items():
            column = group * 2 + level
            if column >= len(row) or any(keysym in _KEYPAD for keysym in row):
                continue
            if character := character_of(row[column]):
                found.setdefault(character, Stroke(code, level == 1))
    return found


def spare_codes(mapping: Mapping[int, Row], modifiers: Collection[int]) -> list[int]:
    """Keys that mean nothing."""
    return [
        code for code, row in mapping.items() if not any(row) and code not in modifiers and code > _UNUSABLE
    ]


@cache
def character_of(keysym: int) -> str:
    """The character that `keysym` types; "" if it types none.

    Layouts use old names for many, such as Cyrillic_a. libxkbcommon, without which Qt shows no window on X11,
    has the table; should it be missing, such keys are not used.
    """
    for character, editing in _EDITING.items():
        if keysym == editing:
            return character
    if keysym in range(0xFD00, 0x1_0000):  # keys without a character, dead keys, the keypad
        return ""
    if keysym_for(character := chr(keysym & 0x1F_FFFF if keysym < _UNICODE + 0x11_0000 else 0)) == keysym:
        return character
    table = _xkbcommon()
    point = table.xkb_keysym_to_utf32(keysym) if table is not None else 0
    return chr(point) if point >= 0x20 else ""


@cache
def _xkbcommon() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL("libxkbcommon.so.0")
    except OSError:
        return None


class SpareKeys:
    """What was put on the spare keys. Each has room for two: one alone, one with Shift."""

    def __init__(self) -> None:
        self._held: dict[Stroke, int] = {}
        """By place, what was put there first at the front."""

    def codes(self) -> set[int]:
        """The keys in use."""
        return {place.code for place in self._held}

    def row(self, code: int) -> tuple[int, int]:
        """What belongs on a key; with Shift it types the same as alone if nothing else is there."""
        alone = self._held.get(Stroke(code), 0)
        return alone, self._held.get(Stroke(code, shift=True), alone)

    def forget(self, codes: Iterable[int]) -> None:
        """Somebody else changed them."""
        gone = set(codes)
        self._held = {place: keysym for place, keysym in self._held.items() if place.code not in gone}

    def lacks_room(self, keysyms: Collection[int], codes: Collection[int], *, shift: bool) -> bool:
        """Whether `put` would take the place of something."""
        missing = set(keysyms) - set(self._held.values())
        return len(missing) > sum(place not in self._held for place in self._places(codes, shift))

    def put(self, keysyms: Collection[int], codes: Collection[int], *, shift: bool) -> dict[int, Stroke]:
        """Find places for `keysyms`, on `codes` and the keys in use.

        What is there already stays; the rest takes empty places first, then what was put there longest ago.
        """
        found = {keysym: place for place, keysym in self._held.items() if keysym in keysyms}
        every = self._places(codes, shift)
        old = [place for place, keysym in self._held.items() if place in every and keysym not in keysyms]
        free = [place for place in every if place not in self._held] + old
        for keysym in keysyms:
            if keysym not in found:
                place = free.pop(0)
                self._held.pop(place, None)
                self._held[place] = keysym
                found[keysym] = place
        return found

    def _places(self, codes: Collection[int], shift: bool) -> list[Stroke]:
        """Both places of one key before the next: a window manager works for 50 ms when a key changes."""
        levels = (False, True) if shift else (False,)
        return [Stroke(code, level) for code in sorted({*self.codes(), *codes}) for level in levels]

    def clear(self) -> None:
        """Nothing is there any more."""
        self._held.clear()
