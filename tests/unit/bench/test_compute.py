"""The comparison with the plain library is fair: both sides do the same work."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench.compute import PAIRS, WAYS, Way, compare, take_turns, told
from tests.bench.plan import COMPUTE
from tests.bench.shaped_model import SHAPES, TOKENS, Shape, make


def test_each_way_makes_as_many_tokens_and_has_its_times(tmp_path: Path) -> None:
    """The shape is that of no model, but small enough to try the bench itself."""
    seconds = compare(make(Shape(64, 1, 1), tmp_path), 1, 1)
    assert set(seconds) == set(WAYS)
    assert {len(times) for times in seconds.values()} == {1}
    assert all(passed > 0 for times in seconds.values() for passed in times)


def test_a_way_that_says_less_than_the_others_spoils_the_run() -> None:
    ways: dict[str, Way] = {"honest": lambda: "word " * TOKENS, "short": lambda: "word " * (TOKENS - 1)}
    with pytest.raises(RuntimeError, match="short made 16 words"):
        take_turns(ways, 1)


def test_what_is_announced_is_what_is_told() -> None:
    seconds = {way: [2.0, 1.0, 3.0] for pair in PAIRS for way in (pair.ours, pair.plain)}
    made = {each.name: each for name, shape in SHAPES.items() for each in told(name, shape, seconds)}
    assert set(made) == {specification.name for specification in COMPUTE}
    assert made["compute_vs_plain_small_short"].value == 1.0
    assert made["compute_latency_ms_base_full"].value == 2000.0
