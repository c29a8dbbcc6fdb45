"""Capture on its own QThread: the GUI's side of it, and the values that cross over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThread, Signal

from v2m_desktop.audio.hands_free import HandsFreeState
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage

if TYPE_CHECKING:
    from v2m_desktop.pipeline.capture_worker import CaptureWorker


@dataclass(frozen=True, slots=True)
class CaptureProgress:
    """What the microphone hears now."""

    session: SessionId
    seconds: float
    level_dbfs: float
    speech: bool
    probability: float
    hold: HandsFreeState = HandsFreeState.ACTIVE


@dataclass(frozen=True, slots=True)
class CaptureEnd:
    """How a recording ended. `speech_ended_ns` is perf_counter_ns of the last speech heard, 0 for none."""

    seconds: float
    segments: int
    speech_ended_ns: int
    error: V2mError | None = None


class CaptureService(QObject):
    """Owns the capture thread. Every method queues a command there and returns at once.

    `open_segment` carries what is being spoken, never in a pause; `paused` the segment that will be closed
    with just these samples if nobody speaks on: then `segment_closed` brings the same number and end.
    """

    first_block = Signal(int, object)
    failed = Signal(int, object)
    segment_closed = Signal(int, object)
    open_segment = Signal(int, object)
    paused = Signal(int, object)
    progressed = Signal(object)
    ended = Signal(int, object)
    notice = Signal(object)
    microphone = Signal(bool, str)
    recordings_changed = Signal()

    _begin = Signal(int)
    _finish = Signal(int, bool)
    _abort = Signal(int)
    _hold_key = Signal(bool)
    _settle = Signal(int, object)
    _keep_text = Signal(int, object)
    _keep_rewritten = Signal(int, object)
    _fetched = Signal(int)
    _configure = Signal(object)
    _prepare = Signal()
    _shut_down = Signal()

    def __init__(self, make_worker: Callable[[], CaptureWorker], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = QThread(self)
        self._thread.setObjectName("capture")
        self._worker = worker = make_worker()
        worker.moveToThread(self._thread)
        for command, slot in (
            (self._begin, worker.begin),
            (self._finish, worker.finish),
            (self._abort, worker.abort),
            (self._hold_key, worker.hold_key),
            (self._settle, worker.settle),
            (self._keep_text, worker.keep_text),
            (self._keep_rewritten, worker.keep_rewritten),
            (self._fetched, worker.fetched),
            (self._configure, worker.configure),
            (self._prepare, worker.prepare),
            (self._shut_down, worker.shut_down),
        ):
            command.connect(slot, Qt.ConnectionType.QueuedConnection)
        for report, signal in (
            (worker.first_block, self.first_block),
            (worker.failed, self.failed),
            (worker.segment_closed, self.segment_closed),
            (worker.open_segment, self.open_segment),
            (worker.paused, self.paused),
            (worker.progressed, self.progressed),
            (worker.ended, self.ended),
            (worker.notice, self.notice),
            (worker.microphone, self.microphone),
            (worker.recordings_changed, self.recordings_changed),
        ):
            report.connect(signal, Qt.ConnectionType.QueuedConnection)
        self._thread.start()

    def prepare(self) -> None:
        """Load what the first take needs, before it is asked for."""
        self._prepare.emit()

    def begin(self, session: SessionId) -> None:
        self._begin.emit(session)

    def finish(self, session: SessionId, *, at_once: bool) -> None:
        self._finish.emit(session, at_once)

    def abort(self, session: SessionId) -> None:
        self._abort.emit(session)

    def hold_key(self, held: bool) -> None:
        """The dictation hotkey went down or up: while it is held, no silence ends a take."""
        self._hold_key.emit(held)

    def settle(self, session: SessionId, stage: TakeStage) -> None:
        """The take is over: its recording goes or stays, depending on `stage`."""
        self._settle.emit(session, stage)

    def keep_text(self, session: SessionId, text: SensitiveText) -> None:
        """Keep the words beside the recording until they are delivered."""
        self._keep_text.emit(session, text)

    def keep_rewritten(self, session: SessionId, text: SensitiveText) -> None:
        """Keep what was made of the words as well."""
        self._keep_rewritten.emit(session, text)

    def fetched(self, session: SessionId) -> None:
        """The user took the words of a parked take: its recording is no longer needed."""
        self._fetched.emit(session)

    def configure(self, settings: object) -> None:
        """New settings; a running take keeps those it began with."""
        self._configure.emit(settings)

    def shut_down(self, deadline: float) -> bool:
        """End the thread; False if it did not end within `deadline` seconds."""
        self._shut_down.emit()
        return self._thread.wait(round(deadline * 1000))
