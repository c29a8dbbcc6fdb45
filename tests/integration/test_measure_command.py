"""`v2m models measure` beside a running app: it waits for people, and for nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from v2m_desktop.app.control_server import ControlServer
from v2m_desktop.storage.paths import Paths

PATIENCE_MS = 120_000


@pytest.fixture
def status() -> dict[str, Any]:
    """Of an app in which nobody dictates, and which has a problem to tell all the same."""
    return {"state": "problem", "takes": []}


@pytest.fixture
def profile(tmp_path: Path, status: dict[str, Any], qtbot: QtBot) -> Iterator[Path]:
    paths = Paths.under(tmp_path / "p")
    paths.prepare()
    server = ControlServer(lambda: status)
    server.listen(paths.runtime / "control.sock")
    yield tmp_path / "p"
    server.close()


def measured(profile: Path, qtbot: QtBot) -> str:
    """What it says on standard error."""
    command = [sys.executable, "-m", "v2m_desktop", "models", "measure"]
    environment = {**os.environ, "V2M_PROFILE": str(profile)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    ) as child:
        qtbot.waitUntil(lambda: child.poll() is not None, timeout=PATIENCE_MS)
        assert child.stderr is not None
        return child.stderr.read()


def test_who_dictates_is_not_disturbed(profile: Path, status: dict[str, Any], qtbot: QtBot) -> None:
    status["takes"] = [{"session": 1, "stage": "recording"}]
    assert "Somebody is dictating" in measured(profile, qtbot)


def test_a_problem_that_the_app_has_is_no_dictation(profile: Path, qtbot: QtBot) -> None:
    assert "dictating" not in measured(profile, qtbot)
