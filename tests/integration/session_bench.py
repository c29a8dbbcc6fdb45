"""A whole session on real threads: only microphone, model and language model are fakes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.fakes.audio_source import FakeAudioSource
from tests.fakes.clock import FakeClock
from tests.fakes.fields import FakeFields
from tests.fakes.focus import FakeFocus
from tests.fakes.recognizer import FakeRecognizer
from tests.fakes.rewriter import FakeRewriter, edit
from tests.patience import PATIENCE_S
from tests.unit.audio.speech import silence
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import AudioDevice, Samples
from v2m_desktop.core.errors import RewriteError
from v2m_desktop.core.recognition import ModelChoice, Recognizer
from v2m_desktop.core.resources import resource
from v2m_desktop.core.rewriting import Action, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, ModelState, SessionId
from v2m_desktop.core.settings import Delivery, DeliveryMethod, Rewriting, Settings
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.os_integration.null_focus import NullFocus
from v2m_desktop.os_integration.null_keys import NullKeyInjector
from v2m_desktop.os_integration.qt_clipboard import QtClipboard
from v2m_desktop.pipeline.capture_service import CaptureService
from v2m_desktop.pipeline.capture_worker import CaptureWorker
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.field_guard import FieldGuard
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.rewrite_service import RewriteService
from v2m_desktop.pipeline.take_record import ClosedTake
from v2m_desktop.storage.leftover import LeftoverTake
from v2m_desktop.storage.spool import Spool

DEVICE = AudioDevice("Fake microphone", 0, 16_000, 1, "Fake", True)


class Rewriters:
    """Makes a rewriter for each call, as the app does. `hang`: it answers when it is closed, or never.

    `refuse`: there is nobody to be made.
    """

    def __init__(self) -> None:
        self.made: list[FakeRewriter] = []
        self.answer: Callable[[RewriteRequest], str] = edit
        self.failure: RewriteError | None = None
        self.refuse: RewriteError | None = None
        self.hang = self.deaf = False

    def make(self, _settings: Rewriting) -> FakeRewriter:
        if self.refuse is not None:
            raise self.refuse
        rewriter = FakeRewriter(self.answer)
        rewriter.deaf = self.deaf
        if self.failure is not None:
            rewriter.failures.append(self.failure)
        if self.hang:
            rewriter.hold()
        self.made.append(rewriter)
        return rewriter

    @property
    def asked(self) -> list[RewriteRequest]:
        return [request for rewriter in self.made for request in rewriter.requests]


class NotingDelivery(DeliveryService):
    """Remembers for which field each text was."""

    told: list[Field | None]

    def deliver(
        self, session: SessionId, text: SensitiveText, target: Window | None, field: Field | None = None
    ) -> None:
        self.told.append(field)
        super().deliver(session, text, target, field)


@dataclass
class Session:
    """Everything between hotkey and clipboard."""

    source: FakeAudioSource
    recognizer: FakeRecognizer
    rewriters: Rewriters
    spool: Spool
    qtbot: QtBot
    capture: CaptureService
    recognition: RecognitionService
    rewriting: RewriteService
    delivery: NotingDelivery
    controller: Controller
    focus: FakeFocus
    fields: FakeFields
    closed: list[ClosedTake] = field(default_factory=list)

    def wait(self, condition: Callable[[], object], milliseconds: int = 10_000) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=milliseconds)

    def say(self, samples: Samples) -> None:
        for start in range(0, len(samples), 320):
            self.source.say(samples[start : start + 320])

    def leftovers(self) -> list[LeftoverTake]:
        """Recordings that are kept, once the capture thread has let go of them."""
        self.wait(self.spool.leftovers)
        return self.spool.leftovers()

    def take(self, samples: Samples, action: Action | None = None) -> ClosedTake:
        """One whole take."""
        before = len(self.closed)
        self.record(samples, action)
        self.wait(lambda: len(self.closed) > before)
        return self.closed[-1]

    def record(self, samples: Samples, action: Action | None = None) -> None:
        """Speak, and say that it is all."""
        self.controller.start(action=action)
        self.wait(lambda: self.source.is_open)
        self.say(samples)
        self.wait(lambda: self.controller.state.capture is CaptureState.LISTENING)
        self.wait(lambda: not self.source.read_pending)
        self.controller.stop()


@pytest.fixture
def session(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    with session_in(tmp_path, qtbot) as made:
        yield made


@contextmanager
def session_in(
    folder: Path, qtbot: QtBot, real: Recognizer | None = None, spool: Spool | None = None
) -> Iterator[Session]:
    """A session whose model is ready; `real` takes the place of the fake. All threads end in time."""
    settings, recognizer = Settings(), FakeRecognizer()
    source, spool = FakeAudioSource(DEVICE), spool or Spool(folder / "spool")

    def worker() -> CaptureWorker:
        # Time stands still for it: no stream dies because the machine is slow.
        return CaptureWorker(
            lambda: source,
            lambda chosen: SpeechDetector(chosen.voice.sensitivity),
            spool,
            settings,
            FakeClock(),
        )

    capture, recognition = CaptureService(worker), RecognitionService(real or recognizer)
    delivery = NotingDelivery(
        Desktop(QtClipboard(), None, NullKeyInjector(), NullFocus()), Delivery(method=DeliveryMethod.COPY)
    )
    delivery.told = []
    rewriters = Rewriters()
    rewriting = RewriteService(Rewriting(), rewriters.make)
    focus, fields = FakeFocus(), FakeFields()
    guard = FieldGuard(focus, fields)
    controller = Controller(capture, recognition, rewriting, delivery, guard)
    room = QTimer(interval=20)  # a real microphone always hears something, if only the room
    room.timeout.connect(lambda: source.say(silence(0.02)))
    room.start()
    made = Session(
        source, recognizer, rewriters, spool, qtbot, capture, recognition, rewriting, delivery, controller,
        focus, fields,
    )  # fmt: skip
    controller.closed.connect(made.closed.append)
    capture.prepare()
    recognition.load(ModelChoice("demo", resource("models/demo")))
    made.wait(lambda: recognition.model_state is ModelState.READY)
    yield made
    guard.close()
    rewriting.close()
    recognizer.gate.set()
    assert capture.shut_down(PATIENCE_S)
    assert recognition.shut_down(PATIENCE_S)
    room.stop()
