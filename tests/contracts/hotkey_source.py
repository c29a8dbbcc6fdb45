"""What every HotkeySource promises. Subclasses give the rig: the fake here, X11 in tests/desktop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import HotkeySource, KeyAction, KeyEdge

HOTKEY = parse_hotkey("ctrl+alt+space")
QUIET_SECONDS = 0.3
"""Nothing that was going to be reported takes longer than the grace time of a release, and some."""


@dataclass
class Edges:
    """A sink, and a wait for what arrives in it."""

    seen: list[KeyEdge] = field(default_factory=list)
    _arrived: threading.Condition = field(default_factory=threading.Condition)

    def __call__(self, edge: KeyEdge) -> None:
        with self._arrived:
            self.seen.append(edge)
            self._arrived.notify_all()

    def wait(self, *expected: tuple[KeyAction, bool], seconds: float = 5.0) -> None:
        """Wait until exactly `expected` was seen, and see that nothing follows."""
        deadline = time.monotonic() + seconds
        with self._arrived:
            while len(self.seen) < len(expected) and (left := deadline - time.monotonic()) > 0:
                self._arrived.wait(left)
            self._arrived.wait_for(lambda: len(self.seen) > len(expected), QUIET_SECONDS)
        assert [(edge.action, edge.pressed) for edge in self.seen] == list(expected)


@dataclass
class Rig:
    """A source that is not started, and hands on its keys."""

    source: HotkeySource
    press: Callable[[], None]
    let_go: Callable[[], None]
    escape: Callable[[], None]


DOWN, UP = (KeyAction.DICTATE, True), (KeyAction.DICTATE, False)
CANCEL = ((KeyAction.CANCEL, True), (KeyAction.CANCEL, False))


class HotkeySourceContract:
    """Each test gets a `rig` fixture from the subclass, which stops the source."""

    def test_a_held_key_is_one_press_and_one_release(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(HOTKEY, edges)
        rig.press()
        edges.wait(DOWN)
        threading.Event().wait(1.2)  # long enough for auto-repeat
        edges.wait(DOWN)
        rig.let_go()
        edges.wait(DOWN, UP)
        held_ns = edges.seen[1].at_ns - edges.seen[0].at_ns
        assert 1.0e9 < held_ns < 6e9

    def test_it_knows_whether_the_key_is_down(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(HOTKEY, edges)
        assert not rig.source.is_down()
        rig.press()
        edges.wait(DOWN)
        assert rig.source.is_down()
        rig.let_go()
        edges.wait(DOWN, UP)
        assert not rig.source.is_down()

    def test_escape_is_ours_only_while_asked_for(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(HOTKEY, edges)
        rig.escape()
        edges.wait()
        rig.source.grab_cancel(True)
        threading.Event().wait(QUIET_SECONDS)  # the grab is made by another thread
        rig.escape()
        edges.wait(*CANCEL)
        rig.source.grab_cancel(False)
        threading.Event().wait(QUIET_SECONDS)
        rig.escape()
        edges.wait(*CANCEL)

    def test_nothing_is_reported_after_the_stop(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(HOTKEY, edges)
        rig.source.stop()
        rig.press()
        rig.let_go()
        edges.wait()
        assert not rig.source.is_down()

    def test_it_can_be_started_again(self, rig: Rig) -> None:
        first, second = Edges(), Edges()
        rig.source.start(HOTKEY, first)
        rig.source.stop()
        rig.source.start(HOTKEY, second)
        rig.press()
        rig.let_go()
        second.wait(DOWN, UP)
        first.wait()
