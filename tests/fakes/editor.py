"""A text field of another program, on fake keys."""

from __future__ import annotations

from collections.abc import Callable

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.keys import FakeKeys
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import Field, Key


class FakeEditor:
    """`text` with the caret at `caret`; each key press moves over `stride(text)` characters.

    `tells`: it offers what is selected as PRIMARY.
    """

    def __init__(self, keys: FakeKeys, primary: FakeClipboard | None, text: str = "") -> None:
        self.text, self.caret, self.anchor = text, len(text), len(text)
        self.tells = primary is not None
        self.stride: Callable[[str], int] = lambda _before: 1
        self._keys, self._primary = keys, primary
        keys.on_press = self.press

    def insert(self, text: str) -> None:
        """Somebody pastes or types at the caret."""
        self.text = self.text[: self.caret] + text + self.text[self.caret :]
        self.caret = self.anchor = self.caret + len(text)

    def field(self) -> Field:
        """What an accessibility service would tell of it."""
        before, after = self.text[: self.caret], self.text[self.caret :]
        return Field(
            "1", before=SensitiveText(before), after=SensitiveText(after), selected=self.caret != self.anchor
        )

    @property
    def selected(self) -> str:
        first, last = sorted((self.caret, self.anchor))
        return self.text[first:last]

    def press(self, _key: Key) -> None:
        key, times, shift = self._keys.pressed[-1]
        for _ in range(times):
            self._press(key, shift=shift)
        if self.tells and self._primary is not None and self.selected:
            self._primary.copy(self.selected)

    def _press(self, key: Key, *, shift: bool) -> None:
        first, last = sorted((self.caret, self.anchor))
        match key:
            case Key.LEFT if shift:
                self.caret = max(0, self.caret - self.stride(self.text[: self.caret]))
            case Key.RIGHT if not shift:
                self.caret = self.anchor = last if first != last else min(len(self.text), last + 1)
            case Key.BACKSPACE:
                if first == last:
                    first = max(0, first - self.stride(self.text[:first]))
                self.text = self.text[:first] + self.text[last:]
                self.caret = self.anchor = first
            case _:
                raise AssertionError(f"nobody should press {key} here")
