"""The comparison with the plain library is fair: both sides do the same work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bench.compute import PAIRS, SHAPES, TOKENS, _rounds, _told, _ways
from tests.bench.plan import COMPUTE
from tests.bench.shaped_model import Shape, make


def test_each_way_makes_as_many_tokens_and_has_its_times(tmp_path: Path) -> None:
    """The shape is that of no model, but small enough to try the bench itself."""
    ways = _ways(make(Shape(64, 1, 1), tmp_path))
    seconds = _rounds(ways, 2)
    assert {len(times) for times in seconds.values()} == {2}
    assert all(passed > 0 for times in seconds.values() for passed in times)
    assert {way for pair in PAIRS for way in (pair.ours, pair.plain)} == set(ways)


def test_a_way_that_says_less_than_the_others_spoils_the_run() -> None:
    ways: dict[str, Callable[[], int]] = {"honest": lambda: TOKENS, "short": lambda: TOKENS - 1}
    with pytest.raises(RuntimeError, match="short made 16 tokens"):
        _rounds(ways, 1)


def test_what_is_announced_is_what_is_told() -> None:
    seconds = {way: [2.0, 1.0, 3.0] for pair in PAIRS for way in (pair.ours, pair.plain)}
    told = {each.name: each for name, shape in SHAPES.items() for each in _told(name, shape, seconds)}
    assert set(told) == {specification.name for specification in COMPUTE}
    assert told["compute_vs_plain_small_short"].value == 1.0
    assert told["compute_latency_base_full_ms"].value == 2000.0
