"""Processor and memory of the machine and of this process, through psutil."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class MachineFigures:
    """Memory in bytes. Percent since the last read: of the whole machine, and of one processor."""

    cpu_percent: float
    ram_used: int
    ram_total: int
    process_cpu_percent: float
    process_ram: int


class PsutilSource:
    """Belongs to one thread. Percentages of the first read are 0."""

    def __init__(self) -> None:
        self._process: Any = None

    def read(self) -> MachineFigures:
        """The figures now. Takes well under a millisecond."""
        import psutil

        if self._process is None:
            self._process = psutil.Process()
        memory = psutil.virtual_memory()
        return MachineFigures(
            cpu_percent=psutil.cpu_percent(None),
            ram_used=memory.total - memory.available,
            ram_total=memory.total,
            process_cpu_percent=self._process.cpu_percent(None),
            process_ram=self._process.memory_info().rss,
        )

    def close(self) -> None:
        """Nothing to give back."""


def physical_cores() -> int:
    """Real cores of the processor, not threads; threads where the system does not tell."""
    import psutil

    return psutil.cpu_count(logical=False) or psutil.cpu_count() or 1


def processor_name() -> str:
    """As people know it, where the system tells."""
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
