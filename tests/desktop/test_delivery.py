"""Delivery into a real window of another program, with real keys and the real clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import PNG
from tests.contracts.hotkey_source import DICTATE_ONLY, QUIET_SECONDS
from tests.desktop import keyboard
from tests.desktop.clipboard_history import ClipboardHistory
from tests.desktop.other_program import OtherProgram
from tests.desktop.target_window import TargetWindow
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, PasteChord, TrailingSpace
from v2m_desktop.core.targets import Chord, ClipboardSnapshot
from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.x11_focus import X11Focus
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys
from v2m_desktop.os_integration.x11_keyboard import connect, pressed_keycodes
from v2m_desktop.os_integration.x11_keys import X11KeyInjector
from v2m_desktop.output.paste_transaction import DeliveryBounds
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

OLD = {"text/plain": b"old"}
WORDS = "Hello, señora: 25 € “quoted” 👩\u200d💻."
CONTENTS = {
    "text": OLD,
    "image": {"image/png": PNG},
    "files": {"text/uri-list": b"file:///tmp/a%20b\r\nfile:///tmp/c\r\n"},
    "rich": {"text/plain": b"bold", "text/html": b"<b>bold</b>"},
}


@dataclass
class Rig:
    """The delivery service on this desktop."""

    bot: QtBot
    parent: QObject
    other: OtherProgram
    keys: X11KeyInjector = field(default_factory=X11KeyInjector)
    focus: X11Focus = field(default_factory=X11Focus)
    results: list[DeliveryResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        settings = Delivery(trailing_space=TrailingSpace.NEVER)
        self.boards = choose_clipboards(os.environ, sys.platform)
        self.service = DeliveryService(Desktop(*self.boards, self.keys, self.focus), settings, self.parent)
        self.service.finished.connect(lambda _session, result: self.results.append(result))

    def deliver(self, text: str = WORDS) -> None:
        """Into the window that has the focus now."""
        self.service.deliver(SessionId(1), SensitiveText(text), self.focus.focused())

    def settle(self) -> DeliveryResult:
        self.bot.waitUntil(lambda: not self.service.busy, timeout=20_000)
        return self.results[-1]


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    with OtherProgram(qtbot) as other:
        rig = Rig(qtbot, parent, other)
        yield rig
        rig.service.settle_now()
        rig.keys.close()
        rig.focus.close()
        for board in rig.boards:
            assert board is not None
            board.restore(ClipboardSnapshot({}))  # no keeper is needed
            board.close()
    parent.deleteLater()
    QGuiApplication.clipboard().clear()


@pytest.fixture
def layout() -> Iterator[None]:
    """The layout is put back after the test."""
    yield
    subprocess.run(["setxkbmap", "us"], check=True)


def assert_no_key_down() -> None:
    display = connect()
    try:
        assert pressed_keycodes(display) == frozenset()
    finally:
        display.close()


@pytest.mark.parametrize("kind", CONTENTS)
@pytest.mark.parametrize("busy", ["0", "0.6", "1.5"])
def test_text_arrives_exactly_and_the_old_clipboard_comes_back(rig: Rig, busy: str, kind: str) -> None:
    rig.other.copy(CONTENTS[kind])
    with TargetWindow("--busy", busy) as target:
        rig.deliver()
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert [text for _, text in target.texts] == [WORDS]
        assert {name: rig.other.read(name) for name in CONTENTS[kind]} == CONTENTS[kind]
    assert_no_key_down()


def test_twenty_texts_arrive_in_order_and_nothing_else(rig: Rig) -> None:
    rig.service.bounds = DeliveryBounds(quiet=0.05, eager_reader=0.1)
    rig.other.copy(OLD)
    with TargetWindow() as target:
        for number in range(20):
            rig.deliver(f"{number},")
        rig.settle()
        expected = "".join(f"{number}," for number in range(20))
        target.wait_text(lambda text: text == expected)
        assert rig.other.read("text/plain") == b"old"
    assert_no_key_down()


def test_a_long_text_arrives_whole(rig: Rig) -> None:
    text = "palabra ñ " * 40_000 + "fin"  # more than one X11 request holds
    with TargetWindow() as target:
        rig.deliver(text)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda held: held == text, 30)


@pytest.mark.parametrize("modifier", ["shift", "ctrl", "alt", "super"])
def test_with_a_modifier_held_the_text_comes_once_after_the_release(rig: Rig, modifier: str) -> None:
    rig.other.copy(OLD)
    with TargetWindow() as target:
        keyboard.hold(modifier)
        try:
            assert rig.keys.modifiers_down() == {modifier}
            rig.deliver()
            rig.bot.wait(700)
            assert target.text == ""
            assert rig.service.busy
        finally:
            keyboard.let_go(modifier)
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert [text for _, text in target.texts] == [WORDS]
    assert_no_key_down()


def test_a_modifier_held_for_ever_parks_the_text(rig: Rig) -> None:
    rig.other.copy(OLD)
    with TargetWindow() as target:
        keyboard.hold("shift")
        try:
            rig.deliver()
            assert rig.settle().outcome is Outcome.PARKED
        finally:
            keyboard.let_go("shift")
        keyboard.tap("x")
        target.wait_text(lambda text: text == "x")
        assert rig.other.read("text/plain") == b"old"


def test_the_chord_waits_until_the_grabbed_hotkey_is_up(rig: Rig) -> None:
    hotkeys = X11Hotkeys()
    hotkeys.start(DICTATE_ONLY, lambda _edge: None)
    rig.service.key_down = hotkeys.is_down
    try:
        with TargetWindow() as target:
            keyboard.hold()
            keyboard.let_go("ctrl+alt")  # the space bar is still down, and grabbed
            rig.deliver()
            rig.bot.wait(500)
            assert target.text == ""
            keyboard.let_go("space")
            assert rig.settle().outcome is Outcome.DELIVERED
            target.wait_text(lambda text: text == WORDS)
            assert "Space" not in target.keys
    finally:
        hotkeys.stop()
    assert_no_key_down()


def test_caps_lock_does_not_matter(rig: Rig) -> None:
    keyboard.tap("Caps_Lock")
    try:
        with TargetWindow() as target:
            rig.deliver()
            assert rig.settle().outcome is Outcome.DELIVERED
            target.wait_text(lambda text: text == WORDS)
    finally:
        keyboard.tap("Caps_Lock")


@pytest.mark.parametrize("options", [["de"], ["us", "dvorak"], ["ru,us"]], ids=" ".join)
def test_the_layout_does_not_matter(rig: Rig, layout: None, options: list[str]) -> None:
    with TargetWindow() as target:
        subprocess.run(["setxkbmap", *options], check=True)
        threading.Event().wait(QUIET_SECONDS)
        rig.deliver()
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)


def test_a_window_that_comes_to_the_front_stays_empty(rig: Rig) -> None:
    rig.other.copy(OLD)
    with TargetWindow("--title", "first") as first:
        start = rig.focus.focused()
        assert start is not None
        with TargetWindow("--title", "second") as second:
            rig.service.deliver(SessionId(1), SensitiveText(WORDS), start)
            assert rig.settle().outcome is Outcome.PARKED
            keyboard.tap("x")
            second.wait_text(lambda text: text == "x")
            assert first.text == ""
        assert rig.other.read("text/plain") == b"old"


def test_a_window_that_ignores_the_chord_leaves_the_text_on_the_clipboard(rig: Rig) -> None:
    rig.service.bounds = DeliveryBounds(read=0.8)
    rig.other.copy(OLD)
    with TargetWindow("--ignore-chord") as target:
        rig.deliver()
        assert rig.settle().outcome is Outcome.UNCONFIRMED
        assert rig.other.read("UTF8_STRING") == WORDS.encode()
        assert target.keys.count("V") == 1


def test_a_clipboard_history_is_not_taken_for_the_target(rig: Rig) -> None:
    rig.service.bounds = DeliveryBounds(read=1.5)
    rig.other.copy(OLD)
    with ClipboardHistory() as history, TargetWindow("--ignore-chord") as target:
        rig.deliver()
        assert rig.settle().outcome is Outcome.UNCONFIRMED
        assert WORDS in history.texts
        assert target.keys.count("V") == 1
        assert rig.other.read("UTF8_STRING") == WORDS.encode()


def test_a_slow_target_gets_its_words_beside_a_clipboard_history(rig: Rig) -> None:
    rig.other.copy(OLD)
    with ClipboardHistory() as history, TargetWindow("--busy", "1.5") as target:
        rig.deliver()
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert [text for _, text in target.texts] == [WORDS]
        assert WORDS in history.texts
        assert rig.other.read("text/plain") == b"old"


def test_beside_a_program_that_hangs_with_the_clipboard_the_text_arrives(rig: Rig) -> None:
    rig.other.copy(OLD)
    with TargetWindow() as target:
        rig.other.stop()
        ticks: list[float] = []
        clock = QTimer(rig.parent, interval=20)
        clock.timeout.connect(lambda: ticks.append(time.monotonic()))
        clock.start()
        rig.deliver()
        result = rig.settle()
        clock.stop()
        assert result.outcome is Outcome.DELIVERED
        assert result.error is not None
        assert result.error.message == "What the clipboard held before could not be kept."
        target.wait_text(lambda text: text == WORDS)
        assert rig.other.read("UTF8_STRING") == WORDS.encode()
    pauses = [after - before for before, after in pairwise(ticks)]
    assert max(pauses) < 4.5  # Qt would wait five seconds for each format


def test_what_the_user_copies_meanwhile_stays(rig: Rig) -> None:
    rig.other.copy(OLD)
    with TargetWindow("--busy", "1.5"):
        rig.deliver()
        rig.bot.waitUntil(lambda: rig.other.read("UTF8_STRING") == WORDS.encode())
        rig.other.copy({"text/plain": b"mine"})
        rig.settle()
        assert rig.other.read("text/plain") == b"mine"


def test_the_lent_clipboard_asks_histories_to_look_away(rig: Rig) -> None:
    with TargetWindow("--busy", "1.5"):
        rig.deliver()
        rig.bot.waitUntil(lambda: rig.other.read("x-kde-passwordManagerHint") == b"secret")
        rig.settle()
        assert rig.other.read("x-kde-passwordManagerHint") is None


def test_shift_insert_gives_the_selection_back(rig: Rig, qtbot: QtBot) -> None:
    rig.service.settings = Delivery(chord=PasteChord.SHIFT_INSERT, trailing_space=TrailingSpace.NEVER)
    rig.other.copy(OLD)
    with OtherProgram(qtbot, "primary") as selecting, TargetWindow() as target:
        selecting.copy({"text/plain": b"selected"})
        rig.deliver()
        assert rig.settle().outcome is Outcome.DELIVERED
        target.wait_text(lambda text: text == WORDS)
        assert selecting.read("text/plain") == b"selected"
        assert rig.other.read("text/plain") == b"old"


@pytest.mark.parametrize("chord", list(Chord))
def test_no_chord_leaves_a_key_down(rig: Rig, chord: Chord) -> None:
    with TargetWindow():
        rig.keys.send(chord)
        assert rig.keys.modifiers_down() == frozenset()
        assert_no_key_down()


def test_the_focused_window_is_described(rig: Rig, qtbot: QtBot) -> None:
    with TargetWindow("--title", "described") as target:
        found = rig.focus.focused()
        assert found is not None
        assert found.id == target.window
        assert found.application == "target.py"
        assert not found.ours
        x, y, width, height = found.geometry
        shown = subprocess.run(
            ["xwininfo", "-id", str(target.window)], capture_output=True, text=True, check=True
        ).stdout
        for figure in (f"Absolute upper-left X:  {x}", f"Absolute upper-left Y:  {y}"):
            assert figure in shown
        assert (width, height) == (760, 420)
