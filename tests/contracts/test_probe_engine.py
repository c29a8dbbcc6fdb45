"""Whatever can be measured opens models from memory and times their two halves."""

from __future__ import annotations

import numpy as np
import pytest

from tests.fakes.probe_engine import InventedEngine
from v2m_desktop.core.speed import ModelShape
from v2m_desktop.recognition.device_choice import CPU, Rung
from v2m_desktop.recognition.engine import Decoding
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
from v2m_desktop.recognition.shaped_model import shaped_model
from v2m_desktop.recognition.speed_probe import ProbeEngine


@pytest.fixture(params=["real", "invented"])
def engine(request: pytest.FixtureRequest) -> ProbeEngine:
    return FasterWhisperEngine() if request.param == "real" else InventedEngine({CPU: 1.0})


def test_both_halves_of_a_model_from_memory_are_timed(engine: ProbeEngine) -> None:
    assert "int8" in engine.compute_types(CPU)
    model = engine.open_files(shaped_model(ModelShape(64, 1, 1)), Rung(CPU, "int8"), 1)
    try:
        for _ in range(2):
            encoding, answering = model.time_parts(np.zeros(16_000, np.float32), Decoding(1, (0.0,), 4))
            assert encoding > 0
            assert answering > 0
    finally:
        model.close()


def test_a_device_that_is_not_there_fails_when_a_model_is_opened(engine: ProbeEngine) -> None:
    with pytest.raises((RuntimeError, ValueError)):
        engine.open_files(shaped_model(ModelShape(64, 1, 1)), Rung("nowhere", "float16"), 1)
