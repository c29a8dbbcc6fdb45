"""Text that somebody dictated. It must not reach a log, a notification or a crash report."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, repr=False)
class SensitiveText:
    """Dictated words. Every implicit conversion prints the length only; `reveal()` gives the words.

    `reveal()` is meant to be easy to search for: it belongs where text is shown, delivered, stored or sent
    to the recognizer, and nowhere near a logger.
    """

    _text: str = ""

    def reveal(self) -> str:
        """The words themselves."""
        return self._text

    def __len__(self) -> int:
        return len(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __repr__(self) -> str:
        return f"<text, {len(self._text)} chars>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        return format(repr(self), spec)
