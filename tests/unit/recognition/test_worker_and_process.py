"""What the recognition thread does about a process that ends between requests, and about requests to end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from tests.fakes.recognizer import FakeRecognizer
from tests.unit.recognition.test_remote import misbehaving
from tests.unit.recognition.worker_bench import DEMO, SECONDS, Witness, job
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition import interruption
from v2m_desktop.recognition import worker as worker_module
from v2m_desktop.recognition.remote import RemoteRecognizer
from v2m_desktop.recognition.worker import RecognitionWorker

LOADING, READY, UNLOADED = ModelState.LOADING, ModelState.READY, ModelState.UNLOADED


class InterruptibleFake(FakeRecognizer):
    """Counts what a process would be ended by. `interrupted` is set by it."""

    def __init__(self) -> None:
        super().__init__()
        self.interrupted = threading.Event()

    def interrupt(self) -> None:
        self.interrupted.set()
        self.gate.set()

    def abandon(self) -> None:
        self.interrupt()


@pytest.fixture
def witness() -> Witness:
    return Witness()


@pytest.fixture
def remote(witness: Witness) -> Iterator[tuple[RemoteRecognizer, RecognitionWorker]]:
    recognizer = RemoteRecognizer(misbehaving("behave"))
    worker = RecognitionWorker(recognizer, witness)
    worker.start()
    worker.load(DEMO)
    witness.wait(lambda: witness.states == [LOADING, READY])
    yield recognizer, worker
    assert worker.stop(SECONDS)


@pytest.fixture
def fake(witness: Witness) -> Iterator[tuple[InterruptibleFake, RecognitionWorker]]:
    recognizer = InterruptibleFake()
    worker = RecognitionWorker(recognizer, witness)
    worker.start()
    worker.load(DEMO)
    witness.wait(lambda: witness.states == [LOADING, READY])
    recognizer.gate.clear()
    recognizer.entered.clear()
    worker.submit(job(1, 0))
    assert recognizer.entered.wait(SECONDS)
    yield recognizer, worker
    recognizer.gate.set()
    assert worker.stop(SECONDS)


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[Callable[[], None]], None]]:
    """What would be asked once the patience with a canceled request is over, for the test to ask."""
    asked: list[Callable[[Callable[[], None]], None]] = []
    monkeypatch.setattr(worker_module, "interrupt_later", lambda _, asking: asked.append(asking))
    return asked


def test_a_process_that_ended_is_started_again_when_a_take_begins(
    remote: tuple[RemoteRecognizer, RecognitionWorker], witness: Witness
) -> None:
    recognizer, worker = remote
    child = psutil.Process(recognizer.process_id)
    child.kill()
    psutil.wait_procs([child], SECONDS)
    worker.warm()
    witness.wait(lambda: witness.states[2:] == [UNLOADED, LOADING, READY])
    worker.submit(job(1, 0))
    witness.wait(lambda: witness.answers == [(1, 0)])


def test_a_process_that_lives_is_kept_when_a_take_begins(
    remote: tuple[RemoteRecognizer, RecognitionWorker], witness: Witness
) -> None:
    recognizer, worker = remote
    before = recognizer.process_id
    worker.warm()
    worker.submit(job(1, 0))
    witness.wait(lambda: witness.answers == [(1, 0)])
    assert witness.states == [LOADING, READY]
    assert recognizer.process_id == before


def test_a_canceled_request_is_ended_when_it_takes_long(
    fake: tuple[InterruptibleFake, RecognitionWorker], witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interruption, "PATIENCE_SECONDS", 0.05)
    recognizer, worker = fake
    worker.submit(job(2, 0))
    worker.cancel(SessionId(1))
    assert recognizer.interrupted.wait(SECONDS)
    witness.wait(lambda: witness.answers == [(2, 0)])


def test_a_canceled_request_that_ends_by_itself_costs_the_next_one_nothing(
    fake: tuple[InterruptibleFake, RecognitionWorker],
    witness: Witness,
    later: list[Callable[[Callable[[], None]], None]],
) -> None:
    recognizer, worker = fake
    worker.submit(job(2, 0))
    worker.cancel(SessionId(1))
    recognizer.gate.set()
    witness.wait(lambda: witness.answers == [(2, 0)])
    [if_still_running] = later
    if_still_running(recognizer.interrupt)
    assert not recognizer.interrupted.is_set()


def test_the_request_of_another_take_is_not_ended(
    fake: tuple[InterruptibleFake, RecognitionWorker], later: list[Callable[[Callable[[], None]], None]]
) -> None:
    _, worker = fake
    worker.cancel(SessionId(2))
    assert later == []


@pytest.mark.parametrize("how", ["hang", "hang in load"])
def test_the_end_does_not_wait_for_a_process_that_hangs(
    how: str, tmp_path: Path, witness: Witness, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(worker_module, "ENDING_SHARE", 0.97)
    marker = tmp_path / "marker"
    recognizer = RemoteRecognizer(misbehaving(how, marker), load_seconds=3600, answer_seconds=3600)
    worker = RecognitionWorker(recognizer, witness)
    worker.start()
    worker.load(DEMO)
    worker.submit(job(1, 0))
    pause = threading.Event()
    while not marker.exists():
        pause.wait(0.02)
    child = recognizer.process_id
    assert child is not None
    assert worker.stop(SECONDS)
    assert not psutil.pid_exists(child)
    assert recognizer.process_id is None
