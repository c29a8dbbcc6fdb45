"""The thread that owns the warm model. Everything that the recognizer does happens on it."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from v2m_desktop.core.errors import RecognitionError, V2mError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, Priority, Recognizer
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition.interruption import abandon, interrupt_later
from v2m_desktop.recognition.job_queue import Job, JobQueue
from v2m_desktop.recognition.video_room import VideoRoom

__all__ = ["Job", "RecognitionObserver", "RecognitionWorker"]

log = logging.getLogger(__name__)

ENDING_SHARE = 0.3
"""Of the time that `stop` has: for ending what did not end by itself."""


class RecognitionObserver(Protocol):
    """Hears of results, on the worker's thread. What it raises is logged and has no other effect."""

    def on_model_state(
        self, state: ModelState, model: LoadedModel | None, error: V2mError | None
    ) -> None: ...

    def on_hypothesis(self, job: Job, hypothesis: Hypothesis) -> None: ...

    def on_failure(self, job: Job, error: V2mError) -> None: ...


@dataclass(frozen=True, slots=True)
class _Load:
    choice: ModelChoice


@dataclass(frozen=True, slots=True)
class _Fail:
    error: V2mError


@dataclass(frozen=True, slots=True)
class _Warm:
    pass


_Command = _Load | _Fail | _Warm


class RecognitionWorker:
    """Runs jobs one by one, by priority. Any thread may call its methods; all but `stop` return at once.

    Jobs wait while no model was asked for yet and while one is loading; after an unload the first job, or
    `warm` before it, loads the model again: a check, which is worth no load, fails. When a load fails, that
    is told, and the model that worked before is loaded again for the jobs that wait. Without one they fail
    with the error, and so do later ones until the next load: their audio is the caller's to keep.
    """

    def __init__(
        self, recognizer: Recognizer, observer: RecognitionObserver, room: VideoRoom | None = None
    ) -> None:
        self._recognizer = recognizer
        self._observer = observer
        self._room = room or VideoRoom()
        self._wake = threading.Condition()
        self._commands: deque[_Command] = deque()
        self._jobs = JobQueue()
        self._running: Job | None = None
        self._running_dropped = False
        self._stopping = False
        self._unload_wanted = False
        self._state = ModelState.UNLOADED
        self._choice: ModelChoice | None = None
        self._proven: ModelChoice | None = None
        self._model: LoadedModel | None = None
        self._load_error: V2mError | None = None
        self._thread = threading.Thread(target=self._run, name="recognition", daemon=True)

    def start(self) -> None:
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Whether a job is being worked on or waits: one look, as a job passes from the one to the other."""
        with self._wake:
            return self._running is not None or len(self._jobs) > 0

    @property
    def state(self) -> ModelState:
        return self._state

    def load(self, choice: ModelChoice) -> None:
        """Load a model, in place of the one in memory; where it is that one, only say so again.

        A load or failure that was ordered before and has not begun is forgotten.
        """
        self._command(_Load(choice), instead=True)

    def fail(self, error: V2mError) -> None:
        """No model could be found to load, and none is to be fallen back to."""
        self._command(_Fail(error), instead=True)

    def warm(self) -> None:
        """The model will be needed soon: load it if it is not in memory, or keep it if it was about to go.

        After a load that failed this tries again. Nothing happens while no model was ever asked for.
        """
        self._command(_Warm())

    def unload(self) -> None:
        """Give the memory back once no job runs or waits; `warm` or a load before that calls it off."""
        with self._wake:
            self._unload_wanted = True
            self._wake.notify()

    def submit(self, job: Job) -> None:
        with self._wake:
            if self._stopping:
                return
            self._jobs.put(job)
            self._wake.notify()

    def promote(self, session: SessionId, number: int) -> None:
        """The speculative job of this segment turned out to be the final one."""
        with self._wake:
            self._jobs.promote(session, number)

    def cancel(self, session: SessionId) -> None:
        """Forget the jobs of a take. A running one is not reported, and is ended where it takes long."""
        with self._wake:
            self._jobs.drop(session)
            job = self._running
            if job is None or job.session != session or self._running_dropped:
                return
            self._running_dropped = True
        interrupt_later(self._recognizer, lambda deed: self._if_running(job, deed))

    def drop_checks(self) -> bool:
        """Forget the checks that wait, and say whether there were any. A running one goes on."""
        with self._wake:
            return self._jobs.drop_all(Priority.CHECK)

    def stop(self, deadline: float) -> bool:
        """Finish what runs, drop the others, unload, end; False if `deadline` seconds were too few.

        What takes most of that time is given up, where the recognizer allows it.
        """
        with self._wake:
            self._stopping = True
            self._jobs.clear()
            self._wake.notify()
        if self._thread.ident is None:
            return True
        self._thread.join(deadline * (1 - ENDING_SHARE))
        if self._thread.is_alive():
            abandon(self._recognizer)
            self._thread.join(deadline * ENDING_SHARE)
        return not self._thread.is_alive()

    def _if_running(self, job: Job, deed: Callable[[], None]) -> None:
        """Under the lock, so that no other job can have begun."""
        with self._wake:
            if self._running is job:
                log.info("a canceled job took too long, and is ended")
                deed()

    def _command(self, command: _Command, *, instead: bool = False) -> None:
        with self._wake:
            self._unload_wanted = False
            if instead:
                self._commands.clear()
            self._commands.append(command)
            self._wake.notify()

    # Worker thread

    def _run(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(self._has_work)
                if self._stopping:
                    break
                command = self._commands.popleft() if self._commands else None
                job = None if command else self._jobs.take()
                unload = command is None and job is None and self._takes_unload()
                self._running, self._running_dropped = job, False
            if command is not None:
                self._carry_out(command)
            elif job is not None:
                self._work_on(job)
                with self._wake:
                    self._running = None
            elif unload:
                self._unload()
        _guarded(self._recognizer.unload)

    def _has_work(self) -> bool:
        has_job = len(self._jobs) > 0 and (self._state is not ModelState.UNLOADED or self._choice is not None)
        return self._stopping or bool(self._commands) or has_job or self._takes_unload()

    def _takes_unload(self) -> bool:
        """Only a model in memory can be given back; until one is there the wish stands."""
        return self._unload_wanted and self._state is ModelState.READY

    def _carry_out(self, command: _Command) -> None:
        match command:
            case _Load(choice):
                if self._state is ModelState.READY and choice == self._choice:
                    self._change(ModelState.READY, self._model)
                else:
                    self._load(choice)
            case _Fail(error):
                self._give_up(error)
            case _Warm():
                if not self._has_model() and self._choice is not None:
                    self._load(self._choice)

    def _unload(self) -> None:
        self._unload_wanted = False
        _guarded(self._recognizer.unload)
        self._change(ModelState.UNLOADED)

    def _load(self, choice: ModelChoice) -> None:
        before = self._proven
        error = self._try(choice)
        if error is None or self._superseded():
            return
        if before is not None and before != choice:
            self._change(ModelState.FAILED, None, error)
            log.info("the model before the one that failed is loaded again")
            error = self._try(before)
        if error is not None:
            self._fail_load(error)

    def _try(self, choice: ModelChoice) -> V2mError | None:
        """Load it, or say why not."""
        self._choice, self._load_error = choice, None
        self._change(ModelState.LOADING)
        try:
            if self._recognizer.model is not None:
                self._recognizer.unload()  # its memory counts as free
            model = self._recognizer.load(self._room.before_load(choice))
        except V2mError as error:
            return error
        except Exception as error:  # noqa: BLE001 - the thread must outlive any recognizer
            return _unexpected(error)
        self._proven = choice
        self._change(ModelState.READY, model)
        return None

    def _superseded(self) -> bool:
        """Whether another load decides what becomes of the jobs that wait, or nothing does any more."""
        with self._wake:
            return self._stopping or any(not isinstance(command, _Warm) for command in self._commands)

    def _give_up(self, error: V2mError) -> None:
        """Nothing can be loaded, and what is in memory is not wanted."""
        if self._state is ModelState.READY:
            _guarded(self._recognizer.unload)
        self._choice = self._proven = None
        self._fail_load(error)

    def _fail_load(self, error: V2mError) -> None:
        with self._wake:
            self._load_error = error
            failed = self._jobs.clear()
        self._change(ModelState.FAILED, None, error)
        for job in failed:
            self._report(self._observer.on_failure, job, error)

    def _work_on(self, job: Job) -> None:
        if job.request.priority is Priority.CHECK and not self._has_model():
            error = RecognitionError("No model is loaded: choose one in the tray menu, then try again.")
            self._answer(job, error)
            return
        if self._state is ModelState.UNLOADED and self._choice is not None:
            self._load(self._choice)
            while self.state is ModelState.LOADING and (command := self._next_command()) is not None:
                self._carry_out(command)  # it came in place of that load, which failed
        if self._load_error is not None:
            self._answer(job, self._load_error)
            return
        try:
            request = self._room.before_decode(job.whole_request(), self._model)
            answer: Hypothesis | V2mError = self._recognizer.recognize(request)
        except V2mError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - the thread must outlive any recognizer
            answer = _unexpected(error)
        self._follow_model()
        self._answer(job, answer)

    def _has_model(self) -> bool:
        """Whether a model is in memory: a process may have ended since it was used."""
        if self._state is ModelState.READY:
            self._follow_model()
        return self._state is ModelState.READY

    def _next_command(self) -> _Command | None:
        with self._wake:
            return self._commands.popleft() if self._commands and not self._stopping else None

    def _follow_model(self) -> None:
        """Tell where the recognizer went on with another model, or was left without one."""
        model = self._recognizer.model
        if model is None:
            self._change(ModelState.UNLOADED)
        elif model is not self._model:
            self._change(ModelState.READY, model)

    def _answer(self, job: Job, answer: Hypothesis | V2mError) -> None:
        with self._wake:
            if self._running_dropped:
                return
        if isinstance(answer, V2mError):
            self._report(self._observer.on_failure, job, answer)
        else:
            self._report(self._observer.on_hypothesis, job, answer)

    def _change(
        self, state: ModelState, model: LoadedModel | None = None, error: V2mError | None = None
    ) -> None:
        self._state, self._model = state, model
        self._report(self._observer.on_model_state, state, model, error)

    def _report(self, callback: Callable[..., None], *arguments: object) -> None:
        _guarded(lambda: callback(*arguments))


def _unexpected(error: Exception) -> V2mError:
    # Only the kind of a foreign error is told: its message could quote what was said.
    log.error("the recognizer raised %s", type(error).__name__)
    return RecognitionError(
        "The recognizer failed ({kind}). The recording is kept: try again or choose another model.",
        kind=type(error).__name__,
    )


def _guarded(action: Callable[[], None]) -> None:
    try:
        action()
    except Exception as error:  # noqa: BLE001 - the thread must outlive any observer
        log.error("%s was raised on the recognition thread", type(error).__name__)
