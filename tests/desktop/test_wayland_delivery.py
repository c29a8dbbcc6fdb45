"""Delivery on a real Wayland compositor: data control, wtype, and the focus as sway tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import PNG
from tests.desktop.sway import Sway, sway  # noqa: F401
from tests.desktop.target_window import TargetWindow
from tests.desktop.wayland_program import WaylandProgram
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, TrailingSpace
from v2m_desktop.core.targets import Key
from v2m_desktop.os_integration.sway_focus import SwayFocus
from v2m_desktop.os_integration.target_choice import choose_focus_probe, choose_key_injector
from v2m_desktop.os_integration.wayland_clipboard import WaylandClipboard
from v2m_desktop.os_integration.wayland_keys import WaylandKeys
from v2m_desktop.os_integration.wayland_typist import WaylandTypist
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

WORDS = "Hello, señora: 25 € “quoted” 👩\u200d💻."
CONTENTS = {
    "image": {"image/png": PNG},
    "files": {"text/uri-list": b"file:///tmp/a%20b\r\nfile:///tmp/c\r\n"},
    "rich": {"text/plain": b"bold", "text/html": b"<b>bold</b>"},
}


class WaylandWindow(TargetWindow):
    """It knows by itself when it has the focus; no X server does."""

    def _wait_in_front(self) -> None:
        pass


@dataclass
class Rig:
    """The delivery service inside sway."""

    bot: QtBot
    sway: Sway
    other: WaylandProgram
    parent: QObject
    results: list[DeliveryResult] = field(default_factory=list)

    def __post_init__(self) -> None:
        environment = self.sway.environment
        keys = choose_key_injector(environment, "linux", Path(environment["XDG_RUNTIME_DIR"]))
        focus = choose_focus_probe(environment, "linux")
        assert isinstance(keys, WaylandKeys)
        assert isinstance(focus, SwayFocus)
        self.keys, self.focus = keys, focus
        self.boards = WaylandClipboard(environment), WaylandClipboard(environment, primary=True)
        self.service = DeliveryService(
            Desktop(*self.boards, keys, focus), Delivery(trailing_space=TrailingSpace.NEVER), self.parent
        )
        self.service.finished.connect(lambda _session, result: self.results.append(result))

    def target(self) -> TargetWindow:
        """A Qt program inside sway, not started yet."""
        target = WaylandWindow()
        place = [f"{name}={self.sway.environment[name]}" for name in ("WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")]
        target.program = ["env", *place, "QT_QPA_PLATFORM=wayland", *target.program]
        return target

    def focused_id(self) -> int:
        """0 where no window has the focus."""
        window = self.focus.focused()
        return 0 if window is None else window.id

    def deliver(self) -> DeliveryResult:
        """Into the window that has the focus."""
        self.service.deliver(SessionId(1), SensitiveText(WORDS), self.focus.focused())
        self.bot.waitUntil(lambda: not self.service.busy)
        self.bot.waitUntil(self.keys.sent)
        return self.results[-1]


@pytest.fixture
def rig(qtbot: QtBot, sway: Sway) -> Iterator[Rig]:  # noqa: F811
    parent = QObject()
    with WaylandProgram(qtbot, sway.environment) as other:
        rig = Rig(qtbot, sway, other, parent)
        yield rig
        rig.service.settle_now()
        rig.focus.close()
        for board in rig.boards:
            board.close()
    parent.deleteLater()


def test_text_arrives_and_the_old_clipboard_comes_back(rig: Rig) -> None:
    assert rig.keys.missing() is None
    assert [way.name for way in rig.keys.ways() if way.refusal is None] == ["wtype"]
    expected = ""
    with rig.target() as target:
        for content in CONTENTS.values():
            rig.other.copy(content)
            expected += WORDS
            assert rig.deliver().outcome is Outcome.DELIVERED
            assert target.wait_text(lambda text: len(text) >= len(expected)) == expected  # noqa: B023
            assert {name: rig.other.read(name) for name in content} == content


def test_sway_tells_the_focused_window(rig: Rig) -> None:
    assert rig.focus.focused() is None
    with rig.target() as first:
        before = rig.focus.focused()
        assert before is not None
        assert before.client is not None
        assert before.client.program.startswith("python")
        assert not before.ours
        with rig.target():
            rig.bot.waitUntil(lambda: rig.focused_id() not in (before.id, 0))
            rig.focus.activate(before)
            rig.bot.waitUntil(lambda: rig.focused_id() == before.id)
        rig.keys.press(Key.LEFT, 3)
        rig.bot.waitUntil(rig.keys.sent)
        first.wait_keys(lambda keys: keys == ["Left", "Left", "Left"])
    rig.bot.waitUntil(lambda: rig.focus.focused() is None)


def test_text_is_typed_and_taken_back(rig: Rig) -> None:
    typist = WaylandTypist(rig.sway.environment)
    with rig.target() as target:
        typist.begin(WORDS + "\nxyz")
        rig.bot.waitUntil(typist.step)
        typist.end()
        target.wait_text(lambda text: text == WORDS + "\nxyz")
        rig.keys.press(Key.LEFT, 4, shift=True)
        rig.keys.press(Key.BACKSPACE)
        rig.bot.waitUntil(rig.keys.sent)
        target.wait_text(lambda text: text == WORDS)


def test_typing_ends_in_its_midst_when_it_is_told_to(rig: Rig) -> None:
    typist = WaylandTypist(rig.sway.environment)
    with rig.target() as target:
        typist.begin("A" * 5000)
        assert not typist.step()
        rig.bot.waitUntil(lambda: target.text != "")
        typist.end()
        rig.keys.press(Key.ENTER)
        rig.bot.waitUntil(rig.keys.sent)
        assert target.wait_text(lambda text: text.endswith("\n")).count("A") < 5000
