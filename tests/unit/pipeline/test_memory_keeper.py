"""The keeper on real threads and timers: it speaks up in time, once, and sleeps while there is no model."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.fakes.clock import FakeClock
from tests.patience import PATIENCE_S
from tests.unit.pipeline.keeper_bench import PLENTY, SEGMENT, SHORT, Bench
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.core.settings import KeepLoaded
from v2m_desktop.pipeline.model_memory import MemoryFigures, MemoryRules, UnloadReason

ALWAYS = MemoryRules(KeepLoaded.ALWAYS)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    made.probe.gate.set()
    made.recognizer.gate.set()
    assert made.keeper.shut_down(PATIENCE_S)
    assert made.service.shut_down(PATIENCE_S)


def test_an_idle_model_is_given_back(bench: Bench) -> None:
    bench.keeper.apply(SHORT)
    bench.ready()
    bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
    assert bench.reasons == [UnloadReason.IDLE]
    assert bench.recognizer.unloads == 1


def test_the_idle_time_begins_when_the_last_take_ends(bench: Bench) -> None:
    clock = FakeClock()
    bench.keeper.clock = clock
    bench.keeper.apply(PLENTY)
    bench.begin_take()
    bench.ready()
    clock.advance(10_000)
    bench.keeper.look()
    bench.end_take()
    clock.advance(PLENTY.idle_seconds - 1)
    bench.keeper.look()
    assert bench.reasons == []
    clock.advance(1)
    bench.keeper.look()
    assert bench.reasons == [UnloadReason.IDLE]


def test_the_timer_is_set_for_the_end_of_the_idle_time_and_for_nothing_else(bench: Bench) -> None:
    (timer,) = bench.keeper.findChildren(QTimer)
    bench.keeper.apply(PLENTY)
    assert not timer.isActive()
    bench.ready()
    assert PLENTY.idle_seconds - 2 < timer.remainingTime() / 1000 <= PLENTY.idle_seconds + 0.01
    bench.begin_take()
    assert not timer.isActive(), "the end of the take is told"
    bench.end_take()
    assert timer.isActive()
    bench.keeper.apply(ALWAYS)
    assert not timer.isActive()


def test_at_once_means_after_the_take_and_not_within(bench: Bench) -> None:
    bench.keeper.apply(MemoryRules(KeepLoaded.AT_ONCE))
    bench.begin_take()
    bench.ready()
    bench.service.recognize(SessionId(1), SEGMENT, "en")
    bench.wait(lambda: not bench.service.busy)
    bench.keeper.look()
    assert bench.reasons == []
    bench.end_take()
    bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
    assert bench.reasons == [UnloadReason.AT_ONCE]


def test_a_job_that_outlasts_its_take_keeps_the_model(bench: Bench) -> None:
    bench.keeper.apply(MemoryRules(KeepLoaded.AT_ONCE))
    bench.begin_take()
    bench.ready()
    bench.recognizer.gate.clear()
    bench.service.recognize(SessionId(1), SEGMENT, "en")
    bench.end_take()
    assert bench.reasons == []
    bench.recognizer.gate.set()
    bench.wait(lambda: bench.reasons == [UnloadReason.AT_ONCE])


def test_under_pressure_the_model_goes_after_each_take_until_it_ends(bench: Bench) -> None:
    bench.keeper.apply(ALWAYS)
    bench.probe.figures = MemoryFigures(95.0)
    for times in (1, 2):
        bench.begin_take()
        bench.ready()
        bench.wait_reads(2)
        assert len(bench.reasons) == times - 1
        bench.end_take()
        bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
        assert bench.reasons == [UnloadReason.RAM] * times
    bench.probe.figures = MemoryFigures(60.0)
    bench.begin_take()
    bench.ready()
    bench.wait_reads(2)
    bench.end_take()
    bench.wait_reads(2)
    assert len(bench.reasons) == 2


def test_without_a_model_nothing_is_read_and_the_driver_is_let_go(bench: Bench) -> None:
    bench.keeper.apply(SHORT)
    bench.ready()
    bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
    bench.wait(lambda: bench.probe.closes == 1)
    assert bench.keeper.shut_down(PATIENCE_S)


def test_nothing_is_read_for_who_wants_no_unload_under_pressure(bench: Bench) -> None:
    bench.keeper.apply(MemoryRules(KeepLoaded.ALWAYS, under_pressure=False))
    bench.ready()
    assert bench.keeper.shut_down(0.0)
    assert bench.probe.reads == []
    bench.keeper.apply(ALWAYS)
    bench.wait_reads(1)


def test_a_probe_that_takes_long_keeps_no_one_waiting_and_is_never_used_twice_at_a_time(
    bench: Bench,
) -> None:
    bench.keeper.apply(ALWAYS)
    bench.probe.gate.clear()
    bench.ready()
    bench.wait(lambda: len(bench.probe.reads) == 1)
    for _ in range(3):
        bench.service.unload()
        bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
        bench.ready()
    bench.probe.gate.set()
    bench.wait_reads(2)
    assert bench.probe.together == 1


def test_it_speaks_up_once_until_the_model_is_used_again(bench: Bench) -> None:
    bench.keeper.unload_wanted.disconnect(bench.service.unload)
    bench.keeper.apply(ALWAYS)
    bench.probe.figures = MemoryFigures(95.0)
    bench.ready()
    bench.wait(lambda: len(bench.reasons) == 1)
    bench.wait_reads(3)
    assert len(bench.reasons) == 1
    bench.begin_take()
    bench.end_take()
    assert bench.reasons == [UnloadReason.RAM] * 2


@pytest.mark.parametrize(("device", "video"), [("cpu", False), ("cuda", True)])
def test_the_graphics_card_is_asked_only_while_the_model_is_on_it(
    device: str, video: bool, bench: Bench
) -> None:
    bench.keeper.apply(ALWAYS)
    bench.probe.figures = MemoryFigures(50.0, 0, 8)
    bench.begin_take()
    bench.ready()
    other = LoadedModel("demo", device, "int8", multilingual=True, load_seconds=0.1)
    bench.recognizer.falls_to.append(other)
    bench.service.recognize(SessionId(1), SEGMENT, "en")
    bench.wait(lambda: bench.service.model is other)
    bench.wait_reads(2)
    assert bench.probe.reads[-1] is video
    bench.end_take()
    assert bench.reasons == ([UnloadReason.VRAM] if video else [])
    assert bench.probe.threads.isdisjoint(bench.recognizer.threads)


def test_figures_that_arrive_after_the_model_went_change_nothing(bench: Bench) -> None:
    bench.keeper.apply(ALWAYS)
    bench.probe.figures = MemoryFigures(99.0)
    bench.probe.gate.clear()
    bench.ready()
    bench.wait(lambda: len(bench.probe.reads) == 1)
    bench.service.unload()
    bench.wait(lambda: bench.service.model_state is ModelState.UNLOADED)
    bench.probe.gate.set()
    bench.wait(lambda: bench.probe.closes == 1)
    bench.keeper.look()
    assert bench.reasons == []
