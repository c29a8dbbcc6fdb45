"""A thread that owns key grabs on one X connection and reports their edges."""

from __future__ import annotations

import logging
import os
import select
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import ON_DEMAND, Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.press_filter import PressFilter
from v2m_desktop.os_integration.x11_key_grabs import KeyGrabs
from v2m_desktop.os_integration.x11_keyboard import pressed_keycodes

if TYPE_CHECKING:
    from Xlib.display import Display
    from Xlib.protocol.rq import Event

log = logging.getLogger(__name__)

JOIN_SECONDS = 2.0


class GrabThread:
    """Holds the grabs of all hotkeys. Made, bound, started and stopped by the same other thread."""

    def __init__(self, display: Display) -> None:
        """Owns `display` from now on. There are no hotkeys until `bind`."""
        self._display = display
        self._grabs = KeyGrabs(display)
        self._filters = {action: PressFilter(action) for action in KeyAction}
        self._sink: Callable[[KeyEdge], None] | None = None
        self._lock = threading.Lock()  # of everything above
        self._demanded: frozenset[KeyAction] = frozenset()
        self._stopping = False
        self._mapping_changed = False
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_write, False)
        os.set_blocking(self._wake_read, False)
        self._thread = threading.Thread(target=self._run, name="x11-hotkeys", daemon=True)

    @property
    def alive(self) -> bool:
        """False once the connection was lost."""
        return self._thread.is_alive()

    def start(self) -> None:
        self._thread.start()

    def bind(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        """Take the keys of `bindings` in place of the others, as HotkeySource.start says."""
        with self._lock:
            before = self._grabs.plans
            refused = self._grabs.bind(bindings)
            changed = [action for action in KeyAction if self._grabs.plans.get(action) != before.get(action)]
            for action in changed:
                self._report(self._filters[action].end(time.perf_counter_ns()))
            self._sink = sink
            for action in changed:
                self._ignore_what_is_down(action)
        self._wake()  # events may have been read here, and a demanded key may have changed
        return refused

    def demand(self, actions: frozenset[KeyAction]) -> None:
        """Take or free the keys in ON_DEMAND, soon. Any thread."""
        self._demanded = actions
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

    def _ignore_what_is_down(self, action: KeyAction) -> None:
        """A key may be recorded for the settings by pressing it: its repeats are no command."""
        if self._is_down(action):
            self._filters[action].hush(time.perf_counter_ns())

    def _is_down(self, action: KeyAction) -> bool:
        plan = self._grabs.plans.get(action)
        return plan is not None and not pressed_keycodes(self._display).isdisjoint(plan.keycodes)

    def _report(self, edge: KeyEdge | None) -> None:
        if edge is None or self._sink is None:
            return
        try:
            self._sink(edge)
        except Exception:  # see _run
            log.exception("A hotkey was not taken up.")

    # Everything below runs in the thread

    def _run(self) -> None:
        from Xlib import error

        try:
            while not self._stopping:
                try:
                    self._wait()
                    with self._lock:
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

    def _wait(self) -> None:
        """Until there is an event, a command or a due time."""
        with self._lock:
            waiting = self._display.pending_events()
            patience = self._patience()
        if not waiting:
            select.select([self._display.fileno(), self._wake_read], [], [], patience)
        with suppress(BlockingIOError):
            os.read(self._wake_read, 4096)

    def _patience(self) -> float | None:
        due = [
            ns for ns in (press_filter.due_ns for press_filter in self._filters.values()) if ns is not None
        ]
        return max(0.0, (min(due) - time.perf_counter_ns()) / 1e9) if due else None

    def _turn(self) -> None:
        """Handle what is there."""
        while self._display.pending_events():
            self._handle(self._display.next_event())
        if self._mapping_changed:
            self._mapping_changed = False
            self._grabs.follow_layout()
        for action, press_filter in self._filters.items():
            self._report(press_filter.settle(time.perf_counter_ns(), partial(self._is_down, action)))
        for action in ON_DEMAND:  # after the filters: a key is given back once its own release has settled
            self._serve(action)

    def _handle(self, event: Event) -> None:
        from Xlib import X

        if event.type == X.MappingNotify:
            self._display.refresh_keyboard_mapping(event)
            self._mapping_changed = True
        elif event.type in (X.KeyPress, X.KeyRelease):
            action = self._action_of(event)
            if action is None:
                return
            press_filter, now_ns = self._filters[action], time.perf_counter_ns()
            pressed = event.type == X.KeyPress
            self._report(press_filter.press(now_ns) if pressed else press_filter.release(now_ns))

    def _action_of(self, event: Event) -> KeyAction | None:
        """A key that is down stays what it was pressed for: its modifiers may have been let go before it."""
        held = (
            action
            for action, plan in self._grabs.plans.items()
            if event.detail in plan.keycodes and self._filters[action].down
        )
        return next(held, None) or self._grabs.action_of(event.detail, event.state)

    def _serve(self, action: KeyAction) -> None:
        demanded, in_force = action in self._demanded, action in self._grabs.plans
        if demanded and not in_force:
            self._grabs.demand(action, True)
            self._ignore_what_is_down(action)
        elif in_force and not demanded and not self._filters[action].down:
            self._grabs.demand(action, False)
