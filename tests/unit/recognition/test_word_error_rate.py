"""The measure behind the demo and the tests about words."""

from __future__ import annotations

import pytest

from tests.tools.word_error_rate import word_error_rate


@pytest.mark.parametrize(
    ("reference", "hypothesis", "rate"),
    [
        ("Hello world.", "hello, World", 0.0),
        ("one two three four", "one too three four", 0.25),
        ("one two three four", "one two", 0.5),
        ("one", "one two three", 2.0),
        ("don't stop", "don’t stop", 0.0),
        ("mañana", "manana", 1.0),
        ("", "", 0.0),
        ("", "phantom", 1.0),
        ("cafe\u0301", "café", 0.0),
    ],
)
def test_rate(reference: str, hypothesis: str, rate: float) -> None:
    assert word_error_rate(reference, hypothesis) == pytest.approx(rate)
