"""Any file with sound in it is read in blocks; anything else is named in one sentence."""

from __future__ import annotations

import logging
import os
import tracemalloc
import wave
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from v2m_desktop.core.errors import AudioFileError
from v2m_desktop.core.resources import resource
from v2m_desktop.recognition.audio_file import check_audio, read_audio, read_blocks


def write_wav(path: Path, channels: npt.NDArray[np.float64], rate: int) -> Path:
    """`channels` has shape (channels, samples)."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(len(channels))
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((channels.T * 32767).astype(np.int16).tobytes())
    return path


def tone(seconds: float, rate: int, level: float = 0.5) -> npt.NDArray[np.float64]:
    time = np.arange(round(seconds * rate)) / rate
    return np.asarray(level * np.sin(2 * np.pi * 440 * time))


def encode(path: Path, codec: str, rate: int, seconds: float = 1.0) -> Path:
    """A tone in another format, by the library itself."""
    import av

    with av.open(str(path), "w") as container:
        stream: Any = container.add_stream(codec, rate=rate)
        stream.layout = "mono"
        samples = tone(seconds, rate).astype(np.float32)[None, :]
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        frame.sample_rate = rate
        for part in av.AudioResampler(
            format=stream.format.name, layout="mono", rate=rate, frame_size=stream.frame_size or 1024
        ).resample(frame):
            container.mux(stream.encode(part))
        container.mux(stream.encode(None))
    return path


def everything(path: Path) -> npt.NDArray[np.float32]:
    return np.concatenate([block.samples for block in read_blocks(path)])


@pytest.mark.parametrize("rate", [8_000, 22_050, 44_100, 48_000, 96_000])
def test_blocks_come_at_the_files_rate_and_count_every_sample(rate: int, tmp_path: Path) -> None:
    path = write_wav(tmp_path / "tone.wav", tone(1.3, rate)[None, :], rate)
    blocks = list(read_blocks(path))
    expected = 0
    for block in blocks:
        assert (block.rate, block.first_sample) == (rate, expected)
        assert block.samples.dtype == np.float32
        expected += len(block.samples)
    assert expected == round(1.3 * rate)
    assert np.allclose(everything(path), tone(1.3, rate), atol=1e-4)


def test_channels_are_averaged_and_do_not_clip(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "stereo.wav", np.stack([tone(0.5, 16_000, 0.9)] * 2), 16_000)
    assert np.abs(everything(path)).max() == pytest.approx(0.9, abs=0.001)
    one_sided = np.stack([tone(0.5, 16_000, 0.8), np.zeros(8_000)])
    path = write_wav(tmp_path / "left.wav", one_sided, 16_000)
    assert np.abs(everything(path)).max() == pytest.approx(0.4, abs=0.001)


@pytest.mark.parametrize(
    ("name", "codec", "rate"),
    [
        ("a.flac", "flac", 44_100),
        ("a.opus", "libopus", 48_000),
        ("a.m4a", "aac", 44_100),
        ("a.mp3", "mp3", 44_100),
    ],
)
def test_other_formats_are_read(name: str, codec: str, rate: int, tmp_path: Path) -> None:
    samples = read_audio(encode(tmp_path / name, codec, rate))
    assert len(samples) == pytest.approx(16_000, rel=0.1)
    assert np.sqrt(np.mean(samples[2_000:14_000] ** 2)) == pytest.approx(0.5 / np.sqrt(2), rel=0.1)


def test_the_whole_file_at_16_khz() -> None:
    samples = read_audio(resource("demo/speech.wav"))
    assert len(samples) / 16_000 == pytest.approx(8.615, abs=0.01)
    assert samples.dtype == np.float32


def test_a_long_file_does_not_fill_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.wav"
    rate = 8_000
    write_wav(path, np.zeros((1, 600 * rate)), rate)
    blocks = read_blocks(path)
    next(blocks)
    tracemalloc.start()
    length = sum(len(block.samples) for block in blocks)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert length > 599 * rate
    assert peak < 1_000_000


def _no_sound(path: Path) -> None:
    write_wav(path, np.zeros((1, 0)), 16_000)


def _film_without_sound(path: Path) -> None:
    import av

    with av.open(str(path), "w", format="avi") as container:
        stream: Any = container.add_stream("mpeg4", rate=10)
        stream.width = stream.height = 32
        picture = av.VideoFrame.from_ndarray(np.zeros((32, 32, 3), dtype=np.uint8), format="rgb24")
        container.mux(stream.encode(picture))
        container.mux(stream.encode(None))


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: None, "does not exist"),
        (lambda path: path.mkdir(), "is a folder"),
        (lambda path: path.touch(), "is empty"),
        (_no_sound, "is empty"),
        (lambda path: path.write_text("Dear John,\nthis is a letter.\n" * 50), "is not an audio file"),
        (lambda path: path.write_bytes(os.urandom(5_000)), "is not an audio file"),
        (lambda path: path.write_bytes(b"RIFF\x24\0\0\0WAVEfmt "), "is not an audio file"),
        (_film_without_sound, "has no sound track"),
    ],
)
def test_what_is_no_sound_is_named_in_one_sentence(make: Any, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "file.wav"
    make(path)
    for read in (check_audio, read_blocks, read_audio):
        with pytest.raises(AudioFileError) as raised:
            read(path)
        assert sentence in raised.value.message
        assert str(path) in raised.value.message
        assert raised.value.message.count(". ") == 0


def test_a_file_that_breaks_off_gives_what_it_has(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = encode(tmp_path / "whole.flac", "flac", 44_100, seconds=3.0)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    with caplog.at_level(logging.CRITICAL, "libav"):
        samples = read_audio(path)
    assert 0.5 < len(samples) / 16_000 < 2.5
