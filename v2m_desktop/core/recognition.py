"""Contracts of recognition: what a recognizer is asked, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import Protocol

from v2m_desktop.core.audio import Samples, SpeechEvidence
from v2m_desktop.core.errors import ModelNotice
from v2m_desktop.core.sensitive import SensitiveText


class Priority(IntEnum):
    """Order of work on the one model: lower goes first."""

    FINAL = 0
    PROVISIONAL = 1
    FILE = 2


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model to load. `folder` holds CTranslate2 files; `device` and `compute_type` may be "auto"."""

    name: str
    folder: Path
    device: str = "auto"
    compute_type: str = "auto"
    threads: int = 0


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """What is really in memory. `note` says in one sentence what is not as it was asked for."""

    name: str
    device: str
    compute_type: str
    multilingual: bool
    load_seconds: float
    note: ModelNotice | None = None


@dataclass(frozen=True, slots=True)
class RecognitionRequest:
    """Audio to turn into words. `language` is an ISO 639-1 code, None lets the model detect it.

    `samples` has shape (n,), 16 kHz mono float32, at most 30 s.
    """

    samples: Samples
    language: str | None
    priority: Priority
    speech: SpeechEvidence
    previous_text: SensitiveText = field(default_factory=SensitiveText)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a hypothesis may be believed. Ratios are text length over its zlib length (Whisper's measure)."""

    no_speech_probability: float
    average_log_probability: float
    compression_ratio: float
    audio_seconds: float
    speech: SpeechEvidence


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The words of one request."""

    text: SensitiveText
    language: str
    language_probability: float
    evidence: Evidence
    inference_seconds: float


class Recognizer(Protocol):
    """Owns one warm model. Called from one thread only."""

    @property
    def model(self) -> LoadedModel | None:
        """What is in memory now. A failing graphics card changes it in the middle of a request."""
        ...

    def load(self, choice: ModelChoice) -> LoadedModel:
        """Load and warm up; raises ModelMissingError, ModelCorruptError or RecognitionError."""
        ...

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        """Raises RecognitionError; the caller keeps the audio."""
        ...

    def unload(self) -> None:
        """Give the memory back. Loading again is allowed."""
        ...
