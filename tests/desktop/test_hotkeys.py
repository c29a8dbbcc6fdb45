"""Real keys: the hotkey contract on X11, and what a key grab promises beyond it."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.protocol.rq import Event

from tests.contracts.hotkey_source import (
    CANCEL,
    DOWN,
    HOTKEY,
    QUIET_SECONDS,
    UP,
    Edges,
    HotkeySourceContract,
    Rig,
)
from tests.desktop import keyboard
from tests.desktop.target_window import TargetWindow
from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import HotkeySource, KeyEdge
from v2m_desktop.os_integration import x11_hotkeys
from v2m_desktop.os_integration.pynput_hotkeys import PynputHotkeys
from v2m_desktop.os_integration.x11_grab import GrabThread
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys


def on_real_keys(source: HotkeySource) -> Iterator[Rig]:
    rig = Rig(source, keyboard.hold, keyboard.let_go, lambda: keyboard.tap("Escape"))
    yield rig
    keyboard.let_go()
    source.stop()


class TestX11Hotkeys(HotkeySourceContract):
    @pytest.fixture
    def rig(self) -> Iterator[Rig]:
        yield from on_real_keys(X11Hotkeys())


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
    hotkeys.start(HOTKEY, edges)
    hotkeys.grab_cancel(True)
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
    hotkeys.start(HOTKEY, edges)
    hotkeys.grab_cancel(True)
    keyboard.hold()
    edges.wait(DOWN)
    keyboard.tap("Escape")
    edges.wait(DOWN, *CANCEL)
    keyboard.let_go()
    edges.wait(DOWN, *CANCEL, UP)


def test_escape_is_given_back(hotkeys: X11Hotkeys) -> None:
    hotkeys.start(HOTKEY, Edges())
    hotkeys.grab_cancel(True)
    threading.Event().wait(QUIET_SECONDS)
    hotkeys.grab_cancel(False)
    threading.Event().wait(QUIET_SECONDS)
    with TargetWindow() as target:
        keyboard.tap("Escape")
        target.wait_keys(lambda keys: "Escape" in keys)


@pytest.mark.parametrize("lock", ["Caps_Lock", "Num_Lock"])
def test_lock_keys_do_not_matter(hotkeys: X11Hotkeys, lock: str) -> None:
    edges = Edges()
    hotkeys.start(HOTKEY, edges)
    press_and_expect(edges)
    keyboard.tap(lock)
    try:
        press_and_expect(edges)
    finally:
        keyboard.tap(lock)
    press_and_expect(edges)


def test_a_taken_hotkey_is_refused_by_its_name_and_the_old_one_stays(hotkeys: X11Hotkeys) -> None:
    other, mine = X11Hotkeys(), Edges()
    other.start(parse_hotkey("ctrl+alt+d"), Edges())
    try:
        hotkeys.start(HOTKEY, mine)
        with pytest.raises(HotkeyError, match=r"ctrl\+alt\+d is taken by another program"):
            hotkeys.start(parse_hotkey("ctrl+alt+d"), Edges())
        press_and_expect(mine)
    finally:
        other.stop()


def test_the_hotkey_can_be_changed_while_running(hotkeys: X11Hotkeys) -> None:
    old, new = Edges(), Edges()
    hotkeys.start(HOTKEY, old)
    hotkeys.start(parse_hotkey("f9"), new)
    keyboard.tap()
    press_and_expect(new, "F9")
    old.wait()


def test_a_key_that_is_not_there_is_named(hotkeys: X11Hotkeys) -> None:
    with pytest.raises(HotkeyError, match='no key "ж"'):
        hotkeys.start(parse_hotkey("ctrl+ж"), Edges())


def test_the_hotkey_follows_the_layout(hotkeys: X11Hotkeys, layout: None) -> None:
    edges = Edges()
    hotkeys.start(parse_hotkey("ctrl+alt+y"), edges)
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
    hotkeys.start(HOTKEY, edges)
    keyboard.tap()
    edges.wait(DOWN, UP)


@pytest.mark.expects_log("A hotkey was not taken up")
def test_a_sink_that_fails_does_not_end_the_hotkey(hotkeys: X11Hotkeys) -> None:
    edges = Edges()

    def sink(edge: KeyEdge) -> None:
        edges(edge)
        raise RuntimeError("the sink broke")

    hotkeys.start(HOTKEY, sink)
    press_and_expect(edges)
    press_and_expect(edges)
