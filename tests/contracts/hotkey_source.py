"""What every HotkeySource promises. Subclasses give the rig: the fake here, X11 in tests/desktop."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Hotkey, HotkeySource, KeyAction, KeyEdge

HOTKEY = parse_hotkey("ctrl+alt+space")
BINDINGS = {
    KeyAction.DICTATE: HOTKEY,
    KeyAction.REFINE: parse_hotkey("ctrl+shift+space"),
    KeyAction.TRANSLATE: parse_hotkey("ctrl+alt+x"),
    KeyAction.INSERT: parse_hotkey("f9"),
}
"""Two of them share a key."""

DICTATE_ONLY = {KeyAction.DICTATE: HOTKEY}
QUIET_SECONDS = 0.3

HELD_SECONDS = 1.2
"""Long enough for a keyboard to repeat a key."""
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
    hold: Callable[[Hotkey], None]
    lift: Callable[[Hotkey], None]
    escape: Callable[[], None]

    def tap(self, hotkey: Hotkey) -> None:
        self.hold(hotkey)
        self.lift(hotkey)

    def grab(self, action: KeyAction, active: bool) -> None:
        self.source.grab(action, active)
        threading.Event().wait(QUIET_SECONDS)  # the grab is made by another thread


def down_and_up(action: KeyAction) -> tuple[tuple[KeyAction, bool], tuple[KeyAction, bool]]:
    return (action, True), (action, False)


DOWN, UP = down_and_up(KeyAction.DICTATE)
CANCEL = down_and_up(KeyAction.CANCEL)
INSERT = down_and_up(KeyAction.INSERT)


class HotkeySourceContract:
    """Each test gets a `rig` fixture from the subclass, which stops the source."""

    def test_a_held_key_is_one_press_and_one_release(self, rig: Rig) -> None:
        edges = Edges()
        assert not rig.source.start(DICTATE_ONLY, edges)
        rig.hold(HOTKEY)
        edges.wait(DOWN)
        threading.Event().wait(HELD_SECONDS)
        edges.wait(DOWN)
        rig.lift(HOTKEY)
        edges.wait(DOWN, UP)
        held_ns = edges.seen[1].at_ns - edges.seen[0].at_ns
        assert 0.8 * HELD_SECONDS < held_ns / 1e9 < 6 + HELD_SECONDS

    def test_each_key_has_its_own_action(self, rig: Rig) -> None:
        edges = Edges()
        assert not rig.source.start(BINDINGS, edges)
        rig.grab(KeyAction.INSERT, True)
        for action, hotkey in BINDINGS.items():
            rig.tap(hotkey)
            edges.wait(*down_and_up(action))
            edges.seen.clear()

    def test_two_keys_may_be_down_at_once(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        translate = BINDINGS[KeyAction.TRANSLATE]
        rig.hold(HOTKEY)
        edges.wait(DOWN)
        rig.tap(translate)
        edges.wait(DOWN, *down_and_up(KeyAction.TRANSLATE))
        rig.lift(HOTKEY)
        edges.wait(DOWN, *down_and_up(KeyAction.TRANSLATE), UP)

    def test_it_knows_whether_a_key_is_down(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        rig.grab(KeyAction.INSERT, True)
        for action, hotkey in BINDINGS.items():
            assert not rig.source.is_down()
            rig.hold(hotkey)
            edges.wait((action, True))
            assert rig.source.is_down()
            rig.lift(hotkey)
            edges.wait(*down_and_up(action))
            edges.seen.clear()
        assert not rig.source.is_down()

    def test_escape_is_ours_only_while_asked_for(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(DICTATE_ONLY, edges)
        rig.escape()
        edges.wait()
        rig.grab(KeyAction.CANCEL, True)
        rig.escape()
        edges.wait(*CANCEL)
        rig.grab(KeyAction.CANCEL, False)
        rig.escape()
        edges.wait(*CANCEL)

    def test_the_key_to_insert_is_ours_only_while_asked_for(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        insert = BINDINGS[KeyAction.INSERT]
        rig.tap(insert)
        edges.wait()
        rig.grab(KeyAction.INSERT, True)
        rig.tap(insert)
        edges.wait(*INSERT)
        rig.grab(KeyAction.INSERT, False)
        rig.tap(insert)
        edges.wait(*INSERT)

    def test_what_is_asked_for_before_its_key_is_bound_holds_then(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(DICTATE_ONLY, edges)
        rig.grab(KeyAction.INSERT, True)
        rig.tap(BINDINGS[KeyAction.INSERT])
        edges.wait()
        rig.source.start(BINDINGS, edges)
        threading.Event().wait(QUIET_SECONDS)
        rig.tap(BINDINGS[KeyAction.INSERT])
        edges.wait(*INSERT)

    def test_bindings_can_be_changed_while_running(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        changed = {KeyAction.DICTATE: BINDINGS[KeyAction.TRANSLATE], KeyAction.TRANSLATE: HOTKEY}
        assert not rig.source.start(changed, edges)
        rig.tap(HOTKEY)
        edges.wait(*down_and_up(KeyAction.TRANSLATE))
        rig.tap(BINDINGS[KeyAction.TRANSLATE])
        edges.wait(*down_and_up(KeyAction.TRANSLATE), DOWN, UP)
        rig.tap(BINDINGS[KeyAction.REFINE])
        edges.wait(*down_and_up(KeyAction.TRANSLATE), DOWN, UP)

    def test_a_held_key_outlives_a_change_of_the_others(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        rig.hold(HOTKEY)
        edges.wait(DOWN)
        rig.source.start(DICTATE_ONLY, edges)
        edges.wait(DOWN)
        rig.lift(HOTKEY)
        edges.wait(DOWN, UP)

    def test_a_held_key_that_is_unbound_counts_as_let_go(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(BINDINGS, edges)
        translate = BINDINGS[KeyAction.TRANSLATE]
        rig.hold(translate)
        edges.wait((KeyAction.TRANSLATE, True))
        rig.source.start(DICTATE_ONLY, edges)
        edges.wait(*down_and_up(KeyAction.TRANSLATE))
        rig.lift(translate)
        edges.wait(*down_and_up(KeyAction.TRANSLATE))

    def test_a_key_that_is_bound_while_it_is_held_waits_for_its_next_press(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(DICTATE_ONLY, edges)
        translate = BINDINGS[KeyAction.TRANSLATE]
        rig.hold(translate)
        threading.Event().wait(QUIET_SECONDS)  # pynput hears it on another thread
        rig.source.start(BINDINGS, edges)
        threading.Event().wait(HELD_SECONDS)
        edges.wait()
        rig.lift(translate)
        edges.wait()
        rig.tap(translate)
        edges.wait(*down_and_up(KeyAction.TRANSLATE))

    def test_nothing_is_reported_after_the_stop(self, rig: Rig) -> None:
        edges = Edges()
        rig.source.start(DICTATE_ONLY, edges)
        rig.source.stop()
        rig.tap(HOTKEY)
        edges.wait()
        assert not rig.source.is_down()

    def test_it_can_be_started_again(self, rig: Rig) -> None:
        first, second = Edges(), Edges()
        rig.source.start(DICTATE_ONLY, first)
        rig.source.stop()
        rig.source.start(DICTATE_ONLY, second)
        rig.tap(HOTKEY)
        second.wait(DOWN, UP)
        first.wait()


TAKEN = parse_hotkey("ctrl+alt+d")
"""Owned by another program in a crowded rig."""


class ExclusiveHotkeySourceContract:
    """For sources whose keys can be taken by another program. Each test gets a `crowded` rig."""

    def test_a_refused_key_costs_its_own_action_only(self, crowded: Rig) -> None:
        edges = Edges()
        for action in (KeyAction.REFINE, KeyAction.TRANSLATE, KeyAction.INSERT):
            refused = crowded.source.start({**BINDINGS, action: TAKEN}, edges)
            assert list(refused) == [action]
            assert "ctrl+alt+d is taken by another program" in refused[action].message
            crowded.tap(HOTKEY)
            edges.wait(DOWN, UP)
            crowded.tap(TAKEN)
            edges.wait(DOWN, UP)
            edges.seen.clear()

    def test_without_the_key_to_dictate_everything_stays_as_it_was(self, crowded: Rig) -> None:
        edges = Edges()
        crowded.source.start(BINDINGS, edges)
        with pytest.raises(HotkeyError, match=r"ctrl\+alt\+d is taken by another program"):
            crowded.source.start({KeyAction.DICTATE: TAKEN, KeyAction.REFINE: parse_hotkey("f8")}, Edges())
        for action in (KeyAction.DICTATE, KeyAction.REFINE, KeyAction.TRANSLATE):
            crowded.tap(BINDINGS[action])
            edges.wait(*down_and_up(action))
            edges.seen.clear()
        crowded.tap(parse_hotkey("f8"))
        edges.wait()

    def test_a_refused_first_start_leaves_no_key_taken(self, crowded: Rig) -> None:
        edges = Edges()
        with pytest.raises(HotkeyError):
            crowded.source.start({**BINDINGS, KeyAction.DICTATE: TAKEN}, edges)
        crowded.tap(BINDINGS[KeyAction.REFINE])
        edges.wait()
        assert not crowded.source.is_down()
        assert not crowded.source.start(BINDINGS, edges)
