"""How often an arrow key moves over a text: its grapheme clusters, what people take for one character.

After Unicode Standard Annex 29, "Unicode Text Segmentation", section 3.1.1, with what the standard library
knows of characters. Good enough for what people dictate: conjuncts of Indic scripts (GB9c) and prepended
marks (GB9b) are left out, as toolkits differ in them.
"""

from __future__ import annotations

import unicodedata

_JOINER, _NON_JOINER = "\u200d", "\u200c"

_PICTOGRAPHS = (
    *((0xA9, 0xA9), (0xAE, 0xAE), (0x203C, 0x203C), (0x2049, 0x2049), (0x2122, 0x2122), (0x2139, 0x2139)),
    *((0x2194, 0x21AA), (0x231A, 0x23FF), (0x24C2, 0x24C2), (0x25AA, 0x27BF), (0x2934, 0x2935)),
    *((0x2B05, 0x2B55), (0x3030, 0x3030), (0x303D, 0x303D), (0x3297, 0x3299), (0x1F000, 0x1F1E5)),
    *((0x1F200, 0x1F3FA), (0x1F400, 0x1FAFF)),
)
"""Emoji that a joiner can tie together, in rough ranges (Unicode Technical Standard 51, emoji-data)."""


def grapheme_count(text: str) -> int:
    """The number of extended grapheme clusters."""
    count, flag_halves, ties = 0, 0, False
    before = ""
    for character in text:
        flag_halves = flag_halves + 1 if _is_flag_half(character) else 0
        tied = ties and before == _JOINER and _is_pictograph(character)  # GB11
        if not (tied or (flag_halves and flag_halves % 2 == 0) or _joins(before, character)):
            count += 1
        ties = _is_pictograph(character) or (ties and _extends(character))
        before = character
    return count


def runs_to_the_left(text: str) -> bool:
    """Whether some of it is written from right to left: an arrow key to the left goes forward there."""
    return any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)


def _joins(before: str, character: str) -> bool:
    """Whether these two are of one cluster, whatever stands around them."""
    if not before or _is_control(before) or _is_control(character):  # GB1, GB4, GB5
        return before == "\r" and character == "\n"  # GB3
    return _extends(character) or _is_hangul_pair(before, character)  # GB9, GB9a, GB6 to GB8


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Zl", "Zp")


def _extends(character: str) -> bool:
    """Combining marks, variation selectors, joiners, skin tones, tags, and half-width voicing marks."""
    return (
        character in (_JOINER, _NON_JOINER, "\u0e33", "\u0eb3", "\uff9e", "\uff9f")
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or "\U000e0020" <= character <= "\U000e007f"
    )


def _is_flag_half(character: str) -> bool:
    """Two of these make a flag (GB12, GB13)."""
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _is_pictograph(character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in _PICTOGRAPHS)


def _is_hangul_pair(before: str, character: str) -> bool:
    """Whether these are parts of one Korean syllable: leading consonant, vowel, trailing consonant."""
    first, second = _hangul_kind(before), _hangul_kind(character)
    if first == "L":
        return second in ("L", "V", "LV", "LVT")
    return (first in ("V", "LV") and second in ("V", "T")) or (first in ("T", "LVT") and second == "T")


def _hangul_kind(character: str) -> str:
    """Hangul_Syllable_Type, "" for other scripts."""
    code = ord(character)
    if 0xAC00 <= code <= 0xD7A3:
        return "LVT" if (code - 0xAC00) % 28 else "LV"
    for kind, ranges in (
        ("L", ((0x1100, 0x115F), (0xA960, 0xA97C))),
        ("V", ((0x1160, 0x11A7), (0xD7B0, 0xD7C6))),
        ("T", ((0x11A8, 0x11FF), (0xD7CB, 0xD7FB))),
    ):
        if any(first <= code <= last for first, last in ranges):
            return kind
    return ""
