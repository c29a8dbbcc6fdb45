"""The keys of an X server that a text is typed with: those of the active layout, and spare ones."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from v2m_desktop.os_integration.x11_keyboard import GROUP_SHIFT, ModifierMasks, keycodes_of, mask_of
from v2m_desktop.os_integration.x11_keymap import (
    Row,
    SpareKeys,
    Stroke,
    keysym_for,
    spare_codes,
    strokes_of,
)

if TYPE_CHECKING:
    from Xlib.display import Display


class X11TypingKeys:
    """What the layout types is struck on its own keys, all else is put on keys that mean nothing."""

    def __init__(self) -> None:
        self.group = 0
        self.shift = 0
        """The key code of Shift; 0 if there is none."""
        self.modifiers = 0
        """The state bits of all modifiers that change what a key does."""
        self._mapping: dict[int, Row] = {}
        self._layout: dict[str, Stroke] = {}
        self._spare = SpareKeys()
        self._codes: list[int] = []

    def read(self, display: Display, state: int) -> None:
        """Look at the keyboard; `state` is that of the pointer, which holds the active layout."""
        from Xlib import XK

        self._mapping = _mapping_of(display)
        self._spare.forget(code for code in self._spare.codes() if not self._is_ours(code))
        self._codes = spare_codes(
            self._mapping, {code for row in display.get_modifier_mapping() for code in row}
        )
        shifts = keycodes_of(display, XK.string_to_keysym("Shift_L"))
        self.shift = shifts[0] if shifts else 0
        self.modifiers = ModifierMasks.read(display).combined(frozenset(("ctrl", "shift", "alt", "super")))
        self.modifiers |= mask_of(display, "ISO_Level3_Shift")
        self.group = (state >> GROUP_SHIFT) & 3
        ours = self._spare.codes()
        others = {code: row for code, row in self._mapping.items() if code not in ours}
        self._layout = strokes_of(others, self.group, shift=bool(self.shift))

    def fitting(self, text: str) -> int:
        """How many characters of `text` there is room for at once."""
        room = len({*self._codes, *self._spare.codes()}) * (2 if self.shift else 1)
        needed: set[str] = set()
        for index, character in enumerate(text):
            if character not in self._layout:
                needed.add(character)
                if len(needed) > room:
                    return index
        return len(text)

    def would_replace(self, text: str) -> bool:
        """Whether a key that has a character must give it up for `text`."""
        return self._spare.lacks_room(self._needed(text), self._codes, shift=bool(self.shift))

    def put(self, display: Display, text: str) -> tuple[list[Stroke], bool]:
        """Make the keys ready for `text`, which fits. Returns its strokes, and whether a key was changed."""
        places = self._spare.put(self._needed(text), self._codes, shift=bool(self.shift))
        changed = sorted(code for code in self._spare.codes() if not self._is_ours(code))
        if changed:
            self._change(display, changed)
            self._mapping = _mapping_of(display)
        return [self._layout.get(each) or places[keysym_for(each)] for each in text], bool(changed)

    def are_the_same(self, display: Display, strokes: Iterable[Stroke]) -> bool:
        """Whether these keys still mean what they meant."""
        now = _mapping_of(display)
        return all(now.get(code) == self._mapping.get(code) for code in {stroke.code for stroke in strokes})

    def clear(self, display: Display) -> None:
        """The spare keys mean nothing again, save those that somebody else has changed meanwhile."""
        self._mapping = _mapping_of(display)
        codes = sorted(code for code in self._spare.codes() if self._is_ours(code))
        self._spare.clear()
        self._change(display, codes)

    def _needed(self, text: str) -> list[int]:
        return [keysym_for(each) for each in dict.fromkeys(text) if each not in self._layout]

    def _is_ours(self, code: int) -> bool:
        return tuple(self._mapping.get(code, ())[:2]) == self._spare.row(code)

    def _change(self, display: Display, codes: list[int]) -> None:
        """One request for each run of neighbors: all programs hear of each."""
        run: list[int] = []
        for code in [*codes, 0]:
            if run and code != run[-1] + 1:
                display.change_keyboard_mapping(run[0], [self._spare.row(each) for each in run])
                run = []
            run.append(code)
        display.sync()


def _mapping_of(display: Display) -> dict[int, Row]:
    first, last = display.display.info.min_keycode, display.display.info.max_keycode
    rows = display.get_keyboard_mapping(first, last - first + 1)
    return {code: tuple(row) for code, row in enumerate(rows, first)}
