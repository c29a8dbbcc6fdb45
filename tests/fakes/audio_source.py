"""A microphone without a sound system: tests say what it hears."""

from __future__ import annotations

import time
from collections import deque

import numpy as np

from v2m_desktop.core.audio import AudioDevice, CapturedBlock, Samples
from v2m_desktop.core.errors import AudioError, NoMicrophoneError

FAKE_DEVICE = AudioDevice("Fake microphone", 0, 48_000, 1, "Fake", True)


class FakeAudioSource:
    """An AudioSource fed by `say`. `refuse_with` makes the next opens fail."""

    def __init__(self, device: AudioDevice = FAKE_DEVICE) -> None:
        self.device = device
        self.refuse_with: AudioError | None = None
        self.opened_count = 0
        self.closed_count = 0
        self.refused_count = 0
        self._blocks: deque[CapturedBlock] = deque()
        self._open = False
        self._dead = False
        self._next_sample = 0
        self._missing = 0

    @property
    def is_open(self) -> bool:
        return self._open

    @property
    def read_pending(self) -> bool:
        """Whether something was said that nobody has read yet."""
        return bool(self._blocks)

    @property
    def waiting(self) -> int:
        """How many samples nobody has read yet."""
        return sum(len(block.samples) for block in tuple(self._blocks))

    def was_refused(self, times: int) -> bool:
        """Whether an open failed `times` times by now."""
        return self.refused_count == times

    def say(self, samples: Samples) -> None:
        """The microphone hears `samples`, at the device's rate. Thread-safe."""
        if not self._open or self._dead:
            return
        captured = time.perf_counter_ns()
        self._blocks.append(CapturedBlock(samples, self.device.rate, self._next_sample, captured))
        self._next_sample += len(samples)

    def lose(self, count: int) -> None:
        """`count` device samples get lost."""
        self._next_sample += count
        self._missing += count

    def die(self) -> None:
        """The stream ends by itself."""
        self._dead = True

    def open(self, device: str) -> AudioDevice:
        self.close()
        if self.refuse_with is not None:
            self.refused_count += 1
            raise self.refuse_with
        if device not in ("", self.device.name):
            raise NoMicrophoneError('The microphone "{device}" is not there.', device=device)
        self._blocks.clear()
        self._open, self._dead = True, False
        self._next_sample = self._missing = 0
        self.opened_count += 1
        return self.device

    def read(self) -> CapturedBlock | None:
        parts: list[CapturedBlock] = []
        while self._blocks and (not parts or self._blocks[0].first_sample == _end(parts[-1])):
            parts.append(self._blocks.popleft())
        if not parts:
            return None
        samples = np.concatenate([part.samples for part in parts])
        return CapturedBlock(samples, parts[0].rate, parts[0].first_sample, parts[-1].captured_ns)

    @property
    def dead(self) -> bool:
        return self._open and self._dead

    @property
    def missing_samples(self) -> int:
        return self._missing

    def close(self) -> None:
        if self._open:
            self.closed_count += 1
        self._open = False
        self._missing = 0
        self._blocks.clear()


def _end(block: CapturedBlock) -> int:
    return block.first_sample + len(block.samples)
