"""What is recommended for which computer, and what is said about the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.tools.speeds import speed
from v2m_desktop.core.session import ResourceFigures
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel, downloadable
from v2m_desktop.models.fit import (
    GIGABYTE,
    RAM_BASE_MB,
    RAM_SHARE,
    Fit,
    MachineSize,
    Suitability,
    fits,
    memory_of,
    recommend,
    video_memory_of,
)

GIB = 1024**3
OLD = MachineSize(ram=4 * GIB, ram_free=2 * GIB, cores=2)
LAPTOP = MachineSize(ram=round(7.6 * GIB), ram_free=5 * GIB, cores=4)
DESKTOP = MachineSize(ram=32 * GIB, ram_free=25 * GIB, cores=8)
BOARD = MachineSize(ram=GIB // 4, ram_free=GIB // 8, cores=4)


def card(gib: float) -> MachineSize:
    return replace(DESKTOP, vram=round(gib * GIB))


@pytest.mark.parametrize(
    ("machine", "name"),
    [
        (OLD, "base"),
        (replace(DESKTOP, cores=2), "base"),
        (replace(LAPTOP, ram=4 * GIB), "base"),
        (LAPTOP, "small"),
        (DESKTOP, "small"),
        (card(2), "small"),
        (card(3.8), "large-v3-turbo"),
        (card(8), "large-v3-turbo"),
        (card(24), "large-v3-turbo"),
        (replace(card(8), ram=2 * GIB), "base"),
        (BOARD, "tiny"),
        (replace(BOARD, ram=1), "tiny"),
    ],
)
def test_the_recommended_model_follows_the_machine(machine: MachineSize, name: str) -> None:
    assert recommend(machine).name == name


@pytest.mark.parametrize(
    ("factor", "name"),
    [(0.04, "large-v3-turbo"), (0.06, "medium"), (0.2, "small"), (0.6, "base"), (1.5, "base"), (1.8, "tiny"),
     (20.0, "tiny")],
)  # fmt: skip
@pytest.mark.parametrize("machine", [replace(DESKTOP, cores=2), DESKTOP])
def test_where_speed_was_measured_cores_say_nothing(factor: float, name: str, machine: MachineSize) -> None:
    assert recommend(machine, speed(factor)).name == name


def test_a_quick_computer_with_little_memory_is_offered_what_fits() -> None:
    assert recommend(OLD, speed(0.04)).name == "large-v3-turbo"
    assert recommend(replace(OLD, ram=2 * GIB), speed(0.04)).name == "small"
    assert recommend(BOARD, speed(0.04)).name == "tiny"


@pytest.mark.parametrize(
    ("machine", "measured", "name"),
    [
        (card(8), speed(0.6, card=0.02), "large-v3-turbo"),
        (card(8), speed(0.6, card=0.03), "medium"),
        (card(8), speed(0.6, card=0.09), "small"),
        (card(2), speed(0.6, card=0.02), "small"),
        (card(8), speed(0.6), "base"),
    ],
    ids=["quick", "half as quick", "slow", "too small for more", "cannot run models"],
)
def test_a_card_is_judged_by_what_it_did(machine: MachineSize, measured: MeasuredSpeed, name: str) -> None:
    assert recommend(machine, measured).name == name


def test_seconds_are_those_of_where_the_model_would_run() -> None:
    small, turbo = downloadable("small"), downloadable("large-v3-turbo")
    assert fits(small, DESKTOP).seconds is None
    slow = fits(small, DESKTOP, speed(1.0))
    assert slow.suitability is Suitability.SLOW
    assert slow.seconds == pytest.approx(2.8, rel=0.05)
    there, here = fits(turbo, card(8), speed(1.0, card=0.02)), fits(turbo, card(8), speed(1.0))
    assert (there.on_card, there.suitability) == (True, Suitability.FITS)
    assert there.seconds == pytest.approx(0.24, rel=0.05)
    assert (here.on_card, here.suitability) == (False, Suitability.SLOW)
    assert here.seconds == pytest.approx(12, rel=0.05)


@pytest.mark.parametrize("machine", [OLD, LAPTOP, DESKTOP, card(4), card(8), card(24)])
def test_what_is_recommended_fits_and_is_quick(machine: MachineSize) -> None:
    assert fits(recommend(machine), machine).suitability is Suitability.FITS


def test_what_is_free_just_now_changes_the_hint_but_not_the_recommendation() -> None:
    busy = replace(DESKTOP, ram_free=3 * GIB)
    assert recommend(busy) == recommend(DESKTOP)
    assert fits(downloadable("small"), busy).suitability is Suitability.TIGHT


@pytest.mark.parametrize(
    ("name", "machine", "expected"),
    [
        ("small", OLD, Suitability.SLOW),
        ("large-v3-turbo", DESKTOP, Suitability.SLOW),
        ("large-v3-turbo", card(4), Suitability.FITS),
        ("large-v3-turbo", card(2), Suitability.SLOW),
        ("large-v3", OLD, Suitability.TOO_LARGE),
        ("large-v3", card(4), Suitability.SLOW),
        ("large-v3", card(6), Suitability.FITS),
        ("large-v3", replace(card(24), ram=4 * GIB), Suitability.TOO_LARGE),
    ],
)
def test_each_model_is_judged(name: str, machine: MachineSize, expected: Suitability) -> None:
    assert fits(downloadable(name), machine).suitability is expected


def test_memory_is_that_of_where_the_model_would_run() -> None:
    assert fits(downloadable("small"), LAPTOP) == Fit(Suitability.FITS, 464_000_000, False, False)
    there = fits(downloadable("large-v3-turbo"), card(8))
    assert (there.on_card, there.estimated) == (True, True)
    assert there.memory == pytest.approx(1.75 * GIGABYTE, rel=0.01)


@pytest.mark.parametrize("model", [model for model in DOWNLOADABLE if model.memory_mb is not None])
def test_estimates_agree_with_what_was_measured(model: DownloadableModel) -> None:
    measured, estimated = memory_of(model)
    guess, guessed = memory_of(replace(model, memory_mb=None))
    assert (estimated, guessed) == (False, True)
    assert 0.98 < guess / measured < 1.19


@pytest.mark.parametrize(
    ("name", "float16_mb"), [("large-v3-turbo", 2537), ("distil-large-v3", 2409), ("large-v3", 4521)]
)
def test_video_memory_lies_between_half_and_all_of_float16(name: str, float16_mb: int) -> None:
    assert 0.5 < video_memory_of(downloadable(name)) / 1e6 / float16_mb < 0.85


def test_the_size_of_a_machine_comes_from_its_figures() -> None:
    figures = ResourceFigures(5.0, 3 * GIB, 8 * GIB, vram_used=GIB, vram_total=6 * GIB)
    assert MachineSize.of(figures, 4) == MachineSize(8 * GIB, 5 * GIB, 4, 6 * GIB)


def test_no_model_is_estimated_below_its_base() -> None:
    assert all(memory_of(model)[0] > RAM_BASE_MB * 1e6 for model in DOWNLOADABLE)
    assert RAM_SHARE < 1
