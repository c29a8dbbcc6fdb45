"""Long audio is cut where nobody speaks, and put together it is the same audio."""

from __future__ import annotations

import numpy as np
import pytest

from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.recognition.windows import LONGEST, windows


@pytest.mark.parametrize("length", [0, 1, LONGEST - 1, LONGEST, LONGEST + 1, 3 * LONGEST + 12_345])
def test_windows_put_together_are_the_audio(length: int) -> None:
    samples = np.random.default_rng(length).standard_normal(length).astype(np.float32)
    parts = list(windows(samples))
    assert np.array_equal(np.concatenate(parts), samples)
    assert all(len(part) <= LONGEST for part in parts)


def test_the_cut_falls_into_the_pause() -> None:
    samples = np.random.default_rng(0).standard_normal(40 * SAMPLE_RATE).astype(np.float32)
    pause = slice(23 * SAMPLE_RATE, 23 * SAMPLE_RATE + SAMPLE_RATE // 5)
    samples[pause] *= 0.01
    first = next(windows(samples))
    assert pause.start < len(first) < pause.stop
