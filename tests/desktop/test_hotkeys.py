"""Real keys: the hotkey contract on X11, and what a key grab promises beyond it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.protocol.rq import Event

from tests.contracts.hotkey_source import (
    BINDINGS,
    CANCEL,
    DICTATE_ONLY,
    DOWN,
    INSERT,
    QUIET_SECONDS,
    TAKEN,
    UP,
    Edges,
    ExclusiveHotkeySourceContract,
    HotkeySourceContract,
    Rig,
    down_and_up,
)
from tests.desktop import keyboard
from tests.desktop.target_window import TargetWindow
from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Hotkey, HotkeySource, KeyAction, KeyEdge
from v2m_desktop.os_integration import x11_hotkeys
from v2m_desktop.os_integration.pynput_hotkeys import PynputHotkeys
from v2m_desktop.os_integration.x11_grab import GrabThread
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys


def as_x_writes(hotkey: Hotkey) -> str:
    return str(hotkey).replace(hotkey.key, keysym_name(hotkey.key))


def keysym_name(key: str) -> str:
    return key.upper() if key[1:].isdigit() else key


def on_real_keys(source: HotkeySource) -> Iterator[Rig]:
    pressed: set[str] = set()

    def hold(hotkey: Hotkey) -> None:
        pressed.add(as_x_writes(hotkey))
        keyboard.hold(as_x_writes(hotkey))

    def lift(hotkey: Hotkey) -> None:
        pressed.discard(as_x_writes(hotkey))
        keyboard.let_go(as_x_writes(hotkey))

    yield Rig(source, hold, lift, lambda: keyboard.tap("Escape"))
    for keys in pressed:
        keyboard.let_go(keys)
    source.stop()


class TestX11Hotkeys(HotkeySourceContract, ExclusiveHotkeySourceContract):
    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        yield from on_real_keys(X11Hotkeys())

    @pytest.fixture
    def crowded(self) -> Iterator[Rig]:
        other = X11Hotkeys()
        other.start({KeyAction.DICTATE: TAKEN}, lambda _: None)
        yield from on_real_keys(X11Hotkeys())
        other.stop()


@pytest.mark.keeps_threads
class TestPynputHotkeys(HotkeySourceContract):
    """The back end of Windows and macOS, which works on X11 as well.

    There pynput's own thread ends with the next key only (pynput 1.8).
    """

    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        yield from on_real_keys(PynputHotkeys())


@pytest.fixture
def hotkeys() -> Iterator[X11Hotkeys]:
    source = X11Hotkeys()
    yield source
    source.stop()


@pytest.fixture
def layout() -> Iterator[None]:
    """The layout is put back after the test."""
    yield
    subprocess.run(["setxkbmap", "us"], check=True)


def press_and_expect(edges: Edges, keys: str = keyboard.HOTKEY) -> None:
    keyboard.tap(keys)
    edges.wait(DOWN, UP)
    edges.seen.clear()


def test_the_window_in_front_sees_neither_the_hotkey_nor_escape(hotkeys: X11Hotkeys) -> None:
    edges = Edges()
    hotkeys.start(DICTATE_ONLY, edges)
    hotkeys.grab(KeyAction.CANCEL, True)
    with TargetWindow() as target:
        keyboard.hold()
        threading.Event().wait(0.8)  # long enough for auto-repeat
        keyboard.let_go()
        edges.wait(DOWN, UP)
        keyboard.tap("Escape")
        edges.wait(DOWN, UP, *CANCEL)
        keyboard.tap("x")
        target.wait_text(lambda text: text == "x")
        assert not {"Space", "Escape"} & set(target.keys)
        assert "X" in target.keys


def test_escape_cancels_while_the_hotkey_is_held(hotkeys: X11Hotkeys) -> None:
    edges = Edges()
    hotkeys.start(DICTATE_ONLY, edges)
    hotkeys.grab(KeyAction.CANCEL, True)
    keyboard.hold()
    edges.wait(DOWN)
    keyboard.tap("Escape")
    edges.wait(DOWN, *CANCEL)
    keyboard.let_go()
    edges.wait(DOWN, *CANCEL, UP)


def test_escape_is_given_back(hotkeys: X11Hotkeys) -> None:
    hotkeys.start(DICTATE_ONLY, Edges())
    hotkeys.grab(KeyAction.CANCEL, True)
    threading.Event().wait(QUIET_SECONDS)
    hotkeys.grab(KeyAction.CANCEL, False)
    threading.Event().wait(QUIET_SECONDS)
    with TargetWindow() as target:
        keyboard.tap("Escape")
        target.wait_keys(lambda keys: "Escape" in keys)


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_lock_keys_do_not_matter(hotkeys: X11Hotkeys, lock: str) -> None:
    edges = Edges()
    hotkeys.start(DICTATE_ONLY, edges)
    press_and_expect(edges)
    keyboard.tap(lock)
    try:
        press_and_expect(edges)
    finally:
        keyboard.tap(lock)
    press_and_expect(edges)


def test_a_change_of_the_hotkey_has_a_sink_of_its_own(hotkeys: X11Hotkeys) -> None:
    old, new = Edges(), Edges()
    hotkeys.start(DICTATE_ONLY, old)
    hotkeys.start({KeyAction.DICTATE: parse_hotkey("f9")}, new)
    keyboard.tap()
    press_and_expect(new, "F9")
    old.wait()


def test_what_is_not_ours_any_more_can_be_had_by_others(hotkeys: X11Hotkeys) -> None:
    hotkeys.start(BINDINGS, Edges())
    hotkeys.start(DICTATE_ONLY, Edges())
    other, theirs = X11Hotkeys(), Edges()
    try:
        freed = {KeyAction.DICTATE: BINDINGS[KeyAction.REFINE], KeyAction.REFINE: parse_hotkey("f9")}
        assert not other.start(freed, theirs)
        press_and_expect(theirs, "ctrl+shift+space")
    finally:
        other.stop()


def test_the_window_in_front_has_the_key_to_insert_until_it_is_asked_for(hotkeys: X11Hotkeys) -> None:
    edges = Edges()
    hotkeys.start(BINDINGS, edges)
    with TargetWindow() as target:
        keyboard.tap("F9")
        target.wait_keys(lambda keys: list(keys).count("F9") == 1)
        hotkeys.grab(KeyAction.INSERT, True)
        threading.Event().wait(QUIET_SECONDS)
        keyboard.tap("F9")
        edges.wait(*INSERT)
        hotkeys.grab(KeyAction.INSERT, False)
        threading.Event().wait(QUIET_SECONDS)
        keyboard.tap("F9")
        target.wait_keys(lambda keys: list(keys).count("F9") == 2)
    edges.wait(*INSERT)


@pytest.mark.expects_log("f9 is taken by another program")
def test_a_key_to_insert_that_was_lost_meanwhile_costs_nothing_else(hotkeys: X11Hotkeys) -> None:
    edges = Edges()
    hotkeys.start(BINDINGS, edges)
    other, theirs = X11Hotkeys(), Edges()
    try:
        other.start({KeyAction.DICTATE: BINDINGS[KeyAction.INSERT]}, theirs)
        hotkeys.grab(KeyAction.INSERT, True)
        threading.Event().wait(QUIET_SECONDS)
        press_and_expect(theirs, "F9")
        press_and_expect(edges)
    finally:
        other.stop()


def test_two_names_of_one_key_are_one_hotkey(hotkeys: X11Hotkeys) -> None:
    bindings = {KeyAction.DICTATE: parse_hotkey("ctrl+1"), KeyAction.REFINE: parse_hotkey("ctrl+!")}
    refused = hotkeys.start(bindings, Edges())
    assert list(refused) == [KeyAction.REFINE]
    assert refused[KeyAction.REFINE].message.startswith("On this keyboard ctrl+! is the same")


@pytest.mark.parametrize("first", ["ctrl", "space"])
def test_modifiers_may_be_let_go_before_the_key_or_after_it(hotkeys: X11Hotkeys, first: str) -> None:
    edges = Edges()
    hotkeys.start(BINDINGS, edges)
    keyboard.hold()
    edges.wait(DOWN)
    keyboard.let_go(first)
    threading.Event().wait(0.8)  # long enough for auto-repeat
    keyboard.let_go()
    edges.wait(DOWN, UP)


def test_a_key_that_is_not_there_is_named(hotkeys: X11Hotkeys) -> None:
    with pytest.raises(HotkeyError, match='no key "ж"'):
        hotkeys.start({KeyAction.DICTATE: parse_hotkey("ctrl+ж")}, Edges())


def test_keys_may_change_places_with_the_layout(hotkeys: X11Hotkeys, layout: None) -> None:
    edges = Edges()
    both = {KeyAction.DICTATE: parse_hotkey("ctrl+alt+y"), KeyAction.REFINE: parse_hotkey("ctrl+alt+z")}
    hotkeys.start(both, edges)
    subprocess.run(["setxkbmap", "de"], check=True)
    threading.Event().wait(QUIET_SECONDS)
    keyboard.tap("ctrl+alt+z")
    edges.wait(*down_and_up(KeyAction.REFINE))
    edges.seen.clear()
    press_and_expect(edges, "ctrl+alt+y")


def test_the_hotkey_follows_the_layout(hotkeys: X11Hotkeys, layout: None) -> None:
    edges = Edges()
    hotkeys.start({KeyAction.DICTATE: parse_hotkey("ctrl+alt+y")}, edges)
    press_and_expect(edges, "ctrl+alt+y")
    subprocess.run(["setxkbmap", "de"], check=True)  # y and z change places
    threading.Event().wait(QUIET_SECONDS)
    press_and_expect(edges, "ctrl+alt+y")
    keyboard.tap("ctrl+alt+z")
    edges.wait()


def test_a_lost_release_ends_the_press(hotkeys: X11Hotkeys, monkeypatch: pytest.MonkeyPatch) -> None:
    class Deaf(GrabThread):
        def _handle(self, event: Event) -> None:
            if event.type != X.KeyRelease:
                super()._handle(event)

    monkeypatch.setattr(x11_hotkeys, "GrabThread", Deaf)
    edges = Edges()
    hotkeys.start(DICTATE_ONLY, edges)
    keyboard.tap()
    edges.wait(DOWN, UP)


@pytest.mark.expects_log("A hotkey was not taken up")
def test_a_sink_that_fails_does_not_end_the_hotkey(hotkeys: X11Hotkeys) -> None:
    edges = Edges()

    def sink(edge: KeyEdge) -> None:
        edges(edge)
        raise RuntimeError("the sink broke")

    hotkeys.start(DICTATE_ONLY, sink)
    press_and_expect(edges)
    press_and_expect(edges)
