"""The process that measures: it answers, dies, hangs, is canceled; and it never stays."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.tools.speeds import speed
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement

PATIENCE = 120.0


def measuring(how: str, marker: Path, seconds: float = PATIENCE) -> SpeedMeasurement:
    return SpeedMeasurement(
        [sys.executable, "-m", "tests.fakes.measuring_process", how, str(marker)], seconds
    )


def test_what_the_process_says_arrives(tmp_path: Path) -> None:
    assert measuring("fast", tmp_path / "asked").run() == speed(0.2)


def test_the_recognizers_own_process_measures() -> None:
    measured = SpeedMeasurement(seconds=PATIENCE).run()
    assert all(each.encode_seconds > 0 and each.token_seconds > 0 for each in measured.processor)
    assert [each.shape.width for each in measured.processor] in ([384], [384, 768])


@pytest.mark.parametrize(("how", "seconds"), [("die", PATIENCE), ("hang", 1.0)])
def test_one_that_fails_costs_a_sentence(how: str, seconds: float, tmp_path: Path) -> None:
    with pytest.raises(RecognitionError, match="could not be measured"):
        measuring(how, tmp_path / "asked", seconds).run()


def test_one_that_cannot_be_started_costs_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(RecognitionError, match="could not be measured"):
        SpeedMeasurement([str(tmp_path / "nothing")]).run()


def test_it_can_be_canceled_at_any_time(tmp_path: Path) -> None:
    before, asked = measuring("fast", tmp_path / "never"), tmp_path / "asked"
    before.cancel()
    with pytest.raises(RecognitionError):
        before.run()
    assert not (tmp_path / "never").exists()
    meanwhile = measuring("hang", asked)
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(meanwhile.run)
        pause = threading.Event()
        while not asked.exists():
            pause.wait(0.01)
        meanwhile.cancel()
        with pytest.raises(RecognitionError):
            answer.result(PATIENCE)
    meanwhile.cancel()
