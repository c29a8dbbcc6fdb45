"""A keyboard that only notes what is sent."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.ports import Chord


class FakeKeys:
    """Implements KeyInjector. `held` are the modifiers that are down; `on_chord` is the window in front.

    `none` says why this desktop takes no keys at all, `refusal` why the next chord fails.
    """

    def __init__(self) -> None:
        self.held: frozenset[str] = frozenset()
        self.sent: list[Chord] = []
        self.none: DeliveryError | None = None
        self.refusal: DeliveryError | None = None
        self.on_chord: Callable[[], object] = lambda: None

    def missing(self) -> DeliveryError | None:
        return self.none

    def modifiers_down(self) -> frozenset[str]:
        return self.held

    def send(self, chord: Chord) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.sent.append(chord)
        self.on_chord()
