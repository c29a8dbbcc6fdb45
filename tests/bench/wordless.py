"""Twenty sounds in which nobody speaks, 12 s each, as they come through a microphone. 16 kHz, synthesized."""

from __future__ import annotations

import numpy as np

from tests.unit.audio.speech import at_level, clicks, hum, noise
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

SECONDS = 12.0


def clips() -> dict[str, Samples]:
    """By name."""
    sounds = {
        f"room at {level:.0f} dBFS": noise(SECONDS, level, seed) for seed, level in enumerate((-70.0, -55.0))
    }
    for color, slope in (("white", 0.0), ("pink", 1.0), ("brown", 2.0)):
        for level in (-45.0, -30.0):
            sounds[f"{color} noise at {level:.0f} dBFS"] = noise(SECONDS, level, 7, slope)
    for per_second in (2.0, 5.0, 9.0):
        sounds[f"keyboard, {per_second:.0f} keys a second"] = clicks(
            SECONDS, per_second, seed=int(per_second)
        )
    sounds["keyboard, near"] = clicks(SECONDS, 6.0, peak=0.9, seed=1)
    for hertz in (50.0, 60.0):
        sounds[f"hum of {hertz:.0f} Hz"] = hum(SECONDS, -35.0, hertz)
    sounds["fan"] = hum(SECONDS, -45.0, 23.0, 20) + noise(SECONDS, -35.0, 3, 2.0)
    for seed, level in enumerate((-45.0, -30.0)):
        sounds[f"breath at {level:.0f} dBFS"] = breath(level, seed)
    for seed, root in enumerate((220.0, 330.0)):
        sounds[f"music from {root:.0f} Hz"] = music(root, seed)
    sounds["steps"] = clicks(SECONDS, 1.8, peak=0.3, seed=9) + noise(SECONDS, -50.0, 9, 2.0)
    return sounds


def breath(dbfs: float, seed: int) -> Samples:
    """In and out every four seconds."""
    time = np.arange(round(SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    swell = np.maximum(0.0, np.sin(2 * np.pi * time / 2.0)) ** 2
    return at_level((noise(SECONDS, -20.0, seed, 1.0) * swell).astype(np.float32), dbfs) + noise(
        SECONDS, -65.0, seed
    )


def music(root: float, seed: int) -> Samples:
    """Plucked chords, two a second."""
    chance = np.random.default_rng(seed)
    time = np.arange(SAMPLE_RATE // 2) / SAMPLE_RATE
    chords = []
    for _ in range(round(SECONDS * 2)):
        steps = chance.choice((0, 3, 4, 5, 7, 9, 12), 3, replace=False)
        tones = [
            np.sin(2 * np.pi * root * 2 ** (step / 12) * overtone * time) / overtone
            for step in steps
            for overtone in (1, 2, 3)
        ]
        chords.append(np.sum(tones, axis=0) * np.exp(-4 * time))
    return at_level(np.concatenate(chords).astype(np.float32), -28.0)
