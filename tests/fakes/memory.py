"""Memory of our choice: of the machine, for the real probe, and a probe with figures of our choice."""

from __future__ import annotations

import threading

from tests.fakes.nvml import GIB
from tests.patience import PATIENCE_S
from v2m_desktop.core.machine import MachineFigures
from v2m_desktop.pipeline.model_memory import MemoryFigures


class FakeMachine:
    """Stands in for diagnostics.machine_figures.PsutilSource."""

    def __init__(self, ram_used: int = 4 * GIB, ram_total: int = 16 * GIB) -> None:
        self.ram_used, self.ram_total = ram_used, ram_total

    def read(self) -> MachineFigures:
        return MachineFigures(5.0, self.ram_used, self.ram_total, 1.0, GIB // 4)

    def close(self) -> None:
        """Nothing to give back."""


class FakeMemoryProbe:
    """Implements pipeline.model_memory.MemoryProbe. `reads` notes for each read whether video was asked for.

    While `gate` is clear a read takes long. `together` is the most threads that were in it at a time.
    """

    def __init__(self) -> None:
        self.figures = MemoryFigures(50.0, 4 * GIB, 8 * GIB)
        self.reads: list[bool] = []
        self.closes = 0
        self.threads: set[int] = set()
        self.gate = threading.Event()
        self.gate.set()
        self.together = 0
        self._inside = 0

    def read(self, *, video: bool) -> MemoryFigures:
        self._inside += 1
        self.together = max(self.together, self._inside)
        self.threads.add(threading.get_ident())
        self.reads.append(video)
        assert self.gate.wait(4 * PATIENCE_S), "the test never opened the gate"
        self._inside -= 1
        return self.figures if video else MemoryFigures(self.figures.ram_percent)

    def close(self) -> None:
        self.closes += 1
