"""A warm Whisper model in this process."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from v2m_desktop.core.audio import Samples, seconds_of
from v2m_desktop.core.errors import ModelMissingError, ModelNotice, RecognitionError, V2mError
from v2m_desktop.core.machine import MachineRam, machine_ram, physical_cores
from v2m_desktop.core.recognition import (
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.answers import Answer, combined
from v2m_desktop.recognition.decoding_policy import (
    MOST_NEW_TOKENS,
    bears_prompts,
    decoding_for,
    prudent,
    told_for,
)
from v2m_desktop.recognition.device_choice import (
    CPU,
    CUDA,
    Rung,
    Trouble,
    choose_threads,
    explain,
    ladder,
)
from v2m_desktop.recognition.engine import Decoded, Decoding, Engine, OpenModel, Told
from v2m_desktop.recognition.engine_failures import inference, opening, trouble_of
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
from v2m_desktop.recognition.guards import Doubt, doubt_about, loops
from v2m_desktop.recognition.model_room import MODEL_FILE, notice_tight, refuse_hopeless, rungs_with_room
from v2m_desktop.recognition.short_context import FULL, bears_short_context, context_frames
from v2m_desktop.recognition.warm_up import warm_up
from v2m_desktop.recognition.windows import windows

log = logging.getLogger(__name__)


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
        roomy = rungs_with_room(rungs, choice)
        crowded = roomy != rungs
        if crowded:
            log.info("the graphics card lacks the memory for %d of its rungs", len(rungs) - len(roomy))
        self._loaded = self._climb(choice, roomy, Trouble.MEMORY if crowded else None)
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
        told = told_for(request, prompted=loaded.described.prompted)
        answers: list[Answer] = []
        for window in windows(request.samples):
            if len(window) > 0:
                answers.append(self._hear(window, told, request))
                told = replace(told, language=answers[-1].decoded.language, previous_text=SensitiveText())
        return combined(answers, request, time.perf_counter() - began)

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
        model = self._engine.open(choice.folder, rung, choose_threads(choice.threads, physical_cores()))
        try:
            warm_up(model, rung.device)
        except BaseException:
            _close(model)
            raise
        return model

    def _hear(self, window: Samples, told: Told, request: RecognitionRequest) -> Answer:
        """Words of one window. What a guard doubts is heard once more: the full 30 s, and told nothing.

        What echoes is told nothing, too, but heard as before: a short context is not to blame for it.
        Provisional words are not worth that: the next pass is near, and what runs in circles is not shown.
        """
        seconds = seconds_of(len(window))
        decoded, decoding = self._decode(window, told, request, short=request.short_context)
        shortened = decoding.frames < FULL
        doubt = doubt_about(decoded, decoding, told, request.speech)
        if doubt is Doubt.ECHO:
            log.info("an answer is doubted: %s", doubt.value)
            told = told.alone
            decoded, decoding = self._decode(window, told, request, short=request.short_context)
            decoded = replace(decoded, fallback=True)
            shortened = decoding.frames < FULL
            doubt = doubt_about(decoded, decoding, told, request.speech)
        # Some scripts need many tokens: what was cut, and does not run in circles, may finish.
        cut = doubt is Doubt.CAPPED and not loops(decoded.text.reveal())
        if doubt is not None and request.priority is Priority.PROVISIONAL:
            if doubt is not Doubt.UNLIKELY:
                decoded = replace(decoded, text=SensitiveText(), words=())
        elif doubt is not None and (shortened or told.words or cut):
            log.info("an answer is doubted: %s", doubt.value)
            decoded, _ = self._decode(window, told.alone, request, short=False, whole=cut)
            return Answer(decoded, seconds, retried=True)
        return Answer(decoded, seconds, shortened)

    def _decode(
        self, window: Samples, told: Told, request: RecognitionRequest, *, short: bool, whole: bool = False
    ) -> tuple[Decoded, Decoding]:
        """One answer. Where a graphics card fails now, the next rung hears the same window."""
        seconds = seconds_of(len(window))
        while True:
            loaded = self._loaded
            assert loaded is not None
            try:
                with inference(loaded.choice):
                    model = loaded.model
                    short = short and loaded.described.shortens
                    frames = context_frames(seconds, model.mel_bands) if short else FULL
                    decoding = decoding_for(request.priority, seconds, loaded.rung.device, frames)
                    decoding = prudent(decoding, told, sparing=request.sparing)
                    if whole:
                        decoding = replace(decoding, most_tokens=MOST_NEW_TOKENS)
                    return model.decode(window, told, decoding), decoding
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
        identity=choice.identity,
        # A graphics card gains nothing: there the pause that ends an utterance is longer than the encoding.
        shortens=rung.device == CPU and bears_short_context(model.width),
        prompted=bears_prompts(model.width),
    )


def _close(model: OpenModel) -> None:
    """Give the memory back, as far as a graphics card that failed still lets us."""
    try:
        model.close()
    except Exception as error:  # noqa: BLE001 - the library's; another rung is to be tried all the same
        log.warning("a model could not be closed: %s", type(error).__name__)
