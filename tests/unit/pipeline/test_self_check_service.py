"""Sentences are heard both ways while nobody dictates, and what is found decides how the model listens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.check_bench import (
    DEMO,
    OTHER,
    SENTENCE,
    CheckBench,
    HurriedService,
    agree,
    other_words_when_short,
    segment,
)
from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.recognition import LoadedModel, Priority, RecognitionRequest
from v2m_desktop.core.session import ModelState, SessionId, TakeStage
from v2m_desktop.core.settings import ShortContext
from v2m_desktop.pipeline.findings_book import FILE
from v2m_desktop.pipeline.self_check import (
    FEWEST_SENTENCES,
    MOST_DOUBTED,
    MOST_RETRIES,
    SPOT_CHECK_EVERY,
    Reason,
    Verdict,
)
from v2m_desktop.pipeline.self_check_service import MOST_WAITING


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[CheckBench]:
    made = CheckBench(tmp_path, qtbot)
    yield made
    made.close()


def always(_request: RecognitionRequest) -> bool:
    return True


def test_sentences_that_agree_bring_it_into_use(bench: CheckBench) -> None:
    for number in range(FEWEST_SENTENCES):
        assert not bench.recognition.short_context
        assert bench.found.compared == number
        bench.take()
    assert bench.recognition.short_context
    assert bench.checks == [True] * FEWEST_SENTENCES
    finals = [r.short_context for r in bench.recognizer.requests if r.priority is Priority.FINAL]
    assert finals == [False] * FEWEST_SENTENCES
    assert (bench.found.verdict, bench.found.agreed) == (Verdict.IN_USE, FEWEST_SENTENCES)
    assert bench.on_disk == bench.found


def test_other_words_refuse_it_for_good(bench: CheckBench) -> None:
    bench.recognizer.answer = other_words_when_short
    bench.take()
    assert (bench.found.verdict, bench.found.reason) == (Verdict.REFUSED, Reason.WORDS_DIFFER)
    bench.recognizer.answer = lambda _request: SENTENCE
    bench.take()
    assert bench.checks == [True]
    assert not bench.recognition.short_context
    assert bench.on_disk.verdict is Verdict.REFUSED


def test_doubted_sentences_refuse_it(bench: CheckBench) -> None:
    bench.recognizer.doubts = always
    for _ in range(MOST_DOUBTED + 1):
        bench.take()
    assert (bench.found.verdict, bench.found.reason) == (Verdict.REFUSED, Reason.DOUBTED)


def test_retries_in_use_end_it(bench: CheckBench) -> None:
    agree(bench)
    bench.recognizer.doubts = always
    for _ in range(MOST_RETRIES):
        bench.take()
    assert bench.found.used == MOST_RETRIES
    bench.take()
    assert not bench.recognition.short_context
    assert bench.found.reason is Reason.DOUBTED
    bench.wait(lambda: bench.on_disk.verdict is Verdict.REFUSED)


def test_spot_checks_hear_in_full_what_was_heard_short(bench: CheckBench) -> None:
    agree(bench)
    bench.recognizer.requests.clear()
    for _ in range(SPOT_CHECK_EVERY - 1):
        bench.take()
    assert bench.checks == []
    bench.recognizer.answer = other_words_when_short
    bench.take()
    assert bench.checks == [False]
    assert (bench.found.reason, bench.recognition.short_context) == (Reason.WORDS_DIFFER, False)


@pytest.mark.parametrize(
    "spoken",
    [
        segment(seconds=21.0),
        segment(speech=SpeechEvidence(0.9, 0.9, -6.0)),
    ],
    ids=["too long", "too little speech"],
)
def test_sentences_that_tell_little_are_left_alone(bench: CheckBench, spoken: object) -> None:
    bench.begin_take()
    bench.hear(spoken)  # type: ignore[arg-type]
    assert not bench.check.waiting
    bench.end_take()


def test_silence_proves_nothing(bench: CheckBench) -> None:
    bench.recognizer.answer = lambda _request: ""
    bench.take()
    assert bench.checks == [True]
    assert bench.found.compared == 0


def test_nothing_is_checked_while_a_take_is_open(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.rest()
    assert bench.checks == []
    assert bench.check.waiting
    bench.end_take()
    bench.wait(lambda: bench.found.compared == 1)


def test_a_take_waits_for_the_running_check_only(bench: CheckBench) -> None:
    bench.begin_take()
    for number in range(2):
        bench.hear(segment(number))
    bench.recognizer.gate.clear()
    bench.recognizer.entered.clear()
    bench.end_take()
    bench.wait(bench.recognizer.entered.is_set)
    bench.begin_take()
    with bench.qtbot.waitSignal(bench.recognition.heard):
        bench.recognition.recognize(SessionId(bench.taken), segment(), "en")
        bench.recognizer.gate.set()
    order = [request.priority for request in bench.recognizer.requests]
    assert order == [Priority.FINAL, Priority.FINAL, Priority.CHECK, Priority.FINAL]
    bench.end_take()
    bench.wait(lambda: bench.found.compared == 3)


def test_a_check_that_did_not_begin_makes_way_for_a_take(tmp_path: Path, qtbot: QtBot) -> None:
    bench = CheckBench(tmp_path, qtbot, HurriedService)
    service = bench.recognition
    assert isinstance(service, HurriedService)
    bench.begin_take()
    bench.hear()
    bench.end_take()
    bench.wait(lambda: service.busy)
    bench.begin_take()
    service.hurry = False
    bench.recognizer.gate.set()
    bench.rest()
    assert bench.checks == []
    bench.end_take()
    bench.wait(lambda: bench.found.compared > 0)
    assert bench.checks[0]
    bench.wait(lambda: not bench.check.waiting)
    bench.close()


def test_a_long_take_keeps_a_few_sentences_only(bench: CheckBench) -> None:
    bench.begin_take()
    for number in range(MOST_WAITING + 3):
        bench.hear(segment(number))
    bench.end_take()
    bench.wait(lambda: not bench.check.waiting)
    assert bench.found.compared == MOST_WAITING


def test_a_discarded_take_is_not_heard_again(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.end_take(TakeStage.CANCELLED)
    assert not bench.check.waiting
    bench.rest()
    assert bench.checks == []


@pytest.mark.parametrize("wish", [ShortContext.ON, ShortContext.OFF])
def test_a_wish_is_obeyed_without_a_check(bench: CheckBench, wish: ShortContext) -> None:
    bench.check.apply(wish)
    assert bench.recognition.short_context is (wish is ShortContext.ON)
    bench.take()
    assert bench.checks == []
    bench.check.apply(ShortContext.AUTO)
    assert not bench.recognition.short_context
    bench.take()
    assert bench.found.compared == 1


def test_a_change_of_mind_lets_go_of_what_waits(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.check.apply(ShortContext.OFF)
    assert not bench.check.waiting
    bench.end_take()


def test_what_is_known_of_a_model_is_not_said_of_another(bench: CheckBench) -> None:
    agree(bench)
    bench.recognition.load(OTHER)
    assert not bench.recognition.short_context, "segments may be on their way to the other one"
    bench.wait(lambda: bench.recognizer.model and bench.recognizer.model.identity == OTHER.identity)
    bench.wait(lambda: bench.check.state.model is bench.recognizer.model)
    assert (bench.found.compared, bench.recognition.short_context) == (0, False)
    bench.load(DEMO)
    assert bench.recognition.short_context


def test_another_number_format_or_a_graphics_card_is_another_model(bench: CheckBench) -> None:
    agree(bench)
    for model in (
        LoadedModel("demo", "cpu", "float32", True, 0.1, identity="demo@1", shortens=True),
        LoadedModel("demo", "cuda", "int8", True, 0.1, identity="demo@1", shortens=False),
    ):
        bench.recognizer.falls_to.append(model)
        bench.take()
        assert not bench.recognition.short_context


@pytest.mark.parametrize("wish", [ShortContext.AUTO, ShortContext.ON])
def test_a_model_that_does_not_bear_it_is_never_asked(bench: CheckBench, wish: ShortContext) -> None:
    bench.check.apply(wish)
    bench.recognizer.shortens = False
    bench.load(OTHER)
    bench.take()
    assert bench.checks == []
    assert not bench.recognition.short_context


def test_a_model_that_nobody_can_name_is_not_checked(bench: CheckBench) -> None:
    bench.load(type(DEMO)("demo", DEMO.folder))
    bench.take()
    assert bench.checks == []


def test_a_check_in_the_middle_of_which_the_model_changes_proves_nothing(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.recognizer.gate.clear()
    bench.recognizer.entered.clear()
    bench.end_take()
    bench.wait(bench.recognizer.entered.is_set)
    other = LoadedModel("demo", "cpu", "float32", True, 0.1, identity="demo@1", shortens=True)
    bench.recognizer.falls_to.append(other)
    bench.recognizer.gate.set()
    bench.wait(lambda: bench.check.state.model is other)
    bench.rest()
    assert bench.checks == [True]
    assert (bench.found.compared, bench.on_disk.compared) == (0, 0)


def test_a_check_that_fails_costs_nothing_but_itself(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.recognizer.failures.append(RecognitionError("out of memory"))
    bench.end_take()
    bench.wait(lambda: not bench.check.waiting)
    assert bench.found.compared == 0
    bench.take()
    assert bench.found.compared == 1


def test_an_unloaded_model_is_not_loaded_for_a_check(bench: CheckBench) -> None:
    bench.begin_take()
    bench.hear()
    bench.recognition.unload()
    bench.wait(lambda: bench.recognition.model_state is ModelState.UNLOADED)
    assert not bench.check.waiting
    bench.end_take()
    bench.rest()
    assert len(bench.recognizer.loads) == 1
    assert bench.check.state.model is not None, "what was found is told all the same"


def test_checking_again_begins_from_the_start(bench: CheckBench) -> None:
    agree(bench)
    bench.check.forget()
    assert (bench.found.compared, bench.recognition.short_context) == (0, False)
    assert bench.on_disk.compared == 0
    agree(bench)
    assert bench.recognition.short_context


def test_the_next_start_goes_on_where_this_one_ended(tmp_path: Path, qtbot: QtBot) -> None:
    first = CheckBench(tmp_path, qtbot)
    agree(first)
    first.take()
    first.close()
    second = CheckBench(tmp_path, qtbot)
    assert second.recognition.short_context
    assert second.found.used == 1
    second.close()


def test_only_counts_reach_the_file(bench: CheckBench) -> None:
    for _ in range(3):
        bench.take()
    text = (bench.folder / FILE).read_text(encoding="utf-8")
    assert "word" not in text.replace('"words"', "")
    assert '"agreed": 3' in text
