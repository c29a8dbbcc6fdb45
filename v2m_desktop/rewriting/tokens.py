"""How many tokens a text is, about. Each model counts in its own way, and none tells before it is asked."""

from __future__ import annotations

BYTES_PER_TOKEN = 3
"""On the safe side: English has four and more, Spanish about three and a half, Chinese three."""
ROOM = 64
"""For the frame of the answer, and for texts of a few words."""


def tokens(text: str) -> int:
    return -(-len(text.encode()) // BYTES_PER_TOKEN)


def most_tokens(text: str) -> int:
    """How long a faithful rewriting of `text` may become. What is longer was not asked for."""
    return 2 * tokens(text) + ROOM
