"""How much memory is left, of the machine and of its graphics card."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.machine import MachineFigures, PsutilSource
from v2m_desktop.diagnostics.gpu_figures import GpuFigures, NvmlSource
from v2m_desktop.diagnostics.system_monitor import FigureSource
from v2m_desktop.pipeline.model_memory import MemoryFigures


class FreeVideoMemory:
    """Says how many bytes of it are free, None without an NVIDIA card. Belongs to one thread."""

    def __init__(self, gpu: FigureSource[GpuFigures | None] | None = None) -> None:
        self._gpu = gpu if gpu is not None else NvmlSource()

    def __call__(self) -> int | None:
        figures = self._gpu.read()
        return figures.vram_total - figures.vram_used if figures is not None else None


class MachineMemory:
    """Implements pipeline.model_memory.MemoryProbe.

    A source of video memory is made anew after each `close`: one that was closed waits for long before it
    looks for the driver again.
    """

    def __init__(
        self,
        make_gpu: Callable[[], FigureSource[GpuFigures | None]] = NvmlSource,
        machine: FigureSource[MachineFigures] | None = None,
    ) -> None:
        self._make_gpu = make_gpu
        self._gpu: FigureSource[GpuFigures | None] | None = None
        self._machine = machine if machine is not None else PsutilSource()

    def read(self, *, video: bool) -> MemoryFigures:
        machine = self._machine.read()
        gpu = self._read_gpu() if video else None
        return MemoryFigures(
            ram_percent=100 * machine.ram_used / machine.ram_total,
            vram_free=gpu.vram_total - gpu.vram_used if gpu is not None else None,
            vram_total=gpu.vram_total if gpu is not None else None,
        )

    def close(self) -> None:
        if self._gpu is not None:
            self._gpu.close()
            self._gpu = None

    def _read_gpu(self) -> GpuFigures | None:
        if self._gpu is None:
            self._gpu = self._make_gpu()
        return self._gpu.read()
