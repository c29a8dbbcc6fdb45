"""Runs a model before it is needed."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.recognition.device_choice import CPU
from v2m_desktop.recognition.engine import Decoding, OpenModel, Told
from v2m_desktop.recognition.short_context import FULL

WARM_UP_FRAMES = (400, 500, FULL)
WARM_UP_TOKENS = 8

WARM_UP_SECONDS = 3.0
"""A processor that would need longer starts cold where it costs the most: a take is not kept waiting."""


def warm_up(model: OpenModel, device: str, clock: Callable[[], float] = time.perf_counter) -> None:
    """Real inferences of the lengths in use, as the first of each is slow, and may fail.

    A graphics card has them all: the longest one shows whether its memory suffices. On a processor a length
    is left out if it would take too long, which grows with the square of the length.
    """
    noise = np.random.default_rng(0).standard_normal(SAMPLE_RATE).astype(np.float32) * np.float32(0.01)
    began = clock()
    expected, length = 0.0, WARM_UP_FRAMES[0]
    for frames in WARM_UP_FRAMES:
        before = clock()
        expected *= (frames / length) ** 2
        if device == CPU and before - began + expected > WARM_UP_SECONDS:
            break
        model.decode(noise, Told(), Decoding(1, (0.0,), WARM_UP_TOKENS, frames))
        expected, length = clock() - before, frames
