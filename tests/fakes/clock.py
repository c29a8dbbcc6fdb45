"""A clock that goes on only when a test says so."""

from __future__ import annotations


class FakeClock:
    """Stands in for time.monotonic. `asked` counts how often somebody looked."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.asked = 0

    def __call__(self) -> float:
        self.asked += 1
        return self.now

    def advance(self, seconds: float) -> None:
        self.now += seconds
