"""An engine with any graphics card, which works, or fails when a model is opened, warmed up or used."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from pathlib import Path

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import Rung
from v2m_desktop.recognition.engine import Decoded, Decoding, Told
from v2m_desktop.recognition.warm_up import WARM_UP_FRAMES

CPU_TYPES = frozenset({"int8", "int8_float32", "float32"})
GPU_TYPES = frozenset({"float16", "int8_float16", "int8", "float32"})

NO_LIBRARY = "Library libcublas.so.12 is not found or cannot be loaded"
NO_MEMORY = "CUDA failed with error out of memory"


def sure_words(told: Told, decoding: Decoding) -> Decoded:
    """The default answer: one word, beyond doubt."""
    return Decoded(SensitiveText("words"), told.language or "en", 1.0, 0.0, -0.1, 1)


class FakeEngine:
    """`broken` rungs, written "cuda/float16", fail at the first inference, as missing CUDA libraries do, with
    `breaks_with`; those in `open_failures` fail when they are opened.

    `decode_failures` are raised by later inferences on a graphics card, one each; None lets one work.
    `close_error` is raised by each model that is closed on a graphics card. `answer` makes the answers after
    the warm-up; models are `width` wide. `opened` lists the rungs, `warmed` the contexts of warm-ups,
    `decodings` what was asked, `told` what models were told, `lengths` the samples of each window,
    `open_models` how many are in memory.
    """

    def __init__(self, gpus: int = 0, broken: frozenset[str] = frozenset()) -> None:
        self.gpus = gpus
        self.broken = broken
        self.breaks_with: Exception = RuntimeError(NO_LIBRARY)
        self.open_error: Exception | None = None
        self.open_failures: dict[str, Exception] = {}
        self.decode_failures: deque[Exception | None] = deque()
        self.close_error: Exception | None = None
        self.answer: Callable[[Told, Decoding], Decoded] = sure_words
        self.width = 512
        self.opened: list[str] = []
        self.warmed: list[int] = []
        self.decodings: list[Decoding] = []
        self.told: list[Told] = []
        self.lengths: list[int] = []
        self.open_models = 0

    def cuda_devices(self) -> int:
        return self.gpus

    def compute_types(self, device: str) -> frozenset[str]:
        return GPU_TYPES if device == "cuda" else CPU_TYPES

    def open(self, folder: Path, rung: Rung, threads: int) -> FakeModel:
        self.opened.append(str(rung))
        if self.open_error:
            raise self.open_error
        if str(rung) in self.open_failures:
            raise self.open_failures[str(rung)]
        self.open_models += 1
        return FakeModel(self, rung)


class FakeModel:
    multilingual = True
    languages = frozenset({"en", "es"})
    mel_bands = 80

    def __init__(self, engine: FakeEngine, rung: Rung) -> None:
        self.compute_type = rung.compute_type
        self.width = engine.width
        self._engine = engine
        self._rung = rung
        self._cold = list(WARM_UP_FRAMES)

    def decode(self, samples: Samples, told: Told, decoding: Decoding) -> Decoded:
        if str(self._rung) in self._engine.broken:
            raise self._engine.breaks_with
        if self._cold:
            self._cold.remove(decoding.frames)
            self._engine.warmed.append(decoding.frames)
            return sure_words(told, decoding)
        failures = self._engine.decode_failures
        failure = failures.popleft() if failures and self._rung.device == "cuda" else None
        if failure is not None:
            raise failure
        self._engine.decodings.append(decoding)
        self._engine.told.append(told)
        self._engine.lengths.append(len(samples))
        return self._engine.answer(told, decoding)

    def close(self) -> None:
        self._engine.open_models -= 1
        if self._engine.close_error is not None and self._rung.device == "cuda":
            raise self._engine.close_error
