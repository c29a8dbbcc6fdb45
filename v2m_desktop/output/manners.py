"""Fits space and capital of a text to what stands around the caret."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from v2m_desktop.core.settings import TrailingSpace
from v2m_desktop.core.targets import Field
from v2m_desktop.output.function_words import ABBREVIATIONS, LINKS, SUFFIXES, WORDS
from v2m_desktop.output.spacing import with_trailing_space

SHORT_FRAGMENT_WORDS = 6
"""Longer texts in the midst of a sentence are sentences of their own."""

_QUOTES = "\"'“”„‘’‚«»‹›"
_APOSTROPHES = "'’"
_GLUE = "/\\_@#¿¡"
"""What comes next belongs to it."""

_SENTENCE_ENDS = ".!?…。！？"
_UNSPACED_SCRIPTS = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "IDEOGRAPHIC",
    "FULLWIDTH",
    "THAI",
    "LAO",
    "KHMER",
    "MYANMAR",
)
"""Their words stand without spaces (first word of the character's name)."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class _Place(Enum):
    """What the first letter should be: a capital, that of a word within a sentence, or nobody can say."""

    START = "start"
    WITHIN = "within"
    UNKNOWN = "unknown"


def fitted_text(text: str, field: Field | None, *, manners: bool, trailing_space: TrailingSpace) -> str:
    """`text` as it should stand at the caret of `field`. Idempotent.

    Without `manners`, or where nobody tells what stands before the caret, only the setting counts: one space
    behind the words or none. `field.before` ends where a selection begins, as that will be replaced.
    """
    if not manners or field is None or field.before is None:
        return with_trailing_space(text, trailing_space)
    before = field.before.reveal()
    after = field.after.reveal() if field.after is not None else ""
    words = _without_stray_stop(_with_case(text.strip(), _place_after(before)), after)
    if not words:
        return ""
    lead = " " if _needs_space(before, words) else ""
    wished = trailing_space is TrailingSpace.ALWAYS
    return lead + words + (" " if wished and _leaves_room(words, after) else "")


# Space


def _needs_space(before: str, words: str) -> bool:
    if not before or before[-1].isspace() or _closes(words[0]):
        return False
    last = before[-1]
    if _is_unspaced(last) or _is_unspaced(words[0]):
        return False
    if last in _QUOTES:
        return not (_opens_quote(before) or _is_elision(before))
    kind = unicodedata.category(last)
    if kind == "Sc":  # a sign of money belongs to the figure after it, or to the one before it
        return before.rstrip(last).rstrip()[-1:].isdigit()
    return last not in _GLUE and kind not in ("Ps", "Pi", "Pd")


def _leaves_room(words: str, after: str) -> bool:
    """Whether a space may stand between `words` and what comes after them."""
    if _is_unspaced(words[-1]):
        return False
    if not after:
        return True
    if after[0] in _QUOTES:  # before a word it opens a quotation
        return after[1:2].isalnum()
    return not after[0].isspace() and not _closes(after[0])


def _closes(character: str) -> bool:
    """Punctuation that stands right behind a word."""
    return character in ".,;:!?…%)]}" or unicodedata.category(character) in ("Pe", "Pf")


def _opens_quote(before: str) -> bool:
    """Whether the quotation mark at the end of `before` opens: nothing of a word is before it."""
    rest = before[:-1]
    return (
        not rest or rest[-1].isspace() or rest[-1] in "¿¡" or unicodedata.category(rest[-1]) in ("Ps", "Pd")
    )


def _is_elision(before: str) -> bool:
    """As in "l'amic" and "d'água"."""
    return before[-1] in _APOSTROPHES and re.search(r"(?:^|\W)[^\W\d_]$", before[:-1]) is not None


def _is_unspaced(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_UNSPACED_SCRIPTS)


# Case


def _place_after(before: str) -> _Place:
    """What comes after `before` in the text: a sentence, or the rest of one."""
    line = before.rpartition("\n")[2].rstrip()
    while line and (line[-1] in "¿¡" or unicodedata.category(line[-1]) == "Ps"):
        line = line[:-1].rstrip()
    if not line:
        return _Place.START
    if line[-1] in _QUOTES or not any(character.isalnum() for character in line):
        return _Place.UNKNOWN  # a quotation may begin or end anywhere, and a mark may begin a list
    words = _without_emoji(line)
    if words != line:  # it often stands for a full stop
        place = _place_after(words)
        return _Place.UNKNOWN if place is _Place.WITHIN else place
    while len(line) > 1 and unicodedata.category(line[-1]) == "Pe":
        line = line[:-1].rstrip()
    if line[-1] == ":":
        return _Place.UNKNOWN  # a list goes on in lower case, a sentence with a capital, and languages differ
    if line[-1] not in _SENTENCE_ENDS:
        return _Place.WITHIN
    return _place_after_dot(line) if line[-1] == "." else _Place.START


def _without_emoji(line: str) -> str:
    """`line` without the emoji at its end, their variation selectors and joiners."""
    while line and (unicodedata.category(line[-1]) in ("So", "Sk") or line[-1] in "\ufe0f\u200d"):
        line = line[:-1].rstrip()
    return line


def _place_after_dot(line: str) -> _Place:
    """A full stop, or that of an abbreviation."""
    last = re.split(r"[\s(\[{]", line)[-1].casefold()
    if last in ABBREVIATIONS:
        return _Place.WITHIN
    single = len(last) == 2 and last[0].isalpha()  # an initial, or the end of "plan B."
    return _Place.UNKNOWN if single or last == "etc." else _Place.START


def _with_case(text: str, place: _Place) -> str:
    found = _WORD.search(text)
    if (
        found is None
        or place is _Place.UNKNOWN
        or any(character.isalnum() for character in text[: found.start()])
    ):
        return text
    word, rest = found[0], text[found.end() :]
    if place is _Place.START and word.islower() and not re.match(r"[\d@_/\\]|[.:]\w|:/", rest):
        raised = word[0].title()
        return text[: found.start()] + (raised if len(raised) == 1 else word[0]) + word[1:] + rest
    if place is _Place.WITHIN and _is_surely_no_name(word, rest):
        return text[: found.start()] + word[0].lower() + word[1:] + rest
    return text


def _is_surely_no_name(word: str, rest: str) -> bool:
    """A function word with a capital. Before another capital it may begin a name, as in "The Hague".

    A letter alone counts only before a word in lower case: it may be a name, as in "plan A".
    """
    if not word[0].isupper() or not (word[1:].islower() or len(word) == 1):
        return False
    plain = word.lower().replace("’", "'")
    stem, _, suffix = plain.partition("'")
    if plain in LINKS:
        return True
    if plain not in WORDS and not (stem in WORDS and suffix in SUFFIXES):
        return False
    following = re.match(r"\s+(?!I\b)(\w)", rest)  # "I" is written so wherever it stands
    if following is None:
        return len(word) > 1
    return following[1].islower() or (len(word) > 1 and not following[1].isupper())


# The full stop of a fragment


def _without_stray_stop(text: str, after: str) -> str:
    """`text` without its full stop, if it is a short fragment and the sentence goes on behind it."""
    goes_on = after.lstrip(" \t\u00a0")[:1].islower() or after[:1] in tuple(".,;:!?…")
    bare = text[:-1]
    if not goes_on or not text.endswith(".") or not any(character.isalnum() for character in bare):
        return text
    last = bare.split()[-1].casefold() + "."
    short = len(bare.split()) <= SHORT_FRAGMENT_WORDS and not re.search(r"[.!?…]", bare)
    return bare if short and last not in ABBREVIATIONS | {"etc."} else text
