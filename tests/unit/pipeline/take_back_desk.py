"""Take-back with a whole fake desktop around it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.editor import FakeEditor
from tests.fakes.focus import FakeFocus, window
from tests.fakes.keys import FakeKeys
from tests.fakes.touch import FakeTouch
from v2m_desktop.core.errors import DeliveryError, V2mError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.targets import Window
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.output.take_back_plan import Stage
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.removal import RemovalBounds
from v2m_desktop.pipeline.take_back import TakeBack
from v2m_desktop.pipeline.take_record import ClosedTake

EDITOR, TERMINAL = window(1), window(3, "XTerm")
KEY, LETTER = parse_hotkey("ctrl+alt+z"), parse_hotkey("ctrl+a")


class Takes(QObject):
    """As much of a controller as this needs."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = SimpleNamespace(last_id=0)

    def begin(self, number: int) -> None:
        self.state.last_id = number
        self.changed.emit()


class Deliveries(QObject):
    """As much of a delivery service: inserts into an editor at once, with a space behind."""

    finished = Signal(int, object)

    def __init__(self, editor: FakeEditor) -> None:
        super().__init__()
        self.busy = False
        self.held_up: Callable[[], bool] = lambda: True
        self.editor = editor
        self.outcome = Outcome.DELIVERED
        self.error: DeliveryError | None = None
        self.asked: list[tuple[int, str, Window | None]] = []

    def deliver(self, session: SessionId, text: SensitiveText, target: Window | None) -> None:
        self.asked.append((session, text.reveal(), target))
        inserted = None
        if self.outcome is Outcome.DELIVERED:
            inserted = SensitiveText(text.reveal() + " ")
            self.editor.insert(inserted.reveal())
        self.finished.emit(session, DeliveryResult(self.outcome, self.error, 1, inserted, target or EDITOR))


class Desk:
    """An editor that takes are inserted into."""

    def __init__(self, bot: QtBot) -> None:
        self.bot, self.parent = bot, QObject()
        self.keys, self.touch, self.focus = FakeKeys(), FakeTouch(), FakeFocus(EDITOR)
        primary = FakeClipboard()
        self.editor = FakeEditor(self.keys, primary)
        self.takes, self.deliveries = Takes(), Deliveries(self.editor)
        desktop = Desktop(FakeClipboard(), primary, self.keys, self.focus)
        self.back = TakeBack(
            desktop,
            self.touch,
            self.deliveries,  # type: ignore[arg-type]
            self.takes,  # type: ignore[arg-type]
            self.parent,
        )
        self.back.own_keys = lambda: [KEY]
        self.back.removal.bounds = RemovalBounds(keys_up=60, element=0.05, selection=0.05, content=60)
        self.told: list[V2mError] = []
        self.changes = 0
        self.back.notice.connect(self.told.append)
        self.back.changed.connect(self._count)

    def go_to(self, front: Window) -> None:
        self.focus.front = front

    def _count(self) -> None:
        self.changes += 1

    def take(self, text: str, spoken: str = "", number: int = 1) -> None:
        """A take from its beginning to its insertion."""
        self.takes.begin(number)
        session, words = SessionId(number), SensitiveText(text)
        closed = (session, TakeStage.DELIVERED, words, None, Timeline(requested=1), SensitiveText(spoken))
        self.takes.closed.emit(ClosedTake(*closed))
        self.deliveries.deliver(session, words, EDITOR)

    def press(self) -> str:
        """The key; what the editor holds then."""
        self.touch.press(KEY)
        self.back.press()
        self.settle()
        return self.editor.text

    def settle(self) -> None:
        self.bot.waitUntil(lambda: self.back.stage not in (Stage.REMOVING, Stage.INSERTING))

    @property
    def sentences(self) -> list[str]:
        return [error.message for error in self.told]
