"""Which script a text is in, and which one its language has."""

from __future__ import annotations

import unicodedata
from collections import Counter

_EASTERN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA", "IDEOGRAPHIC"})
_MAIN = 0.2
"""A text is in each script that has this share of its letters."""
_LANGUAGES = {
    "LATIN": "en es pt fr de it nl ca gl eu ro pl cs sk sl hr hu fi et lv lt sv no nn da is tr vi id ms "
    "tl sw af cy",
    "CYRILLIC": "ru uk bg be mk kk tg",
    "ARABIC": "ar fa ur ps",
    "HEBREW": "he yi",
    "GREEK": "el",
    "THAI": "th",
    "DEVANAGARI": "hi mr ne",
}
_SCRIPTS = {
    **{code: frozenset({script}) for script, codes in _LANGUAGES.items() for code in codes.split()},
    **dict.fromkeys(("ja", "zh", "yue"), _EASTERN),
    "ko": frozenset({"HANGUL", "CJK"}),
}


def scripts(text: str) -> Counter[str]:
    """How many letters of each script there are: "LATIN", "CYRILLIC", "CJK", "HIRAGANA", ..."""
    return Counter(unicodedata.name(c, "?").split()[0] for c in text if c.isalpha())


def main_scripts(text: str) -> frozenset[str]:
    found = scripts(text)
    main = frozenset(script for script, count in found.items() if count >= _MAIN * found.total())
    return main | _EASTERN if main & _EASTERN else main


def scripts_of(language: str) -> frozenset[str]:
    """Empty for a language that is written in several, or not in this list."""
    return _SCRIPTS.get(language, frozenset())
