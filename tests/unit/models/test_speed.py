"""What is expected of models, from what two small shapes took."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.speeds import NARROW, TIMED, WIDE
from v2m_desktop.core.speed import ModelShape, TimedShape
from v2m_desktop.models.catalog import DOWNLOADABLE, downloadable
from v2m_desktop.models.speed import encode_seconds, expected_seconds

GROWING = ("tiny", "base", "small", "medium", "large-v3-turbo", "large-v3")


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("tiny", 0.49), ("base", 0.98), ("small", 2.78), ("distil-small.en", 2.53), ("medium", 7.59),
     ("large-v3-turbo", 10.88)],
)  # fmt: skip
def test_what_is_expected_is_what_was_measured(name: str, seconds: float) -> None:
    """On one thread, in the same run as the two shapes: the whole model of the true shape."""
    assert expected_seconds(downloadable(name).shape, TIMED) == pytest.approx(seconds, rel=0.12)


def test_what_was_timed_is_expected_again() -> None:
    for each in TIMED:
        assert encode_seconds(each.shape, TIMED) == pytest.approx(each.encode_seconds)


@pytest.mark.parametrize(
    "timed",
    [
        TIMED,
        TIMED[:1],
        (replace(TIMED[0], encode_seconds=0.7), TIMED[1]),
        (replace(TIMED[0], encode_seconds=0.01), TIMED[1]),
    ],
    ids=["both", "the narrow one alone", "slow at first", "a doubtful first"],
)
def test_larger_models_take_longer_whatever_wavered(timed: tuple[TimedShape, ...]) -> None:
    seconds = [expected_seconds(downloadable(name).shape, timed) for name in GROWING]
    assert seconds[0] > 0
    assert seconds == sorted(seconds)


def test_one_shape_alone_tells_nearly_as_much() -> None:
    for model in DOWNLOADABLE:
        both, one = (expected_seconds(model.shape, timed) for timed in (TIMED, TIMED[:1]))
        assert one == pytest.approx(both, rel=0.12)


def test_fewer_layers_take_less() -> None:
    distilled, whole = downloadable("distil-small.en").shape, downloadable("small").shape
    assert encode_seconds(distilled, TIMED) == encode_seconds(whole, TIMED)
    assert expected_seconds(distilled, TIMED) < expected_seconds(whole, TIMED)
    assert NARROW == ModelShape(384, 4, 4) == downloadable("tiny").shape
    assert WIDE.width == whole.width
