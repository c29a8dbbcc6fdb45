"""What recognition in the same process does to capture: callback, interpreter lock, lost samples."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import soxr

from tests.bench.figures import Measurement, percentile
from tests.bench.known_signal import noise, prove
from tests.bench.plan import Plan
from tests.desktop.virtual_microphone import RATE, SINK
from v2m_desktop.core.audio import Samples

ROOT = Path(__file__).resolve().parents[2]


def measure(plan: Plan) -> Iterator[Measurement]:
    """Play a known signal to a process that captures and recognizes. Raises RuntimeError if that fails."""
    signal = noise(plan.busy_capture, RATE)
    with tempfile.TemporaryDirectory(prefix="v2m-bench-") as folder:
        recorded, idle, busy = _capture(signal, plan.idle_capture, Path(folder))
    context = {
        "callbacks": busy["callbacks"],
        "recognitions": busy["inferences"],
        "share_of_time_recognizing": round(busy["recognition_share"], 3),
    }
    yield Measurement(
        "callback_body_p99_ms",
        busy["body_p99"],
        busy["callbacks"],
        {**context, "p50": busy["body_p50"], "idle_p99": idle["body_p99"]},
    )
    yield _waits("gil_wait_p99_ms", busy["waits"])
    yield _waits("gil_wait_idle_p99_ms", idle["waits"])
    yield Measurement(
        "lateness_difference_p99_ms",
        busy["lateness_p99"] - idle["lateness_p99"],
        busy["callbacks"],
        {
            "busy_p99": busy["lateness_p99"],
            "idle_p99": idle["lateness_p99"],
            "busy_max": busy["lateness_max"],
        },
    )
    rate = int(busy["rate"])
    expected = np.asarray(soxr.resample(signal, RATE, rate), np.float32)
    proof = prove(expected, recorded, rate)
    counted = {"reported_by_stream": busy["missing_samples"], "overflows": busy["overflows"]}
    lost = proof.missing + proof.spoiled
    yield Measurement("samples_missing", lost, len(recorded), {**asdict(proof), **counted, **context})


def _waits(name: str, waits: list[float]) -> Measurement:
    details = {"p50": percentile(waits, 50), "max": max(waits), "min": min(waits)}
    return Measurement(name, percentile(waits, 99), len(waits), details)


def _capture(
    signal: Samples, idle_seconds: float, folder: Path
) -> tuple[Samples, dict[str, Any], dict[str, Any]]:
    command = [sys.executable, "-m", "tests.bench.capture_process", str(folder), str(idle_seconds)]
    with (
        subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child,
    ):
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            if child.stdout.readline().strip() != "recording":
                raise RuntimeError("the capturing process did not begin to record")
            _play(signal)
            child.stdin.close()
            code = child.wait(30)
        except BaseException:
            child.kill()
            raise
    if code != 0:
        raise RuntimeError(f"the capturing process ended with {code}")
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    return np.load(folder / "recording.npy"), figures["idle"], figures["busy"]


def _started(command: list[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _play(signal: Samples) -> None:
    """Into the virtual microphone, with a buffer so large that a busy machine plays without a pause."""
    player = ["pacat", "--playback", f"--device={SINK.decode()}", "--raw", "--latency-msec=2000"]
    sound = np.concatenate([signal, np.zeros(RATE // 2, np.float32)]).astype("<f4").tobytes()
    shape = ["--format=float32le", f"--rate={RATE}", "--channels=1"]
    subprocess.run([*player, *shape], input=sound, check=True, timeout=len(signal) / RATE + 30)
