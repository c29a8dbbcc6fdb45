"""A keyboard that only notes what is sent."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key, Way


class FakeKeys:
    """Implements KeyInjector. `held` are the modifiers that are down; `on_chord` is the window in front.

    `under_way`: a tool is still sending; `broken`: what it then fails with. `none` says why this desktop
    takes no keys at all, `refusal` why the next ones fail.
    """

    def __init__(self) -> None:
        self.held: frozenset[str] = frozenset()
        self.chords: list[Chord] = []
        self.none: DeliveryError | None = None
        self.refusal: DeliveryError | None = None
        self.pressed: list[tuple[Key, int, bool]] = []
        self.under_way = False
        self.broken: DeliveryError | None = None
        self.on_chord: Callable[[], object] = lambda: None
        self.on_press: Callable[[Key], object] = lambda _key: None

    def missing(self) -> DeliveryError | None:
        return self.none

    def ways(self) -> tuple[Way, ...]:
        return (Way("fake", self.none),)

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:
        """Nobody is asked."""
        return False

    def modifiers_down(self) -> frozenset[str]:
        return self.held

    def send(self, chord: Chord) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.chords.append(chord)
        self.on_chord()

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.pressed.append((key, times, shift))
        self.on_press(key)

    def sent(self) -> bool:
        if self.broken is not None:
            broken, self.broken = self.broken, None
            raise broken
        return not self.under_way

    def close(self) -> None:
        """It holds nothing."""
