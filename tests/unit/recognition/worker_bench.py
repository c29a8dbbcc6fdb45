"""A recognition worker with a fake recognizer, and a witness of what it tells."""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np

from tests.fakes.recognizer import FakeRecognizer
from tests.patience import PATIENCE_S
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition.worker import Job, RecognitionWorker

DEMO = ModelChoice("demo", resource("models/demo"))
SECONDS = PATIENCE_S

FINAL, PROVISIONAL, FILE = Priority.FINAL, Priority.PROVISIONAL, Priority.FILE


class Witness:
    """Writes down what it is told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.states: list[ModelState] = []
        self.model_errors: list[V2mError | None] = []
        self.models: list[LoadedModel | None] = []
        self.answers: list[tuple[int, int]] = []
        self.failures: list[tuple[int, int, V2mError]] = []
        self.raises = False
        self._news = threading.Condition()

    def on_model_state(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        assert (model is not None) == (state is ModelState.READY)
        self.model_errors.append(error)
        self.models.append(model)
        self._note(lambda: self.states.append(state))

    def on_hypothesis(self, job: Job, hypothesis: Hypothesis) -> None:
        self._note(lambda: self.answers.append((job.session, job.number)))

    def on_failure(self, job: Job, error: V2mError) -> None:
        self._note(lambda: self.failures.append((job.session, job.number, error)))

    def wait(self, condition: Callable[[], bool]) -> None:
        with self._news:
            assert self._news.wait_for(condition, SECONDS), (self.states, self.answers, self.failures)

    def _note(self, note: Callable[[], object]) -> None:
        with self._news:
            note()
            self._news.notify_all()
        if self.raises:
            raise ValueError("an observer that fails")


def job(session: int, number: int, priority: Priority = FINAL) -> Job:
    samples = np.full(1600, 0.1, dtype=np.float32)
    return Job(SessionId(session), number, RecognitionRequest(samples, "en", priority, CLEAR_SPEECH))


class Bench:
    """A worker, its recognizer and its witness."""

    def __init__(self) -> None:
        self.recognizer = FakeRecognizer()
        self.witness = Witness()
        self.worker = RecognitionWorker(self.recognizer, self.witness)
        self.worker.start()

    def ready(self) -> None:
        self.worker.load(DEMO)
        self.witness.wait(lambda: self.witness.states[-1:] == [ModelState.READY])

    def block(self, session: int = 99) -> None:
        """Keep the worker busy with a job until the gate opens."""
        self.recognizer.gate.clear()
        self.recognizer.entered.clear()
        self.worker.submit(job(session, 0))
        assert self.recognizer.entered.wait(SECONDS)

    def release(self, answers: int) -> list[tuple[int, int]]:
        """Open the gate, wait for this many answers in all and give them."""
        self.recognizer.gate.set()
        self.witness.wait(lambda: len(self.witness.answers) + len(self.witness.failures) >= answers)
        return self.witness.answers
