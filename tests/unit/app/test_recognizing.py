"""What graphics cards did to the recognizer's process is kept in the data folder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from v2m_desktop.app.recognizing import LOST_RUNGS, make_recognizer, way_down
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.settings import RecognizerHost
from v2m_desktop.recognition.device_choice import CUDA, Rung
from v2m_desktop.storage.paths import Paths

DEMO = ModelChoice("demo", resource("models/demo"))


def test_what_was_lost_is_known_at_the_next_start(tmp_path: Path) -> None:
    file, lost = tmp_path / LOST_RUNGS, frozenset({Rung(CUDA, "float16")})
    assert way_down(file).lost(DEMO) == frozenset()
    way_down(file).remember(DEMO, lost)
    assert way_down(file).lost(DEMO) == lost
    assert way_down(file).lost(replace(DEMO, folder=tmp_path)) == frozenset()


def test_a_file_that_cannot_be_read_costs_what_it_held(tmp_path: Path) -> None:
    (tmp_path / LOST_RUNGS).mkdir()
    assert way_down(tmp_path / LOST_RUNGS).lost(DEMO) == frozenset()


@pytest.mark.parametrize("host", RecognizerHost)
def test_both_hosts_are_made(host: RecognizerHost, tmp_path: Path) -> None:
    recognizer = make_recognizer(host, Paths.under(tmp_path))
    assert recognizer.model is None
    assert type(recognizer).__module__.endswith("remote") == (host is RecognizerHost.PROCESS)
