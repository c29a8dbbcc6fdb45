"""A warm Whisper model in this process."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples, seconds_of
from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError, RecognitionError, V2mError
from v2m_desktop.core.recognition import (
    Evidence,
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import CPU, CUDA, Rung, choose_threads, explain, ladder
from v2m_desktop.recognition.engine import Decoded, Decoding, Engine, OpenModel
from v2m_desktop.recognition.evidence import compression_ratio
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
from v2m_desktop.recognition.windows import windows

log = logging.getLogger(__name__)

MOST_NEW_TOKENS = 224
"""Half of the decoder's positions; the other half is the prompt's."""


@dataclass(slots=True)
class _Loaded:
    choice: ModelChoice
    rung: Rung
    rest: tuple[Rung, ...]
    model: OpenModel


class FasterWhisperRecognizer:
    """Implements core.recognition.Recognizer. Slow to load, cheap to construct."""

    def __init__(self, engine: Engine | None = None) -> None:
        self._engine: Engine = engine or FasterWhisperEngine()
        self._loaded: _Loaded | None = None

    def load(self, choice: ModelChoice) -> LoadedModel:
        began = time.perf_counter()
        self.unload()
        _require_files(choice.folder)
        with _mapped_errors(choice):
            rungs = ladder(choice.device, choice.compute_type, self._engine)
        loaded = self._climb(choice, rungs)
        self._loaded = loaded
        return LoadedModel(
            name=choice.name,
            device=loaded.rung.device,
            compute_type=loaded.model.compute_type,
            multilingual=loaded.model.multilingual,
            load_seconds=time.perf_counter() - began,
            note=explain(choice.device, choice.compute_type, loaded.rung, failed=loaded.rung != rungs[0]),
        )

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        began = time.perf_counter()
        loaded = self._loaded
        if loaded is None:
            raise RecognitionError("No model is loaded: choose one in the tray menu, then try again.")
        language = request.language
        if language is not None and loaded.model.multilingual and language not in loaded.model.languages:
            raise RecognitionError(
                'The model {model} knows no language "{language}": choose another one, or "auto".',
                model=loaded.choice.name,
                language=language,
            )
        answers: list[tuple[Decoded, float]] = []
        for window in windows(request.samples):
            if len(window) > 0:
                decoded = self._decode(window, language, request)
                language = decoded.language
                answers.append((decoded, seconds_of(len(window))))
        return _combined(answers, request, time.perf_counter() - began)

    def unload(self) -> None:
        if self._loaded is not None:
            self._loaded.model.close()
            self._loaded = None

    def _climb(self, choice: ModelChoice, rungs: tuple[Rung, ...]) -> _Loaded:
        """Open and warm up the model on the first rung that works. The last rung's error is the answer."""
        for number, rung in enumerate(rungs):
            try:
                with _mapped_errors(choice):
                    model = self._open_warm(choice, rung)
            except V2mError as error:
                if number + 1 == len(rungs):
                    raise
                log.warning("%s did not run the model: %s", rung, type(error.__cause__).__name__)
            else:
                return _Loaded(choice, rung, rungs[number + 1 :], model)
        raise AssertionError("a ladder has a rung")

    def _open_warm(self, choice: ModelChoice, rung: Rung) -> OpenModel:
        model = self._engine.open(choice.folder, rung, choose_threads(choice.threads, _cores()))
        try:
            _warm_up(model, rung)
        except BaseException:
            model.close()
            raise
        return model

    def _decode(self, window: Samples, language: str | None, request: RecognitionRequest) -> Decoded:
        """Words of one window. A graphics card that fails now is given up for the processor, once."""
        assert self._loaded is not None
        while True:
            loaded = self._loaded
            decoding = _decoding(request.priority, seconds_of(len(window)), loaded.rung.device)
            try:
                with _failures_of_inference(loaded.choice):
                    return loaded.model.decode(window, language, request.previous_text, decoding)
            except RecognitionError as error:
                if loaded.rung.device != CUDA:
                    raise
                log.warning("%s failed during recognition: %s", loaded.rung, type(error.__cause__).__name__)
                rest = tuple(rung for rung in loaded.rest if rung.device == CPU)
                self.unload()
                self._loaded = self._climb(loaded.choice, rest)


def _require_files(folder: Path) -> None:
    """What the library would fetch over the network must be there."""
    for name in ("model.bin", "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelMissingError(
                "The model folder {folder} lacks the file {file}: install the model again.",
                folder=folder,
                file=name,
            )


@contextmanager
def _mapped_errors(choice: ModelChoice) -> Iterator[None]:
    """Turn what the library raises while it opens a model into one of our errors."""
    try:
        yield
    except V2mError:
        raise
    except ImportError as error:
        raise RecognitionError(
            "The recognizer cannot start, because {library} is missing: install the app again.",
            library=error.name or "a library",
        ) from error
    except Exception as error:
        if isinstance(error, MemoryError) or "memory" in str(error).lower() or "alloc" in str(error):
            raise RecognitionError(
                "There is not enough memory for the model {model}: choose a smaller one.", model=choice.name
            ) from error
        raise ModelCorruptError(
            "The model in {folder} cannot be loaded: install it again or choose another one.",
            folder=choice.folder,
        ) from error


@contextmanager
def _failures_of_inference(choice: ModelChoice) -> Iterator[None]:
    try:
        yield
    except V2mError:
        raise
    except Exception as error:
        raise RecognitionError(
            "The model {model} failed on this recording, which is kept: try again or choose another model.",
            model=choice.name,
        ) from error


def _warm_up(model: OpenModel, rung: Rung) -> None:
    """One real inference: libraries and memory of a graphics card are found wanting here, not in a take."""
    noise = np.random.default_rng(0).standard_normal(SAMPLE_RATE).astype(np.float32) * np.float32(0.01)
    model.decode(noise, None, SensitiveText(), _decoding(Priority.PROVISIONAL, 1.0, rung.device))


def _decoding(priority: Priority, seconds: float, device: str) -> Decoding:
    """Provisional words are cheap; final ones may be tried twice, with a beam where a GPU makes it free."""
    provisional = priority is Priority.PROVISIONAL
    return Decoding(
        beam=5 if device == CUDA and not provisional else 1,
        temperatures=(0.0,) if provisional else (0.0, 0.4),
        most_tokens=min(MOST_NEW_TOKENS, 8 + round(8 * seconds)),
    )


def _combined(
    answers: list[tuple[Decoded, float]], request: RecognitionRequest, inference_seconds: float
) -> Hypothesis:
    """One hypothesis of all windows: evidence is averaged, by length or by tokens."""
    text = " ".join(decoded.text.reveal() for decoded, _ in answers if decoded.text)
    seconds = sum(length for _, length in answers)
    tokens = sum(decoded.tokens + 1 for decoded, _ in answers)
    silence = sum(decoded.no_speech_probability * length for decoded, length in answers)
    likelihood = sum(decoded.average_log_probability * (decoded.tokens + 1) for decoded, _ in answers)
    return Hypothesis(
        text=SensitiveText(text),
        language=answers[0][0].language if answers else request.language or "",
        language_probability=answers[0][0].language_probability if answers else 0.0,
        evidence=Evidence(
            no_speech_probability=silence / seconds if answers else 1.0,
            average_log_probability=likelihood / tokens if answers else 0.0,
            compression_ratio=compression_ratio(text),
            audio_seconds=seconds,
            speech=request.speech,
        ),
        inference_seconds=inference_seconds,
    )


def _cores() -> int:
    import psutil

    return psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
