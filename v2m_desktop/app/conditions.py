"""What is wrong right now, by a key, until it is mended."""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.session import SessionId


@dataclass(frozen=True, slots=True)
class Condition:
    """`errors` say it; `session` is the newest take when it was last seen."""

    errors: tuple[V2mError, ...]
    session: SessionId


class Conditions:
    """The live conditions, the newest first. Errors are kept rather than sentences: languages change."""

    def __init__(self) -> None:
        self._held: dict[str, Condition] = {}

    def hold(self, key: str, errors: tuple[V2mError, ...], session: SessionId) -> bool:
        """Note a condition; True if it is new or says something new."""
        before = self._held.pop(key, None)
        self._held = {key: Condition(errors, session), **self._held}
        return before is None or [e.message for e in before.errors] != [e.message for e in errors]

    def settle(self, key: str) -> bool:
        """It is mended; True if it was there."""
        return self._held.pop(key, None) is not None

    def settle_older(self, key: str, session: SessionId) -> bool:
        """Take `session` went well: a condition last seen before it is over."""
        held = self._held.get(key)
        return held is not None and held.session < session and self.settle(key)

    @property
    def errors(self) -> tuple[V2mError, ...]:
        return tuple(error for condition in self._held.values() for error in condition.errors)
