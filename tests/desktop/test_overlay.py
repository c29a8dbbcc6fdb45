"""On a real display the overlay takes neither focus nor clicks, with and without a compositor."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.desktop
ROOT = Path(__file__).resolve().parents[2]
STAGE = Path(__file__).with_name("stage.sh")


@pytest.mark.parametrize("compositor", [True, False], ids=["with compositor", "without compositor"])
def test_overlay_stays_out_of_the_way(compositor: bool) -> None:
    options = [] if compositor else ["--no-compositor"]
    done = subprocess.run(
        ["bash", str(STAGE), *options, sys.executable, "-m", "tests.desktop.overlay_probe"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "target_active": True,
        "listed_in_taskbar": False,
        "focus_kept_when_shown": True,
        "click_passed_through": True,
        "cancel_clicked": True,
        "cancel_click_stayed": True,
        "focus_kept_when_clicked": True,
        "compositor": compositor,
        "masked": not compositor,
    }
