"""Values of the audio path. Inside the app audio is 16 kHz mono float32 in [-1, 1]."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NewType, TypeAlias

import numpy as np
import numpy.typing as npt

SAMPLE_RATE = 16_000
"""Samples per second everywhere behind the preprocessing."""

Samples: TypeAlias = npt.NDArray[np.float32]
"""Shape (n,), 16 kHz mono unless a rate is given beside it."""

SampleIndex = NewType("SampleIndex", int)
"""Counts 16 kHz samples from the first one of a take."""

Seconds = NewType("Seconds", float)


def seconds_of(samples: int) -> Seconds:
    """Length of `samples` at 16 kHz."""
    return Seconds(samples / SAMPLE_RATE)


def samples_of(milliseconds: float) -> int:
    """How many 16 kHz samples `milliseconds` are."""
    return round(milliseconds * SAMPLE_RATE / 1000)


@dataclass(frozen=True, slots=True)
class AudioDevice:
    """An input device. `name` is what settings store; it identifies the device between starts."""

    name: str
    index: int
    rate: int
    channels: int
    host_api: str
    is_default: bool


@dataclass(frozen=True, slots=True)
class CapturedBlock:
    """What a source gives: mono float32 at the device's rate.

    `first_sample` counts device samples since the stream opened; a jump means samples are missing.
    `captured_ns` is perf_counter_ns of the callback that delivered the block's last sample.
    """

    samples: Samples
    rate: int
    first_sample: int
    captured_ns: int


@dataclass(frozen=True, slots=True)
class VadDecision:
    """One 512-sample window: is it speech, how sure is Silero, how loud was it before any gain."""

    speech: bool
    probability: float
    level_dbfs: float


@dataclass(frozen=True, slots=True)
class SpeechEvidence:
    """What the voice activity detector found in a stretch of audio.

    `peak_dbfs` is the RMS level of the loudest window of speech, `peak` the largest sample in any of them (0
    to 1), both before any gain.
    """

    speech_seconds: float
    mean_probability: float
    peak_dbfs: float
    peak: float = 0.0


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a take that holds speech, pre-roll and tail included: [start, start + len(samples)).

    `number` counts the segments of one take from 0. `forced` marks a cut inside ongoing speech. The samples
    were raised by `gain_db`. `stored` reads them again from the recording on disk, on any thread; it raises
    StorageError, and is None where they are not there.
    """

    number: int
    start: SampleIndex
    samples: Samples
    speech: SpeechEvidence
    forced: bool = False
    gain_db: float = 0.0
    stored: Callable[[], Samples] | None = None

    @property
    def end(self) -> SampleIndex:
        return SampleIndex(self.start + len(self.samples))


class Sensitivity(Enum):
    """Presets of the voice activity detector (THEO-165 to 167)."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
