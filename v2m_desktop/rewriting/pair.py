"""What the guard compares, and why it may refuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.rewriting import Action


class Reason(Enum):
    """What a sign is about."""

    NONE = "none"
    EMPTY = "empty"
    THINKING = "thinking"
    LEAK = "leak"
    REMARK = "remark"
    REFUSAL = "refusal"
    LENGTH = "length"
    NEW_WORDS = "new words"
    LOST_WORDS = "lost words"
    ANSWERED = "answered"
    SCRIPT = "script"
    LANGUAGE = "language"
    ADDRESS = "address"
    CODE = "code"
    OBEYED = "obeyed"


@dataclass(frozen=True, slots=True)
class Pair:
    """What was said and what came back. `private` are words of our prompt, which must not come back."""

    action: Action
    raw: str
    answer: str
    language: str = ""
    target: str = ""
    private: tuple[str, ...] = ()
