"""What the system says of processor and memory: the only module that asks psutil."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class MachineRam:
    """In bytes. `available` is what programs can have without anything being swapped out."""

    total: int
    available: int


@dataclass(frozen=True, slots=True)
class ProcessorTimes:
    """Seconds of all processors together since some time before: all of them, those that were not idle, and
    those of this process."""

    total: float
    used: float
    own: float


@dataclass(frozen=True, slots=True)
class MachineFigures:
    """Memory in bytes. Percent since the last read: of the whole machine, and of one processor."""

    cpu_percent: float
    ram_used: int
    ram_total: int
    process_cpu_percent: float
    process_ram: int


def machine_ram() -> MachineRam:
    """That of this machine, now."""
    import psutil

    memory = psutil.virtual_memory()
    return MachineRam(memory.total, memory.available)


def physical_cores() -> int:
    """Real cores of the processor, not threads; threads where the system does not tell."""
    import psutil

    return psutil.cpu_count(logical=False) or psutil.cpu_count() or 1


def processor_times() -> ProcessorTimes:
    """Now."""
    import psutil

    machine, process = psutil.cpu_times(), psutil.Process().cpu_times()
    # A guest's time is in the user's already.
    total = sum(machine) - getattr(machine, "guest", 0.0) - getattr(machine, "guest_nice", 0.0)
    idle = machine.idle + getattr(machine, "iowait", 0.0)
    return ProcessorTimes(total, total - idle, process.user + process.system)


class PsutilSource:
    """Belongs to one thread. Percentages of the first read are 0."""

    def __init__(self) -> None:
        self._process: Any = None

    def read(self) -> MachineFigures:
        """The figures now. Takes well under a millisecond."""
        import psutil

        if self._process is None:
            self._process = psutil.Process()
        memory = machine_ram()
        return MachineFigures(
            cpu_percent=psutil.cpu_percent(None),
            ram_used=memory.total - memory.available,
            ram_total=memory.total,
            process_cpu_percent=self._process.cpu_percent(None),
            process_ram=self._process.memory_info().rss,
        )

    def close(self) -> None:
        """Nothing to give back."""
