"""The thread that owns the model: order of work, nothing lost, nothing kills it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.recognizer import FakeRecognizer
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.errors import ModelMissingError, RecognitionError, V2mError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition.worker import Job, RecognitionWorker

DEMO = ModelChoice("demo", resource("models/demo"))
SECONDS = 20.0

FINAL, PROVISIONAL, FILE = Priority.FINAL, Priority.PROVISIONAL, Priority.FILE


class Witness:
    """Writes down what it is told, and lets a test wait for it."""

    def __init__(self) -> None:
        self.states: list[ModelState] = []
        self.model_errors: list[V2mError | None] = []
        self.answers: list[tuple[int, int]] = []
        self.failures: list[tuple[int, int, V2mError]] = []
        self.raises = False
        self._news = threading.Condition()

    def on_model_state(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        assert (model is not None) == (state is ModelState.READY)
        self.model_errors.append(error)
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


@pytest.fixture
def bench() -> Iterator[Bench]:
    made = Bench()
    yield made
    made.recognizer.gate.set()
    assert made.worker.stop(SECONDS)


def test_final_words_go_before_provisional_ones_and_those_before_files(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for each in (job(1, 0, FILE), job(2, 0, PROVISIONAL), job(3, 0), job(3, 1), job(1, 1, FILE)):
        bench.worker.submit(each)
    assert bench.worker.pending == 5
    assert bench.worker.busy
    assert bench.release(6) == [(99, 0), (3, 0), (3, 1), (2, 0), (1, 0), (1, 1)]


def test_a_newer_provisional_job_replaces_the_waiting_one_of_its_take_only(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for each in (job(1, 0, PROVISIONAL), job(2, 0, PROVISIONAL), job(1, 1, PROVISIONAL)):
        bench.worker.submit(each)
    assert bench.worker.pending == 2
    assert bench.release(3) == [(99, 0), (1, 1), (2, 0)]


def test_a_recording_made_before_the_model_is_ready_loses_nothing(bench: Bench) -> None:
    bench.worker.submit(job(1, 0))
    bench.recognizer.gate.clear()
    bench.worker.load(DEMO)
    assert bench.recognizer.entered.wait(SECONDS)
    bench.worker.submit(job(1, 1))
    assert bench.worker.pending == 2
    assert bench.release(2) == [(1, 0), (1, 1)]
    assert bench.witness.states == [ModelState.LOADING, ModelState.READY]


def test_a_load_that_fails_fails_the_jobs_with_its_error_until_another_load_succeeds(
    bench: Bench, tmp_path: Path
) -> None:
    bench.worker.submit(job(1, 0))
    bench.worker.load(ModelChoice("gone", tmp_path / "gone"))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: len(bench.witness.failures) == 2)
    assert all(isinstance(error, ModelMissingError) for *_, error in bench.witness.failures)
    assert bench.witness.states == [ModelState.LOADING, ModelState.FAILED]
    assert isinstance(bench.witness.model_errors[-1], ModelMissingError)
    bench.ready()
    bench.worker.submit(job(1, 2))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 2)])


def test_a_model_that_cannot_be_found_fails_the_jobs_that_wait_for_it(bench: Bench) -> None:
    bench.worker.submit(job(1, 0))
    error = ModelMissingError("There is no such model.")
    bench.worker.fail(error)
    bench.witness.wait(lambda: bench.witness.failures == [(1, 0, error)])
    assert bench.witness.states == [ModelState.FAILED]


@pytest.mark.expects_log("the recognizer raised")
@pytest.mark.parametrize(
    "raised", [RecognitionError("out of memory"), RuntimeError("my secret words"), MemoryError()]
)
def test_an_engine_failure_is_reported_as_one_and_the_next_job_is_served(
    bench: Bench, raised: Exception
) -> None:
    bench.ready()
    bench.recognizer.failures.append(raised)
    bench.worker.submit(job(1, 0))
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 1)])
    ((session, number, error),) = bench.witness.failures
    assert (session, number) == (1, 0)
    assert isinstance(error, RecognitionError)
    assert "secret" not in error.message


@pytest.mark.expects_log("the recognizer raised")
def test_an_unexpected_failure_to_load_is_told_as_one(bench: Bench) -> None:
    bench.recognizer.load_failures.append(RuntimeError("broken"))
    bench.worker.load(DEMO)
    bench.witness.wait(lambda: bench.witness.states[-1:] == [ModelState.FAILED])
    bench.ready()


@pytest.mark.expects_log("was raised on the recognition thread")
def test_an_observer_that_fails_does_not_stop_the_work(bench: Bench) -> None:
    bench.ready()
    bench.witness.raises = True
    bench.worker.submit(job(1, 0))
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 0), (1, 1)])


def test_a_cancelled_take_is_neither_recognized_nor_reported(bench: Bench) -> None:
    bench.ready()
    bench.block(session=1)
    bench.worker.submit(job(1, 1))
    bench.worker.submit(job(1, 2, PROVISIONAL))
    bench.worker.submit(job(2, 0))
    bench.worker.cancel(SessionId(1))
    assert bench.release(1) == [(2, 0)]
    assert len(bench.recognizer.requests) == 2


def test_unload_gives_the_memory_back_and_the_next_job_loads_again(bench: Bench) -> None:
    bench.ready()
    bench.worker.unload()
    bench.witness.wait(lambda: bench.witness.states[-1:] == [ModelState.UNLOADED])
    assert bench.recognizer.unloads == 1
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 0)])
    assert len(bench.recognizer.loads) == 2


def test_the_recognizer_is_used_by_one_thread_only(bench: Bench) -> None:
    bench.ready()
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: len(bench.witness.answers) == 1)
    assert len(bench.recognizer.threads) == 1
    assert threading.get_ident() not in bench.recognizer.threads


def test_stop_drops_what_waits_unloads_and_ends_the_thread() -> None:
    bench = Bench()
    bench.ready()
    bench.block()
    bench.worker.submit(job(1, 0))
    assert not bench.worker.stop(0.01), "a running job cannot be interrupted"
    bench.recognizer.gate.set()
    assert bench.worker.stop(SECONDS)
    assert bench.recognizer.unloads == 1
    assert (1, 0) not in bench.witness.answers
    bench.worker.submit(job(1, 1))
    assert bench.worker.pending == 0


def test_a_worker_that_never_started_stops() -> None:
    assert RecognitionWorker(FakeRecognizer(), Witness()).stop(SECONDS)
