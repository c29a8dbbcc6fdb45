"""What the machine is doing, for the resource line of the overlay and for status."""

from __future__ import annotations

from typing import Protocol, TypeVar

from v2m_desktop.core.machine import MachineFigures, PsutilSource
from v2m_desktop.core.session import ResourceFigures
from v2m_desktop.diagnostics.gpu_figures import GpuFigures, NvmlSource

Figures_co = TypeVar("Figures_co", covariant=True)


class FigureSource(Protocol[Figures_co]):
    """Reads one kind of figures, in under 5 ms and without ever raising."""

    def read(self) -> Figures_co: ...

    def close(self) -> None: ...


class SystemMonitor:
    """Poll it once a second, off the GUI thread, and only while somebody looks. Belongs to one thread."""

    def __init__(
        self,
        gpu: FigureSource[GpuFigures | None] | None = None,
        machine: FigureSource[MachineFigures] | None = None,
    ) -> None:
        self._gpu = gpu if gpu is not None else NvmlSource()
        self._machine = machine if machine is not None else PsutilSource()

    def sample(self) -> ResourceFigures:
        """The figures now; those of the GPU are None without an NVIDIA driver."""
        machine, gpu = self._machine.read(), self._gpu.read()
        return ResourceFigures(
            cpu_percent=machine.cpu_percent,
            ram_used=machine.ram_used,
            ram_total=machine.ram_total,
            gpu_percent=gpu.percent if gpu is not None else None,
            vram_used=gpu.vram_used if gpu is not None else None,
            vram_total=gpu.vram_total if gpu is not None else None,
            gpu_celsius=gpu.celsius if gpu is not None else None,
            process_cpu_percent=machine.process_cpu_percent,
            process_ram=machine.process_ram,
        )

    def close(self) -> None:
        """Let the driver go."""
        self._gpu.close()
        self._machine.close()
