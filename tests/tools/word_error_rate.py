"""Word error rate, as people count it: case and punctuation do not matter, accents do."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import Levenshtein


def words(text: str) -> list[str]:
    """Lower-case words without punctuation; apostrophes inside a word stay."""
    folded = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    kept = "".join(character if character.isalnum() or character in "' " else " " for character in folded)
    return [word for word in (each.strip("'") for each in kept.split()) if word]


def word_error_rate(reference: str, hypothesis: str) -> float:
    """Substitutions, insertions and deletions per word of `reference`; may be over 1.

    An empty reference gives 0.0 for an empty hypothesis, otherwise 1.0.
    """
    expected, heard = words(reference), words(hypothesis)
    if not expected:
        return 1.0 if heard else 0.0
    return Levenshtein.distance(expected, heard) / len(expected)
