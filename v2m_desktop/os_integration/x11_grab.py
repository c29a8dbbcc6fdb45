"""A thread that owns key grabs on one X connection and reports their edges."""

from __future__ import annotations

import logging
import os
import select
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.press_filter import PressFilter
from v2m_desktop.os_integration.x11_keyboard import (
    ModifierMasks,
    keycodes_of,
    keysym_of,
    pressed_keycodes,
)

if TYPE_CHECKING:
    from Xlib.display import Display
    from Xlib.protocol.rq import Event

log = logging.getLogger(__name__)

JOIN_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class GrabPlan:
    """Which key codes with which exact modifier states make up one hotkey."""

    keycodes: tuple[int, ...]
    states: tuple[int, ...]

    @classmethod
    def make(cls, display: Display, hotkey: Hotkey) -> GrabPlan:
        masks = ModifierMasks.read(display)
        return cls(
            keycodes_of(display, keysym_of(hotkey.key)),
            masks.with_locks(masks.combined(hotkey.modifiers)),
        )


ESCAPE = Hotkey(frozenset(), "escape")


class GrabThread:
    """Grabs one hotkey for good and Escape on demand. Made, started and stopped by the same thread."""

    def __init__(self, display: Display, dictate: Hotkey, sink: Callable[[KeyEdge], None]) -> None:
        """Grab `dictate` at once. Raises HotkeyError; the caller still owns `display` then."""
        self._display = display
        self._hotkeys = {KeyAction.DICTATE: dictate, KeyAction.CANCEL: ESCAPE}
        self._sink = sink
        self._plans: dict[KeyAction, GrabPlan] = {}
        self._filters = {action: PressFilter(action) for action in KeyAction}
        self._cancel_wanted = False
        self._stopping = False
        self._mapping_changed = False
        plan = GrabPlan.make(display, dictate)
        if not plan.keycodes:
            raise HotkeyError(
                'This keyboard has no key "{key}"; choose another hotkey in the settings.', key=dictate.key
            )
        if not self._grab(plan):
            raise HotkeyError(
                "{hotkey} is taken by another program; choose another in the settings.", hotkey=dictate
            )
        self._plans[KeyAction.DICTATE] = plan
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        os.set_blocking(self._wake_read, False)
        self._thread = threading.Thread(target=self._run, name="x11-hotkeys", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def want_cancel(self, active: bool) -> None:
        """Grab or free Escape, soon. Any thread."""
        self._cancel_wanted = active
        self._wake()

    def stop(self) -> None:
        """End the thread and close the connection, which frees every grab."""
        self._stopping = True
        self._wake()
        self._thread.join(JOIN_SECONDS)
        os.close(self._wake_write)
        os.close(self._wake_read)

    def _wake(self) -> None:
        with suppress(BlockingIOError):  # a full pipe wakes as well
            os.write(self._wake_write, b"w")

    # Everything below runs in the thread

    def _run(self) -> None:
        from Xlib import error

        try:
            while not self._stopping:
                try:
                    self._turn()
                except (error.ConnectionClosedError, OSError):
                    raise
                except Exception:  # a dead thread would be a dead hotkey without a word
                    log.exception("The hotkey thread met an unexpected error and goes on.")
        except (error.ConnectionClosedError, OSError):
            log.warning("The connection to the X server was lost; hotkeys are off.")
        finally:
            for press_filter in self._filters.values():
                self._report(press_filter.end(time.perf_counter_ns()))
            with suppress(error.ConnectionClosedError, OSError):
                self._display.close()

    def _turn(self) -> None:
        """Wait for an event, a command or a due time, and handle what is there."""
        if not self._display.pending_events():
            select.select([self._display.fileno(), self._wake_read], [], [], self._patience())
        with suppress(BlockingIOError):
            os.read(self._wake_read, 4096)
        while self._display.pending_events():
            self._handle(self._display.next_event())
        if self._mapping_changed:
            self._mapping_changed = False
            self._grab_again()
        for action, press_filter in self._filters.items():
            self._report(press_filter.settle(time.perf_counter_ns(), partial(self._is_down, action)))
        self._grab_cancel()  # after the filters: Escape is given back once its own release has settled

    def _patience(self) -> float | None:
        due = [
            ns for ns in (press_filter.due_ns for press_filter in self._filters.values()) if ns is not None
        ]
        return max(0.0, (min(due) - time.perf_counter_ns()) / 1e9) if due else None

    def _handle(self, event: Event) -> None:
        from Xlib import X

        if event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._mapping_changed = True
        elif event.type in (X.KeyPress, X.KeyRelease):
            action = self._action_of(event.detail)
            if action is None:
                return
            press_filter, now_ns = self._filters[action], time.perf_counter_ns()
            pressed = event.type == X.KeyPress
            self._report(press_filter.press(now_ns) if pressed else press_filter.release(now_ns))

    def _action_of(self, keycode: int) -> KeyAction | None:
        # While the hotkey is held its grab is active and brings every key, Escape too.
        return next((action for action, plan in self._plans.items() if keycode in plan.keycodes), None)

    def _is_down(self, action: KeyAction) -> bool:
        plan = self._plans.get(action)
        return plan is not None and not pressed_keycodes(self._display).isdisjoint(plan.keycodes)

    def _report(self, edge: KeyEdge | None) -> None:
        if edge is None:
            return
        try:
            self._sink(edge)
        except Exception:  # see _run
            log.exception("A hotkey was not taken up.")

    def _grab_cancel(self) -> None:
        held = KeyAction.CANCEL in self._plans
        if self._cancel_wanted and not held:
            plan = GrabPlan.make(self._display, ESCAPE)
            # Kept in the plans even if refused: then it is not tried again at every turn.
            self._plans[KeyAction.CANCEL] = plan
            if not self._grab(plan):
                log.warning("Escape is taken by another program; it does not cancel.")
        elif held and not self._cancel_wanted and not self._filters[KeyAction.CANCEL].down:
            self._ungrab(self._plans.pop(KeyAction.CANCEL))

    def _grab_again(self) -> None:
        for action, plan in list(self._plans.items()):
            new = GrabPlan.make(self._display, self._hotkeys[action])
            if new == plan or not new.keycodes:
                continue
            self._ungrab(plan)
            self._plans[action] = new
            if not self._grab(new):
                log.warning("After a change of the keyboard layout %s is taken.", self._hotkeys[action])

    def _grab(self, plan: GrabPlan) -> bool:
        """Grab every combination, or none."""
        from Xlib import X, error

        trap = error.CatchError(error.BadAccess)
        root = self._display.screen().root
        for keycode in plan.keycodes:
            for state in plan.states:
                root.grab_key(keycode, state, False, X.GrabModeAsync, X.GrabModeAsync, onerror=trap)
        self._display.sync()
        if trap.get_error() is None:
            return True
        self._ungrab(plan)
        return False

    def _ungrab(self, plan: GrabPlan) -> None:
        root = self._display.screen().root
        for keycode in plan.keycodes:
            for state in plan.states:
                root.ungrab_key(keycode, state)
        self._display.sync()
