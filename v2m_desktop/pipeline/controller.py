"""The session controller: feeds the pure reducer with events and carries out its effects.

It lives in the GUI thread and is the only owner of session state; everything else sends it commands.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.core.audio import Segment
from v2m_desktop.core.errors import DeliveryError, V2mError
from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage, Transcript
from v2m_desktop.core.targets import Field
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline import events as ev
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureService
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.delivery_stage import stage_of
from v2m_desktop.pipeline.field_guard import FieldGuard
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.reducer import reduce
from v2m_desktop.pipeline.rewrite_service import RewriteService
from v2m_desktop.pipeline.stage_watch import StageWatch
from v2m_desktop.pipeline.state import State
from v2m_desktop.pipeline.take_record import ClosedTake, TakeRecord
from v2m_desktop.pipeline.target_refusals import recording_refusal, sending_refusal
from v2m_desktop.recognition.agreement import LiveWords


class Controller(QObject):
    """Owner of session state. Commands in, `changed` and `closed` out; GUI thread only."""

    changed = Signal()
    closed = Signal(object)
    listening = Signal(bool)

    def __init__(
        self,
        capture: CaptureService,
        recognition: RecognitionService,
        rewriting: RewriteService,
        delivery: DeliveryService,
        guard: FieldGuard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = State()
        self.language: str | None = None
        self.action = Action.RAW
        self._capture = capture
        self._recognition = recognition
        self._rewriting = rewriting
        self._delivery = delivery
        self._guard = guard
        self._records: dict[SessionId, TakeRecord] = {}
        self._segments: dict[tuple[SessionId, int], Segment] = {}
        self._queue: deque[ev.Event] = deque()
        self._reducing = False
        self._commanded_ns = 0
        self.bounds = StageWatch(self._records, recognition, delivery, self)
        self.bounds.expired.connect(self._on_expired)
        capture.first_block.connect(self._on_first_block)
        capture.failed.connect(self._on_capture_failed)
        capture.segment_closed.connect(self._on_segment)
        capture.open_segment.connect(self._on_open_segment)
        capture.paused.connect(self._on_paused)
        capture.ended.connect(self._on_capture_ended)
        recognition.recognized.connect(self._on_recognized)
        recognition.provisional.connect(self._on_provisional)
        recognition.failed.connect(self._on_recognition_failed)
        rewriting.finished.connect(self._on_rewritten)
        delivery.finished.connect(self._on_delivered)

    # Commands

    def start(self, at_ns: int = 0, action: Action | None = None) -> None:
        """Begin a take. `at_ns` is perf_counter_ns of the key press, 0 for now; `action` None: the usual."""
        self._command(ev.StartRequested(action or self.action), at_ns)

    def stop(self, at_ns: int = 0) -> None:
        """End the take and deliver it. `at_ns` is perf_counter_ns of the key's edge, 0 for now."""
        self._command(ev.StopRequested(), at_ns)

    @Slot()
    def toggle(self, action: Action | None = None) -> None:
        """`action` is for a take that this begins; None: the usual."""
        self._command(ev.ToggleRequested(action or self.action), 0)

    @Slot()
    def cancel(self) -> None:
        """Discard what is being recorded; else stop the rewriting, whose words are kept."""
        self.dispatch(ev.CancelRequested())

    def _command(self, event: ev.Event, at_ns: int) -> None:
        self._commanded_ns = at_ns or time.perf_counter_ns()
        self.dispatch(event)

    # What the UI reads

    @property
    def transcript(self) -> Transcript:
        """Words of the take in the capture slot, or else of the newest one."""
        session = self.state.session or (self.state.takes[-1].id if self.state.takes else None)
        take = self.state.take(session) if session is not None else None
        if take is None or session is None:
            return Transcript()
        live = self._records[session].live
        parts = (take.text.reveal(), live.committed.reveal().strip())
        return Transcript(SensitiveText(" ".join(part for part in parts if part)), live.tentative)

    @property
    def rewriting(self) -> bool:
        """Whether the words of a take are being rewritten: `cancel` would stop that."""
        return self.state.rewriting is not None

    @property
    def behind_seconds(self) -> float:
        """How much speech waits for its words."""
        return self._recognition.behind_seconds

    def needs_model(self) -> bool:
        """Whether a take is being recorded or recognized."""
        stages = (TakeStage.RECORDING, TakeStage.RECOGNIZING)
        return any(take.stage in stages for take in self.state.takes)

    # The loop

    def dispatch(self, event: ev.Event) -> None:
        """Reduce one event and carry out the effects; events raised meanwhile wait their turn."""
        self._queue.append(event)
        if self._reducing:
            return
        self._reducing = True
        try:
            while self._queue:
                self.state, effects = reduce(self.state, self._queue.popleft())
                for effect in effects:
                    self._EFFECTS[type(effect)](self, effect)
                self.bounds.follow(self.state)
        finally:
            self._reducing = False
        self.changed.emit()

    # Effects

    def _open_capture(self, effect: ev.OpenCapture) -> None:
        window = self._guard.window()
        self._records[effect.session] = TakeRecord(
            target=window,
            timeline=Timeline(requested=self._commanded_ns),
            language=self.language,
            stage_since=time.monotonic(),
        )
        if self._refused(effect.session, recording_refusal(window, None, self._listed)):
            return
        self._capture.begin(effect.session)  # whoever answers about the field may take a while
        self._guard.look(window, partial(self._on_field, effect.session))
        self._recognition.warm()
        if effect.action is not Action.RAW:
            self._rewriting.prepare()

    def _stop_capture(self, effect: ev.StopCapture) -> None:
        self._mark(effect.session, stop_requested=self._commanded_ns)
        self._capture.finish(effect.session, at_once=effect.at_once)

    def _abort_capture(self, effect: ev.AbortCapture) -> None:
        self._capture.abort(effect.session)

    def _recognize(self, effect: ev.RecognizeSegment) -> None:
        segment = self._segments.pop((effect.session, effect.number))
        self._recognition.recognize(effect.session, segment, self._records[effect.session].language)

    def _drop_recognition(self, effect: ev.DropRecognition) -> None:
        self._recognition.drop(effect.session)

    def _rewrite(self, effect: ev.RewriteText) -> None:
        self._mark(effect.session, recognized=time.perf_counter_ns())
        self._capture.keep_text(effect.session, effect.text)
        window = self._guard.window()
        if not self._refused(effect.session, sending_refusal(window, None, self._listed)):
            self._guard.look(window, partial(self._send, effect))

    def _send(self, effect: ev.RewriteText, field: Field | None) -> None:
        """To the language model, once it is known which field has the focus."""
        session = effect.session
        take, record = self.state.take(session), self._records.get(session)
        if take is None or record is None or take.stage is not TakeStage.REWRITING:
            return
        if not self._refused(session, sending_refusal(None, field, self._listed)):
            language = record.language or record.heard
            self._rewriting.rewrite(session, effect.action, effect.text, language)

    def _drop_rewriting(self, effect: ev.DropRewriting) -> None:
        self._rewriting.drop(effect.session)

    def _deliver(self, effect: ev.DeliverText) -> None:
        record = self._records[effect.session]
        if not record.timeline.recognized:
            self._mark(effect.session, recognized=time.perf_counter_ns())
        if effect.rewritten:
            self._capture.keep_rewritten(effect.session, effect.text)
        elif record.stage[0] is not TakeStage.REWRITING:  # else they are kept already
            self._capture.keep_text(effect.session, effect.text)
        self._delivery.deliver(effect.session, effect.text, record.target, record.field)

    def _abandon_delivery(self, effect: ev.AbandonDelivery) -> None:
        self._delivery.cancel(effect.session)

    def _close_take(self, effect: ev.CloseTake) -> None:
        record = self._records.pop(effect.session)
        self._recognition.forget(effect.session)
        self._segments = {key: value for key, value in self._segments.items() if key[0] != effect.session}
        self._capture.settle(effect.session, effect.stage)
        closed = (effect.session, effect.stage, effect.text, effect.error)
        self.closed.emit(ClosedTake(*closed, record.timeline, effect.spoken))

    def _announce(self, effect: ev.Announce) -> None:
        if effect.listening:
            self._mark(effect.session, listening=time.perf_counter_ns())
        self.listening.emit(effect.listening)

    _EFFECTS: dict[type, Callable[..., None]] = {  # noqa: RUF012 - a constant table
        ev.OpenCapture: _open_capture,
        ev.StopCapture: _stop_capture,
        ev.AbortCapture: _abort_capture,
        ev.RecognizeSegment: _recognize,
        ev.DropRecognition: _drop_recognition,
        ev.RewriteText: _rewrite,
        ev.DropRewriting: _drop_rewriting,
        ev.DeliverText: _deliver,
        ev.AbandonDelivery: _abandon_delivery,
        ev.CloseTake: _close_take,
        ev.Announce: _announce,
    }

    # Where the words would go

    @property
    def _listed(self) -> str:
        """The applications without dictation."""
        return self._delivery.settings.blocked_applications

    def _on_field(self, session: SessionId, field: Field | None) -> None:
        """What had the focus when the take began."""
        record = self._records.get(session)
        if record is not None and field is not None:
            record.field = replace(field, before=None, after=None)
            self._refused(session, recording_refusal(None, field, self._listed))

    def _refused(self, session: SessionId, error: DeliveryError | None) -> bool:
        if error is not None:
            self.dispatch(ev.TargetRefused(session, error))
        return error is not None

    # Reports from the stations

    @Slot(int, object)
    def _on_first_block(self, session: SessionId, captured_ns: int) -> None:
        self._mark(session, first_block=captured_ns)
        self.dispatch(ev.FirstBlockArrived(session))

    @Slot(int, object)
    def _on_capture_failed(self, session: SessionId, error: V2mError) -> None:
        self.dispatch(ev.CaptureFailed(session, error))

    @Slot(int, object)
    def _on_segment(self, session: SessionId, segment: Segment) -> None:
        if session in self._records:
            self._segments[session, segment.number] = segment
            self._records[session].agreement.restart()
            self.dispatch(ev.SegmentClosed(session, segment.number))

    @Slot(int, object)
    def _on_open_segment(self, session: SessionId, segment: Segment) -> None:
        record = self._records.get(session)
        if record is not None:
            self._recognition.preview(session, segment, record.language)

    @Slot(int, object)
    def _on_paused(self, session: SessionId, segment: Segment) -> None:
        record = self._records.get(session)
        if record is not None:
            self._recognition.speculate(session, segment, record.language)

    @Slot(int, object)
    def _on_capture_ended(self, session: SessionId, end: CaptureEnd) -> None:
        self._mark(session, capture_ended=time.perf_counter_ns(), speech_ended=end.speech_ended_ns)
        self.dispatch(ev.CaptureEnded(session, end.error))

    @Slot(int, int, object)
    def _on_recognized(self, session: SessionId, number: int, hypothesis: Hypothesis) -> None:
        record = self._records.get(session)
        if record is not None:
            record.stage_since = time.monotonic()
            record.hear(hypothesis)
            if record.live_segment <= number:
                record.live = LiveWords()
        self.dispatch(ev.SegmentRecognized(session, number, hypothesis.text))

    @Slot(int, int, object)
    def _on_provisional(self, session: SessionId, number: int, hypothesis: Hypothesis) -> None:
        take, record = self.state.take(session), self._records.get(session)
        if take is not None and record is not None and number == take.segments:
            words = hypothesis.words if hypothesis.text else ()
            record.live = record.agreement.feed(words, hypothesis.evidence.audio_seconds)
            record.live_segment = number
            self.changed.emit()

    @Slot(int, int, object)
    def _on_recognition_failed(self, session: SessionId, number: int, error: V2mError) -> None:
        self.dispatch(ev.SegmentFailed(session, number, error))

    @Slot(int, object)
    def _on_rewritten(self, session: SessionId, answer: SensitiveText | V2mError) -> None:
        self.dispatch(ev.RewritingFinished(session, answer))

    @Slot(int, object)
    def _on_expired(self, session: SessionId, stage: TakeStage) -> None:
        self.dispatch(ev.StageExpired(session, stage))

    @Slot(int, object)
    def _on_delivered(self, session: SessionId, result: DeliveryResult) -> None:
        stage = stage_of(result)
        if stage is TakeStage.DELIVERED:
            self._mark(session, delivered=result.read_ns or time.perf_counter_ns())
        self.dispatch(ev.DeliveryFinished(session, stage, result.error))

    def _mark(self, session: SessionId, **moments: int) -> None:
        record = self._records.get(session)
        if record is not None:
            record.timeline = record.timeline.at(**moments)
