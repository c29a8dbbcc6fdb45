"""A removal with a fake desktop around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.editor import FakeEditor
from tests.fakes.fields import FakeFields
from tests.fakes.focus import FakeFocus, window
from tests.fakes.keys import FakeKeys
from tests.fakes.touch import FakeTouch
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import Window
from v2m_desktop.output.take_back_plan import Insertion
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.removal import Removal, RemovalBounds

EDITOR, CHAT, TERMINAL = window(1), window(2), window(3, "XTerm")
WORDS = "Olá, señor. "
UNTOUCHED = "Before. " + WORDS
OLD = {"text/plain": b"selected before"}


@dataclass
class Rig:
    """A removal on a desktop with an editor in front, into which WORDS went after other text."""

    bot: QtBot
    parent: QObject
    has_primary: bool = True
    primary: FakeClipboard = field(default_factory=lambda: FakeClipboard(OLD))
    keys: FakeKeys = field(default_factory=FakeKeys)
    focus: FakeFocus = field(default_factory=lambda: FakeFocus(EDITOR))
    fields: FakeFields = field(default_factory=FakeFields)
    touch: FakeTouch = field(default_factory=FakeTouch)
    ends: list[tuple[DeliveryError | None, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        primary = self.primary if self.has_primary else None
        desktop = Desktop(FakeClipboard(), primary, self.keys, self.focus, fields=self.fields)
        self.editor = FakeEditor(self.keys, primary, "Before. ")
        self.editor.insert(WORDS)
        self.touch.arm([])
        self.removal = Removal(desktop, self.touch, self.parent)
        self.removal.bounds = RemovalBounds(keys_up=60, element=0.05, selection=0.05, content=60)
        self.removal.ended.connect(self.end)

    def end(self, error: DeliveryError | None, final: bool) -> None:
        self.ends.append((error, final))

    def remove(self, text: str = WORDS, where: Window | None = EDITOR, *, by_key: bool = True) -> str | None:
        """Why not, or None."""
        self.ends.clear()
        self.removal.begin(Insertion(SessionId(1), SensitiveText(text), where), by_key=by_key)
        self.bot.waitUntil(lambda: bool(self.ends))
        error, final = self.ends[0]
        assert final or error is not None
        return error.message if error is not None else None
