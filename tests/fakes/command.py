"""A program of the user's that reads a text."""

from __future__ import annotations

from v2m_desktop.core.errors import DeliveryError


class FakeCommand:
    """Implements TextCommand. `given` are the commands and texts; `runs`: the program has not ended yet.

    `refusal` says why it cannot be started, `failure` how it ends.
    """

    def __init__(self) -> None:
        self.given: list[tuple[str, str]] = []
        self.runs = False
        self.refusal: DeliveryError | None = None
        self.failure: DeliveryError | None = None
        self.canceled = 0

    def begin(self, command: str, text: str) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.given.append((command, text))

    def done(self) -> bool:
        if self.failure is not None:
            raise self.failure
        return not self.runs

    def cancel(self) -> None:
        self.canceled += 1
