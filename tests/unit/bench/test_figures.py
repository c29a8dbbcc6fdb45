"""What the bench prints and writes says what was measured, and what was not."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.figures import (
    RATIO,
    Figure,
    Goal,
    Measurement,
    Specification,
    join,
    percentile,
    quantile,
    ratios,
    table,
)
from tests.bench.plan import CAPTURE, COMPUTE, DICTATION, HOTKEY, LENGTH, MEMORY, PROCESSOR, TRAY, VOICE

FAST = Specification("fast_ms", "ms", "how fast", Goal(50))
LOST = Specification("lost", "", "how many", Goal(0, reached_is_met=True))
PLAIN = Specification("plain_mb", "MB", "how big")


def test_a_limit_is_not_below_itself() -> None:
    assert not Goal(50).met(50)
    assert Goal(50).met(49.9)
    assert Goal(0, reached_is_met=True).met(0)
    assert not Goal(0, reached_is_met=True).met(1)


@pytest.mark.parametrize("percent", [0, 10, 50, 90, 99, 100])
def test_percentiles_are_those_of_numpy(percent: float) -> None:
    values = [5.0, 1.0, 9.5, 2.0, 7.0, 7.5, 3.0]
    assert percentile(values, percent) == pytest.approx(np.percentile(values, percent))


def test_nothing_has_no_percentile() -> None:
    with pytest.raises(ValueError, match="nothing"):
        percentile([], 50)


def test_few_observations_are_kept_and_many_are_counted() -> None:
    assert quantile("a", [3.0, 1.0]).details["values"] == [3.0, 1.0]
    many = quantile("a", [1.0] * 1000, 99, source="x")
    assert (many.count, dict(many.details)) == (1000, {"source": "x"})


def test_a_figure_without_a_measurement_says_why() -> None:
    fast, lost = join([FAST, LOST], [Measurement("lost", 0)], "the desktop fell over")
    assert fast.met is None
    assert fast.as_json()["value"] is None
    assert fast.as_json()["problem"] == "the desktop fell over"
    assert lost.met
    assert "problem" not in lost.as_json()


def test_a_measurement_that_nobody_announced_is_refused() -> None:
    with pytest.raises(ValueError, match="plain_mb"):
        join([FAST], [Measurement("plain_mb", 1.0)])


def test_ratios_are_told_apart() -> None:
    first, second = Specification("first", RATIO, "a / b"), Specification("second", RATIO, "a / c")
    figures = join([FAST, first, second], [Measurement("fast_ms", 1.0), Measurement("first", 0.51239)])
    assert ratios(figures) == {"first": 0.5124, "second": None}


def test_json_holds_value_unit_goal_met_and_count() -> None:
    values = Figure(FAST, Measurement("fast_ms", 61.23456, 12, {"p90": 80})).as_json()
    assert values == {
        "value": 61.2346, "unit": "ms", "goal": "< 50", "met": False, "n": 12, "how": "how fast",
        "details": {"p90": 80},
    }  # fmt: skip


def test_the_table_shows_every_figure_and_every_problem() -> None:
    figures = [
        *join([FAST, PLAIN], [Measurement("fast_ms", 12.345, 3), Measurement("plain_mb", 123.456)]),
        *join([LOST], [], "no sound"),
    ]
    _, _, fast, plain, lost, *rest = table(figures).splitlines()
    assert fast.split() == ["fast_ms", "12.3", "ms", "3", "<", "50", "yes", "how", "fast"]
    assert plain.split() == ["plain_mb", "123", "MB", "1", "-", "-", "how", "big"]
    assert lost.split() == ["lost", "none", "-", "<=", "0", "-", "how", "many"]
    assert rest[-1] == "lost: no sound"


def test_every_figure_is_announced_once() -> None:
    names = [
        specification.name
        for part in (TRAY, HOTKEY, CAPTURE, VOICE, DICTATION, PROCESSOR, MEMORY, COMPUTE, LENGTH)
        for specification in part
    ]
    assert len(names) == len(set(names))
