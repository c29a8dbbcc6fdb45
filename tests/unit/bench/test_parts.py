"""One part of the bench that fails costs its own figures only."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.bench.__main__ import PARTS, Part, run
from tests.bench.figures import Measurement, Specification
from tests.bench.plan import QUICK, Plan

FIRST = Specification("first", "ms", "at once")
SECOND = Specification("second", "ms", "later")


def test_what_was_measured_before_a_failure_counts(capsys: pytest.CaptureFixture[str]) -> None:
    def measure(plan: Plan) -> Iterator[Measurement]:
        yield Measurement("first", plan.starts)
        raise RuntimeError("the desktop fell over\nand much more")

    (first, second), problem = run(Part("shaky", (FIRST, SECOND), measure), QUICK)
    assert first.measurement is not None
    assert first.measurement.value == QUICK.starts
    assert second.measurement is None
    assert second.problem == problem == "the desktop fell over"
    assert "and much more" in capsys.readouterr().err


def test_parts_have_names_of_their_own() -> None:
    assert len({part.name for part in PARTS}) == len(PARTS)
