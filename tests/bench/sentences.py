"""The demo recording as single sentences in a quiet room, with the moment at which the voice ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.desktop.virtual_microphone import RATE, resampled
from tests.tools.demo_recording import demo_recording
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

BEFORE_SECONDS = 0.4
AFTER_SECONDS = 1.5
ROOM = 10 ** (-65 / 20)
QUIET = 0.01
"""A voice has ended with its last sample above this part of its peak (40 dB below)."""
PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Sentence:
    """Samples at the virtual microphone's rate; the voice ends `voice_ends` seconds after the first one."""

    samples: Samples
    voice_ends: float


def sentences() -> list[Sentence]:
    """Each sentence of the English demo recording, cut at its longest pauses."""
    recording = demo_recording()
    return [in_a_room(part) for part in split(recording.samples, len(recording.sentences), SAMPLE_RATE)]


def split(samples: Samples, count: int, rate: int) -> list[Samples]:
    """Cut into `count` stretches at the longest pauses; each begins and ends with voice."""
    loud = np.flatnonzero(np.abs(samples) > QUIET * float(np.abs(samples).max()))
    pauses = np.diff(loud)
    longest = sorted(np.argsort(pauses)[len(pauses) - (count - 1) :]) if count > 1 else []
    if any(pauses[place] < PAUSE_SECONDS * rate for place in longest):
        raise ValueError(f"the recording has no {count - 1} pauses")
    firsts = [loud[0], *(loud[place + 1] for place in longest)]
    lasts = [*(loud[place] for place in longest), loud[-1]]
    return [samples[first : last + 1] for first, last in zip(firsts, lasts, strict=True)]


def in_a_room(voice: Samples) -> Sentence:
    """16 kHz samples that begin and end with voice, BEFORE_SECONDS after the first sample."""
    spoken = resampled(voice, SAMPLE_RATE)
    before, after = round(BEFORE_SECONDS * RATE), round(AFTER_SECONDS * RATE)
    room = np.random.default_rng(3).standard_normal(before + len(spoken) + after) * ROOM
    room[before : before + len(spoken)] += spoken
    return Sentence(np.asarray(room, np.float32), (before + len(spoken)) / RATE)
