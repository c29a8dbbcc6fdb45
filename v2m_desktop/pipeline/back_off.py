"""How long to wait before something that failed is tried again."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_SECONDS = 1.0
LONGEST_SECONDS = 60.0


class BackOff:
    """One second after the first failure, then twice as long each time, at most a minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._pause = SHORTEST_SECONDS
        self._due_at: float | None = None

    @property
    def due(self) -> bool:
        """Whether it may be tried now."""
        return self._due_at is None or self._clock() >= self._due_at

    def fail(self) -> None:
        """It failed just now."""
        self._due_at = self._clock() + self._pause
        self._pause = min(2.0 * self._pause, LONGEST_SECONDS)

    def succeed(self) -> None:
        """It works; the next failure is a first one."""
        self._pause = SHORTEST_SECONDS
        self._due_at = None
