"""Gives every control of a page a key of its own, in whatever language its names are.

Keys written into each text would have to be kept apart by hand, in every language and on every page.
"""

from __future__ import annotations

from collections.abc import Sequence


def with_keys(texts: Sequence[str], taken: frozenset[str] = frozenset()) -> list[str]:
    """`texts` with an "&" before the letter that is the key: first letters of words first.

    A text whose letters are all `taken` stays without a key.
    """
    used = set(taken)
    marked = []
    for text in texts:
        place = _place(text, used)
        if place < 0:
            marked.append(text.replace("&", "&&"))
            continue
        used.add(text[place].lower())
        head, tail = (part.replace("&", "&&") for part in (text[:place], text[place:]))
        marked.append(f"{head}&{tail}")
    return marked


def key_of(text: str) -> str:
    """The key of a text that `with_keys` has marked, "" if it has none."""
    place = text.replace("&&", "  ").find("&")
    return text[place + 1].lower() if place >= 0 else ""


def _place(text: str, used: set[str]) -> int:
    letters = [place for place, letter in enumerate(text) if letter.isalpha() and letter.lower() not in used]
    starts = [place for place in letters if place == 0 or text[place - 1] == " "]
    return next(iter(starts or letters), -1)
