"""How far a download is."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

WINDOW_SECONDS = 10.0
INTERVAL_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Progress:
    """Bytes of the whole model. `bytes_per_second` and `seconds_left` are None until they can be told."""

    file: str
    done: int
    total: int
    bytes_per_second: float | None
    seconds_left: float | None
    verifying: bool = False


class ProgressMeter:
    """Adds up and tells `report` at most five times a second, and at the end of each file."""

    def __init__(
        self,
        total: int,
        report: Callable[[Progress], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._total = total
        self._report = report
        self._clock = clock
        self._marks: deque[tuple[float, int]] = deque()
        self._told = float("-inf")
        self._finished = 0

    def at(self, file: str, done: int, *, verifying: bool = False, force: bool = False) -> None:
        """`done` bytes of `file` are on the disk."""
        now, whole = self._clock(), self._finished + done
        if not self._marks or whole < self._marks[-1][1]:
            self._marks.clear()  # a restart: what was there before says nothing about the speed
        self._marks.append((now, whole))
        while now - self._marks[0][0] > WINDOW_SECONDS:
            self._marks.popleft()
        if not force and now - self._told < INTERVAL_SECONDS:
            return
        self._told = now
        speed = None if verifying else self._speed()
        left = (self._total - whole) / speed if speed else None
        self._report(Progress(file, whole, self._total, speed, left, verifying))

    def finish(self, file: str, size: int) -> None:
        """`file` is whole and verified."""
        self.at(file, size, force=True)
        self._finished += size
        self._marks.clear()

    def _speed(self) -> float | None:
        (first, before), (last, after) = self._marks[0], self._marks[-1]
        return (after - before) / (last - first) if last > first and after > before else None
