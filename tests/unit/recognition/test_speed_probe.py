"""Speed is measured by the real engine with models that are too small for people, and with invented cards."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.probe_engine import InventedEngine
from tests.tools.speeds import speed
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.machine import ProcessorTimes, processor_times
from v2m_desktop.core.speed import ModelShape, speed_from
from v2m_desktop.models.catalog import downloadable
from v2m_desktop.models.model_binary import check_binary
from v2m_desktop.models.speed import expected_seconds
from v2m_desktop.recognition import speed_probe
from v2m_desktop.recognition.device_choice import CPU, CUDA, Rung
from v2m_desktop.recognition.engine import Decoding, Told
from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
from v2m_desktop.recognition.processor_share import share_of_others
from v2m_desktop.recognition.shaped_model import shaped_model
from v2m_desktop.recognition.speed_probe import SHAPES, TOKENS, measure_speed

SMALL_ONES = (ModelShape(64, 1, 1), ModelShape(128, 1, 1))


@pytest.fixture
def small_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    for device in SHAPES:
        monkeypatch.setitem(SHAPES, device, SMALL_ONES)
    monkeypatch.setitem(speed_probe.SECONDS, CPU, 600.0)


@pytest.mark.usefixtures("small_ones")
def test_the_real_engine_is_timed() -> None:
    measured = measure_speed(FasterWhisperEngine(), cores=2)
    assert [each.shape for each in measured.processor] == list(SMALL_ONES)
    assert all(each.encode_seconds > 0 and each.token_seconds > 0 for each in measured.processor)
    assert 0 <= measured.others <= 1
    tiny, base, small = (
        expected_seconds(downloadable(name).shape, measured.processor) for name in ("tiny", "base", "small")
    )
    assert 0 < tiny < base < small
    assert speed_from(json.loads(json.dumps(asdict(measured)))) == measured


def test_a_shaped_model_is_whole_and_never_ends_its_answer(tmp_path: Path) -> None:
    files = shaped_model(SMALL_ONES[0])
    (tmp_path / "model.bin").write_bytes(files["model.bin"])
    check_binary(tmp_path / "model.bin")
    model = FasterWhisperEngine().open_files(files, Rung(CPU, "int8"), 1)
    try:
        assert model.width == SMALL_ONES[0].width
        silence = np.zeros(16_000, dtype=np.float32)
        assert model.decode(silence, Told("en"), Decoding(1, (0.0,), TOKENS)).tokens == TOKENS
    finally:
        model.close()


@pytest.mark.usefixtures("small_ones")
def test_a_card_and_the_processor_are_both_timed() -> None:
    engine = InventedEngine({CUDA: 0.1, CPU: 0.2}, gpus=1)
    measured = measure_speed(engine, 4, engine.clock)
    assert measured.card[0].encode_seconds == pytest.approx(0.08)
    assert measured.processor[0].token_seconds == pytest.approx(0.04 / TOKENS)
    assert engine.opened == ["cuda/float16"] * 2 + ["cpu/int8"] * 2
    assert {decoding.beam for decoding in engine.decodings} == {5, 1}


@pytest.mark.usefixtures("small_ones")
@pytest.mark.expects_log("cuda/.* could not be measured")
def test_a_card_that_fails_counts_as_none() -> None:
    engine = InventedEngine({CPU: 1.0}, gpus=1)
    assert measure_speed(engine, 4, engine.clock).card == ()
    assert engine.opened[:3] == ["cuda/float16", "cuda/int8_float16", "cpu/int8"]


@pytest.mark.expects_log("cpu/.* could not be measured")
def test_where_nothing_runs_it_says_so() -> None:
    with pytest.raises(RecognitionError, match="could not be measured"):
        measure_speed(InventedEngine({}), 4)


@pytest.mark.parametrize(("seconds", "rounds"), [(0.3, [3, 3]), (1.2, [3]), (9.0, [1])])
def test_a_slow_computer_does_less(
    seconds: float, rounds: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(SHAPES, CPU, SMALL_ONES)
    engine = InventedEngine({CPU: seconds})
    measured = measure_speed(engine, 4, engine.clock)
    assert len(measured.processor) == len(rounds)
    assert len(engine.decodings) == sum(rounds)
    assert engine.clock.now <= max(8.0, seconds)


def test_other_programs_are_noticed() -> None:
    idle, busy = ProcessorTimes(100.0, 50.0, 5.0), ProcessorTimes(110.0, 58.0, 9.0)
    assert share_of_others(idle, busy) == pytest.approx(0.4)
    assert share_of_others(idle, ProcessorTimes(110.0, 54.0, 9.5)) == 0.0
    assert share_of_others(idle, idle) == 0.0
    before, after = processor_times(), processor_times()
    assert after.total >= before.total
    assert 0 < after.own <= after.used <= after.total


@pytest.mark.usefixtures("small_ones")
def test_a_busy_computer_does_not_count() -> None:
    times = iter((ProcessorTimes(0.0, 0.0, 0.0), ProcessorTimes(10.0, 8.0, 5.0)))
    now: Callable[[], ProcessorTimes] = times.__next__
    engine = InventedEngine({CPU: 0.3})
    measured = measure_speed(engine, 4, engine.clock, now)
    assert measured.others == pytest.approx(0.3)
    assert measured.disturbed
    assert not speed().disturbed
