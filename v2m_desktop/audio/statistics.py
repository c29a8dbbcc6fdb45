"""How well the PortAudio callback keeps up, for `make bench`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

_CALLBACKS = 16_384
"""Callbacks remembered: 5 min at 20 ms."""


@dataclass(frozen=True, slots=True)
class CaptureStatistics:
    """Figures of one stream. Times in milliseconds, over at most the last 16,384 callbacks.

    The body is what our code takes. Lateness is how far a callback entered behind the steadiest pace of the
    stream; it holds the wait for the interpreter lock and whatever the sound server adds.
    """

    callbacks: int
    body_p50: float
    body_p99: float
    lateness_p50: float
    lateness_p99: float
    lateness_max: float
    missing_samples: int
    overflows: int


class CallbackTimes:
    """Preallocated record of callbacks, written by the callback alone."""

    def __init__(self) -> None:
        self._entries = np.zeros(_CALLBACKS, np.int64)
        self._bodies = np.zeros(_CALLBACKS, np.int64)
        self._samples = np.zeros(_CALLBACKS, np.int64)
        self.count = 0

    def note(self, entered_ns: int, left_ns: int, device_samples: int) -> None:
        """A callback that ended the device sample `device_samples`."""
        slot = self.count % _CALLBACKS
        self._entries[slot] = entered_ns
        self._bodies[slot] = left_ns - entered_ns
        self._samples[slot] = device_samples
        self.count += 1

    def summary(self, rate: int, missing_samples: int, overflows: int) -> CaptureStatistics:
        """The figures so far; zeros before the first callback."""
        kept = min(self.count, _CALLBACKS)
        if kept == 0:
            return CaptureStatistics(0, 0.0, 0.0, 0.0, 0.0, 0.0, missing_samples, overflows)
        first = self.count % _CALLBACKS if self.count > _CALLBACKS else 0
        order = (first + np.arange(kept)) % _CALLBACKS
        bodies = self._bodies[order] / 1e6
        pace = self._entries[order] / 1e6 - self._samples[order] * 1000.0 / rate
        # The clocks of device and computer drift apart, so each 5 s are held against their own best pace.
        late = np.concatenate([part - part.min() for part in np.array_split(pace, -(-kept // 250))])
        return CaptureStatistics(
            callbacks=self.count,
            body_p50=float(np.percentile(bodies, 50)),
            body_p99=float(np.percentile(bodies, 99)),
            lateness_p50=float(np.percentile(late, 50)),
            lateness_p99=float(np.percentile(late, 99)),
            lateness_max=float(late.max()),
            missing_samples=missing_samples,
            overflows=overflows,
        )
