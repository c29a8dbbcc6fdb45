"""Brings the recognition worker thread and the GUI thread together."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.core.audio import Segment, seconds_of
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import (
    Hypothesis,
    LoadedModel,
    ModelChoice,
    Priority,
    RecognitionRequest,
    Recognizer,
)
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition.cadence import Cadence
from v2m_desktop.recognition.evidence import verdict
from v2m_desktop.recognition.worker import Job, RecognitionWorker

log = logging.getLogger(__name__)

IN_MEMORY_SECONDS = 60.0
"""Of speech that waits. What is behind this is read from the recording again: where a model is slower than
people speak, a dictation of hours takes no more memory than one of a minute (4 MB)."""


@dataclass(slots=True)
class _Guess:
    """The speculative request of a take. The same number of samples of a segment are the same samples."""

    number: int
    length: int
    answer: Hypothesis | V2mError | None = None

    def fits(self, segment: Segment) -> bool:
        return (self.number, self.length) == (segment.number, len(segment.samples))

    def made_by(self, job: Job) -> bool:
        return (self.number, self.length) == (job.number, len(job.request.samples))


class RecognitionService(QObject):
    """Owns the worker thread. Its methods are for the GUI thread, its signals arrive there.

    A guess is made at a segment's final words while the speaker pauses; it counts if nobody spoke on.
    `recognized` and `provisional` carry (session, segment number, Hypothesis), with an empty text where the
    evidence speaks against the words; `failed` carries (session, segment number, V2mError).
    """

    recognized = Signal(int, int, object)
    provisional = Signal(int, int, object)
    failed = Signal(int, int, object)
    model_changed = Signal(object, object, object)
    _answered = Signal(object, object)
    _model_answered = Signal(object, object, object)

    def __init__(self, recognizer: Recognizer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.model_state = ModelState.UNLOADED
        self.model: LoadedModel | None = None
        self.hints: tuple[str, ...] = ()
        """Languages to prefer where one is to be detected, most likely first."""
        self.short_context = False
        """The model in use bears to hear no more than what was said."""
        self._cadences: dict[SessionId, Cadence] = {}
        self._closed: dict[SessionId, int] = {}
        self._guesses: dict[SessionId, _Guess] = {}
        self._claimed: dict[tuple[SessionId, int], int] = {}
        """Samples of the guesses that are waited for, by take and segment."""
        self._owed: dict[tuple[SessionId, int], float] = {}
        """Seconds of the closed segments whose words nobody knows yet, by take and segment."""
        self.guesses_used = 0
        """Finals that were ready, or under way, when they were asked for."""
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
        self._model_answered.connect(self._on_model, Qt.ConnectionType.QueuedConnection)
        self._worker = RecognitionWorker(recognizer, self)
        self._worker.start()

    # Commands, GUI thread

    def load(self, choice: ModelChoice) -> None:
        """Load in the background. Requests made meanwhile wait for it."""
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

    @property
    def busy(self) -> bool:
        """Whether a request is being worked on or waits."""
        return self._worker.busy or self._worker.pending > 0

    @property
    def behind_seconds(self) -> float:
        """How much speech waits for its words."""
        return sum(self._owed.values())

    @property
    def behind_segments(self) -> int:
        return len(self._owed)

    def speculate(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Guess the final words in a pause: `segment` is what will be closed if nobody speaks on."""
        if self.model_state is not ModelState.READY or self._far_behind:
            return
        self._guesses[session] = _Guess(segment.number, len(segment.samples))
        self._submit(session, segment, language, Priority.SPECULATIVE)

    def recognize(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Final words of a closed segment."""
        self._overtake(session, segment.number)
        guess = self._guesses.pop(session, None)
        if guess is not None and guess.fits(segment):
            self._owed[session, segment.number] = seconds_of(len(segment.samples))
            self._claim(session, guess)
            return
        self._submit(session, segment, language, Priority.FINAL)
        self._owed[session, segment.number] = seconds_of(len(segment.samples))

    def preview(self, session: SessionId, segment: Segment, language: str | None) -> None:
        """Provisional words of the open segment; dropped where it is too early for another look at it."""
        cadence = self._cadences.setdefault(session, Cadence())
        if (
            self.model_state is not ModelState.READY
            or self._far_behind
            or not cadence.due(segment, dipped=False)
        ):
            return
        cadence.start(segment)
        self._submit(session, segment, language, Priority.PROVISIONAL)

    def drop(self, session: SessionId) -> None:
        """Forget what is queued for a take."""
        self._worker.cancel(session)
        self.forget(session)

    def forget(self, session: SessionId) -> None:
        """The take is over."""
        for known in (self._cadences, self._closed, self._guesses):
            known.pop(session, None)
        self._claimed = {claim: size for claim, size in self._claimed.items() if claim[0] != session}
        self._owed = {segment: size for segment, size in self._owed.items() if segment[0] != session}

    def shut_down(self, deadline: float) -> bool:
        """End the worker; False if it did not end within `deadline` seconds."""
        return self._worker.stop(deadline)

    # Observer of the worker, worker thread

    def on_model_state(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        self._model_answered.emit(state, model, error)

    def on_hypothesis(self, job: Job, hypothesis: Hypothesis) -> None:
        self._answered.emit(job, hypothesis)

    def on_failure(self, job: Job, error: V2mError) -> None:
        self._answered.emit(job, error)

    # GUI thread again

    @Slot(object, object, object)
    def _on_model(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        self.model_state, self.model = state, model
        self.model_changed.emit(state, model, error)

    @Slot(object, object)
    def _on_answer(self, job: Job, answer: Hypothesis | V2mError) -> None:
        if job.request.priority is Priority.SPECULATIVE:
            self._on_guess(job, answer)
            return
        if job.request.priority is Priority.PROVISIONAL and not self._is_newest(job, answer):
            return
        if job.request.priority is Priority.FINAL:
            self._settle(job.session, job.number, answer)
        elif isinstance(answer, V2mError):
            log.warning("recognition of a segment failed: %s", type(answer).__name__)
        else:
            self.provisional.emit(job.session, job.number, verdict(answer).hypothesis)

    def _submit(self, session: SessionId, segment: Segment, language: str | None, priority: Priority) -> None:
        leave = priority is Priority.FINAL and self._far_behind and segment.stored is not None
        request = RecognitionRequest(
            segment.samples[:0].copy() if leave else segment.samples,
            language,
            priority,
            segment.speech,
            hints=self.hints,
            short_context=self.short_context,
        )
        self._worker.submit(Job(session, segment.number, request, segment.stored if leave else None))

    @property
    def _far_behind(self) -> bool:
        """A look ahead of all that waits would come too late, and memory has better uses."""
        return self.behind_seconds >= IN_MEMORY_SECONDS

    def _overtake(self, session: SessionId, number: int) -> None:
        """The segment is closed. A look at it may have been dropped in the queue, and would never answer."""
        self._closed[session] = number
        self._cadences[session] = fresh = Cadence()
        fresh.close(number)

    def _is_newest(self, job: Job, answer: Hypothesis | V2mError) -> bool:
        """Whether the words of a look at an open segment are still of use."""
        cadence = self._cadences.get(job.session)
        if cadence is None or job.number <= self._closed.get(job.session, -1):
            return False
        return cadence.finish(0.0 if isinstance(answer, V2mError) else answer.inference_seconds)

    def _claim(self, session: SessionId, guess: _Guess) -> None:
        """The guess at hand, or under way, is the final answer. Later pauses make guesses of their own."""
        self.guesses_used += 1
        if guess.answer is not None:
            self._settle(session, guess.number, guess.answer)
        else:
            self._claimed[session, guess.number] = guess.length
            self._worker.promote(session, guess.number)

    def _on_guess(self, job: Job, answer: Hypothesis | V2mError) -> None:
        claim, guess = (job.session, job.number), self._guesses.get(job.session)
        if claim in self._claimed and len(job.request.samples) == self._claimed[claim]:
            del self._claimed[claim]
            self._settle(job.session, job.number, answer)
        elif guess is None or not guess.made_by(job):
            return  # somebody spoke on
        elif isinstance(answer, V2mError):
            del self._guesses[job.session]  # the final attempt says what is wrong
        else:
            guess.answer = answer

    def _settle(self, session: SessionId, number: int, answer: Hypothesis | V2mError) -> None:
        """The final words of a closed segment, or why there are none."""
        self._owed.pop((session, number), None)
        if isinstance(answer, V2mError):
            log.warning("recognition of a segment failed: %s", type(answer).__name__)
            self.failed.emit(session, number, answer)
            return
        self.recognized.emit(session, number, verdict(answer).hypothesis)
