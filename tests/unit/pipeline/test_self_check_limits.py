"""Sentences that come late, or that the model was not sure of, keep nothing busy and prove nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.check_bench import CheckBench, agree, other_words_when_short, segment
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.pipeline.self_check import FEWEST_SENTENCES, SPOT_CHECK_EVERY, Verdict


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[CheckBench]:
    made = CheckBench(tmp_path, qtbot)
    yield made
    made.close()


def answer_late(bench: CheckBench, stage: TakeStage) -> None:
    """The take is over before its sentence is told: it had no words, or its end was quicker."""
    bench.begin_take()
    bench.recognizer.gate.clear()
    with bench.qtbot.waitSignal(bench.recognition.heard):
        bench.recognition.recognize(SessionId(bench.taken), segment(), "en")
        bench.end_take(stage)
        bench.recognizer.gate.set()


def test_a_sentence_that_is_told_after_its_take_does_not_wait_for_the_next_one(bench: CheckBench) -> None:
    answer_late(bench, TakeStage.DELIVERED)
    bench.wait(lambda: bench.found.compared == 1)
    assert not bench.check.waiting, "the model would stay in memory"


def test_a_sentence_that_is_told_after_its_take_was_discarded_is_not_kept(bench: CheckBench) -> None:
    answer_late(bench, TakeStage.CANCELLED)
    assert not bench.check.waiting
    bench.take()
    assert bench.checks == [True]


def test_what_the_full_hearing_is_not_sure_of_tells_nothing(bench: CheckBench) -> None:
    bench.recognizer.answer = other_words_when_short
    bench.recognizer.stumbles = lambda request: not request.short_context
    bench.take()
    assert bench.checks == []
    assert bench.found.verdict is Verdict.CHECKING


def test_a_short_hearing_that_echoed_tells_nothing(bench: CheckBench) -> None:
    bench.recognizer.answer = other_words_when_short
    bench.recognizer.stumbles = lambda request: request.short_context
    bench.take()
    assert bench.checks == [True]
    assert (bench.found.verdict, bench.found.compared) == (Verdict.CHECKING, 0)


def test_a_spot_check_that_is_not_sure_tells_nothing(bench: CheckBench) -> None:
    agree(bench)
    bench.recognizer.requests.clear()
    bench.recognizer.answer = other_words_when_short
    bench.recognizer.stumbles = lambda request: not request.short_context
    for _ in range(SPOT_CHECK_EVERY):
        bench.take()
    assert bench.checks == [False]
    assert (bench.found.verdict, bench.found.compared) == (Verdict.IN_USE, FEWEST_SENTENCES)
