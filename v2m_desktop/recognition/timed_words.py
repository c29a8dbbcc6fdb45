"""Words with times, from the pieces into which a tokenizer cuts a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from v2m_desktop.core.recognition import TimedWord
from v2m_desktop.core.sensitive import SensitiveText


@dataclass(frozen=True, slots=True)
class Piece:
    """A word or a mark, with its space in front if it has one, and its time in seconds."""

    text: str = field(repr=False)
    start: float
    end: float


def spread(texts: Sequence[str], seconds: float) -> list[Piece]:
    """Pieces evenly over so much time: a guess, for models that cannot tell."""
    length = seconds / max(1, len(texts))
    return [Piece(text, number * length, (number + 1) * length) for number, text in enumerate(texts)]


def timed_words(pieces: Iterable[Piece]) -> tuple[TimedWord, ...]:
    """Marks join the word that they are written to; the time of the word stays its own."""
    words: list[Piece] = []
    opening = ""
    for piece in pieces:
        if any(character.isalnum() for character in piece.text):
            words.append(replace(piece, text=opening + piece.text))
            opening = ""
        elif words and not opening and not piece.text.startswith(" "):
            words[-1] = replace(words[-1], text=words[-1].text + piece.text)
        else:
            opening += piece.text
    if opening and words:
        words[-1] = replace(words[-1], text=words[-1].text + opening)
    return tuple(TimedWord(SensitiveText(word.text), word.start, word.end) for word in words)


def later(words: Iterable[TimedWord], seconds: float) -> tuple[TimedWord, ...]:
    """The same words of a window that begins so much later."""
    return tuple(replace(word, start=word.start + seconds, end=word.end + seconds) for word in words)
