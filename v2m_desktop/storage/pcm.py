"""Raw recordings on disk: 16 kHz mono, 16 bits, little endian, no header that a kill could leave stale."""

from __future__ import annotations

import os
from errno import EIO
from pathlib import Path

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples, Seconds
from v2m_desktop.storage.atomic_file import storage_errors

SAMPLE_BYTES = 2
FULL_SCALE = 32_768
LOUDEST = (FULL_SCALE - 1) / FULL_SCALE


def encode_pcm(samples: Samples) -> bytes:
    """Float samples of any shape (n,) as bytes. What is louder than full scale is clipped, NaN is silence."""
    finite = np.nan_to_num(samples, posinf=1.0, neginf=-1.0)
    return np.rint(np.clip(finite, -1.0, LOUDEST) * FULL_SCALE).astype("<i2").tobytes()


def decode_pcm(data: bytes) -> Samples:
    """Samples of `data`; an odd last byte, which a kill can leave, is dropped."""
    whole = len(data) - len(data) % SAMPLE_BYTES
    return (np.frombuffer(data[:whole], "<i2") / np.float32(FULL_SCALE)).astype(np.float32)


def read_pcm(file: Path) -> bytes:
    """The bytes of `file`; none if it is missing. Raises StorageError."""
    with storage_errors(file):
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return b""


def read_samples(file: Path, first: int, count: int) -> Samples:
    """`count` samples of `file` from number `first` on. Raises StorageError, also where there are fewer."""
    with storage_errors(file), file.open("rb") as audio:
        audio.seek(first * SAMPLE_BYTES)
        data = audio.read(count * SAMPLE_BYTES)
        if len(data) < count * SAMPLE_BYTES:
            raise OSError(EIO, os.strerror(EIO))
    return decode_pcm(data)


def pcm_seconds(file: Path) -> Seconds:
    """How long the recording in `file` is; 0 if it is missing or cannot be read."""
    try:
        return Seconds(file.stat().st_size // SAMPLE_BYTES / SAMPLE_RATE)
    except OSError:
        return Seconds(0.0)
