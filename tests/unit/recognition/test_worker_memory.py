"""Memory given back and taken again: never in the middle of work, never twice, never without telling."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.recognition.worker_bench import DEMO, FILE, PROVISIONAL, SECONDS, Bench, job
from v2m_desktop.core.errors import ModelMissingError, RecognitionError
from v2m_desktop.core.recognition import LoadedModel, Priority
from v2m_desktop.core.session import ModelState

UNLOADED, LOADING, READY, FAILED = (
    ModelState.UNLOADED,
    ModelState.LOADING,
    ModelState.READY,
    ModelState.FAILED,
)
ON_CPU = LoadedModel("demo", "cpu", "int8", multilingual=True, load_seconds=0.1)


def unloaded(bench: Bench) -> None:
    bench.ready()
    bench.worker.unload()
    bench.witness.wait(lambda: bench.witness.states[-1:] == [UNLOADED])


def test_unload_gives_the_memory_back_and_the_next_job_loads_again(bench: Bench) -> None:
    unloaded(bench)
    assert bench.recognizer.unloads == 1
    assert bench.recognizer.model is None
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 0)])
    assert bench.recognizer.loads == [DEMO, DEMO]


def test_a_check_is_worth_no_load(bench: Bench) -> None:
    unloaded(bench)
    bench.worker.submit(job(1, 0, Priority.CHECK))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    assert bench.witness.states == [LOADING, READY, UNLOADED]
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 1)])
    bench.recognizer.model = None  # its process ended
    bench.worker.submit(job(1, 2, Priority.CHECK))
    bench.witness.wait(lambda: len(bench.witness.failures) == 2)
    assert bench.witness.states[-1] is UNLOADED
    assert bench.recognizer.loads == [DEMO, DEMO]


def test_a_job_whose_load_fails_waits_for_the_one_that_was_ordered_meanwhile(bench: Bench) -> None:
    unloaded(bench)
    bench.recognizer.load_failures.append(RecognitionError("there is no memory"))
    bench.block(session=1)  # in the load that it needs
    bench.worker.load(replace(DEMO, name="smaller"))
    assert bench.release(1) == [(1, 0)]
    assert bench.witness.failures == []
    assert [choice.name for choice in bench.recognizer.loads] == ["demo", "demo", "smaller"]


def test_an_unload_waits_for_the_running_job_and_for_those_that_wait(bench: Bench) -> None:
    bench.ready()
    bench.block()
    bench.worker.unload()
    for each in (job(1, 0), job(1, 1, PROVISIONAL), job(1, 2, FILE)):
        bench.worker.submit(each)
    assert bench.recognizer.unloads == 0
    assert bench.release(4) == [(99, 0), (1, 0), (1, 1), (1, 2)]
    bench.witness.wait(lambda: bench.witness.states[-1:] == [UNLOADED])
    assert bench.recognizer.unloads == 1
    assert bench.recognizer.loads == [DEMO], "no job found the model gone"


def test_a_take_that_begins_calls_off_an_unload_that_waits(bench: Bench) -> None:
    bench.ready()
    bench.block()
    bench.worker.unload()
    bench.worker.warm()
    bench.worker.submit(job(1, 0))
    bench.release(2)
    assert bench.worker.stop(SECONDS)
    assert bench.witness.states == [LOADING, READY]


def test_an_unload_before_the_model_is_ready_is_done_when_it_is(bench: Bench) -> None:
    bench.recognizer.gate.clear()
    bench.worker.load(DEMO)
    assert bench.recognizer.entered.wait(SECONDS)
    bench.worker.unload()
    bench.recognizer.gate.set()
    bench.witness.wait(lambda: bench.witness.states == [LOADING, READY, UNLOADED])


def test_the_model_is_loaded_once_however_many_ask_for_it(bench: Bench) -> None:
    unloaded(bench)
    bench.recognizer.entered.clear()
    bench.recognizer.gate.clear()
    bench.worker.warm()
    assert bench.recognizer.entered.wait(SECONDS)
    bench.worker.warm()
    bench.worker.submit(job(1, 0))
    bench.worker.warm()
    assert bench.release(1) == [(1, 0)]
    bench.worker.warm()
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: len(bench.witness.answers) == 2)
    assert bench.recognizer.loads == [DEMO, DEMO]


def test_warm_before_any_model_was_asked_for_does_nothing(bench: Bench) -> None:
    bench.worker.warm()
    bench.worker.unload()
    bench.worker.submit(job(1, 0))
    bench.worker.load(DEMO)
    bench.witness.wait(lambda: bench.witness.answers == [(1, 0)])
    assert bench.witness.states == [LOADING, READY]
    assert bench.recognizer.loads == [DEMO]


@pytest.mark.parametrize("ahead", [True, False])
def test_a_model_that_is_gone_after_an_unload_fails_the_jobs_and_heals_when_it_is_back(
    bench: Bench, tmp_path: Path, ahead: bool
) -> None:
    folder = tmp_path / "model"
    folder.symlink_to(DEMO.folder)
    bench.worker.load(replace(DEMO, folder=folder))
    bench.worker.unload()
    bench.witness.wait(lambda: bench.witness.states[-1:] == [UNLOADED])
    folder.unlink()
    if ahead:
        bench.worker.warm()
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    ((session, number, error),) = bench.witness.failures
    assert (session, number) == (1, 0)
    assert isinstance(error, ModelMissingError)
    assert bench.witness.states[-1] is FAILED
    bench.worker.unload()
    folder.symlink_to(DEMO.folder)
    bench.worker.warm()
    bench.worker.submit(job(2, 0))
    bench.witness.wait(lambda: bench.witness.answers == [(2, 0)])


def test_another_model_in_the_middle_of_a_job_is_told_before_the_words(bench: Bench) -> None:
    bench.ready()
    bench.recognizer.falls_to.append(ON_CPU)
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 0)])
    assert bench.witness.states == [LOADING, READY, READY]
    assert bench.witness.models[-1] is ON_CPU
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: len(bench.witness.answers) == 2)
    assert bench.witness.states == [LOADING, READY, READY], "told once"


def test_a_recognizer_left_without_a_model_loads_it_again_for_the_next_job(bench: Bench) -> None:
    bench.ready()
    bench.recognizer.falls_to.append(None)
    bench.recognizer.failures.append(RecognitionError("There is not enough memory."))
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    assert bench.witness.states == [LOADING, READY, UNLOADED]
    bench.worker.submit(job(1, 1))
    bench.witness.wait(lambda: bench.witness.answers == [(1, 1)])
    assert bench.recognizer.loads == [DEMO, DEMO]


@pytest.mark.parametrize("seed", range(20))
def test_in_any_order_every_job_is_answered_and_loads_and_unloads_alternate(bench: Bench, seed: int) -> None:
    chance = random.Random(seed)
    bench.ready()
    jobs = 0
    for _ in range(60):
        match chance.choice(["job", "job", "unload", "warm"]):
            case "job":
                bench.worker.submit(job(1, jobs))
                jobs += 1
            case "unload":
                bench.worker.unload()
            case "warm":
                bench.worker.warm()
    bench.witness.wait(lambda: len(bench.witness.answers) == jobs)
    assert bench.witness.failures == []
    assert [number for _, number in bench.witness.answers] == list(range(jobs))
    assert bench.worker.stop(SECONDS)
    states = bench.witness.states
    cycle = [LOADING, READY, UNLOADED]
    assert states == [cycle[place % 3] for place in range(len(states))]
