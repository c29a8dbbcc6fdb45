"""Words of two texts, laid side by side: which of one are in the other too, and in the same order."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

SAME_START = 0.6
"""Two words are forms of one if they share this part of the longer one, counted from the start."""
STEM = 3
SHORTEST_INSIDE = 4
"""A word of this length may also be found inside others: "gmail" in "juan@gmail", "email" in "e mail"."""

_WORD = re.compile(r"[^\W_]+")
_WITHOUT_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WEIGHTY = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f\uac00-\ud7af]")
_PIECES = re.compile(r"[a-z0-9]+|.")


def folded(text: str) -> str:
    """Without capitals and accents, so that "Si" and "sí" are one word."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", "".join(c for c in parts if not unicodedata.combining(c)))


def words(text: str) -> list[str]:
    """The words in order; for scripts that put no spaces between words, the letters."""
    found: list[str] = []
    for word in _WORD.findall(folded(text)):
        found += _PIECES.findall(word) if _WITHOUT_SPACES.search(word) else [word]
    return found


class Vocabulary:
    """The words of a text, to look others up in."""

    def __init__(self, there: Sequence[str]) -> None:
        self._places: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, set[str]] = defaultdict(set)
        for place, word in enumerate(there):
            self._places[word].append(place)
            self._stems[word[:STEM]].add(word)
        self._compact = "".join(there)

    def places(self, word: str) -> list[int]:
        """Where the word stands, in any form; empty if it stands nowhere as a word of its own."""
        if word in self._places:
            return self._places[word]
        alike = (other for other in self._stems.get(word[:STEM], ()) if _same_start(word, other))
        return sorted(place for other in alike for place in self._places[other])

    def has(self, word: str) -> bool:
        return bool(self.places(word)) or (len(word) >= SHORTEST_INSIDE and word in self._compact)

    def lacks(self, sought: Sequence[str]) -> list[str]:
        """Those of the words `sought` that are not there, each as often as it is sought."""
        return [word for word in sought if not self.has(word)]


def in_order(there: Sequence[str], sought: Sequence[str]) -> list[bool]:
    """Which of the words `sought` stand in `there` in the same order: the longest such row of them."""
    vocabulary = Vocabulary(there)
    ends: list[int] = []  # ends[n] is the earliest place where a row of n + 1 words can end
    rows: list[_Row] = []  # and rows[n] is that row
    for index, word in enumerate(sought):
        for place in reversed(vocabulary.places(word)):
            length = bisect_left(ends, place)
            if length < len(ends) and ends[length] == place:
                continue
            row = _Row(index, rows[length - 1] if length else None)
            ends[length : length + 1] = [place]
            rows[length : length + 1] = [row]
    kept = [False] * len(sought)
    last = rows[-1] if rows else None
    while last is not None:
        kept[last.index] = True
        last = last.before
    return kept


@dataclass(frozen=True, slots=True)
class _Row:
    """Words in the order of both texts: the last one, and those before it."""

    index: int
    before: _Row | None


def longest_run(flags: Sequence[bool]) -> int:
    """How many stand together at most."""
    longest = run = 0
    for flag in flags:
        run = run + 1 if flag else 0
        longest = max(longest, run)
    return longest


def weight(text: str) -> float:
    """The length of a text in Latin letters. A sign of Chinese, Japanese or Korean is as good as two."""
    return sum(2.0 if _WEIGHTY.match(c) else 1.0 for c in text.strip())


def _same_start(one: str, other: str) -> bool:
    shared = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        shared += 1
    return shared >= max(STEM, SAME_START * max(len(one), len(other)))
