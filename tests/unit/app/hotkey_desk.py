"""A hotkey bridge between fake keys and a controller of the test."""

from __future__ import annotations

from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.fakes.hotkeys import FakeHotkeys
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import Hotkey, KeyAction
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import CaptureState
from v2m_desktop.core.settings import Activation, Hotkeys

DICTATE, REFINE, TRANSLATE = "ctrl+alt+d", "ctrl+alt+r", "ctrl+alt+t"
INSERT, TAKE_BACK = "ctrl+alt+i", "ctrl+alt+b"
SETTINGS = Hotkeys(
    dictate=DICTATE,
    refine=REFINE,
    translate=TRANSLATE,
    insert=INSERT,
    take_back=TAKE_BACK,
    activation=Activation.TAP_OR_HOLD,
    hold_ms=150,
)
HELD_MS = 250
"""Longer than a tap."""


class Takes(QObject):
    """As much of a controller as hotkeys need: it listens from start to stop."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.state = SimpleNamespace(capture=CaptureState.IDLE, start_queued=False)
        self.rewriting = False
        self.commands: list[object] = []

    def start(self, at_ns: int, action: Action | None = None) -> None:
        assert at_ns
        self._obey(action, CaptureState.LISTENING)

    def stop(self, at_ns: int) -> None:
        assert at_ns
        self._obey("stop", CaptureState.IDLE)

    def cancel(self) -> None:
        self._obey("cancel", CaptureState.IDLE)

    def rewrite(self, rewriting: bool) -> None:
        self.rewriting = rewriting
        self.changed.emit()

    def _obey(self, command: object, capture: CaptureState) -> None:
        self.commands.append(command)
        self.state.capture = capture
        self.changed.emit()


class Desk:
    """A bridge between fake keys and a controller of the test. Its keys are taken with rewriting."""

    def __init__(self, qtbot: QtBot, *taken: str) -> None:
        self.qtbot = qtbot
        self.keys = FakeHotkeys(*map(parse_hotkey, taken))
        self.takes = Takes()
        self.bridge = HotkeyBridge(self.keys, self.takes, SETTINGS)  # type: ignore[arg-type]
        self.changes = 0
        self.inserts = self.taken_back = 0
        self.bridge.changed.connect(self.count_change)
        self.bridge.insert_requested.connect(self.count_insert)
        self.bridge.take_back_requested.connect(self.count_taken_back)

    def count_change(self) -> None:
        self.changes += 1

    def count_insert(self) -> None:
        self.inserts += 1

    def count_taken_back(self) -> None:
        self.taken_back += 1

    def configure(self, rewriting: bool = True, /, **settings: object) -> str | None:
        error = self.bridge.configure(SETTINGS.model_copy(update=settings), rewriting=rewriting)
        return error.message if error else None

    def settle(self, milliseconds: int = 10) -> None:
        """Edges are queued, and so are grabs."""
        self.qtbot.wait(milliseconds)

    def tap(self, action: KeyAction) -> None:
        self.keys.tap(action)
        self.settle()


def bound(**keys: str) -> dict[KeyAction, Hotkey]:
    return {KeyAction[name.upper()]: parse_hotkey(key) for name, key in keys.items()}


TEXT_KEYS = bound(insert=INSERT, take_back=TAKE_BACK)
ALL = bound(dictate=DICTATE, refine=REFINE, translate=TRANSLATE) | TEXT_KEYS
