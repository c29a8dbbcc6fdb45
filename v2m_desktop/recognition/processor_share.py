"""How much of the processor other programs use, so that a measurement among them is known for one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProcessorTimes:
    """Seconds of all processors together since some time before: all of them, those that were not idle, and
    those of this process."""

    total: float
    used: float
    own: float


def processor_times() -> ProcessorTimes:
    """Now."""
    import psutil

    machine, process = psutil.cpu_times(), psutil.Process().cpu_times()
    # A guest's time is in the user's already.
    total = sum(machine) - getattr(machine, "guest", 0.0) - getattr(machine, "guest_nice", 0.0)
    idle = machine.idle + getattr(machine, "iowait", 0.0)
    return ProcessorTimes(total, total - idle, process.user + process.system)


def share_of_others(before: ProcessorTimes, after: ProcessorTimes) -> float:
    """From 0 to 1."""
    total = after.total - before.total
    others = (after.used - before.used) - (after.own - before.own)
    return min(1.0, max(0.0, others / total)) if total > 0 else 0.0
