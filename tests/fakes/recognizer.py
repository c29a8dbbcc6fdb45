"""A recognizer without a model: its answers are scripted, and it can be made slow or broken."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tests.patience import PATIENCE_S
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError, RecognitionError
from v2m_desktop.core.recognition import (
    Evidence,
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.timed_words import spread, timed_words

LANGUAGES = ("en", "es")


def hello_to_sound(request: RecognitionRequest) -> str:
    """The default answer: two words for anything louder than a whisper."""
    loud = len(request.samples) > 0 and float(np.sqrt(np.mean(np.square(request.samples)))) > 0.001
    return "Hello world." if loud else ""


def never(_request: RecognitionRequest) -> bool:
    return False


class FakeRecognizer:
    """Implements core.recognition.Recognizer.

    `loads` and `requests` record the calls, `threads` who made them. Exceptions in `load_failures` and
    `failures` are raised one by one instead of answering. A model in `falls_to` takes the place of the loaded
    one in the next request, as after a graphics card that failed; None leaves none. While `gate` is clear,
    load and recognize wait; `entered` is set whenever one waits or works. `doubts` says of which short
    hearings it answers with a full one instead; where `shortens` is False there are none. `stumbles` says for
    which requests it needed more than one try. `terms_told` is how many of the hotwords it says it was told.
    """

    def __init__(self, answer: Callable[[RecognitionRequest], str] = hello_to_sound) -> None:
        self.answer = answer
        self.loads: list[ModelChoice] = []
        self.requests: list[RecognitionRequest] = []
        self.load_failures: deque[Exception] = deque()
        self.failures: deque[Exception] = deque()
        self.doubts: Callable[[RecognitionRequest], bool] = never
        self.stumbles: Callable[[RecognitionRequest], bool] = never
        self.shortens = True
        self.unloads = 0
        self.threads: set[int] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.model: LoadedModel | None = None
        self.falls_to: deque[LoadedModel | None] = deque()
        self.terms_told: int | None = None

    def load(self, choice: ModelChoice) -> LoadedModel:
        self.model = None
        self._pass_gate()
        self.loads.append(choice)
        if self.load_failures:
            raise self.load_failures.popleft()
        _require(choice.folder)
        self.model = LoadedModel(
            choice.name, "cpu", "int8", True, 0.01, identity=choice.identity, shortens=self.shortens
        )
        return self.model

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        self._pass_gate()
        if self.model is None:
            raise RecognitionError("No model is loaded.")
        if request.language not in (None, *LANGUAGES):
            raise RecognitionError("The model does not know this language.")
        self.requests.append(request)
        if self.falls_to:
            self.model = self.falls_to.popleft()
        if self.failures:
            raise self.failures.popleft()
        text = self.answer(request)
        seconds = len(request.samples) / SAMPLE_RATE
        short = request.short_context and self.shortens
        doubted = short and self.doubts(request)
        words = [f" {word}" for word in text.split()]
        return Hypothesis(
            text=SensitiveText(text),
            language=request.language or "en",
            language_probability=1.0 if request.language else 0.9,
            evidence=Evidence(
                no_speech_probability=0.01 if text else 0.99,
                average_log_probability=-0.2,
                compression_ratio=1.0,
                audio_seconds=seconds,
                speech=request.speech,
                tokens_per_second=len(words) / max(request.speech.speech_seconds, 0.1),
            ),
            inference_seconds=0.01,
            words=timed_words(spread(words, seconds)) if request.priority is Priority.PROVISIONAL else (),
            shortened=short and not doubted,
            retried=doubted,
            fallback=self.stumbles(request),
            terms_told=self.terms_told if request.hotwords else None,
        )

    def unload(self) -> None:
        self.unloads += 1
        self.model = None

    def _pass_gate(self) -> None:
        self.threads.add(threading.get_ident())
        self.entered.set()
        assert self.gate.wait(4 * PATIENCE_S), "the test never opened the gate"


def _require(folder: Path) -> None:
    for name in ("model.bin", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelMissingError("{file} is missing", file=name)
    if (folder / "model.bin").stat().st_size == 0:
        raise ModelCorruptError("{file} is damaged", file="model.bin")
