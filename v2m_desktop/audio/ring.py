"""Carries samples from the PortAudio callback to the capture thread without a lock or an allocation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from v2m_desktop.core.audio import Samples

_BLOCKS = 8192
"""Blocks that may wait: 163 s at 20 ms a block."""

_ITEMS_AT_ONCE = 480
"""numpy lets go of the interpreter lock for more than 500 items, and then the callback may wait 5 ms for it.
Measured with one busy Python thread: body p99 5.2 ms in one piece, 0.08 ms in two."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples with none missing between them.

    `first_sample` counts samples of the device, lost ones included. `captured_ns` belongs to the last sample.
    """

    samples: Samples
    first_sample: int
    captured_ns: int


class RingBuffer:
    """Preallocated float32 ring: one thread writes, one other reads.

    What waits is never overwritten: a block that finds no room is dropped and counted. Each side changes only
    its own counter, and changes it last, so that neither needs a lock.
    """

    def __init__(self, capacity: int, blocks: int = _BLOCKS) -> None:
        self._ring: Samples = np.zeros(capacity, np.float32)
        # One row a block: number of kept samples up to its end, its first device sample, its time.
        self._rows = np.zeros((blocks, 3), np.int64)
        self._capacity = capacity
        self._kept = 0
        self._device_samples = 0
        self._lost = 0
        self._rows_written = 0
        self._samples_read = 0
        self._rows_read = 0

    @property
    def lost_samples(self) -> int:
        """Device samples that were dropped here or skipped by the writer."""
        return self._lost

    @property
    def device_samples(self) -> int:
        """Device samples seen by the writer, lost ones included."""
        return self._device_samples

    def write(self, samples: npt.NDArray[Any], captured_ns: int = 0) -> bool:
        """Writer only. Keep a block, shape (n,) or (n, channels), mixed to mono; False: no room, dropped."""
        count = len(samples)
        first = self._device_samples
        self._device_samples = first + count
        full = self._kept + count - self._samples_read > self._capacity
        if full or self._rows_written - self._rows_read >= len(self._rows):
            self._lost += count
            return False
        start = self._kept % self._capacity
        fitting = min(count, self._capacity - start)
        self._copy(samples[:fitting], start)
        if fitting < count:
            self._copy(samples[fitting:], 0)
        self._kept += count
        row = self._rows[self._rows_written % len(self._rows)]
        row[0] = self._kept
        row[1] = first
        row[2] = captured_ns
        self._rows_written += 1
        return True

    def skip(self, count: int) -> None:
        """Writer only. The device itself lost `count` samples before the next block."""
        self._device_samples += count
        self._lost += count

    def read(self) -> Stretch | None:
        """Reader only. What was written since the last read, up to the next gap; None when nothing waits."""
        waiting = self._rows_written - self._rows_read
        if waiting == 0:
            return None
        rows = self._rows[(self._rows_read + np.arange(waiting)) % len(self._rows)]
        ends = rows[:, 0]
        starts = np.concatenate(([self._samples_read], ends[:-1]))
        # Device sample minus kept sample grows exactly where samples are missing.
        offset = rows[:, 1] - starts
        taken = int(np.argmax(offset != offset[0])) or waiting
        end = int(ends[taken - 1])
        samples = self._take(self._samples_read, end)
        stretch = Stretch(samples, int(rows[0, 1]), int(rows[taken - 1, 2]))
        self._rows_read += taken
        self._samples_read = end
        return stretch

    def _copy(self, samples: npt.NDArray[Any], start: int) -> None:
        channels = 1 if samples.ndim == 1 else samples.shape[1]
        piece = max(1, _ITEMS_AT_ONCE // channels)
        for first in range(0, len(samples), piece):
            part = samples[first : first + piece]
            target = self._ring[start + first : start + first + len(part)]
            if channels == 1:
                target[:] = part.reshape(-1)
            else:
                np.add.reduce(part, axis=1, out=target)
                target *= 1.0 / channels

    def _take(self, start: int, end: int) -> Samples:
        samples = np.empty(end - start, np.float32)
        position = start % self._capacity
        fitting = min(len(samples), self._capacity - position)
        samples[:fitting] = self._ring[position : position + fitting]
        samples[fitting:] = self._ring[: len(samples) - fitting]
        return samples
