"""The thread that serves a selection, so that no program ever waits for our GUI, not even the GUI itself.

Qt waits in the GUI thread, up to seconds, when one of our own windows pastes. It does not hold Python's lock
then, unless Python called it: our text fields must leave their keys to Qt, and nothing may read QClipboard.
"""

from __future__ import annotations

import logging
import os
import select
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TypeVar

from v2m_desktop.os_integration.x11_selection import Selection
from v2m_desktop.os_integration.x11_selection_reader import Found

log = logging.getLogger(__name__)

T = TypeVar("T")

JOIN_SECONDS = 2.0
_TICK_SECONDS = 0.05
"""How often what is under way is looked at, to notice a program that hangs."""


class SelectionThread:
    """Owns `selection` from now on; every other thread uses it through `use`."""

    def __init__(self, selection: Selection) -> None:
        self._selection = selection
        self._turned = threading.Condition()
        self._next = threading.Lock()
        """Who waits for the selection holds it: a busy thread would take it again and again."""
        self._stopping = False
        self._wake_read, self._wake_write = os.pipe()
        os.set_blocking(self._wake_read, False)
        os.set_blocking(self._wake_write, False)
        self._thread = threading.Thread(target=self._run, name=f"x11-{selection.name.lower()}", daemon=True)
        self._thread.start()

    def use(self, what: Callable[[Selection], T]) -> T:
        """Call `what` with the selection when all that arrived was taken up. Raises what Xlib raises."""
        with self._in_turn():
            self._selection.turn()
            result = what(self._selection)
        self._wake()  # events may have been read here
        return result

    def found(self) -> Found | None:
        """What its last `look` found. At once, however busy it is."""
        return self._selection.found

    def wait(self, condition: Callable[[Selection], bool], seconds: float) -> bool:
        """Wait until `condition` holds; False if it did not in time."""
        with self._turned:
            return self._turned.wait_for(lambda: condition(self._selection), seconds)

    def stop(self) -> None:
        """End the thread and close the connection, which gives the selection up.

        A thread that hangs, with the X server, is left behind with all it has.
        """
        from Xlib import error

        self._stopping = True
        self._wake()
        self._thread.join(JOIN_SECONDS)
        if self._thread.is_alive():
            return
        os.close(self._wake_write)
        os.close(self._wake_read)
        with suppress(error.ConnectionClosedError, OSError):
            self._selection.close()

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        with self._next:
            self._turned.acquire()
        try:
            yield
        finally:
            self._turned.release()

    def _wake(self) -> None:
        with suppress(BlockingIOError):  # a full pipe wakes as well
            os.write(self._wake_write, b"w")

    def _run(self) -> None:
        from Xlib import error

        more = busy = False
        try:
            while not self._stopping:
                wait = 0.0 if more else _TICK_SECONDS if busy else None
                woken, _, _ = select.select([self._selection.fileno(), self._wake_read], [], [], wait)
                if self._wake_read in woken:
                    os.read(self._wake_read, 4096)
                with self._in_turn():
                    more = self._selection.turn()
                    busy = self._selection.busy
                    self._turned.notify_all()
        except (error.ConnectionClosedError, OSError, ValueError):
            log.info("the connection to the X server was lost")
        finally:
            with self._turned:
                self._selection.lose()
                self._turned.notify_all()
