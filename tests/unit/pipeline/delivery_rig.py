"""A delivery service with a whole fake desktop around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import FakeClipboard
from tests.fakes.fields import FakeFields
from tests.fakes.focus import FakeFocus, window
from tests.fakes.keys import FakeKeys
from tests.fakes.text_command import FakeTextCommand
from tests.fakes.typist import FakeTypist
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery
from v2m_desktop.core.targets import Client, Field, Window
from v2m_desktop.output.paste_transaction import DeliveryBounds
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

OLD = {"text/plain": b"old", "image/png": b"\x89PNG"}
EDITOR, CHAT, TERMINAL = window(1), window(2), window(3, "XTerm")
PATIENT = DeliveryBounds(keys_up=60, before_chord=0.03, quiet=0.02, eager_reader=0.04, read=60)
"""For what must happen before them, however slow the machine is."""
SHORT = replace(PATIENT, keys_up=0.3, read=0.3)
"""For what must not happen, or not in time."""


@dataclass
class Rig:
    """A delivery service with a whole fake desktop around it."""

    bot: QtBot
    parent: QObject
    settings: Delivery = field(default_factory=Delivery)
    clipboard: FakeClipboard = field(default_factory=lambda: FakeClipboard(OLD))
    primary: FakeClipboard = field(default_factory=lambda: FakeClipboard({"text/plain": b"selected"}))
    keys: FakeKeys = field(default_factory=FakeKeys)
    focus: FakeFocus = field(default_factory=lambda: FakeFocus(EDITOR))
    typist: FakeTypist = field(default_factory=FakeTypist)
    fields: FakeFields = field(default_factory=FakeFields)
    command: FakeTextCommand = field(default_factory=FakeTextCommand)
    results: list[tuple[int, DeliveryResult]] = field(default_factory=list)
    pasted: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.keys.on_chord = self.paste
        self.service = DeliveryService(
            Desktop(
                self.clipboard,
                self.primary,
                self.keys,
                self.focus,
                self.typist,
                self.fields,
                self.command,
            ),
            self.settings,
            self.parent,
        )
        self.service.bounds = PATIENT
        self.service.finished.connect(lambda session, result: self.results.append((session, result)))

    def paste(self, reader: Client | None = None) -> None:
        """What an editor does on the chord. `reader`: where the system tells who that is."""
        self.pasted.append(self.clipboard.take(reader))

    def pasting_then(self, then: Callable[[], object]) -> Callable[[], None]:
        """An editor that pastes on the chord, and `then` something happens."""

        def paste() -> None:
            self.paste()
            then()

        return paste

    def deliver(
        self,
        text: str = "hello",
        target: Window | None = EDITOR,
        session: int = 1,
        field: Field | None = None,
    ) -> None:
        self.service.deliver(SessionId(session), SensitiveText(text), target, field)

    def settle(self) -> DeliveryResult:
        """Wait until nothing is under way; the last result."""
        self.bot.waitUntil(lambda: not self.service.busy, timeout=5000)
        return self.results[-1][1]
