"""Contracts of rewriting: what a language model is asked about a take, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from v2m_desktop.core.sensitive import SensitiveText


class Action(StrEnum):
    """What is done with the words of a take before they are delivered."""

    RAW = "raw"
    REFINE = "refine"
    TRANSLATE = "translate"


@dataclass(frozen=True, slots=True)
class RewriteRequest:
    """`action` is REFINE or TRANSLATE. `language` is the code of the spoken language, "" if unknown.

    `target_language` is a code such as "en". `instructions` are the user's own, empty for ours: private too.
    """

    action: Action
    text: SensitiveText
    language: str = ""
    target_language: str = "en"
    instructions: SensitiveText = field(default_factory=SensitiveText)


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words go. `host` is a name that people know ("Ollama", "Gemini", "ollama.example.org")."""

    host: str
    remote: bool


class Rewriter(Protocol):
    """Turns the words of a take into others. Its methods wait: each call is made on a thread of its own."""

    @property
    def place(self) -> Place: ...

    def models(self, seconds: float) -> tuple[str, ...]:
        """Names of the models the server offers, in its order. Raises RewriteError within `seconds`."""
        ...

    def rewrite(self, request: RewriteRequest, seconds: float) -> SensitiveText:
        """The new words, checked by the guard. Raises RewriteError, within about `seconds` in all."""
        ...

    def close(self) -> None:
        """Break off what is under way, from any thread. The rewriter is not used again."""
        ...
