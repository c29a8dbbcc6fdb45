"""The capture thread's work: drain the microphone, keep the recording, find speech, watch the stream.

It never waits for recognition, and it owns the recordings on disk from the first block to the end.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from v2m_desktop.audio.hands_free import HandsFreeEnd
from v2m_desktop.audio.segmenter import SpeechPaused
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import Segment
from v2m_desktop.core.errors import StreamDeadError, V2mError
from v2m_desktop.core.ports import AudioSource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.settings import MicrophoneOpens, Settings
from v2m_desktop.pipeline.back_off import BackOff
from v2m_desktop.pipeline.capture_service import CaptureEnd, CaptureProgress
from v2m_desktop.pipeline.lazy_detector import LazyDetector
from v2m_desktop.pipeline.microphone import Microphone
from v2m_desktop.pipeline.recording import Recording, muted_error, no_speech_error
from v2m_desktop.pipeline.take_files import TakeFiles
from v2m_desktop.storage.spool import Spool

log = logging.getLogger(__name__)

PROMPT_TICK_MS = 20
"""While somebody waits: until the first block, and in the tail."""

CALM_TICK_MS = 60
"""While people speak, and while an open microphone idles.

Each tick costs about 1 ms in cold caches, so fewer of them halve the load."""

QUIET_TICK_MS = 100
"""While nobody speaks in a take. A first word is noticed a little later; the pre-roll has it."""


class CaptureWorker(QObject):
    """Lives on the capture thread; CaptureService speaks to it by queued signals."""

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

    def __init__(
        self,
        make_source: Callable[[], AudioSource],
        make_detector: Callable[[Settings], SpeechDetector],
        spool: Spool,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._detector = LazyDetector(make_detector)
        self._files = TakeFiles(spool)
        self._mic = Microphone(make_source, clock)
        self._reopening = BackOff(clock)
        self._told_closed = False
        self._recording: Recording | None = None
        self._key_held = False
        self._told_muted = False
        self._ticker = QTimer(self, interval=PROMPT_TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)

    # Commands

    @Slot()
    def prepare(self) -> None:
        """Load what the first take needs, and open the microphone if it is to be always open."""
        self._load_detector()
        if self._recording is None:
            self._rest()

    @Slot(int)
    def begin(self, session: SessionId) -> None:
        """Open the microphone if it is closed, and record."""
        try:
            detector = self._detector.load(self._settings)
            fresh = self._mic.open(self._settings.microphone.device)
        except V2mError as error:
            log.warning("the microphone could not be opened: %s", type(error).__name__)
            self.failed.emit(session, error)
            self._told_closed = True
            self._reopening.fail()
            self._rest()
            return
        self._told_muted = False
        self._recording = Recording.begin(session, detector, self._settings)
        self._recording.hands_free.key_held = self._key_held
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
        """Stop recording. All that was heard is on disk first; the files go when the take is settled."""
        if self._recording is not None and self._recording.session == session:
            self._keep_rest(self._recording)
            self._rest()

    @Slot(bool)
    def hold_key(self, held: bool) -> None:
        """While the hotkey is held, no silence ends a take."""
        self._key_held = held
        if self._recording is not None:
            self._recording.hands_free.key_held = held

    @Slot(int, object)
    def keep_text(self, session: SessionId, text: SensitiveText) -> None:
        """The words of a take, kept beside its audio until they are delivered."""
        self._tell(self._files.keep_text(session, text))

    @Slot(int, object)
    def keep_rewritten(self, session: SessionId, text: SensitiveText) -> None:
        """What a language model made of the words, kept beside them."""
        self._tell(self._files.keep_rewritten(session, text))

    @Slot(int, object)
    def settle(self, session: SessionId, stage: TakeStage) -> None:
        """The take is over: delete its files or keep them for `v2m recover`."""
        settled = self._files.settle(session, stage)
        self._tell(settled.problem)
        if settled.kept:
            self.recordings_changed.emit()

    @Slot(int)
    def fetched(self, session: SessionId) -> None:
        """The user copied the words of a take that was parked."""
        if self._files.fetched(session):
            self.recordings_changed.emit()

    @Slot(object)
    def configure(self, settings: Settings) -> None:
        """New settings; a running take keeps those it began with."""
        voice_changed = settings.voice.sensitivity != self._settings.voice.sensitivity
        self._settings = settings
        if voice_changed:
            self._load_detector()
        if self._recording is None:
            self._reopening.succeed()  # another microphone may work at once
            self._rest()

    @Slot()
    def shut_down(self) -> None:
        """Close everything; recordings that are not settled stay on disk."""
        self._ticker.stop()
        if self._recording is not None:
            self._keep_rest(self._recording)
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
            self._idle()
            return
        self._drain(recording)
        if self._mic.lost:
            self._lose(recording)
        elif recording.tail_over:
            self._end(recording)
        elif recording.ended_by_itself is not None:
            self._end_by_itself(recording)
        elif recording.muted and not self._told_muted:
            self._told_muted = True
            self._tell(muted_error(self._mic.name))
        elif recording.blocks and recording.tail is None:
            self._look_every(QUIET_TICK_MS if recording.quiet else CALM_TICK_MS)

    def _look_every(self, milliseconds: int) -> None:
        """Setting the same interval again would start it anew."""
        if self._ticker.interval() != milliseconds:
            self._ticker.setInterval(milliseconds)

    def _idle(self) -> None:
        """Between takes, while the microphone is open or to be opened again."""
        self._mic.keep_recent()
        if self._mic.heard:
            self._reopening.succeed()
        if self._mic.due_to_close:
            self._close_microphone()
        elif self._mic.lost:
            log.warning("the stream died between takes")
            self._reopening.fail()
            self._rest()
        elif not self._mic.is_open:
            self._rest()

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
            for event in update.events:
                if isinstance(event, SpeechPaused):
                    self.paused.emit(session, event.segment)
                elif isinstance(event, Segment):
                    self.segment_closed.emit(session, self._files.backed(session, event))
        if (preview := recording.due_preview()) is not None:
            self.open_segment.emit(session, preview)
        decision = recording.decision
        self.progressed.emit(
            CaptureProgress(
                session,
                recording.seconds,
                recording.level_dbfs,
                decision.speech,
                decision.probability,
                recording.hands_free.state,
            )
        )

    def _lose(self, recording: Recording) -> None:
        log.warning("the stream died after %.1f s", recording.seconds)
        stopped = 'The microphone "{name}" stopped. What you said before that is kept and written.'
        silent = 'The microphone "{name}" gives no sound. Check the connection, or choose another one.'
        error = StreamDeadError(stopped if recording.blocks else silent, name=self._mic.name)
        self._reopening.fail()
        self._end(recording, error)

    def _end_by_itself(self, recording: Recording) -> None:
        """As if the user had stopped."""
        log.info("the take ended by itself: %s", recording.ended_by_itself)
        if recording.ended_by_itself is HandsFreeEnd.NO_SPEECH and not recording.muted:
            self._tell(no_speech_error(self._mic.name))
        self._end(recording)

    def _end(self, recording: Recording, error: V2mError | None = None) -> None:
        session = recording.session
        rest = recording.analyzer.flush()
        self._tell(self._files.append(session, rest))
        for segment in recording.finish(rest):
            self.segment_closed.emit(session, self._files.backed(session, segment))
        self._tell(
            self._files.recorded(
                session, heard_speech=recording.segments > 0, only_zeros=recording.only_zeros
            )
        )
        if error is None and recording.muted:
            error = muted_error(self._mic.name)
        self._recording = None
        # Before the microphone is seen to: a hung sound server takes its time over that.
        self.ended.emit(
            session,
            CaptureEnd(recording.seconds, recording.segments, recording.speech_ended_ns, error),
        )
        self._rest()

    def _keep_rest(self, recording: Recording) -> None:
        """Bring to disk what the microphone has heard and nobody read yet."""
        while (block := self._mic.read()) is not None:
            self._tell(self._files.append(recording.session, recording.analyzer.preprocess(block)))
        self._tell(self._files.append(recording.session, recording.analyzer.flush()))

    def _rest(self) -> None:
        """No take needs the microphone now: close it, or keep it open as the settings say."""
        self._recording = None
        wanted = self._settings.microphone
        if wanted.opens is MicrophoneOpens.ON_KEY or self._mic.lost or not self._mic.serves(wanted.device):
            self._close_microphone()
        if wanted.opens is MicrophoneOpens.ALWAYS:
            self._mic.keep_open_for(None)
            self._open_always()
            self._ticker.start(CALM_TICK_MS)
        elif self._mic.is_open:
            self._mic.keep_open_for(wanted.warm_seconds)
            self._ticker.start(CALM_TICK_MS)

    def _open_always(self) -> None:
        """Open the microphone if it is closed and the last failure is long enough ago; tell once of one."""
        if self._mic.is_open or not self._reopening.due:
            return
        try:
            self._mic.open(self._settings.microphone.device)
        except V2mError as error:
            self._reopening.fail()
            if not self._told_closed:
                self._told_closed = True
                self._tell(error)
            return
        self._told_closed = False
        self.microphone.emit(True, self._mic.name)

    def _close_microphone(self) -> None:
        self._ticker.stop()
        if self._mic.is_open:
            self._mic.close()
            self.microphone.emit(False, "")

    def _load_detector(self) -> None:
        """Before the next take needs it."""
        try:
            self._detector.load(self._settings)
        except V2mError as error:
            self._tell(error)

    def _tell(self, error: V2mError | None) -> None:
        if error is not None:
            self.notice.emit(error)
