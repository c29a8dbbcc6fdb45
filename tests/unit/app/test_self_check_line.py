"""What the self-check found is said in one sentence."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from v2m_desktop.app.self_check_line import can_check_again, self_check_figures, self_check_line
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.settings import ShortContext
from v2m_desktop.pipeline.self_check import Findings, Verdict
from v2m_desktop.pipeline.self_check_service import SelfCheckState

SMALL = LoadedModel("small", "cpu", "int8", True, 0.1, identity="small@1", shortens=True)
LARGE = LoadedModel("large", "cpu", "int8", True, 0.1, identity="large@1")
ON_CARD = LoadedModel("small", "cuda", "float16", True, 0.1, identity="small@1")
AUTO, ON, OFF = ShortContext
CHECKING, IN_USE, REFUSED = Verdict
USED = Findings(IN_USE, 14, 13, 1, 160, 0, 40, (12, 37), "2026-05-04")


@pytest.fixture(autouse=True)
def english() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (SelfCheckState(OFF, SMALL, USED), "Not used: every sentence is heard as if it lasted 30 seconds."),
        (SelfCheckState(AUTO, None), "Told as soon as the model is in memory."),
        (SelfCheckState(ON, ON_CARD), "Not used: a graphics card gains nothing from it."),
        (SelfCheckState(ON, LARGE), "Not used: large models are known to repeat themselves with it."),
        (SelfCheckState(ON, SMALL, in_use=True), "In use without a check, as you chose."),
        (
            SelfCheckState(AUTO, SMALL),
            "Not used yet: your next sentences are heard both ways while you do not dictate.",
        ),
        (
            SelfCheckState(AUTO, SMALL, Findings(CHECKING, 5, 4, 0, 50, 1)),
            "Being checked: 4 of 5 sentences agreed both ways. It takes 12 or more.",
        ),
        (
            SelfCheckState(AUTO, SMALL, USED, in_use=True),
            "In use since 04/05/2026: 13 of 14 sentences heard both ways had the same words.",
        ),
        (
            SelfCheckState(AUTO, SMALL, Findings(REFUSED, 9, 6, 1, 90, 4, since="2026-05-04")),
            "Not used: 2 of 9 sentences heard both ways had other words.",
        ),
        (
            SelfCheckState(AUTO, SMALL, Findings(REFUSED, 9, 6, 3, 90)),
            "Not used: 3 sentences had to be heard again in full.",
        ),
        (
            SelfCheckState(AUTO, SMALL, Findings(REFUSED, 9, 9, 1, 90, 0, 60, (1, 2, 3, 4, 5, 6))),
            "Not used: 6 sentences had to be heard again in full.",
        ),
    ],
)
def test_each_state_has_its_sentence(state: SelfCheckState, sentence: str) -> None:
    assert self_check_line(state) == sentence


def test_only_findings_can_be_forgotten() -> None:
    assert can_check_again(SelfCheckState(AUTO, SMALL, USED))
    assert not can_check_again(SelfCheckState(AUTO, SMALL))
    assert not can_check_again(SelfCheckState(ON, SMALL, USED))


def test_programs_get_the_figures() -> None:
    assert self_check_figures(SelfCheckState(AUTO, SMALL, USED, in_use=True)) == {
        "wish": "auto",
        "in_use": True,
        "verdict": "in-use",
        "since": "2026-05-04",
        "compared": 14,
        "agreed": 13,
        "doubted": 1,
        "used": 40,
        "recent_retries": 2,
    }
