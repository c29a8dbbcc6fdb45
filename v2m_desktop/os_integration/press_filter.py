"""Makes one press and one release of what a held key sends. Pure: time and key state are given."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.ports import KeyAction, KeyEdge

RELEASE_GRACE_NS = 50_000_000
"""X11 repeats a held, grabbed key as release and press pairs, most with equal times, some not."""

POLL_NS = 250_000_000
"""How often a key that is down is asked whether it really is: a release event can get lost."""


class PressFilter:
    """The state of one hotkey. Every method returns the edge to report, or None."""

    def __init__(self, action: KeyAction, grace_ns: int = RELEASE_GRACE_NS) -> None:
        self._action = action
        self._grace_ns = grace_ns
        self._down = False
        self._hushed = False
        self._released_ns: int | None = None
        self._next_poll_ns = 0

    @property
    def down(self) -> bool:
        """Whether the key counts as down, reported or not."""
        return self._down

    def hush(self, now_ns: int) -> None:
        """The key is down already, for something else: nothing is reported until it was let go."""
        self._down = self._hushed = True
        self._released_ns = None
        self._next_poll_ns = now_ns + POLL_NS

    def press(self, now_ns: int) -> KeyEdge | None:
        """A raw press. While down it is a repeat, and unsays a release that came just before."""
        self._released_ns = None
        if self._down:
            return None
        self._down = True
        self._next_poll_ns = now_ns + POLL_NS
        return KeyEdge(self._action, True, now_ns)

    def release(self, now_ns: int) -> KeyEdge | None:
        """A raw release. With a grace time it counts only after `settle`."""
        if not self._down:
            return None
        if self._grace_ns:
            self._released_ns = now_ns
            return None
        return self.end(now_ns)

    def settle(self, now_ns: int, physically_down: Callable[[], bool]) -> KeyEdge | None:
        """Call when `due_ns` has come and all waiting events were handled."""
        due_ns = self.due_ns
        if due_ns is None or now_ns < due_ns:
            return None
        if physically_down():
            self._released_ns = None
            self._next_poll_ns = now_ns + POLL_NS
            return None
        return self.end(self._released_ns if self._released_ns is not None else now_ns)

    def end(self, at_ns: int) -> KeyEdge | None:
        """The key counts as up from `at_ns` on."""
        if not self._down:
            return None
        hushed, self._hushed = self._hushed, False
        self._down = False
        self._released_ns = None
        return None if hushed else KeyEdge(self._action, False, at_ns)

    @property
    def due_ns(self) -> int | None:
        """When to settle; None while the key is up."""
        if not self._down:
            return None
        return self._next_poll_ns if self._released_ns is None else self._released_ns + self._grace_ns
