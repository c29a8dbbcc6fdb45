"""Picks the language that is spoken from what the model heard and what the user usually speaks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

CONFIDENT = 0.5
"""As likely as all others together. The library, too, takes a language for detected from here on."""

_CLOSE = 1 / 3
"""A preferred language wins with this part of the best one's probability: short speech is easily mistaken."""

_TIED = 2 / 3
"""Among preferred languages this near to each other the order decides."""


def choose_language(heard: Iterable[tuple[str, float]], hints: Sequence[str] = ()) -> tuple[str, float]:
    """The language and its probability. `hints` are preferred languages, most likely first.

    Where the model is not confident, it is one of those.
    """
    probabilities = dict(heard)
    best = max(probabilities, key=probabilities.__getitem__)
    least = probabilities[best] * _CLOSE if probabilities[best] >= CONFIDENT else 0.0
    preferred = [hint for hint in hints if probabilities.get(hint, -1.0) >= least]
    if not preferred:
        return best, probabilities[best]
    tied = max(probabilities[hint] for hint in preferred) * _TIED
    chosen = next(hint for hint in preferred if probabilities[hint] >= tied)
    return chosen, probabilities[chosen]
