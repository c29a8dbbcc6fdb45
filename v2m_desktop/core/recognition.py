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
    SPECULATIVE = 1
    """Final quality for a segment that will be final if nobody speaks on."""
    PROVISIONAL = 2
    FILE = 3
    CHECK = 4
    """Final quality for a segment that was heard before. Nobody waits for its words."""


@dataclass(frozen=True, slots=True)
class ModelChoice:
    """A model to load. `folder` holds CTranslate2 files; `device` and `compute_type` may be "auto".

    `identity` differs between any two sets of weights, "" where nobody looked.
    """

    name: str
    folder: Path
    device: str = "auto"
    compute_type: str = "auto"
    threads: int = 0
    identity: str = ""


@dataclass(frozen=True, slots=True)
class LoadedModel:
    """What is really in memory. `note` says in one sentence what is not as it was asked for.

    `shortens`: a short context makes it faster, and it is of a kind that may bear one.
    """

    name: str
    device: str
    compute_type: str
    multilingual: bool
    load_seconds: float
    note: ModelNotice | None = None
    identity: str = ""
    shortens: bool = False


@dataclass(frozen=True, slots=True)
class RecognitionRequest:
    """Audio to turn into words. `language` is an ISO 639-1 code, None lets the model detect it.

    `samples` has shape (n,), 16 kHz mono float32, at most 30 s. `hints` are languages to prefer, most likely
    first, where `language` is None. `hotwords` are names and terms that the speaker uses: private as the
    words themselves. `short_context` allows to encode no more than what was said, for models that bear it.
    """

    samples: Samples
    language: str | None
    priority: Priority
    speech: SpeechEvidence
    previous_text: SensitiveText = field(default_factory=SensitiveText)
    hints: tuple[str, ...] = ()
    hotwords: SensitiveText = field(default_factory=SensitiveText)
    short_context: bool = False


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a hypothesis may be believed. Ratios are text length over its zlib length (Whisper's measure)."""

    no_speech_probability: float
    average_log_probability: float
    compression_ratio: float
    audio_seconds: float
    speech: SpeechEvidence
    tokens_per_second: float = 0.0
    """Of speech: 3 to 5 when people talk, 13 at most (Moonshine's limit for scripts other than Latin)."""


@dataclass(frozen=True, slots=True)
class TimedWord:
    """A word as it is written, with its space in front. Seconds count from the start of the samples."""

    text: SensitiveText
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """The words of one request.

    `words` are told for provisional requests only. `shortened`: the encoder saw no more than what was said;
    `retried`: a guard doubted the first answer, and this one comes from the full 30 s.
    """

    text: SensitiveText
    language: str
    language_probability: float
    evidence: Evidence
    inference_seconds: float
    words: tuple[TimedWord, ...] = ()
    shortened: bool = False
    retried: bool = False


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
