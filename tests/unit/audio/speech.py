"""Sounds for tests: synthesized speech and noises that are none. 16 kHz mono float32."""

from __future__ import annotations

import subprocess
from functools import cache

import numpy as np
import soxr

from v2m_desktop.core.audio import SAMPLE_RATE, Samples


@cache
def spoken(text: str, voice: str = "en-us", words_per_minute: int = 150) -> Samples:
    """`text` spoken by espeak-ng."""
    command = ["espeak-ng", "-v", voice, "-s", str(words_per_minute), "--stdout", text]
    wave = subprocess.run(command, capture_output=True, check=True).stdout
    start = wave.index(b"data") + 8  # written to a pipe, its length field holds no length
    rate = int.from_bytes(wave[24:28], "little")
    pcm = np.frombuffer(wave[start : start + (len(wave) - start) // 2 * 2], np.int16)
    return np.asarray(soxr.resample(pcm.astype(np.float32) / 32768, rate, SAMPLE_RATE), np.float32)


def at_level(samples: Samples, dbfs: float) -> Samples:
    """Scaled to an RMS of `dbfs`."""
    rms = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64))))
    return np.asarray(samples * (10.0 ** (dbfs / 20.0) / rms), np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), np.float32)


def noise(seconds: float, dbfs: float, seed: int = 0, slope: float = 0.0) -> Samples:
    """Noise whose power falls with frequency to the power `slope`: 0 white, 1 pink, 2 brown."""
    count = round(seconds * SAMPLE_RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    spectrum /= np.maximum(np.arange(len(spectrum)), 30.0) ** (slope / 2.0)
    return at_level(np.fft.irfft(spectrum, count).astype(np.float32), dbfs)


def hum(seconds: float, dbfs: float, hertz: float = 50.0, harmonics: int = 8) -> Samples:
    """Mains hum with harmonics, over faint noise."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    waves = [np.sin(2 * np.pi * hertz * k * time + k) / k for k in range(1, harmonics + 1)]
    return at_level(np.sum(waves, axis=0).astype(np.float32), dbfs) + noise(seconds, -65.0)


def clicks(seconds: float, per_second: float = 3.0, peak: float = 0.5, seed: int = 0) -> Samples:
    """Keys and switches: short decaying bursts and bare steps."""
    generator = np.random.default_rng(seed)
    result = silence(seconds) + noise(seconds, -70.0)
    for start in generator.integers(0, len(result) - 800, round(seconds * per_second)):
        burst = np.exp(-np.arange(400) / 60.0) * generator.standard_normal(400)
        step = np.concatenate((np.ones(40), np.zeros(360)))
        result[start : start + 400] += (peak * (burst if generator.random() < 0.7 else step)).astype(
            np.float32
        )
    return result
