"""Any rate, any block size: the same 16 kHz, no click, no drift, no DC."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from v2m_desktop.audio.preprocessing import Preprocessor, level_dbfs
from v2m_desktop.core.audio import SAMPLE_RATE, Samples


def tone(rate: int, seconds: float, hertz: float = 440.0) -> Samples:
    return (0.5 * np.sin(2 * np.pi * hertz * np.arange(round(rate * seconds)) / rate)).astype(np.float32)


def in_blocks(samples: Samples, rate: int, sizes: Sequence[int]) -> Samples:
    preprocessor = Preprocessor(rate)
    parts: list[Samples] = []
    start = turn = 0
    while start < len(samples):
        size = sizes[turn % len(sizes)]
        parts.append(preprocessor.process(samples[start : start + size]))
        start += size
        turn += 1
    return np.concatenate([*parts, preprocessor.flush()])


@settings(deadline=None, max_examples=25)
@given(
    st.sampled_from([16_000, 44_100, 48_000, 96_000]), st.lists(st.integers(1, 4096), min_size=1, max_size=8)
)
def test_block_sizes_make_no_difference(rate: int, sizes: list[int]) -> None:
    noise = np.random.default_rng(5).standard_normal(rate // 4).astype(np.float32) * 0.1 + 0.2
    whole = in_blocks(noise, rate, [len(noise)])
    np.testing.assert_allclose(in_blocks(noise, rate, sizes), whole, atol=2e-6)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000, 96_000])
def test_a_tone_keeps_its_frequency_and_has_no_clicks(rate: int) -> None:
    result = in_blocks(tone(rate, 3.0), rate, [rate // 50])
    middle = result[8000:40_000].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    assert abs(np.argmax(spectrum) * SAMPLE_RATE / len(middle) - 440.0) < 1.0
    time = np.arange(len(middle)) / SAMPLE_RATE
    basis = np.column_stack((np.sin(2 * np.pi * 440.0 * time), np.cos(2 * np.pi * 440.0 * time)))
    fitted = basis @ np.linalg.lstsq(basis, middle, rcond=None)[0]
    assert np.max(np.abs(middle - fitted)) < 1e-3


@pytest.mark.parametrize("rate", [44_100, 48_000, 96_000])
def test_ten_minutes_do_not_drift(rate: int) -> None:
    preprocessor = Preprocessor(rate)
    second = np.zeros(rate, np.float32)
    second[rate // 2] = 1.0
    parts = [preprocessor.process(second) for _ in range(600)]
    result = np.concatenate([*parts, preprocessor.flush()])
    assert abs(len(result) - 600 * SAMPLE_RATE) <= 1
    last = 599 * SAMPLE_RATE
    assert abs(int(np.argmax(result[last:])) - SAMPLE_RATE // 2) <= 1


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_a_constant_offset_is_removed_from_the_first_sample_on(rate: int) -> None:
    result = in_blocks(np.full(rate, 0.25, np.float32), rate, [960])
    assert np.max(np.abs(result)) < 1e-6


def test_an_offset_that_comes_later_fades_and_leaves_no_denormal_numbers() -> None:
    step = np.concatenate((np.zeros(16_000, np.float32), np.full(160_000, 0.25, np.float32)))
    result = in_blocks(step, 16_000, [320])
    assert np.max(np.abs(result[16_000 + 8000 :])) < 1e-3
    assert not np.any(result[-16_000:])


def test_voice_frequencies_pass_the_high_pass() -> None:
    result = in_blocks(tone(16_000, 1.0, hertz=100.0), 16_000, [320])
    assert level_dbfs(result[8000:]) == pytest.approx(level_dbfs(tone(16_000, 1.0, hertz=100.0)), abs=0.3)


def test_levels() -> None:
    assert level_dbfs(np.ones(100, np.float32)) == pytest.approx(0.0)
    assert level_dbfs(np.full(100, 0.01, np.float32)) == pytest.approx(-40.0, abs=1e-3)
    assert level_dbfs(np.zeros(100, np.float32)) == -120.0
    assert level_dbfs(np.empty(0, np.float32)) == -120.0
