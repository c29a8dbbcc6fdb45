"""NVIDIA's library with a GPU of our choice behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

GIB = 1024**3


@dataclass
class Memory:
    used: int
    total: int


@dataclass
class Utilization:
    gpu: int


class FakeNvml:
    """Has the functions of pynvml that we call. `driver` False: init fails, and a call in the middle too.

    `shows_load` False is a GPU that refuses to tell load and temperature, as a part of a shared one does.
    """

    NVML_TEMPERATURE_GPU = 0

    class NVMLError(Exception):
        """What the real library raises for everything."""

    def __init__(self, used: int = 2 * GIB, total: int = 8 * GIB) -> None:
        self.used, self.total = used, total
        self.driver = True
        self.shows_load = True
        self.gpus = 1
        self.inits = self.shutdowns = 0

    def nvmlInit(self) -> None:  # noqa: N802
        self._need_driver()
        self.inits += 1

    def nvmlShutdown(self) -> None:  # noqa: N802
        self.shutdowns += 1
        self._need_driver()

    def nvmlSystemGetDriverVersion(self) -> str:  # noqa: N802
        self._need_driver()
        return "550.54.14"

    def nvmlDeviceGetHandleByIndex(self, index: int) -> Any:  # noqa: N802
        self._need_driver()
        if index >= self.gpus:
            raise self.NVMLError("Invalid Argument")
        return object()

    def nvmlDeviceGetMemoryInfo(self, handle: Any) -> Memory:  # noqa: N802
        self._need_driver()
        return Memory(self.used, self.total)

    def nvmlDeviceGetUtilizationRates(self, handle: Any) -> Utilization:  # noqa: N802
        self._need_load()
        return Utilization(37)

    def nvmlDeviceGetTemperature(self, handle: Any, sensor: int) -> int:  # noqa: N802
        self._need_load()
        return 61

    def _need_driver(self) -> None:
        if not self.driver:
            raise self.NVMLError("Driver Not Loaded")

    def _need_load(self) -> None:
        self._need_driver()
        if not self.shows_load:
            raise self.NVMLError("Not Supported")


class ChosenGpu:
    """A `library` for NvmlSource: the fake, or an import that fails."""

    def __init__(self, nvml: FakeNvml | None) -> None:
        self._nvml = nvml

    def __call__(self) -> FakeNvml:
        if self._nvml is None:
            raise ImportError("No module named 'pynvml'")
        return self._nvml
