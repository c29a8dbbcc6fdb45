"""Brings the recognition worker thread and the GUI thread together."""

from __future__ import annotations

import logging
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.core.audio import Segment
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import (
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
    Recognizer,
    Speaker,
)
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.pipeline.take_words import Answer, Guess, TakeWords
from v2m_desktop.recognition.evidence import verdict
from v2m_desktop.recognition.video_room import VideoRoom
from v2m_desktop.recognition.worker import Job, RecognitionWorker

log = logging.getLogger(__name__)

NO_TAKE = SessionId(0)
"""Owner of work that no take waits for."""

IN_MEMORY_SECONDS = 60.0
"""Of speech that waits. What is behind this is read from the recording again: where a model is slower than
people speak, a dictation of hours takes no more memory than one of a minute (4 MB)."""


class _Mail(QObject):
    """What the worker's thread tells, and belongs to it as well: a QObject must not end while another thread
    emits its signals. Implements recognition.worker.RecognitionObserver.
    """

    answered = Signal(object, object)
    model_answered = Signal(object, object, object)

    def on_model_state(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        self.model_answered.emit(state, model, error)

    def on_hypothesis(self, job: Job, hypothesis: Hypothesis) -> None:
        self.answered.emit(job, hypothesis)

    def on_failure(self, job: Job, error: V2mError) -> None:
        self.answered.emit(job, error)


class RecognitionService(QObject):
    """Owns the worker thread. Its methods are for the GUI thread, its signals arrive there.

    A guess is made at a segment's final words while the speaker pauses; it counts if nobody spoke on. Both
    are told what was understood of the take before, looks at the open segment are not.
    `recognized` and `provisional` carry (session, segment number, Hypothesis), with an empty text where the
    evidence speaks against the words; `failed` carries (session, segment number, V2mError). `heard` follows
    `recognized` with (session, RecognitionRequest, Hypothesis), for whoever wants to `check` the request;
    `checked` carries (RecognitionRequest, Hypothesis or V2mError).
    """

    recognized = Signal(int, int, object)
    provisional = Signal(int, int, object)
    failed = Signal(int, int, object)
    heard = Signal(int, object, object)
    checked = Signal(object, object)
    model_changed = Signal(object, object, object)

    def __init__(
        self, recognizer: Recognizer, parent: QObject | None = None, room: VideoRoom | None = None
    ) -> None:
        super().__init__(parent)
        self.model_state = ModelState.UNLOADED
        self.model: LoadedModel | None = None
        self.speaker = Speaker()
        self.terms_told: int | None = None
        """How many of the speaker's names and terms the model could be told; None until it was told some."""
        self.short_context = False
        """The model in use bears to hear no more than what was said."""
        self._takes: dict[SessionId, TakeWords] = {}
        self.guesses_used = 0
        """Finals that were ready, or under way, when they were asked for."""
        mail = _Mail()
        mail.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        mail.model_answered.connect(self._on_model, Qt.ConnectionType.QueuedConnection)
        self._worker = RecognitionWorker(recognizer, mail, room)
        self._worker.start()

    # Commands, GUI thread

    def load(self, choice: ModelChoice) -> None:
        """Load in the background. Requests made meanwhile wait for it."""
        self.short_context = False  # what the model before it bears says nothing about this one
        self._worker.load(choice)

    def fail_load(self, error: V2mError) -> None:
        """The model could not even be found: waiting requests fail, their audio is kept."""
        self._worker.fail(error)

    @Slot()
    def warm(self) -> None:
        """A take begins: load the model behind the recording, if its memory was given back."""
        self._worker.warm()

    @Slot()
    def unload(self) -> None:
        """Give the model's memory back once nothing needs it; `warm` and the next request load it again."""
        self._worker.unload()

    def know(self, speaker: Speaker) -> None:
        """Who speaks, from the next request on."""
        if speaker.hotwords != self.speaker.hotwords:
            self.terms_told = None
        self.speaker = speaker

    @property
    def busy(self) -> bool:
        """Whether a request is being worked on or waits."""
        return self._worker.busy

    @property
    def behind_seconds(self) -> float:
        """How much speech waits for its words."""
        return sum(take.seconds_owed for take in self._takes.values())

    @property
    def behind_segments(self) -> int:
        return sum(take.segments_owed for take in self._takes.values())

    def speculate(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Guess the final words in a pause: `segment` is what will be closed if nobody speaks on."""
        if self.model_state is not ModelState.READY or self._far_behind:
            return
        take = self._take(session)
        told = take.so_far.before(segment)
        take.guess = Guess(self._submit(session, segment, language, Priority.SPECULATIVE, told))

    def recognize(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Final words of a closed segment."""
        take = self._take(session)
        told, guess = take.close(segment)
        if guess is None:
            self._submit(session, segment, language, Priority.FINAL, told)
            take.owe(segment)
            return
        take.owe(segment)
        self.guesses_used += 1
        if guess.answer is not None:
            self._settle(guess.job, guess.answer)
        else:
            take.claim(guess)
            self._worker.promote(session, segment.number)

    def preview(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Provisional words of the open segment; dropped where it is too early for another look at it."""
        cadence = self._take(session).cadence
        if self.model_state is not ModelState.READY or self._far_behind or not cadence.due(segment):
            return
        cadence.start(segment)
        self._submit(session, segment, language, Priority.PROVISIONAL)

    def check(self, request: RecognitionRequest) -> None:
        """Hear again what was heard, behind everything else; `checked` has the answer."""
        self._worker.submit(Job(NO_TAKE, 0, replace(request, priority=Priority.CHECK)))

    def drop_checks(self) -> bool:
        """Forget the checks that did not begin, and say whether there were any."""
        return self._worker.drop_checks()

    def drop(self, session: SessionId) -> None:
        """Forget what is queued for a take."""
        self._worker.cancel(session)
        self.forget(session)

    def forget(self, session: SessionId) -> None:
        """The take is over."""
        self._takes.pop(session, None)

    def shut_down(self, deadline: float) -> bool:
        """End the worker; False if it did not end within `deadline` seconds."""
        return self._worker.stop(deadline)

    # Answers

    @Slot(object, object, object)
    def _on_model(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        self.model_state, self.model = state, model
        self.model_changed.emit(state, model, error)

    @Slot(object, object)
    def _on_answer(self, job: Job, answer: Answer) -> None:
        match job.request.priority:
            case Priority.CHECK:
                words = answer if isinstance(answer, V2mError) else verdict(answer).hypothesis
                self.checked.emit(job.request, words)
            case Priority.SPECULATIVE:
                take = self._takes.get(job.session)
                if take is not None and take.is_final(job, answer):
                    self._settle_guess(job, answer)
            case Priority.PROVISIONAL:
                self._on_look(job, answer)
            case _:
                self._settle(job, answer)

    def _on_look(self, job: Job, answer: Answer) -> None:
        take = self._takes.get(job.session)
        seconds = 0.0 if isinstance(answer, V2mError) else answer.inference_seconds
        if take is None or not take.cadence.finish(job.number, seconds):
            return
        if isinstance(answer, V2mError):
            log.warning("recognition of a segment failed: %s", type(answer).__name__)
        else:
            self.provisional.emit(job.session, job.number, verdict(answer).hypothesis)

    def _settle_guess(self, job: Job, answer: Answer) -> None:
        """A guess that failed is no answer yet: only timing decided that it was one."""
        if isinstance(answer, V2mError):
            final = replace(job.request, priority=Priority.FINAL)
            self._worker.submit(Job(job.session, job.number, final))
        else:
            self._settle(job, answer)

    def _settle(self, job: Job, answer: Answer) -> None:
        """The final words of the job's segment, which is closed, or why there are none."""
        take = self._takes.get(job.session)
        if take is None:
            return  # the take was discarded while this answer was on its way
        take.settle(job.number)
        if isinstance(answer, V2mError):
            log.warning("recognition of a segment failed: %s", type(answer).__name__)
            take.so_far.fail(job.number)
            self.failed.emit(job.session, job.number, answer)
            return
        if answer.terms_told is not None:
            self.terms_told = answer.terms_told
        judged = take.so_far.judge(job.number, answer)
        self.recognized.emit(job.session, job.number, judged)
        if job.stored is None:  # else the samples are not at hand any more
            self.heard.emit(job.session, job.request, judged)

    def _submit(
        self,
        session: SessionId,
        segment: Segment,
        language: str | None,
        priority: Priority,
        told: SensitiveText | None = None,
    ) -> Job:
        leave = priority is Priority.FINAL and self._far_behind and segment.stored is not None
        request = RecognitionRequest(
            segment.samples[:0].copy() if leave else segment.samples,
            language,
            priority,
            segment.speech,
            previous_text=told or SensitiveText(),
            hints=self.speaker.languages,
            hotwords=self.speaker.hotwords if priority is not Priority.PROVISIONAL else SensitiveText(),
            short_context=self.short_context,
        )
        job = Job(session, segment.number, request, segment.stored if leave else None)
        self._worker.submit(job)
        return job

    @property
    def _far_behind(self) -> bool:
        """A look ahead of all that waits would come too late, and memory has better uses."""
        return self.behind_seconds >= IN_MEMORY_SECONDS

    def _take(self, session: SessionId) -> TakeWords:
        return self._takes.setdefault(session, TakeWords())
