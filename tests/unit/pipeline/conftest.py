"""Capture threads for tests, ended after each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_S
from tests.unit.pipeline.capture_bench import Bench, Timed, bench_with, timed_with
from v2m_desktop.core.settings import Microphone, MicrophoneOpens, Settings


@pytest.fixture
def timed(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.ON_KEY, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(PATIENCE_S)


@pytest.fixture
def timed_warm(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.WARM, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(PATIENCE_S)


@pytest.fixture
def timed_always(tmp_path: Path, qtbot: QtBot) -> Iterator[Timed]:
    made = timed_with(MicrophoneOpens.ALWAYS, tmp_path, qtbot)
    yield made
    assert made.bench.service.shut_down(PATIENCE_S)


@pytest.fixture
def bench(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    made = bench_with(Settings(), tmp_path, qtbot)
    yield made
    assert made.service.shut_down(PATIENCE_S)


@pytest.fixture
def warm(tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    settings = Settings(microphone=Microphone(opens=MicrophoneOpens.WARM))
    made = bench_with(settings, tmp_path, qtbot)
    yield made
    assert made.service.shut_down(PATIENCE_S)
