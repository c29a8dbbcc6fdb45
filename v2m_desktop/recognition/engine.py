"""The seam between our recognizer and the library that runs the model."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.recognition import TimedWord
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import EngineFacts, Rung
from v2m_desktop.recognition.short_context import FULL


@dataclass(frozen=True, slots=True)
class Told:
    """What a model is told besides the sound. `hints` are languages to prefer where `language` is None."""

    language: str | None = None
    hints: tuple[str, ...] = ()
    previous_text: SensitiveText = field(default_factory=SensitiveText)
    hotwords: SensitiveText = field(default_factory=SensitiveText)

    @property
    def alone(self) -> Told:
        """Nothing that an answer may echo."""
        return Told(self.language, self.hints)

    @property
    def words(self) -> str:
        """All that an answer may echo."""
        return f"{self.hotwords.reveal()} {self.previous_text.reveal()}".strip()


@dataclass(frozen=True, slots=True)
class Decoding:
    """How hard to try. Temperatures after the first are used when an answer is repetitive or unlikely.

    `frames` is the length of the encoder's context, `timed` asks for words with times.
    """

    beam: int
    temperatures: tuple[float, ...]
    most_tokens: int
    frames: int = FULL
    timed: bool = False


@dataclass(frozen=True, slots=True)
class Decoded:
    """The answer for one window; `tokens` is its length as the model counts.

    `fallback`: it is not the first that the model gave. `terms_told` is how many hotwords fitted, if any were
    to be told.
    """

    text: SensitiveText
    language: str
    language_probability: float
    no_speech_probability: float
    average_log_probability: float
    tokens: int
    words: tuple[TimedWord, ...] = ()
    fallback: bool = False
    terms_told: int | None = None


class OpenModel(Protocol):
    """A model in memory. Its methods raise whatever the library raises.

    `width` is that of an encoded frame, `mel_bands` that of a frame of the spectrogram.
    """

    compute_type: str
    multilingual: bool
    languages: frozenset[str]
    mel_bands: int

    @property
    def width(self) -> int: ...

    def decode(self, samples: Samples, told: Told, decoding: Decoding) -> Decoded:
        """Turn up to 30 s into words. Without a language it is detected from the same encoder pass."""
        ...

    def close(self) -> None:
        """Give the memory back."""
        ...


class Engine(EngineFacts, Protocol):
    """The library: what it can do here, and how to open a model."""

    def open(self, folder: Path, rung: Rung, threads: int) -> OpenModel:
        """Raises whatever the library raises."""
        ...
