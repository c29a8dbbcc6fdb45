"""An engine whose models take as long as a test wants, on a clock of its own."""

from __future__ import annotations

from collections.abc import Mapping

from v2m_desktop.core.audio import Samples
from v2m_desktop.recognition.device_choice import CUDA, Rung
from v2m_desktop.recognition.engine import Decoding


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class InventedModel:
    def __init__(self, seconds: float, clock: Clock, decodings: list[Decoding]) -> None:
        self._seconds, self._clock, self._decodings = seconds, clock, decodings

    def time_parts(self, _samples: Samples, decoding: Decoding) -> tuple[float, float]:
        self._decodings.append(decoding)
        self._clock.now += self._seconds
        return 0.8 * self._seconds, 0.2 * self._seconds

    def close(self) -> None:
        pass


class InventedEngine:
    """`seconds` of a round by device; a device without them fails when a model is opened."""

    def __init__(self, seconds: Mapping[str, float], gpus: int = 0) -> None:
        self.clock = Clock()
        self.opened: list[str] = []
        self.decodings: list[Decoding] = []
        self._seconds, self._gpus = seconds, gpus

    def cuda_devices(self) -> int:
        return self._gpus

    def compute_types(self, device: str) -> frozenset[str]:
        return frozenset({"float16", "int8_float16"} if device == CUDA else {"int8"})

    def open_files(self, _files: Mapping[str, bytes], rung: Rung, _threads: int) -> InventedModel:
        self.opened.append(str(rung))
        if rung.device not in self._seconds:
            raise RuntimeError("no such library")
        return InventedModel(self._seconds[rung.device], self.clock, self.decodings)
