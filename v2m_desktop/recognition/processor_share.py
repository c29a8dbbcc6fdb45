"""How much of the processor other programs use, so that a measurement among them is known for one."""

from __future__ import annotations

from v2m_desktop.core.machine import ProcessorTimes


def share_of_others(before: ProcessorTimes, after: ProcessorTimes) -> float:
    """From 0 to 1."""
    total = after.total - before.total
    others = (after.used - before.used) - (after.own - before.own)
    return min(1.0, max(0.0, others / total)) if total > 0 else 0.0
