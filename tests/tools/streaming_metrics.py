"""How good streamed words are: their errors at the end, and how restless they are before it. Pure.

The names and definitions are those of the usual papers: word error rate, and normalized erasure (flicker).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from tests.tools.word_error_rate import word_error_rate, words

__all__ = ["flicker", "wer"]

wer = word_error_rate
"""Errors per word of the reference, by `wer(reference, hypothesis)`; 0.01 is one point."""


def flicker(shown: Sequence[tuple[str, str]], final: str) -> float:
    """Words that were shown and then changed or removed, per word of the `final` text.

    `shown` are the (committed, tentative) texts in the order in which they were drawn, each with all that
    stood on the screen of this take. Case and punctuation do not count. A word that is behind a changed one
    counts as changed, too: the eye has to read it again. Of an empty final text every word counts whole.
    """
    texts = [words(f"{committed} {tentative}") for committed, tentative in shown]
    texts.append(words(final))
    erased = sum(len(before) - _kept(before, after) for before, after in pairwise(texts))
    return erased / max(1, len(texts[-1]))


def _kept(before: Sequence[str], after: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(before, after, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
