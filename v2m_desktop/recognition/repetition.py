"""Cuts loops of a recognizer short: the same words many times in a row."""

from __future__ import annotations

LEAST_ROUNDS = 4
"""Fewer repetitions are left alone: people repeat themselves."""

LONGEST_ROUND = 12
"""Words."""


def trim_loops(text: str) -> str:
    """`text` with every run of at least LEAST_ROUNDS equal rounds reduced to its first; the rest is kept.

    Case and punctuation do not make rounds different. A last, incomplete round at the end goes as well.
    """
    words = text.split()
    plain = ["".join(filter(str.isalnum, word)).casefold() for word in words]
    kept: list[str] = []
    at = 0
    while at < len(words):
        size, end = _loop_at(plain, at)
        kept += words[at : at + size]
        at = end
    return text if len(kept) == len(words) else " ".join(kept)


def _loop_at(plain: list[str], at: int) -> tuple[int, int]:
    """Size of one round and end of the loop that starts at `at`; (1, at + 1) where none does."""
    for size in range(1, min(LONGEST_ROUND, (len(plain) - at) // LEAST_ROUNDS) + 1):
        round_ = plain[at : at + size]
        end = at + size
        while plain[end : end + size] == round_:
            end += size
        if end - at >= LEAST_ROUNDS * size:
            rest = plain[end:]
            return size, len(plain) if rest == round_[: len(rest)] else end
    return 1, at + 1
