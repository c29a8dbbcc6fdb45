"""Hotkeys pressed by the test."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import ON_DEMAND, Hotkey, KeyAction, KeyEdge

ESCAPE = Hotkey(frozenset(), "escape")


class FakeHotkeys:
    """Implements HotkeySource. `taken` are hotkeys of other programs."""

    name = "fake"

    def __init__(self, *taken: Hotkey) -> None:
        self.lost: Callable[[HotkeyError], None] = lambda _: None
        self.bindings: dict[KeyAction, Hotkey] = {}
        self.grabbed: set[KeyAction] = set()
        self._taken = taken
        self._sink: Callable[[KeyEdge], None] | None = None
        self._down: dict[str, KeyAction | None] = {}
        self._at_ns: int | None = None

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        refused = {
            action: HotkeyError(
                "{hotkey} is taken by another program; choose another in the settings.", hotkey=hotkey
            )
            for action, hotkey in bindings.items()
            if hotkey in self._taken
        }
        if KeyAction.DICTATE in refused:
            raise refused[KeyAction.DICTATE]
        before = self.bindings
        self.bindings = {action: hotkey for action, hotkey in bindings.items() if action not in refused}
        for key, action in self._down.items():
            if action is not None and self.bindings.get(action) != before.get(action):
                self._down[key] = None
                self._report(action, False)
        self._sink = sink
        return refused

    def grab(self, action: KeyAction, active: bool) -> None:
        if active:
            self.grabbed.add(action)
        else:
            self.grabbed.discard(action)

    @property
    def cancel_grabbed(self) -> bool:
        return KeyAction.CANCEL in self.grabbed

    def is_down(self) -> bool:
        return any(hotkey.key in self._down for hotkey in self.bindings.values())

    def stop(self) -> None:
        for action in self._down.values():
            if action is not None:
                self._report(action, False)
        self._sink, self.bindings, self._down = None, {}, {}
        self.grabbed.clear()

    def lose(self, error: HotkeyError) -> None:
        """The desktop takes the keys away."""
        self._sink, self.bindings = None, {}
        self.lost(error)

    # Hands on the keys

    def press(self, action: KeyAction = KeyAction.DICTATE) -> None:
        """Press the hotkey of `action`, if it has one, or keep it pressed."""
        if action in self.bindings:
            self.hold(self.bindings[action])

    def let_go(self, action: KeyAction = KeyAction.DICTATE) -> None:
        if action in self.bindings:
            self.lift(self.bindings[action])

    def tap(self, action: KeyAction = KeyAction.DICTATE) -> None:
        """Press and let go at once: a machine that stops in between would make it a hold."""
        self._at_ns = time.perf_counter_ns()
        self.press(action)
        self.let_go(action)
        self._at_ns = None

    def hold(self, hotkey: Hotkey) -> None:
        """Press whatever is on the keyboard, or keep it pressed."""
        if hotkey.key not in self._down:
            action = self._meant_by(hotkey)
            self._down[hotkey.key] = action
            if action is not None:
                self._report(action, True)

    def lift(self, hotkey: Hotkey) -> None:
        action = self._down.pop(hotkey.key, None)
        if action is not None:
            self._report(action, False)

    def escape(self) -> None:
        """Press and let go of Escape."""
        self.hold(ESCAPE)
        self.lift(ESCAPE)

    def _meant_by(self, hotkey: Hotkey) -> KeyAction | None:
        bound = {**self.bindings, KeyAction.CANCEL: ESCAPE}
        action = next((action for action, each in bound.items() if each == hotkey), None)
        return None if action in ON_DEMAND and action not in self.grabbed else action

    def _report(self, action: KeyAction, pressed: bool) -> None:
        if self._sink is not None:
            self._sink(KeyEdge(action, pressed, self._at_ns or time.perf_counter_ns()))
