"""What somebody says in a long dictation: sentence after sentence, or with pauses of all lengths between."""

from __future__ import annotations

import random
from dataclasses import dataclass

import numpy as np

from tests.desktop.sentences import STEADY
from tests.desktop.virtual_microphone import without_trailing_silence
from tests.unit.audio.speech import silence
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

ROOM_DBFS = -65.0
"""A quiet room; real ones are never exact zeros."""

STRETCH_SECONDS = 45.0
"""Dense speech is played in pieces of about this length."""

BREATH = (0.25, 0.5)
"""Seconds between sentences in dense speech. None of them ends a segment, so that long speech must be cut."""

PAUSES = (0.8, 12.0)
"""Seconds between what is said hands-free."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Samples at 16 kHz in a quiet room, and what is said in them."""

    samples: Samples
    text: str

    @property
    def seconds(self) -> float:
        return len(self.samples) / SAMPLE_RATE


def dense_speech(seconds: float, seed: str) -> list[Stretch]:
    """Sentence after sentence, hardly a breath between them."""
    dice = random.Random(seed)
    stretches: list[Stretch] = []
    while (left := seconds - sum(stretch.seconds for stretch in stretches)) > 0:
        stretches.append(_stretch(dice, min(left, STRETCH_SECONDS), BREATH, dice.uniform(0.5, 1.5)))
    return stretches


def hands_free_speech(seconds: float, seed: str, long_pauses: tuple[float, ...] = ()) -> list[Stretch]:
    """One to three sentences at a time, then a pause; the long ones spread evenly."""
    dice, stretches, length = random.Random(seed), [], 0.0
    later = [
        (seconds * (number + 1) / (len(long_pauses) + 1), each) for number, each in enumerate(long_pauses)
    ]
    while length < seconds:
        pause = dice.uniform(*PAUSES)
        if later and length >= later[0][0] - later[0][1]:
            pause = later.pop(0)[1]
        stretches.append(_stretch(dice, dice.uniform(0.5, 7.0), BREATH, pause))
        length += stretches[-1].seconds
    return stretches


def room(seconds: float) -> Samples:
    """Nobody speaks."""
    noise = np.random.default_rng(5).standard_normal(round(seconds * SAMPLE_RATE))
    return np.asarray(noise * 10 ** (ROOM_DBFS / 20), np.float32)


def _stretch(dice: random.Random, seconds: float, breath: tuple[float, float], pause: float) -> Stretch:
    """Sentences of at least so many seconds, or one, then a pause."""
    parts: list[Samples] = []
    said: list[str] = []
    while not parts or sum(map(len, parts)) < seconds * SAMPLE_RATE:
        sentence = dice.choice(STEADY)
        said.append(sentence.text)
        parts += [without_trailing_silence(sentence.samples), silence(dice.uniform(*breath))]
    samples = np.concatenate([*parts, silence(pause)])
    return Stretch(samples + room(len(samples) / SAMPLE_RATE), " ".join(said))
