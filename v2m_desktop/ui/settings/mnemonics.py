"""Gives every control of a page a key of its own, in whatever language its names are.

Keys written into each text would have to be kept apart by hand, in every language and on every page.
"""

from __future__ import annotations

from collections.abc import Sequence


def with_keys(texts: Sequence[str], taken: frozenset[str] = frozenset()) -> list[str]:
    """`texts` with an "&" before the letter that is the key: first letters of words first.

    A text stays without a key only where no exchange among all of them could find it one: this is matching in
    a bipartite graph, by augmenting paths.
    """
    wishes = [[letter for letter in _wishes(text) if letter not in taken] for text in texts]
    owners: dict[str, int] = {}
    for number in range(len(texts)):
        _give(number, wishes, owners, set())
    keys = {number: letter for letter, number in owners.items()}
    return [_marked(text, keys.get(number, "")) for number, text in enumerate(texts)]


def key_of(text: str) -> str:
    """The key of a text that `with_keys` has marked, "" if it has none."""
    place = text.replace("&&", "  ").find("&")
    return text[place + 1].lower() if place >= 0 else ""


def _wishes(text: str) -> list[str]:
    """The letters that may be its key, the best first."""
    letters = [(place > 0 and text[place - 1] != " ", place) for place in range(len(text))]
    return [text[place].lower() for _, place in sorted(letters) if text[place].isalpha()]


def _give(number: int, wishes: Sequence[Sequence[str]], owners: dict[str, int], tried: set[str]) -> bool:
    """A key for this text; where all its letters are taken, one whose owner finds another."""
    free = next((letter for letter in wishes[number] if letter not in owners), None)
    if free is not None:
        owners[free] = number
        return True
    for letter in wishes[number]:
        if letter not in tried:
            tried.add(letter)
            if _give(owners[letter], wishes, owners, tried):
                owners[letter] = number
                return True
    return False


def _marked(text: str, key: str) -> str:
    starts = (place for place in range(len(text)) if text[place].lower() == key)
    place = min(starts, key=lambda place: (place > 0 and text[place - 1] != " ", place), default=-1)
    if place < 0:
        return text.replace("&", "&&")
    head, tail = (part.replace("&", "&&") for part in (text[:place], text[place:]))
    return f"{head}&{tail}"
