"""The seam between our recognizer and the library that runs the model."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import EngineFacts, Rung


@dataclass(frozen=True, slots=True)
class Decoding:
    """How hard to try. Temperatures after the first are used when an answer is repetitive or unlikely."""

    beam: int
    temperatures: tuple[float, ...]
    most_tokens: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """The answer for one window; `tokens` is its length as the model counts."""

    text: SensitiveText
    language: str
    language_probability: float
    no_speech_probability: float
    average_log_probability: float
    tokens: int


class OpenModel(Protocol):
    """A model in memory. Its methods raise whatever the library raises."""

    compute_type: str
    multilingual: bool
    languages: frozenset[str]

    def decode(
        self, samples: Samples, language: str | None, previous_text: SensitiveText, decoding: Decoding
    ) -> Decoded:
        """Turn up to 30 s into words. Without `language` it is detected from the same encoder pass."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...


class Engine(EngineFacts, Protocol):
    """The library: what it can do here, and how to open a model."""

    def open(self, folder: Path, rung: Rung, threads: int) -> OpenModel:
        """Raises whatever the library raises."""
        ...
