"""The computer's speed is measured in a process of its own, which the app never leaves behind."""

from __future__ import annotations

import contextlib

import psutil

from tests.desktop.app import RunningApp
from tests.desktop.sound_server import wait_until
from tests.desktop.test_engine_killed import ENGINE

PATIENCE_SECONDS = 60.0


def engines(app: RunningApp) -> int:
    """Recognizer's processes: the one with the model, and the one that measures."""
    found = 0
    for child in psutil.Process(app.process.pid).children():
        with contextlib.suppress(psutil.NoSuchProcess):
            found += child.status() != psutil.STATUS_ZOMBIE and bool(ENGINE.search(" ".join(child.cmdline())))
    return found


def test_an_app_that_ends_while_it_measures_leaves_no_process() -> None:
    """That nothing is left, and that the end comes soon, is what RunningApp makes sure of."""
    with RunningApp(first_start=True) as app:
        wait_until(lambda: engines(app) == 2, "a measurement", PATIENCE_SECONDS)
