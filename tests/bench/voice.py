"""What a window costs the voice activity detector."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from tests.bench.figures import Measurement, quantile
from tests.bench.plan import Plan
from tests.tools.demo_recording import demo_recording
from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.audio.voice_activity import SpeechDetector

WARM_UP = 50


def measure(plan: Plan) -> Iterator[Measurement]:
    """One window at a time, as they come from a microphone, in a process that does nothing else."""
    detector = SpeechDetector()
    speech = demo_recording().samples
    windows = np.resize(speech, (plan.vad_windows + WARM_UP, WINDOW))
    times: list[float] = []
    for window in windows:
        began = time.perf_counter_ns()
        detector.feed(window)
        times.append((time.perf_counter_ns() - began) / 1e6)
    yield quantile("vad_window_p50_ms", times[WARM_UP:], 50)
    yield quantile("vad_window_p99_ms", times[WARM_UP:], 99)
