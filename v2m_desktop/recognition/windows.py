"""Cuts long audio into windows that the model hears whole, at the quietest point near each end."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples

LONGEST = 28 * SAMPLE_RATE
"""The model hears 30 s; the rest is room for a word that goes on."""

_SEARCHED = 10 * SAMPLE_RATE
_DIP = SAMPLE_RATE // 20
_HOP = SAMPLE_RATE // 100


def windows(samples: Samples) -> Iterator[Samples]:
    """Consecutive views of `samples` without gap or overlap, each at most LONGEST."""
    while len(samples) > LONGEST:
        cut = _quietest(samples[:LONGEST])
        yield samples[:cut]
        samples = samples[cut:]
    yield samples


def _quietest(samples: Samples) -> int:
    """Middle of the quietest 50 ms in the last 10 s, as an index into `samples`."""
    first = len(samples) - _SEARCHED
    power = np.square(samples[first:], dtype=np.float64)
    sums = np.concatenate(([0.0], np.cumsum(power)))
    energy = sums[_DIP::_HOP] - sums[:-_DIP:_HOP]
    return first + int(np.argmin(energy)) * _HOP + _DIP // 2
