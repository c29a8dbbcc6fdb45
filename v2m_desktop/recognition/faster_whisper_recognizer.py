"""A warm Whisper model in this process."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples, seconds_of
from v2m_desktop.core.errors import ModelMissingError, ModelNotice, RecognitionError, V2mError
from v2m_desktop.core.recognition import (
    Evidence,
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import (
    CPU,
    CUDA,
    Rung,
    Trouble,
    choose_threads,
    explain,
    ladder,
)
from v2m_desktop.recognition.engine import Decoded, Decoding, Engine, OpenModel
from v2m_desktop.recognition.engine_failures import inference, opening, trouble_of
from v2m_desktop.recognition.evidence import compression_ratio
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
from v2m_desktop.recognition.model_room import (
    MODEL_FILE,
    MachineRam,
    machine_ram,
    notice_tight,
    refuse_hopeless,
)
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
    described: LoadedModel


class FasterWhisperRecognizer:
    """Implements core.recognition.Recognizer. Slow to load, cheap to construct."""

    def __init__(self, engine: Engine | None = None, ram: Callable[[], MachineRam] = machine_ram) -> None:
        self._engine: Engine = engine or FasterWhisperEngine()
        self._ram = ram
        self._loaded: _Loaded | None = None

    @property
    def model(self) -> LoadedModel | None:
        return self._loaded.described if self._loaded is not None else None

    def load(self, choice: ModelChoice) -> LoadedModel:
        self.unload()
        _require_files(choice.folder)
        refuse_hopeless(choice, self._ram())
        with opening(choice):
            rungs = ladder(choice.device, choice.compute_type, self._engine)
        self._loaded = self._climb(choice, rungs)
        return self._loaded.described

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
        loaded, self._loaded = self._loaded, None
        if loaded is not None:
            _close(loaded.model)

    def _climb(self, choice: ModelChoice, rungs: tuple[Rung, ...], trouble: Trouble | None = None) -> _Loaded:
        """Open and warm up the model on the first rung that works. The last rung's error is the answer.

        `trouble` is that of the rung before these, if there was one.
        """
        began, tight = time.perf_counter(), notice_tight(choice, self._ram())
        for number, rung in enumerate(rungs):
            try:
                with opening(choice):
                    model = self._open_warm(choice, rung)
            except V2mError as error:
                if number + 1 == len(rungs):
                    raise
                trouble = trouble_of(error.__cause__)
                log.warning("%s did not run the model: %s", rung, type(error.__cause__).__name__)
            else:
                note = explain(choice.device, choice.compute_type, rung, trouble)
                note = note or (tight if rung.device == CPU else None)
                described = _describe(choice, rung, model, note, time.perf_counter() - began)
                return _Loaded(choice, rung, rungs[number + 1 :], model, described)
        raise AssertionError("a ladder has a rung")

    def _open_warm(self, choice: ModelChoice, rung: Rung) -> OpenModel:
        model = self._engine.open(choice.folder, rung, choose_threads(choice.threads, _cores()))
        try:
            _warm_up(model, rung)
        except BaseException:
            _close(model)
            raise
        return model

    def _decode(self, window: Samples, language: str | None, request: RecognitionRequest) -> Decoded:
        """Words of one window. Where a graphics card fails now, the next rung hears the same window."""
        while True:
            loaded = self._loaded
            assert loaded is not None
            decoding = _decoding(request.priority, seconds_of(len(window)), loaded.rung.device)
            try:
                with inference(loaded.choice):
                    return loaded.model.decode(window, language, request.previous_text, decoding)
            except RecognitionError as error:
                if loaded.rung.device != CUDA:
                    raise
                log.warning("%s failed during recognition: %s", loaded.rung, type(error.__cause__).__name__)
                self._step_down(loaded, trouble_of(error.__cause__))

    def _step_down(self, loaded: _Loaded, trouble: Trouble) -> None:
        """A smaller format may do where memory ran out; after anything else the card is given up."""
        memory = trouble is Trouble.MEMORY
        rest = tuple(rung for rung in loaded.rest if memory or rung.device == CPU)
        self.unload()
        self._loaded = self._climb(loaded.choice, rest, trouble)


def _require_files(folder: Path) -> None:
    """What the library would fetch over the network must be there."""
    for name in (MODEL_FILE, "tokenizer.json"):
        if not (folder / name).is_file():
            raise ModelMissingError(
                "The model folder {folder} lacks the file {file}: install the model again.",
                folder=folder,
                file=name,
            )


def _describe(
    choice: ModelChoice, rung: Rung, model: OpenModel, note: ModelNotice | None, seconds: float
) -> LoadedModel:
    return LoadedModel(
        name=choice.name,
        device=rung.device,
        compute_type=model.compute_type,
        multilingual=model.multilingual,
        load_seconds=seconds,
        note=note,
    )


def _close(model: OpenModel) -> None:
    """Give the memory back, as far as a graphics card that failed still lets us."""
    try:
        model.close()
    except Exception as error:  # noqa: BLE001 - the library's; another rung is to be tried all the same
        log.warning("a model could not be closed: %s", type(error).__name__)


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
