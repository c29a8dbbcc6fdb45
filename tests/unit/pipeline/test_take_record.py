"""The language of a take is settled once, when it was detected beyond doubt."""

from __future__ import annotations

import pytest

from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.recognition import Evidence, Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.pipeline.take_record import TakeRecord


def heard(language: str, probability: float, text: str = "words") -> Hypothesis:
    return Hypothesis(SensitiveText(text), language, probability, Evidence(0, 0, 1, 1, CLEAR_SPEECH), 0.1)


def record(language: str | None = None) -> TakeRecord:
    return TakeRecord(None, Timeline(requested=1), language)


@pytest.mark.parametrize(
    ("answers", "settled", "last"),
    [
        ([("es", 0.9, "hola")], "es", "es"),
        ([("gl", 0.49, "ola"), ("es", 0.5, "hola"), ("en", 0.99, "hello")], "es", "en"),
        ([("gl", 0.3, "ola")], None, "gl"),
        ([("en", 0.9, "")], None, ""),
    ],
)
def test_a_language(answers: list[tuple[str, float, str]], settled: str | None, last: str) -> None:
    take = record()
    for answer in answers:
        take.hear(heard(*answer))
    assert (take.language, take.heard) == (settled, last)


def test_a_language_that_was_asked_for_stays() -> None:
    take = record("pt")
    take.hear(heard("es", 0.99))
    assert take.language == "pt"
