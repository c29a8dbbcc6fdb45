"""Takes the text out of what a model answered."""

from __future__ import annotations

import json
import re
import unicodedata

from v2m_desktop.core.errors import RewriteAnswerError
from v2m_desktop.core.sensitive import SensitiveText

_THOUGHTS = re.compile(r"<(think|thinking|thought|reasoning)>.*?</\1>", re.DOTALL | re.IGNORECASE)
_END_OF_THOUGHTS = re.compile(r".*</(?:think|thinking|thought|reasoning)>", re.DOTALL | re.IGNORECASE)
"""Some models' templates begin the thoughts themselves, so that only their end is in the answer."""
_FENCE = re.compile(r"```\w*\s*\n(.*?)\n?\s*```", re.DOTALL)
_JOINERS = "\u200c\u200d"
"""Invisible, but Persian, Hindi and emoji are spelled with them."""


def read_answer(answer: SensitiveText) -> SensitiveText:
    """The rewritten words. Raises RewriteAnswerError if there is no telling where they are."""
    text = _END_OF_THOUGHTS.sub("", _THOUGHTS.sub("", _visible(answer.reveal()))).strip()
    fence = _FENCE.fullmatch(text)
    if fence:
        text = fence[1].strip()
    if text.startswith(("{", "[", '"')):
        text = _field(text)
    return SensitiveText(_visible(text).strip())


def _field(text: str) -> str:
    try:
        parsed = json.loads(text, strict=False)
    except ValueError:
        parsed = text if text.startswith('"') else None  # an ordinary sentence may begin with a quotation
    if isinstance(parsed, dict):
        parsed = parsed.get("text")
    if not isinstance(parsed, str):
        raise RewriteAnswerError(
            "The model gave an answer that cannot be read. Try again, or choose another."
        )
    return parsed


def _visible(text: str) -> str:
    """Without characters that nobody sees, but for line breaks and tabs."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        c
        for c in text
        if c in "\n\t" or c in _JOINERS or unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs")
    )
