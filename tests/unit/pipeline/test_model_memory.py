"""When the model gives its memory back: settings, idleness, pressure, and never under somebody's hands."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.nvml import GIB
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import KeepLoaded, Recognition
from v2m_desktop.pipeline.model_memory import (
    Look,
    MemoryFigures,
    MemoryRules,
    ModelMemory,
    UnloadReason,
)

IDLE, AT_ONCE, RAM, VRAM = UnloadReason.IDLE, UnloadReason.AT_ONCE, UnloadReason.RAM, UnloadReason.VRAM
KEEP = {
    KeepLoaded.IDLE: MemoryRules(KeepLoaded.IDLE, idle_seconds=300.0),
    KeepLoaded.ALWAYS: MemoryRules(KeepLoaded.ALWAYS, idle_seconds=300.0),
    KeepLoaded.AT_ONCE: MemoryRules(KeepLoaded.AT_ONCE, idle_seconds=300.0),
}
MIB = 1024**2


def look(
    at: float, *, in_use: bool = False, figures: MemoryFigures | None = None, cuda: bool = False
) -> Look:
    return Look(at, ModelState.READY, in_use, cuda, figures)


def ram(percent: float) -> MemoryFigures:
    return MemoryFigures(percent)


def video(free: int, total: int = 8 * GIB) -> MemoryFigures:
    return MemoryFigures(50.0, free, total)


def answers(rules: MemoryRules, *looks: Look) -> list[UnloadReason | None]:
    memory = ModelMemory(rules)
    return [memory.decide(each) for each in looks]


def test_the_rules_are_those_of_the_settings() -> None:
    assert MemoryRules.of(Recognition()) == MemoryRules()
    chosen = Recognition(keep_loaded=KeepLoaded.ALWAYS, idle_minutes=2, unload_under_pressure=False)
    assert MemoryRules.of(chosen) == MemoryRules(KeepLoaded.ALWAYS, 120.0, under_pressure=False)


@pytest.mark.parametrize(
    ("keep", "after", "reason"),
    [
        (KeepLoaded.IDLE, 299.9, None),
        (KeepLoaded.IDLE, 300.0, IDLE),
        (KeepLoaded.ALWAYS, 1e9, None),
        (KeepLoaded.AT_ONCE, 0.0, AT_ONCE),
    ],
)
def test_after_the_last_take_it_goes_as_the_user_wants(
    keep: KeepLoaded, after: float, reason: UnloadReason | None
) -> None:
    looks = (look(0.0, in_use=True), look(500.0, in_use=True), look(600.0), look(600.0 + after))
    assert answers(KEEP[keep], *looks)[-1] is reason


def test_every_use_begins_the_idle_time_anew() -> None:
    memory = ModelMemory(KEEP[KeepLoaded.IDLE])
    seen, idle_at = [], []
    for each in (look(0.0), look(299.0, in_use=True), look(310.0), look(609.0), look(610.0)):
        seen.append(memory.decide(each))
        idle_at.append(memory.idle_at)
    assert seen == [None, None, None, None, IDLE]
    assert idle_at == [300.0, None, 610.0, 610.0, 610.0]


def test_nothing_is_waited_for_while_the_model_is_not_there() -> None:
    memory = ModelMemory(KEEP[KeepLoaded.IDLE])
    for state in (ModelState.UNLOADED, ModelState.LOADING, ModelState.FAILED):
        assert memory.decide(replace(look(1e6, figures=ram(99.0)), state=state)) is None
        assert memory.idle_at is None


@pytest.mark.parametrize(
    ("percents", "reasons"),
    [
        ([90.0], [None]),
        ([90.1], [RAM]),
        ([89.0, 91.0, 86.0, 85.0, 84.9, 86.0, 90.0, 90.1], [None, RAM, RAM, RAM, None, None, None, RAM]),
    ],
)
def test_pressure_on_ram_begins_above_90_and_ends_below_85(
    percents: list[float], reasons: list[UnloadReason | None]
) -> None:
    looks = [look(float(at), figures=ram(percent)) for at, percent in enumerate(percents)]
    assert answers(KEEP[KeepLoaded.ALWAYS], *looks) == reasons


@pytest.mark.parametrize(
    ("total", "begins", "ends"),
    [
        (24 * GIB, 512 * MIB, 1024 * MIB),
        (8 * GIB, round(0.05 * 8 * GIB), round(0.1 * 8 * GIB)),
        (2 * GIB, round(0.05 * 2 * GIB), round(0.1 * 2 * GIB)),
    ],
)
def test_pressure_on_video_memory_follows_what_is_free(total: int, begins: int, ends: int) -> None:
    free = [begins + MIB, begins - MIB, begins + MIB, ends - MIB, ends + MIB, begins + MIB]
    looks = [look(float(at), figures=video(each, total), cuda=True) for at, each in enumerate(free)]
    assert answers(KEEP[KeepLoaded.ALWAYS], *looks) == [None, VRAM, VRAM, VRAM, None, None]


def test_video_memory_counts_only_for_a_model_that_is_in_it() -> None:
    full = video(0)
    looks = (look(0, figures=full), look(1, figures=full, cuda=True), look(2, figures=full), look(3))
    assert answers(KEEP[KeepLoaded.ALWAYS], *looks) == [None, VRAM, None, None]


def test_a_card_that_tells_nothing_is_no_pressure() -> None:
    looks = (look(0, figures=video(0), cuda=True), look(1, figures=MemoryFigures(50.0), cuda=True))
    assert answers(KEEP[KeepLoaded.ALWAYS], *looks) == [VRAM, None]


def test_under_pressure_it_goes_right_after_each_use_until_the_pressure_ends() -> None:
    memory = ModelMemory(KEEP[KeepLoaded.IDLE])
    assert memory.decide(look(0, in_use=True, figures=ram(95.0))) is None
    assert memory.decide(look(1)) is RAM
    assert memory.decide(Look(2, ModelState.UNLOADED, in_use=False)) is None
    assert memory.decide(look(3, in_use=True, figures=ram(88.0))) is None
    assert memory.decide(look(4)) is RAM
    assert memory.decide(look(5, figures=ram(80.0))) is None


def test_old_pressure_says_nothing_about_a_model_that_comes_back() -> None:
    memory = ModelMemory(KEEP[KeepLoaded.IDLE])
    assert memory.decide(look(0, figures=ram(95.0))) is RAM
    assert memory.decide(Look(1, ModelState.UNLOADED, in_use=False)) is None
    assert memory.decide(look(2)) is None
    assert memory.decide(look(3, figures=ram(95.0))) is RAM


@pytest.mark.parametrize("keep", list(KeepLoaded))
def test_who_wants_no_unload_under_pressure_gets_none(keep: KeepLoaded) -> None:
    rules = replace(KEEP[keep], under_pressure=False)
    full = MemoryFigures(99.0, 0, 8 * GIB)
    assert answers(rules, look(0, figures=full, cuda=True))[0] in (None, AT_ONCE)


figures = st.none() | st.builds(
    MemoryFigures,
    st.floats(0, 100),
    st.none() | st.integers(0, 8 * GIB),
    st.just(8 * GIB),
)
looks = st.lists(
    st.builds(
        Look,
        st.floats(0, 100),
        st.sampled_from(ModelState),
        st.booleans(),
        st.booleans(),
        figures,
    ),
    max_size=30,
)
rules = st.builds(MemoryRules, st.sampled_from(KeepLoaded), st.floats(1, 50), st.booleans())


@given(rules, looks)
def test_never_while_somebody_uses_it_and_never_what_is_not_there(
    chosen: MemoryRules, seen: list[Look]
) -> None:
    memory = ModelMemory(chosen)
    for each in sorted(seen, key=lambda one: one.at):
        reason = memory.decide(each)
        if each.in_use or each.state is not ModelState.READY:
            assert reason is None
        if not chosen.under_pressure:
            assert reason not in (RAM, VRAM)
        if reason is VRAM:
            assert each.on_cuda
        if reason is IDLE:
            assert chosen.keep_loaded is KeepLoaded.IDLE


@given(rules, looks)
def test_idle_is_said_only_after_the_whole_time_without_use(chosen: MemoryRules, seen: list[Look]) -> None:
    memory = ModelMemory(chosen)
    ordered = sorted(seen, key=lambda one: one.at)
    used_at = ordered[0].at if ordered else 0.0
    for before, each in pairwise([ordered[0], *ordered] if ordered else []):
        if before.in_use or before.state is not ModelState.READY or before is each:
            used_at = each.at
        if memory.decide(each) is IDLE:
            assert each.at - used_at >= chosen.idle_seconds
