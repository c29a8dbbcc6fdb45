"""Figures of takes are those that occurred."""

from __future__ import annotations

from v2m_desktop.core.timeline import Timeline
from v2m_desktop.diagnostics.latency import TAKES_KEPT, IntervalFigures, LatencyRecord


def take(milliseconds: int) -> Timeline:
    return Timeline(stop_requested=1_000_000, recognized=1_000_000 + milliseconds * 1_000_000)


def test_nothing_is_known_before_the_first_take() -> None:
    record = LatencyRecord()
    assert record.figures() == {}
    record.add(Timeline(requested=5))
    assert record.figures() == {}


def test_percentiles_are_values_that_occurred() -> None:
    record = LatencyRecord()
    for milliseconds in [*range(100, 1, -1), 1]:
        record.add(take(milliseconds))
    assert record.figures() == {"stop_to_text": IntervalFigures(100, 1.0, 50.0, 95.0, 100.0)}


def test_one_take_is_all_of_its_figures() -> None:
    record = LatencyRecord()
    record.add(take(7))
    assert record.figures()["stop_to_text"] == IntervalFigures(1, 7.0, 7.0, 7.0, 7.0)


def test_old_takes_are_forgotten() -> None:
    record = LatencyRecord()
    record.add(take(9999))
    for _ in range(TAKES_KEPT):
        record.add(take(1))
    assert record.figures()["stop_to_text"].worst == 1.0
