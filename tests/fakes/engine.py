"""An engine with any graphics card, which works, or fails when a model is opened, warmed up or used."""

from __future__ import annotations

from collections import deque
from pathlib import Path

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.device_choice import Rung
from v2m_desktop.recognition.engine import Decoded, Decoding

CPU_TYPES = frozenset({"int8", "int8_float32", "float32"})
GPU_TYPES = frozenset({"float16", "int8_float16", "int8", "float32"})

NO_LIBRARY = "Library libcublas.so.12 is not found or cannot be loaded"
NO_MEMORY = "CUDA failed with error out of memory"


class FakeEngine:
    """`broken` rungs, written "cuda/float16", fail at the first inference, as missing CUDA libraries do, with
    `breaks_with`; those in `open_failures` fail when they are opened.

    `decode_failures` are raised by later inferences on a graphics card, one each; None lets one work.
    `close_error` is raised by each model that is closed on a graphics card. `opened` lists the rungs,
    `decodings` what was asked, `lengths` the samples of each window, `open_models` how many are in memory.
    """

    def __init__(self, gpus: int = 0, broken: frozenset[str] = frozenset()) -> None:
        self.gpus = gpus
        self.broken = broken
        self.breaks_with: Exception = RuntimeError(NO_LIBRARY)
        self.open_error: Exception | None = None
        self.open_failures: dict[str, Exception] = {}
        self.decode_failures: deque[Exception | None] = deque()
        self.close_error: Exception | None = None
        self.opened: list[str] = []
        self.decodings: list[Decoding] = []
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

    def __init__(self, engine: FakeEngine, rung: Rung) -> None:
        self.compute_type = rung.compute_type
        self._engine = engine
        self._rung = rung
        self._warm = False

    def decode(
        self, samples: Samples, language: str | None, previous_text: SensitiveText, decoding: Decoding
    ) -> Decoded:
        if str(self._rung) in self._engine.broken:
            raise self._engine.breaks_with
        if self._warm:
            failures = self._engine.decode_failures
            failure = failures.popleft() if failures and self._rung.device == "cuda" else None
            if failure is not None:
                raise failure
            self._engine.decodings.append(decoding)
            self._engine.lengths.append(len(samples))
        self._warm = True
        return Decoded(SensitiveText("words"), language or "en", 1.0, 0.0, -0.1, 1)

    def close(self) -> None:
        self._engine.open_models -= 1
        if self._engine.close_error is not None and self._rung.device == "cuda":
            raise self._engine.close_error
