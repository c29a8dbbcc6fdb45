"""Runs a program that draws windows in a process of its own: Qt takes scale and screens at start only."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"name": "wide", "x": 0, "y": 0, "width": 2560, "height": 1600, "logicalDpi": 96, "dpr": 1}
HARMLESS = "This plugin does not support"
"""The off-screen platform says so about size hints and raising, which it lacks."""


def report_of(
    folder: Path, *arguments: str, scale: str = "1", screens: Sequence[Mapping[str, object]] = (SCREEN,)
) -> Any:
    """What `python ARGUMENTS` prints as JSON on these screens, without a complaint of Qt's.

    `folder` takes the description of the screens.
    """
    described = folder / "screens.json"
    described.write_text(json.dumps({"screens": screens}))
    platform = f"offscreen:configfile={described}"
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stderr.splitlines() if HARMLESS not in line] == []
    return json.loads(done.stdout)
