"""Processor time of an app that has nothing to do, and of one that listens to nothing."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import psutil

from tests.bench.figures import Measurement
from tests.bench.plan import Plan
from tests.bench.quiet_app import CHIME_SECONDS, QuietApp, rest
from tests.desktop.virtual_microphone import RATE, VirtualMicrophone

SETTLE_SECONDS = 5.0
ROOM = 10 ** (-65 / 20)
"""RMS of a quiet room. Not zeros: the app takes those for a muted microphone."""


def measure(plan: Plan) -> Iterator[Measurement]:
    """One app, model loaded, nobody following its events: first idle, then listening."""
    with VirtualMicrophone() as microphone, QuietApp() as app:
        app.wait_model()
        rest(SETTLE_SECONDS)
        yield _share("idle_cpu_percent", app.process.pid, plan.cpu)
        seconds = plan.cpu + 6
        room = np.random.default_rng(2).standard_normal(round(seconds * RATE)).astype(np.float32) * ROOM
        playback = microphone.start(room.astype(np.float32))
        playback.wait_begun()
        app.order("start")
        rest(2.0)
        if app.status()["capture"] != "listening":
            raise RuntimeError("the app does not listen")
        yield _share("armed_silent_cpu_percent", app.process.pid, plan.cpu)
        app.order("cancel")
        playback.wait_ended()
        rest(CHIME_SECONDS)


def _share(name: str, pid: int, seconds: float) -> Measurement:
    """Processor time of a process and its children over a while, in percent of one processor."""
    before, began = _processor_seconds(pid), time.monotonic()
    rest(seconds)
    used, passed = _processor_seconds(pid) - before, time.monotonic() - began
    return Measurement(name, used / passed * 100, details={"seconds": round(passed, 1)})


def _processor_seconds(pid: int) -> float:
    """Of the process, its living children, and those it has waited for."""
    process = psutil.Process(pid)
    own = process.cpu_times()
    children = [child.cpu_times() for child in process.children(recursive=True)]
    return float(
        own.user + own.system + own.children_user + own.children_system
        + sum(times.user + times.system for times in children)
    )  # fmt: skip
