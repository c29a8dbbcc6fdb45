"""What a provider of language models does: it carries a prompt to a model and its answer back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from v2m_desktop.core.rewriting import Place
from v2m_desktop.core.sensitive import SensitiveText


@dataclass(frozen=True, slots=True)
class Prompt:
    """`user` holds the dictated words, `system` may hold instructions of the user's own: both are private.

    `most_tokens` is how long the answer may become.
    """

    system: SensitiveText
    user: SensitiveText
    most_tokens: int


@dataclass(frozen=True, slots=True)
class Completion:
    """An answer as it was given. Not `finished` means that it was cut off at its greatest length."""

    text: SensitiveText
    finished: bool


class Provider(Protocol):
    """Transport only. Calls wait, may be made from several threads, and raise RewriteError."""

    @property
    def place(self) -> Place: ...

    def models(self, seconds: float) -> tuple[str, ...]:
        """Names of the models that can complete a prompt, in the server's order, within `seconds`.

        There is one at least: where there is none, RewriteModelError says what to do.
        """
        ...

    def complete(self, model: str, prompt: Prompt, seconds: float) -> Completion:
        """What the model answers, within `seconds`, whatever the server does."""
        ...

    def close(self) -> None:
        """Break off what is under way, from any thread. Later calls fail at once."""
        ...
