"""Raises quiet voices to the loudness that recognizers learned with (THEO-171).

For segments that are cut already, never before the voice detector: its gate needs true levels, and noise that
is raised to -3 dBFS would never look like silence.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from v2m_desktop.core.audio import Samples, Segment

PEAK = 10.0 ** (-3.0 / 20.0)
"""Where the loudest sample of speech is brought to."""

MOST_DB = 24.0
"""A voice that would need more is drowned in noise."""

MEMORY_S = 10.0
"""Seconds of speech after which what was heard before counts for a third."""


class VoiceGain:
    """The gain of one take: one factor for each segment, so that loudness within it stays as it was spoken.

    It follows the peaks of speech, up slowly and down at once; what is no speech changes nothing.
    """

    def __init__(self) -> None:
        self._gain_db: float | None = None

    def preview(self, segment: Segment) -> Segment:
        """The segment with the gain that it would be closed with."""
        return _amplified(segment, self._next(segment))

    def close(self, segment: Segment) -> Segment:
        """The segment with its gain, from which the next one's follows."""
        self._gain_db = self._next(segment)
        return _amplified(segment, self._gain_db)

    def _next(self, segment: Segment) -> float | None:
        if segment.speech.peak <= 0.0:
            return self._gain_db
        wanted = min(max(20.0 * math.log10(PEAK / segment.speech.peak), 0.0), MOST_DB)
        if self._gain_db is None:
            return wanted
        weight = 1.0 - math.exp(-segment.speech.speech_seconds / MEMORY_S)
        return min(wanted, self._gain_db + weight * (wanted - self._gain_db))


def raised(samples: Samples, gain_db: float) -> Samples:
    """Samples as they are with this gain."""
    return _bounded(samples * np.float32(10.0 ** (gain_db / 20.0))) if gain_db else samples


def _amplified(segment: Segment, gain_db: float | None) -> Segment:
    if not gain_db:
        return segment
    return replace(segment, samples=raised(segment.samples, gain_db), gain_db=gain_db)


def _bounded(samples: Samples) -> Samples:
    """What is louder than any speech, a click or a bump of the table, bent smoothly below full scale."""
    loud = np.abs(samples) > PEAK + 1e-6
    if loud.any():
        over = (np.abs(samples[loud]) - PEAK) / (1.0 - PEAK)
        samples[loud] = np.sign(samples[loud]) * (PEAK + (1.0 - PEAK) * np.tanh(over))
    return samples
