"""Bounds the time of every stage of a take, so that nothing waits forever for a station that hangs."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from v2m_desktop.core.session import CaptureState, ModelState, SessionId, TakeStage
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.state import State, Take
from v2m_desktop.pipeline.take_record import TakeRecord

CAPTURE_SECONDS: dict[CaptureState | None, float] = {CaptureState.ARMING: 7.0, CaptureState.FINISHING: 10.0}
"""Opening a stream and its first block have deadlines of their own; these are for a thread that hangs."""

STAGE_SECONDS = {TakeStage.RECOGNIZING: 180.0, TakeStage.REWRITING: 70.0, TakeStage.DELIVERING: 20.0}
"""Bounds of the stages; a recording is bound by microphone.longest_take_minutes. Recognizing counts from the
last answer, rewriting has a deadline of its own, of 60 s at most, and nothing counts while the take waits for
something else: see `_waits`."""


class StageWatch(QObject):
    """`expired` carries (session, stage) of a take whose stage took too long. GUI thread only."""

    expired = Signal(int, object)

    def __init__(
        self,
        records: Mapping[SessionId, TakeRecord],
        recognition: RecognitionService,
        delivery: DeliveryService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.longest_take_seconds = 3600.0
        self._records = records
        self._recognition, self._delivery = recognition, delivery
        self._takes: tuple[Take, ...] = ()
        self._timer = QTimer(self, interval=500)
        self._timer.timeout.connect(self._look)

    def follow(self, state: State) -> None:
        """Note when the takes of `state` began with the stage they are in."""
        self._takes = state.takes
        now = time.monotonic()
        for take in state.takes:
            record = self._records[take.id]
            stage = (take.stage, state.capture if take.id == state.session else None)
            if stage != record.stage:
                record.stage, record.stage_since = stage, now
        if state.takes and not self._timer.isActive():
            self._timer.start()
        elif not state.takes:
            self._timer.stop()

    @Slot()
    def _look(self) -> None:
        now = time.monotonic()
        takes = self._takes  # as they are now: an expiry changes them
        for number, take in enumerate(takes):
            record = self._records.get(take.id)
            if record is None:  # closed by an expiry just before
                continue
            if self._waits(take, takes[:number]):
                record.stage_since = now
            elif now - record.stage_since > self._bound(record):
                self.expired.emit(take.id, take.stage)

    def _waits(self, take: Take, before: tuple[Take, ...]) -> bool:
        """For the model, for an earlier take, or for the user to let go of the hotkey."""
        if take.stage is TakeStage.RECOGNIZING:
            behind = any(other.stage is not TakeStage.RECORDING for other in before)
            return behind or self._recognition.model_state is ModelState.LOADING
        delivery = self._delivery
        return take.stage is TakeStage.DELIVERING and (delivery.waiting_for_key or delivery.typing)

    def _bound(self, record: TakeRecord) -> float:
        stage, capture = record.stage
        if stage is not TakeStage.RECORDING:
            return STAGE_SECONDS[stage]
        return CAPTURE_SECONDS.get(capture, self.longest_take_seconds)
