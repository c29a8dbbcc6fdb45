"""Collects how long takes took, for status, events and the bench."""

from __future__ import annotations

import threading
from collections import defaultdict, deque
from dataclasses import dataclass

from v2m_desktop.core.timeline import Timeline

TAKES_KEPT = 500


@dataclass(frozen=True, slots=True)
class IntervalFigures:
    """Milliseconds of one interval over the takes kept. Percentiles are values that really occurred."""

    count: int
    last: float
    median: float
    p95: float
    worst: float


class LatencyRecord:
    """Intervals of the newest takes by name, as core.timeline names them. Any thread may use it."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._intervals: defaultdict[str, deque[float]] = defaultdict(lambda: deque(maxlen=TAKES_KEPT))

    def add(self, timeline: Timeline) -> None:
        """Take in the intervals of a finished take; those with an unknown end are left out."""
        with self._guard:
            for name, milliseconds in timeline.milliseconds().items():
                self._intervals[name].append(milliseconds)

    def figures(self) -> dict[str, IntervalFigures]:
        """What is known so far; an interval that never occurred is missing."""
        with self._guard:
            return {name: _figures(list(values)) for name, values in self._intervals.items()}


def _figures(values: list[float]) -> IntervalFigures:
    ordered = sorted(values)
    return IntervalFigures(
        count=len(ordered),
        last=values[-1],
        median=ordered[(len(ordered) - 1) // 2],
        p95=ordered[(len(ordered) * 95 - 1) // 100],
        worst=ordered[-1],
    )
