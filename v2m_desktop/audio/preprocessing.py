"""Turns what the device gives into 16 kHz mono without DC. No gain: the energy gate needs true levels."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples

HIGH_PASS_HZ = 20.0
"""Below any voice; takes away DC and rumble."""

SILENCE_DBFS = -120.0
"""Reported for digital silence instead of minus infinity."""

_CHUNK = 1024
_NOTHING = 1e-12


def load_resampler() -> None:
    """Import the resampler, so that a take does not wait for it. Raises ImportError or OSError."""
    import soxr  # noqa: F401


def level_dbfs(samples: Samples) -> float:
    """RMS level in dB relative to full scale, at least -120."""
    if len(samples) == 0:
        return SILENCE_DBFS
    power = float(np.mean(np.square(samples, dtype=np.float64)))
    return max(SILENCE_DBFS, 10.0 * math.log10(power)) if power > 0.0 else SILENCE_DBFS


class HighPass:
    """First-order high pass, y[n] = x[n] - x[n-1] + a y[n-1], with its state carried."""

    def __init__(self, rate: int, cutoff_hz: float = HIGH_PASS_HZ) -> None:
        self._decay = math.exp(-2.0 * math.pi * cutoff_hz / rate)
        # The recursion is solved by a cumulative sum over weights, which is exact and needs no Python loop.
        # a^-1024 is about 3,000 here, harmless in float64.
        self._weights = self._decay ** np.arange(_CHUNK, dtype=np.float64)
        self._last_input: float | None = None
        self._last_output = 0.0

    def process(self, samples: Samples) -> Samples:
        """Filter the next samples of the stream; same shape back."""
        result = np.empty(len(samples), np.float32)
        for start in range(0, len(samples), _CHUNK):
            chunk = samples[start : start + _CHUNK].astype(np.float64)
            if self._last_input is None:
                self._last_input = float(chunk[0])  # a constant offset at the start makes no click
            steps = np.diff(chunk, prepend=self._last_input)
            weights = self._weights[: len(chunk)]
            sums = np.cumsum(steps / weights)
            output = weights * (sums + self._decay * self._last_output)
            self._last_input = float(chunk[-1])
            # Down to nothing, or long silence becomes denormal numbers, which are slow to work with.
            self._last_output = float(output[-1]) if abs(output[-1]) > _NOTHING else 0.0
            result[start : start + len(chunk)] = output
        return result


class Preprocessor:
    """One stream at `rate` (Hz) to 16 kHz mono float32 without DC. Any block size gives the same result."""

    def __init__(self, rate: int) -> None:
        self.rate = rate
        # Before the resampler, which would ring at a stream that begins with an offset.
        self._high_pass = HighPass(rate)
        self._resampler: Any = None
        if rate != SAMPLE_RATE:
            import soxr

            self._resampler = soxr.ResampleStream(rate, SAMPLE_RATE, 1, dtype="float32")

    def process(self, samples: Samples) -> Samples:
        """The next samples, shape (n,) at the device's rate, as 16 kHz. A few ms stay in the resampler."""
        filtered = self._high_pass.process(samples)
        return filtered if self._resampler is None else self._resampled(filtered)

    def flush(self) -> Samples:
        """What is still in the resampler. The stream ends here: process nothing afterwards."""
        nothing = np.empty(0, np.float32)
        return nothing if self._resampler is None else self._resampled(nothing, last=True)

    def _resampled(self, samples: Samples, *, last: bool = False) -> Samples:
        return np.asarray(self._resampler.resample_chunk(samples, last=last), np.float32)
