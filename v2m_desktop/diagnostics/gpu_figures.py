"""Figures of an NVIDIA GPU, through NVML. No driver is no error: there is just nothing to show."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

READS_BETWEEN_TRIES = 30
"""Reads after which a missing driver is looked for again: it comes back after a sleep or an update."""


@dataclass(frozen=True, slots=True)
class GpuFigures:
    """Memory in bytes. What this GPU does not tell is None."""

    vram_used: int
    vram_total: int
    percent: int | None
    celsius: int | None


def import_nvml() -> Any:
    """The library. Raises ImportError."""
    import pynvml

    return pynvml


def driver_version(library: Callable[[], Any] = import_nvml) -> str | None:
    """That of the NVIDIA driver, None without one."""
    try:
        nvml = library()
    except ImportError:
        return None
    try:
        nvml.nvmlInit()
    except nvml.NVMLError:
        return None
    try:
        return str(nvml.nvmlSystemGetDriverVersion())
    except nvml.NVMLError:
        return None
    finally:
        with suppress(nvml.NVMLError):
            nvml.nvmlShutdown()


class NvmlSource:
    """The first NVIDIA GPU. Belongs to one thread. `library` stands for the import in tests."""

    def __init__(self, library: Callable[[], Any] = import_nvml, index: int = 0) -> None:
        self._import = library
        self._index = index
        self._nvml: Any = None
        self._handle: Any = None
        self._reads_until_try = 0

    def read(self) -> GpuFigures | None:
        """The figures now, None without a driver. Takes well under a millisecond, the first call longer."""
        if self._handle is None and not self._open():
            return None
        try:
            memory = self._nvml.nvmlDeviceGetMemoryInfo(self._handle)
            return GpuFigures(int(memory.used), int(memory.total), self._percent(), self._celsius())
        except self._nvml.NVMLError:
            self.close()
            return None

    def close(self) -> None:
        """Let the driver go. A later read looks for it again, after a while."""
        if self._handle is not None:
            self._handle = None
            with suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()
            self._reads_until_try = READS_BETWEEN_TRIES

    def _open(self) -> bool:
        if self._reads_until_try > 0:
            self._reads_until_try -= 1
            return False
        self._reads_until_try = READS_BETWEEN_TRIES
        try:
            self._nvml = self._import()
        except ImportError:
            return False
        try:
            self._nvml.nvmlInit()
        except self._nvml.NVMLError:
            return False
        try:
            self._handle = self._nvml.nvmlDeviceGetHandleByIndex(self._index)
        except self._nvml.NVMLError:
            with suppress(self._nvml.NVMLError):
                self._nvml.nvmlShutdown()
            return False
        return True

    def _percent(self) -> int | None:
        with suppress(self._nvml.NVMLError):
            return int(self._nvml.nvmlDeviceGetUtilizationRates(self._handle).gpu)
        return None

    def _celsius(self) -> int | None:
        with suppress(self._nvml.NVMLError):
            sensor = self._nvml.NVML_TEMPERATURE_GPU
            return int(self._nvml.nvmlDeviceGetTemperature(self._handle, sensor))
        return None
