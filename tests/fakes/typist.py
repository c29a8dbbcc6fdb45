"""A typist that types a few characters at a time into a list."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.errors import DeliveryError

STEP = 4


class FakeTypist:
    """Implements Typist. `typed` is what arrived, `on_step` what happens meanwhile.

    `none` says why nothing can be typed here, `refusal` why the next step fails; `ended` counts `end`.
    """

    def __init__(self) -> None:
        self.typed = ""
        self.none: DeliveryError | None = None
        self.refusal: DeliveryError | None = None
        self.on_step: Callable[[], object] = lambda: None
        self.ended = 0
        self._left = ""

    def missing(self) -> DeliveryError | None:
        return self.none

    def begin(self, text: str) -> None:
        if self.none is not None:
            raise self.none
        self._left = text

    def step(self) -> bool:
        if self.refusal is not None:
            raise self.refusal
        self.typed, self._left = self.typed + self._left[:STEP], self._left[STEP:]
        self.on_step()
        return not self._left

    def end(self) -> None:
        self._left = ""
        self.ended += 1

    def close(self) -> None:
        """It holds nothing."""
