"""From shortcuts that the desktop reports as active and no longer active to edges of hotkeys."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from v2m_desktop.core.ports import ON_DEMAND, KeyAction, KeyEdge

log = logging.getLogger(__name__)

REPEAT_NS = 2_000_000_000
"""An active shortcut that becomes active again so late was let go without a word: no keyboard waits so long
before it repeats a key that is held."""


class ShortcutEdges:
    """Which hotkeys are down. One thread tells it; `down` may be read, and `demanded` set, by any."""

    def __init__(self) -> None:
        self.demanded: frozenset[KeyAction] = frozenset()
        """Those of ON_DEMAND that are wanted now; edges of the others are dropped."""
        self._bound: frozenset[KeyAction] = frozenset()
        self._sink: Callable[[KeyEdge], None] = _into_nothing
        self._down: dict[KeyAction, int] = {}
        self._reported: set[KeyAction] = set()

    @property
    def down(self) -> bool:
        """Whether a key of the bindings is down, reported or not."""
        return not self._bound.isdisjoint(tuple(self._down))

    def bind(self, actions: Collection[KeyAction], sink: Callable[[KeyEdge], None], now_ns: int) -> None:
        """From now on edges of `actions` go to `sink`. Others that are down count as let go."""
        for action in self._reported.difference(actions):
            self._lift(action, now_ns)
        self._bound, self._sink = frozenset(actions), sink

    def activated(self, action: KeyAction, now_ns: int) -> None:
        since = self._down.get(action)
        self._down[action] = now_ns
        if since is not None:
            if now_ns - since < REPEAT_NS:
                return
            self._lift(action, now_ns)
        if action in self._bound and (action not in ON_DEMAND or action in self.demanded):
            self._reported.add(action)
            self._report(KeyEdge(action, True, now_ns))

    def deactivated(self, action: KeyAction, now_ns: int) -> None:
        self._down.pop(action, None)
        self._lift(action, now_ns)

    def end(self, now_ns: int) -> None:
        """Nobody will tell what is let go from now on: all of it counts as let go."""
        for action in tuple(self._down):
            self.deactivated(action, now_ns)

    def _lift(self, action: KeyAction, now_ns: int) -> None:
        if action in self._reported:
            self._reported.discard(action)
            self._report(KeyEdge(action, False, now_ns))

    def _report(self, edge: KeyEdge) -> None:
        try:
            self._sink(edge)
        except Exception:  # a dead thread would be a dead hotkey without a word
            log.exception("A hotkey was not taken up.")


def _into_nothing(edge: KeyEdge) -> None:
    """Before there are bindings."""
