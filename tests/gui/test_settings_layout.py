"""Nothing in the settings dialog is cut off: at 100 % and 200 %, in each language and with longer texts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.settings_pictures import PICTURES

HARMLESS = "This plugin does not support"
SCREEN = {"name": "wide", "x": 0, "y": 0, "width": 2560, "height": 1600, "logicalDpi": 96, "dpr": 1}


@pytest.mark.parametrize(
    ("scale", "language"), [("1", "en"), ("1", "es"), ("1", "pt"), ("1", "long"), ("2", "long")]
)
def test_every_page_fits(scale: str, language: str, tmp_path: Path) -> None:
    """Qt takes its scale at start only, so a process of its own draws them."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    platform = f"offscreen:configfile={screens}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.settings_pictures", "", language],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["problems"] == []
    assert report["drawn"] == 2 * len(PICTURES)
    assert report["ratio"] == float(scale)
    assert [line for line in done.stderr.splitlines() if HARMLESS not in line] == []
