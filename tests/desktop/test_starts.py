"""One app for each profile, on any desktop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.desktop.app import ROOT, RunningApp
from tests.desktop.sound_server import wait_until


def test_a_second_start_hands_over_to_the_first(tmp_path: Path) -> None:
    with RunningApp(profile=tmp_path) as app:
        assert "already running" in app.order()
        assert app.process.poll() is None


def test_of_ten_starts_at_once_one_lives(tmp_path: Path) -> None:
    environment = {**os.environ, "V2M_PROFILE": str(tmp_path), "QT_QPA_PLATFORM": "xcb"}
    started = [
        subprocess.Popen(
            RunningApp.command(), cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        for _ in range(10)
    ]
    wait_until(lambda: sum(each.poll() is None for each in started) == 1, "nine handed over", 60)
    quitting = RunningApp.command("quit")

    def quit_reached() -> bool:
        return (
            subprocess.run(quitting, cwd=ROOT, env=environment, capture_output=True, check=False).returncode
            == 0
        )

    wait_until(quit_reached, "the one answers")
    handed_over = 0
    for each in started:
        output, _ = each.communicate(timeout=10)
        assert b"Traceback" not in output
        assert each.returncode == 0, output
        handed_over += b"already running" in output
    assert handed_over == 9


def test_no_tray_host_gives_a_small_window_that_takes_no_focus() -> None:
    done = subprocess.run(
        [str(ROOT / "tests/desktop/stage.sh"), "--no-tray", *("python", "-m", "tests.desktop.no_tray_probe")],
        cwd=ROOT, capture_output=True, text=True, timeout=90, check=False,
        env={**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert json.loads(done.stdout) == {"windows": ["Voice2Machine"], "state": "idle", "focus": "target"}
