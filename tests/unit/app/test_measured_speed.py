"""Measured speed is kept for this very machine, and never trusted beyond that."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.tools.speeds import speed
from v2m_desktop.app.measured_speed import (
    load_speed,
    machine_size,
    measure_and_keep,
    save_speed,
    this_machine,
)
from v2m_desktop.core.errors import ModelError
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement

HERE = {"processor": "Fast 9000", "cores": "8"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "speed.json"


def measuring(how: str, tmp_path: Path) -> SpeedMeasurement:
    marker = str(tmp_path / "asked")
    return SpeedMeasurement([sys.executable, "-m", "tests.fakes.measuring_process", how, marker], 120.0)


def test_what_was_measured_here_is_known_again(file: Path) -> None:
    assert load_speed(file, HERE) is None
    save_speed(file, HERE, speed(0.5, card=0.1))
    assert load_speed(file, dict(HERE)) == speed(0.5, card=0.1)


@pytest.mark.parametrize("change", [{"processor": "Slow 1"}, {"cores": "2"}, {"driver": "580.1"}])
def test_another_machine_is_measured_again(file: Path, change: dict[str, str]) -> None:
    save_speed(file, HERE, speed())
    assert load_speed(file, HERE | change) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"machine": {"processor": "Fast 9000", "cores": "8"}}',
        '{"machine": {"processor": "Fast 9000", "cores": "8"}, "speed": {"processor": [], "card": []}}',
        "\0",
    ],
)
def test_a_broken_file_costs_what_it_held(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert load_speed(file, HERE) is None
    save_speed(file, HERE, speed())
    assert load_speed(file, HERE) == speed()


@pytest.mark.parametrize("seconds", [0, 0.0, -1.0, "1", None, float("nan"), float("inf")])
def test_nonsense_in_the_file_is_not_believed(file: Path, seconds: object) -> None:
    save_speed(file, HERE, speed())
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["speed"]["processor"][0]["encode_seconds"] = seconds
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert load_speed(file, HERE) is None


@pytest.mark.parametrize("width", [0, -1, "384", 1.5, None])
def test_nonsense_for_a_shape_is_not_believed(file: Path, width: object) -> None:
    save_speed(file, HERE, speed())
    kept = json.loads(file.read_text(encoding="utf-8"))
    kept["speed"]["processor"][0]["shape"]["width"] = width
    file.write_text(json.dumps(kept), encoding="utf-8")
    assert load_speed(file, HERE) is None


@pytest.mark.expects_log("the measured speed cannot be kept")
def test_what_cannot_be_kept_is_used_all_the_same(tmp_path: Path) -> None:
    nowhere = tmp_path / "missing" / "speed.json"
    assert measure_and_keep(nowhere, measuring("fast", tmp_path)) == speed(0.2)
    assert not nowhere.exists()


def test_a_measurement_among_busy_programs_is_not_kept(file: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="60 % of the processor"):
        measure_and_keep(file, measuring("busy", tmp_path))
    assert not file.exists()


def test_this_machine_stays_the_same_and_has_a_size() -> None:
    assert this_machine() == this_machine()
    assert this_machine()["processor"]
    size = machine_size()
    assert 0 < size.ram_free <= size.ram
    assert size.cores >= 1
