"""An inserted text taken back in a real window of another program, with real keys and hands."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt import exceptions
from pytestqt.qtbot import QtBot

from tests.desktop import keyboard, windows
from tests.desktop.other_program import OtherProgram
from tests.desktop.target_window import TargetWindow
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.settings import Delivery, TrailingSpace
from v2m_desktop.core.targets import ClipboardSnapshot
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.x11_focus import X11Focus
from v2m_desktop.os_integration.x11_hotkeys import X11Hotkeys
from v2m_desktop.os_integration.x11_keys import X11KeyInjector
from v2m_desktop.os_integration.x11_touch import X11Touch
from v2m_desktop.output.take_back_plan import Stage
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.take_back import TakeBack
from v2m_desktop.pipeline.take_record import ClosedTake

WORDS = "Olá, señora 👩\u200d💻👍🏽!\nx\u0302 + ❤\ufe0f = 25 €, 한국어."
SPOKEN = "um hello lady"
KEY = parse_hotkey("ctrl+alt+z")
TYPED = "You typed or clicked since the text was inserted, so it is not taken back."


class Takes(QObject):
    """As much of a controller as taking back needs."""

    changed = Signal()
    closed = Signal(object)
    state = SimpleNamespace(last_id=1)


@dataclass
class Rig:
    """Delivery and taking back on this desktop."""

    bot: QtBot
    parent: QObject
    keys: X11KeyInjector = field(default_factory=X11KeyInjector)
    focus: X11Focus = field(default_factory=X11Focus)
    touch: X11Touch = field(default_factory=X11Touch)
    hotkeys: X11Hotkeys = field(default_factory=X11Hotkeys)
    told: list[V2mError] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.boards = choose_clipboards(os.environ, "linux")
        desktop = Desktop(*self.boards, self.keys, self.focus)
        settings = Delivery(trailing_space=TrailingSpace.NEVER)
        self.delivery = DeliveryService(desktop, settings, self.parent)
        self.takes = Takes(self.parent)
        self.back = TakeBack(desktop, self.touch, self.delivery, self.takes, self.parent)  # type: ignore[arg-type]
        self.back.own_keys = lambda: [KEY]
        self.back.removal.key_down = self.delivery.key_down = self.hotkeys.is_down
        self.hotkeys.start({KeyAction.DICTATE: KEY}, lambda _edge: None)  # no other program sees this key
        self.back.notice.connect(self.told.append)

    def insert(self, text: str = WORDS, spoken: str = "") -> None:
        """A take, into the window in front."""
        words = SensitiveText(text)
        closed = (
            SessionId(1),
            TakeStage.DELIVERED,
            words,
            None,
            Timeline(requested=1),
            SensitiveText(spoken),
        )
        self.takes.closed.emit(ClosedTake(*closed))
        self.delivery.deliver(SessionId(1), words, self.focus.focused())
        self.settle(Stage.INSERTED)

    def settle(self, stage: Stage) -> None:
        try:
            self.bot.waitUntil(lambda: self.back.stage is stage and not self.delivery.busy)
        except exceptions.TimeoutError as error:
            raise AssertionError(f"{self.back.stage}, told was {self.told}") from error

    def press(self, stage: Stage) -> None:
        """The key, and what comes of it."""
        keyboard.tap(str(KEY))
        self.back.press()
        self.settle(stage)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    made = Rig(qtbot, parent)
    yield made
    made.hotkeys.stop()
    made.back.shut_down()
    made.delivery.settle_now()
    for board in made.boards:
        assert board is not None
        board.restore(ClipboardSnapshot({}))  # nothing for a program that would stay to keep
        board.close()
    for part in (made.keys, made.focus, made.touch):
        part.close()
    parent.deleteLater()


def type_text(text: str) -> None:
    subprocess.run(["xdotool", "type", "--", text], check=True, timeout=20)


def click(target: TargetWindow, x: int, y: int) -> None:
    place = ["mousemove", "--window", str(target.window), str(x), str(y)]
    subprocess.run(["xdotool", *place, "click", "1"], check=True, timeout=10)


def test_it_goes_comes_in_its_other_version_and_goes_again(rig: Rig) -> None:
    with TargetWindow() as target:
        type_text("Dear all, ")
        rig.insert(WORDS, SPOKEN)
        target.wait_text(lambda text: text == "Dear all, " + WORDS)
        rig.press(Stage.REMOVED)
        target.wait_text(lambda text: text == "Dear all, ")
        rig.press(Stage.INSERTED)
        target.wait_text(lambda text: text == "Dear all, " + SPOKEN)
        rig.press(Stage.REMOVED)
        target.wait_text(lambda text: text == "Dear all, ")
        rig.press(Stage.INSERTED)
        target.wait_text(lambda text: text == "Dear all, " + WORDS)
        assert rig.told == []
        assert rig.keys.modifiers_down() == frozenset()


def test_text_behind_it_stays(rig: Rig) -> None:
    with TargetWindow() as target:
        type_text("one two")
        keyboard.tap("ctrl+Left")
        rig.insert()
        target.wait_text(lambda text: text == f"one {WORDS}two")
        rig.press(Stage.REMOVED)
        target.wait_text(lambda text: text == "one two")


def test_a_long_text_goes_whole(rig: Rig) -> None:
    text = "palabra ñ\n" * 200 + "fin"
    with TargetWindow() as target:
        rig.insert(text)
        target.wait_text(lambda held: held == text)
        rig.press(Stage.REMOVED)
        target.wait_text(lambda held: held == "", 30)


@pytest.mark.parametrize("hands", ["x", "Left", "ctrl+Home", "Return"])
def test_after_a_key_it_stays(rig: Rig, hands: str) -> None:
    with TargetWindow() as target:
        rig.insert()
        target.wait_text(lambda text: text == WORDS)
        keyboard.tap(hands)
        kept = {"x": WORDS + "x", "Return": WORDS + "\n"}.get(hands, WORDS)
        rig.press(Stage.NOTHING)
        assert [error.message for error in rig.told] == [TYPED]
        keyboard.tap("F5")  # the window has done with all keys before this one
        target.wait_keys(lambda keys: "F5" in keys)
        assert "Backspace" not in target.keys
        assert target.text == kept


def test_after_a_click_it_stays(rig: Rig) -> None:
    with TargetWindow() as target:
        rig.insert()
        target.wait_text(lambda text: text == WORDS)
        click(target, 90, 20)
        rig.press(Stage.NOTHING)
        assert [error.message for error in rig.told] == [TYPED]
        assert target.text == WORDS


def test_another_window_loses_nothing(rig: Rig) -> None:
    with TargetWindow("--title", "first") as first:
        rig.insert()
        first.wait_text(lambda text: text == WORDS)
        with TargetWindow("--title", "second") as second:
            rig.press(Stage.NOTHING)
            assert [error.message for error in rig.told] == [
                "You changed to another window, so nothing was taken back."
            ]
            keyboard.tap("F5")
            second.wait_keys(lambda keys: "F5" in keys)
            assert "Backspace" not in second.keys
        assert first.text == WORDS


def test_asked_by_a_click_other_text_is_recognized_and_stays(rig: Rig) -> None:
    with TargetWindow() as target:
        rig.insert()
        type_text("more")
        target.wait_text(lambda text: text == WORDS + "more")
        rig.back.request()
        rig.settle(Stage.NOTHING)
        assert [error.message for error in rig.told] == [
            "The text there is not what was inserted, so nothing was taken back."
        ]
        keyboard.tap("x")
        target.wait_text(lambda text: text == WORDS + "morex")


def test_asked_by_a_click_the_text_goes(rig: Rig) -> None:
    with TargetWindow() as target:
        rig.insert()
        target.wait_text(lambda text: text == WORDS)
        click(target, 700, 400)  # below the text: the caret stays behind it
        rig.back.request()
        rig.settle(Stage.REMOVED)
        target.wait_text(lambda text: text == "")


def test_in_a_terminal_its_characters_are_erased(rig: Rig, tmp_path: Path) -> None:
    heard = tmp_path / "heard"
    command = ["xterm", "-title", "terminal", "-e", "sh", "-c", f"cat > {heard}"]
    with subprocess.Popen(command) as terminal:
        try:
            windows.wait_shown("terminal")
            type_text("one ")
            rig.insert("two señoras y tres niños, 25 €", "dos")
            rig.press(Stage.REMOVED)
            rig.press(Stage.INSERTED)
            keyboard.tap("Return")
            rig.bot.waitUntil(lambda: heard.read_text() == "one dos\n")
            rig.press(Stage.NOTHING)
            assert [error.message for error in rig.told] == [TYPED]
        finally:
            terminal.terminate()


def test_what_was_selected_elsewhere_comes_back(rig: Rig, qtbot: QtBot) -> None:
    with OtherProgram(qtbot, "primary") as other, TargetWindow() as target:
        other.copy({"text/plain": b"selected"})
        rig.insert()
        target.wait_text(lambda text: text == WORDS)
        rig.press(Stage.REMOVED)
        target.wait_text(lambda text: text == "")
        qtbot.waitUntil(lambda: other.read("text/plain") == b"selected")
