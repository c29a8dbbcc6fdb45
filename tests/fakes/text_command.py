"""A program that only keeps what it is given."""

from __future__ import annotations

from v2m_desktop.core.errors import DeliveryError


class FakeTextCommand:
    """Implements TextCommand. `given` holds command and text of each start.

    `refusal`: the next does not start. `works`: it is still at it; `failure`: how it ended.
    """

    def __init__(self) -> None:
        self.given: list[tuple[str, str]] = []
        self.refusal: DeliveryError | None = None
        self.works = False
        self.failure: DeliveryError | None = None
        self.canceled = 0
        self._running = False

    def begin(self, command: str, text: str) -> None:
        self.cancel()
        if self.refusal is not None:
            raise self.refusal
        self.given.append((command, text))
        self._running = True

    def done(self) -> bool:
        if not self._running or self.works:
            return False
        if self.failure is not None:
            raise self.failure
        return True

    def cancel(self) -> None:
        self.canceled += self._running
        self._running = False
