"""The capture thread's work: drain the microphone, keep the recording, find speech, watch the stream.

It never waits for recognition, and it owns the recordings on disk from the first block to the end.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.errors import StreamDeadError, V2mError
from v2m_desktop.core.ports import AudioSource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.settings import MicrophoneOpens, Settings
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureProgress
from v2m_desktop.pipeline.microphone import Microphone
from v2m_desktop.pipeline.recording import Recording, muted_error
from v2m_desktop.pipeline.take_files import TakeFiles
from v2m_desktop.storage.spool import Spool

log = logging.getLogger(__name__)

PROMPT_TICK_MS = 20
"""While somebody waits: until the first block, and in the tail."""

CALM_TICK_MS = 60
"""While people speak. Each tick costs about 1 ms in cold caches, so fewer of them halve the load."""

SILENT_STREAM_SECONDS = 1.5
"""Without a block for this long a stream is dead; people hear of it within two seconds."""

COLD_STREAM_SECONDS = 3.0
"""A cold stream may take 1.9 s to its first block (measured)."""


class CaptureWorker(QObject):
    """Lives on the capture thread; CaptureService speaks to it by queued signals."""

    first_block = Signal(int, object)
    failed = Signal(int, object)
    segment_closed = Signal(int, object)
    open_segment = Signal(int, object)
    progressed = Signal(object)
    ended = Signal(int, object)
    notice = Signal(object)
    microphone = Signal(bool, str)
    recording_kept = Signal()

    def __init__(
        self,
        make_source: Callable[[], AudioSource],
        make_detector: Callable[[Settings], SpeechDetector],
        spool: Spool,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._make_detector = make_detector
        self._detector: SpeechDetector | None = None
        self._files = TakeFiles(spool)
        self._mic = Microphone(make_source)
        self._recording: Recording | None = None
        self._told_muted = False
        self._ticker = QTimer(self, interval=PROMPT_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)

    # Commands

    @Slot()
    def prepare(self) -> None:
        """Load what the first take needs, and open the microphone if it is to be always open."""
        self._detector = self._make_detector(self._settings)
        self._rest()

    @Slot(int)
    def begin(self, session: SessionId) -> None:
        """Open the microphone if it is closed, and record."""
        if self._detector is None:
            self._detector = self._make_detector(self._settings)
        try:
            fresh = self._mic.open(self._settings.microphone.device)
        except V2mError as error:
            log.warning("the microphone could not be opened: %s", type(error).__name__)
            self._rest()
            self.failed.emit(session, error)
            return
        self._told_muted = False
        self._recording = Recording.begin(session, self._detector, self._settings.voice)
        recognition = self._settings.recognition
        details = {"model": recognition.model, "language": recognition.language, "device": self._mic.name}
        self._tell(self._files.begin(session, details))
        if fresh:
            self.microphone.emit(True, self._mic.name)
        self._ticker.start(PROMPT_TICK_MS)

    @Slot(int, bool)
    def finish(self, session: SessionId, at_once: bool) -> None:
        """End the recording after its tail, or now."""
        if self._recording is None or self._recording.session != session:
            return
        self._drain(self._recording)
        self._recording.start_tail()
        self._ticker.setInterval(PROMPT_TICK_MS)
        if at_once or self._recording.tail_over:
            self._end(self._recording)

    @Slot(int)
    def abort(self, session: SessionId) -> None:
        """Stop recording; the files go when the take is settled."""
        if self._recording is not None and self._recording.session == session:
            self._rest()

    @Slot(int, object)
    def keep_text(self, session: SessionId, text: SensitiveText) -> None:
        """The words of a take, kept beside its audio until they are delivered."""
        self._files.keep_text(session, text)

    @Slot(int, object)
    def settle(self, session: SessionId, stage: TakeStage) -> None:
        """The take is over: delete its files or keep them for `v2m recover`."""
        if self._files.settle(session, stage):
            self.recording_kept.emit()

    @Slot(object)
    def configure(self, settings: Settings) -> None:
        """New settings; a running take keeps those it began with."""
        device_changed = settings.microphone.device != self._settings.microphone.device
        voice_changed = settings.voice.sensitivity != self._settings.voice.sensitivity
        self._settings = settings
        if voice_changed:
            self._detector = self._make_detector(settings)
        if self._recording is None:
            if device_changed:
                self._close_microphone()
            self._rest()

    @Slot()
    def shut_down(self) -> None:
        """Close everything; recordings that are not settled stay on disk."""
        self._ticker.stop()
        self._recording = None
        self._files.close()
        self._mic.close()
        # Asked for from outside, the end of the event loop could overtake this very slot.
        QThread.currentThread().quit()

    # The stream

    @Slot()
    def _tick(self) -> None:
        recording = self._recording
        if recording is None:
            self._mic.keep_recent()
            if self._mic.due_to_close or self._stream_lost(1):
                self._close_microphone()
            return
        self._drain(recording)
        if self._stream_lost(recording.blocks):
            self._lose(recording)
        elif recording.tail_over:
            self._end(recording)
        elif recording.muted and not self._told_muted:
            self._told_muted = True
            self._tell(muted_error(self._mic.name))

    def _stream_lost(self, blocks: int) -> bool:
        bound = SILENT_STREAM_SECONDS if blocks else COLD_STREAM_SECONDS
        return self._mic.dead or self._mic.silent_for() > bound

    def _drain(self, recording: Recording) -> None:
        session = recording.session
        while (block := self._mic.read()) is not None:
            samples = recording.analyzer.preprocess(block)
            self._tell(self._files.append(session, samples))  # on disk before anything is done with it
            update = recording.analyzer.analyze(samples)
            recording.hear(block, update)
            if recording.blocks == 1:
                self.first_block.emit(session, block.captured_ns)
                self._ticker.setInterval(CALM_TICK_MS)
            for segment in update.segments:
                self.segment_closed.emit(session, segment)
        if (preview := recording.due_preview()) is not None:
            self.open_segment.emit(session, preview)
        decision = recording.decision
        self.progressed.emit(
            CaptureProgress(
                session, recording.seconds, recording.level_dbfs, decision.speech, decision.probability
            )
        )

    def _lose(self, recording: Recording) -> None:
        log.warning("the stream died after %.1f s", recording.seconds)
        stopped = 'The microphone "{name}" stopped. What you said before that is kept and written.'
        silent = 'The microphone "{name}" gives no sound. Check the connection, or choose another one.'
        error = StreamDeadError(stopped if recording.blocks else silent, name=self._mic.name)
        self._close_microphone()
        self._end(recording, error)

    def _end(self, recording: Recording, error: V2mError | None = None) -> None:
        session = recording.session
        rest = recording.analyzer.flush()
        self._tell(self._files.append(session, rest))
        for segment in recording.finish(rest):
            self.segment_closed.emit(session, segment)
        self._files.recorded(session, heard_speech=recording.segments > 0)
        if error is None and recording.muted:
            error = muted_error(self._mic.name)
        self._rest()
        self.ended.emit(
            session,
            CaptureEnd(recording.seconds, recording.segments, recording.speech_ended_ns, error),
        )

    def _rest(self) -> None:
        """No take needs the microphone now: close it, or keep it open as the settings say."""
        self._recording = None
        opens = self._settings.microphone.opens
        if opens is MicrophoneOpens.ON_KEY:
            self._close_microphone()
        elif opens is MicrophoneOpens.WARM:
            self._mic.keep_open_for(self._settings.microphone.warm_seconds)
        elif not self._mic.is_open:
            self._open_always()

    def _open_always(self) -> None:
        try:
            self._mic.open(self._settings.microphone.device)
        except V2mError as error:
            self._tell(error)
            return
        self.microphone.emit(True, self._mic.name)
        self._ticker.start()

    def _close_microphone(self) -> None:
        self._ticker.stop()
        if self._mic.is_open:
            self._mic.close()
            self.microphone.emit(False, "")

    def _tell(self, error: V2mError | None) -> None:
        if error is not None:
            self.notice.emit(error)
