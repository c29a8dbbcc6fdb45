"""The honest twin of the key injector."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key, Way


class NullKeyInjector:
    """A KeyInjector for systems that let no program send keys."""

    def missing(self) -> DeliveryError:
        return DeliveryError(
            "This desktop lets no program send keys. The text is on the clipboard; paste it yourself."
        )

    def ways(self) -> tuple[Way, ...]:
        return ()

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:  # noqa: ARG002
        """Nobody would allow it."""
        return False

    def modifiers_down(self) -> frozenset[str]:
        return frozenset()

    def send(self, chord: Chord) -> None:  # noqa: ARG002
        """Always raises DeliveryError."""
        raise self.missing()

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:  # noqa: ARG002
        """Always raises DeliveryError."""
        raise self.missing()

    def sent(self) -> bool:
        return True

    def close(self) -> None:
        """It holds nothing."""
