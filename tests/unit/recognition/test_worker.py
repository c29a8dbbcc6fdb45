"""The thread that owns the model: order of work, nothing lost, nothing kills it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.recognizer import FakeRecognizer
from tests.unit.recognition.worker_bench import DEMO, FILE, PROVISIONAL, SECONDS, Bench, Witness, job
from v2m_desktop.core.errors import ModelMissingError, RecognitionError
from v2m_desktop.core.recognition import ModelChoice, Priority
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.recognition.worker import RecognitionWorker

LOADING, READY, FAILED = ModelState.LOADING, ModelState.READY, ModelState.FAILED
OTHER, THIRD = replace(DEMO, name="other"), replace(DEMO, name="third")


def test_final_words_go_before_provisional_ones_and_those_before_files(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for each in (job(1, 0, FILE), job(2, 0, PROVISIONAL), job(3, 0), job(3, 1), job(1, 1, FILE)):
        bench.worker.submit(each)
    assert bench.worker.busy
    assert bench.release(6) == [(99, 0), (3, 0), (3, 1), (2, 0), (1, 0), (1, 1)]


def test_checks_go_last_and_make_way_but_for_the_one_that_runs(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for each in (job(1, 0, Priority.CHECK), job(2, 0, FILE), job(3, 0, PROVISIONAL)):
        bench.worker.submit(each)
    assert bench.release(4) == [(99, 0), (3, 0), (2, 0), (1, 0)]
    bench.recognizer.gate.clear()
    bench.recognizer.entered.clear()
    bench.worker.submit(job(4, 0, Priority.CHECK))
    assert bench.recognizer.entered.wait(SECONDS)
    assert not bench.worker.drop_checks(), "it runs"
    bench.worker.submit(job(5, 0, Priority.CHECK))
    bench.worker.submit(job(6, 0, FILE))
    assert bench.worker.drop_checks()
    assert bench.release(6)[4:] == [(4, 0), (6, 0)]


def test_a_newer_provisional_job_replaces_the_waiting_one_of_its_take_only(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for each in (job(1, 0, PROVISIONAL), job(2, 0, PROVISIONAL), job(1, 1, PROVISIONAL)):
        bench.worker.submit(each)
    assert bench.release(3) == [(99, 0), (1, 1), (2, 0)]


def test_a_recording_made_before_the_model_is_ready_loses_nothing(bench: Bench) -> None:
    bench.worker.submit(job(1, 0))
    bench.recognizer.gate.clear()
    bench.worker.load(DEMO)
    assert bench.recognizer.entered.wait(SECONDS)
    bench.worker.submit(job(1, 1))
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


def test_a_load_that_fails_leaves_the_jobs_to_the_model_before_it(bench: Bench, tmp_path: Path) -> None:
    bench.ready()
    bench.block()
    bench.worker.load(ModelChoice("gone", tmp_path / "gone"))
    bench.worker.submit(job(1, 0))
    assert bench.release(2) == [(99, 0), (1, 0)]
    assert bench.witness.failures == []
    assert bench.witness.states == [LOADING, READY, LOADING, FAILED, LOADING, READY]
    assert isinstance(bench.witness.model_errors[3], ModelMissingError)


def test_a_model_before_that_fails_too_is_not_tried_for_ever(bench: Bench) -> None:
    bench.ready()
    bench.recognizer.load_failures.extend([RecognitionError("first"), RecognitionError("second")])
    bench.worker.load(OTHER)
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    assert bench.witness.states[2:] == [LOADING, FAILED, LOADING, FAILED]
    assert bench.recognizer.loads == [DEMO, OTHER, DEMO]


def test_a_load_that_fails_says_nothing_where_another_was_ordered_meanwhile(bench: Bench) -> None:
    bench.ready()
    bench.recognizer.gate.clear()
    bench.recognizer.entered.clear()
    bench.recognizer.load_failures.append(RecognitionError("not this one"))
    bench.worker.load(OTHER)
    assert bench.recognizer.entered.wait(SECONDS)
    bench.worker.load(THIRD)
    bench.worker.submit(job(1, 0))
    assert bench.release(1) == [(1, 0)]
    assert bench.recognizer.loads == [DEMO, OTHER, THIRD]
    assert bench.witness.states == [LOADING, READY, LOADING, LOADING, READY]


def test_of_several_loads_that_wait_only_the_last_is_done(bench: Bench) -> None:
    bench.ready()
    bench.block()
    for choice in (OTHER, THIRD, OTHER, THIRD):
        bench.worker.load(choice)
    bench.worker.submit(job(1, 0))
    bench.release(2)
    assert bench.recognizer.loads == [DEMO, THIRD]


def test_the_model_that_is_in_memory_is_not_loaded_again(bench: Bench) -> None:
    bench.ready()
    bench.worker.load(DEMO)
    bench.witness.wait(lambda: bench.witness.states == [LOADING, READY, READY])
    assert bench.recognizer.loads == [DEMO]
    assert bench.witness.models[1] is bench.witness.models[2]


def test_what_is_not_wanted_any_more_does_not_stay_in_memory(bench: Bench) -> None:
    bench.ready()
    bench.worker.fail(ModelMissingError("There is no such model."))
    bench.witness.wait(lambda: bench.witness.states == [LOADING, READY, FAILED])
    assert bench.recognizer.unloads == 1
    bench.worker.warm()
    bench.worker.submit(job(1, 0))
    bench.witness.wait(lambda: len(bench.witness.failures) == 1)
    assert bench.recognizer.loads == [DEMO]


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
    assert not bench.worker.busy


def test_a_worker_that_never_started_stops() -> None:
    assert RecognitionWorker(FakeRecognizer(), Witness()).stop(SECONDS)
