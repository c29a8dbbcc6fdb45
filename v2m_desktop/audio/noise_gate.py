"""The second opinion on Silero: sound that is certainly no speech, judged by level, flatness and steadiness.

The energy gate alone would kill quiet speech: at -40 dBFS most of its windows are below -40. So a quiet
window is refused only if its spectrum is flat as well (THEO-163). Silero itself knows noise and clicks; what
it takes for a voice, for up to 0.8 s, is the start of a rich mains hum: its exact repetition gives it away.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from v2m_desktop.core.audio import Samples

WINDOW = 512
"""Samples of one decision: 32 ms at 16 kHz."""

FLATNESS_LIMIT = 0.8
"""THEO-163. Over 32 bands white noise has 0.83 to 0.95 (percentiles 1 to 99), voiced speech below 0.2."""

STEADINESS_LIMIT = 0.97
"""Measured: hum from 50 to 237 Hz with noise 26 dB below it has 0.996 and more. Human speech (11 s) never got
there, espeak-ng and flite in at most 4 % of their windows, never more than three in a row."""

_BANDS = 32
_SHORTEST_LAG = 800
_LONGEST_LAG = 1700

_HANN: npt.NDArray[np.float64] = np.hanning(WINDOW)


def spectral_flatness(window: Samples) -> float:
    """Geometric over arithmetic mean of the power in 32 equal bands: 1 is white. Shape (512,).

    Bands, since the flatness of single bins of white noise is 0.56 and could never pass 0.8.
    """
    power = np.abs(np.fft.rfft(window * _HANN)) ** 2
    bands = power[1:].reshape(_BANDS, -1).mean(axis=1) + 1e-12
    return float(np.exp(np.log(bands).mean()) / bands.mean())


class NoiseGate:
    """Judges windows in order. `quiet_dbfs` is the level below which a flat window is silence."""

    def __init__(self, quiet_dbfs: float) -> None:
        self._quiet_dbfs = quiet_dbfs
        self._history: Samples = np.zeros(_LONGEST_LAG + WINDOW, np.float32)

    def reset(self) -> None:
        """Forget what was heard."""
        self._history[:] = 0.0

    def push(self, window: Samples) -> None:
        """Remember a window of 512 samples; every one, in order."""
        self._history[:-WINDOW] = self._history[WINDOW:]
        self._history[-WINDOW:] = window

    def refuses(self, level_dbfs: float) -> bool:
        """Whether the window pushed last is certainly no speech."""
        window = self._history[-WINDOW:]
        if level_dbfs < self._quiet_dbfs and spectral_flatness(window) > FLATNESS_LIMIT:
            return True
        return self._steadiness(window) > STEADINESS_LIMIT

    def _steadiness(self, window: Samples) -> float:
        """How exactly the window repeats what was heard 50 to 106 ms before: 1 is a perfect copy.

        A voice drifts in pitch and loudness within that time; hum and beeps do not.
        """
        past = self._history[:-_SHORTEST_LAG].astype(np.float64)
        current = window.astype(np.float64)
        size = 4096
        product = np.fft.rfft(past, size) * np.conj(np.fft.rfft(current, size))
        likeness = np.fft.irfft(product, size)[: len(past) - WINDOW + 1]
        energy = np.concatenate(([0.0], np.cumsum(past**2)))
        scale = np.sqrt((energy[WINDOW:] - energy[:-WINDOW]) * float(current @ current))
        return float(np.max(likeness / np.maximum(scale, 1e-9)))
