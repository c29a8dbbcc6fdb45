"""Memory of the app once it has done everything it does: proportional set size, shared pages by share."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psutil

from tests.bench.dictation import Delays, Stage, dictate
from tests.bench.figures import Measurement
from tests.bench.hotkey_presser import HotkeyPresser
from tests.bench.plan import Plan
from tests.bench.quiet_app import CHIME_SECONDS, rest
from tests.bench.sentences import sentences
from tests.desktop.app import ROOT, RunningApp
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone


def measure(plan: Plan) -> Iterator[Measurement]:
    """One delivered take, with the recognizer in a process of its own, then in the app's."""
    for name, host in (("pss_without_recognizer_mb", "process"), ("pss_with_recognizer_mb", "thread")):
        own, children = _after_a_take(host)
        details = {"with_children_mb": round(own + sum(children), 1), "children": len(children)}
        yield Measurement(name, own, details=details)
    yield _after_unload(plan.unloads)


def _after_unload(rounds: int) -> Measurement:
    """In a process of its own, in which nothing was loaded before."""
    command = [sys.executable, "-m", "tests.bench.unload", "--json", "--rounds", str(rounds)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    seen = json.loads(done.stdout)
    above = [each["unloaded"] - each["before"] for each in seen]
    return Measurement(
        "pss_after_unload_above_start_mb", max(above), len(above), {"rounds": seen}, tuple(above)
    )


def _after_a_take(host: str) -> tuple[float, list[float]]:
    """Megabytes of the app and of each of its children."""
    outcome = Delays()
    with (
        VirtualMicrophone() as microphone,
        TargetWindow() as target,
        HotkeyPresser() as key,
        RunningApp({"recognition": {"host": host}}) as app,
    ):
        app.wait_model()
        dictate(Stage(app, target, microphone, key), sentences()[0], outcome)
        if outcome.failed:
            raise RuntimeError(f"the take before the measurement was {outcome.failed[0]}")
        rest(CHIME_SECONDS)
        children = psutil.Process(app.process.pid).children(recursive=True)
        return megabytes(app.process.pid), [megabytes(child.pid) for child in children]


def megabytes(pid: int) -> float:
    """Proportional set size of a process in 10^6 bytes."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="utf-8")
    kibibytes = next(line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:"))
    return int(kibibytes) * 1024 / 1e6
