"""Samples come back from 16 bits as they went, and odd input never stops a recording."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from v2m_desktop.storage.pcm import decode_pcm, encode_pcm, pcm_seconds, read_pcm


def test_samples_come_back_within_half_a_step() -> None:
    samples = np.random.default_rng(1).uniform(-1, 1, 5000).astype(np.float32)
    back = decode_pcm(encode_pcm(samples))
    assert back.dtype == np.float32
    assert np.abs(back - samples).max() <= 1 / 32768


def test_what_is_too_loud_or_no_number_is_made_harmless() -> None:
    wild = np.array([2.0, -2.0, np.nan, np.inf, -np.inf, 3e38], np.float32)
    assert encode_pcm(wild) == np.array([32767, -32768, 0, 32767, -32768, 32767], "<i2").tobytes()


@pytest.mark.parametrize("data", [b"", b"\x01"])
def test_no_whole_sample_is_no_sample(data: bytes) -> None:
    assert decode_pcm(data).shape == (0,)


def test_an_odd_last_byte_is_dropped() -> None:
    assert decode_pcm(b"\x00\x40\xff").tolist() == [0.5]


def test_a_missing_file_is_an_empty_recording(tmp_path: Path) -> None:
    assert read_pcm(tmp_path / "audio.pcm") == b""
    assert not pcm_seconds(tmp_path / "audio.pcm")
