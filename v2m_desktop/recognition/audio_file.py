"""Reads any sound that PyAV can, in blocks, so that an hour needs no more memory than a second."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples
from v2m_desktop.core.errors import AudioFileError

log = logging.getLogger(__name__)


def check_audio(path: Path) -> None:
    """Raise AudioFileError unless `path` holds audio. Reads its head only."""
    with closing(_frames(path, None)) as frames:
        next(frames)


def read_blocks(path: Path) -> Iterator[CapturedBlock]:
    """Mono blocks at the file's own rate, as a microphone would give them. Raises AudioFileError.

    A file without readable sound raises at the call. Of a damaged one, what can be read is given.
    """
    check_audio(path)
    return _blocks(path, None)


def read_audio(path: Path) -> Samples:
    """The whole file at 16 kHz. Raises AudioFileError."""
    return np.concatenate([block.samples for block in _blocks(path, SAMPLE_RATE)])


def _blocks(path: Path, rate: int | None) -> Iterator[CapturedBlock]:
    first = 0
    for samples, actual in _frames(path, rate):
        last_ns = (first + len(samples)) * 1_000_000_000 // actual
        yield CapturedBlock(samples, actual, first, last_ns)
        first += len(samples)


def _frames(path: Path, rate: int | None) -> Generator[tuple[Samples, int], None, None]:
    """Mono samples of each frame and their rate: `rate`, or the first frame's. Never without one frame."""
    found = False
    with _opened(path) as container:
        resampler = _Resampler(rate)
        for frame in chain(_decoded(container, path), (None,)):
            for samples in resampler.feed(frame):
                found = True
                yield samples, resampler.rate
    if not found:
        raise AudioFileError("{path} is empty: there is no sound in it.", path=path)


class _Resampler:
    """Mono float32 at one rate, also where the shape of the stream changes on the way."""

    def __init__(self, rate: int | None) -> None:
        self.rate = rate or 0
        self._shape: tuple[str, str, int] | None = None
        self._library: Any = None

    def feed(self, frame: Any) -> Iterator[Samples]:
        """Samples that `frame` completes; None ends the stream."""
        import av

        shape = (frame.format.name, frame.layout.name, frame.sample_rate) if frame else None
        if shape != self._shape:
            if self._library is not None:
                yield from map(_mono, self._library.resample(None))
            if shape is not None:
                self.rate = self.rate or shape[2]
                self._library = av.AudioResampler(format="fltp", layout=frame.layout, rate=self.rate)
            self._shape = shape
        if frame is not None:
            yield from map(_mono, self._library.resample(frame))


def _mono(frame: Any) -> Samples:
    """Mean of all channels. The library would sum them, which clips."""
    return np.ascontiguousarray(frame.to_ndarray().mean(axis=0), dtype=np.float32)


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import av

    try:
        if path.stat().st_size == 0:
            raise AudioFileError("{path} is empty: there is no sound in it.", path=path)
        container = av.open(str(path), metadata_errors="ignore")
    except FileNotFoundError as error:
        raise AudioFileError("{path} does not exist: check the name.", path=path) from error
    except PermissionError as error:
        raise AudioFileError("{path} cannot be read: you have no permission.", path=path) from error
    except IsADirectoryError as error:
        raise AudioFileError("{path} is a folder: name the files in it.", path=path) from error
    except (OSError, ValueError) as error:
        raise AudioFileError("{path} is not an audio file that can be read.", path=path) from error
    with container:
        if not container.streams.audio:
            raise AudioFileError("{path} has no sound track.", path=path)
        yield container


def _decoded(container: Any, path: Path) -> Iterator[Any]:
    """Frames of the first sound track. Damaged packets are left out if anything can be read."""
    import av

    damaged = decoded = 0
    try:
        for packet in container.demux(container.streams.audio[0]):
            try:
                frames = packet.decode()
            except av.error.InvalidDataError:
                damaged += 1
                continue
            decoded += len(frames)
            yield from frames
    except (OSError, ValueError) as error:
        if not decoded:
            raise AudioFileError("{path} is not an audio file that can be read.", path=path) from error
        log.warning("an audio file breaks off: %s", type(error).__name__)
    if damaged and not decoded:
        raise AudioFileError("{path} is not an audio file that can be read.", path=path)
    if damaged:
        log.warning("%d packets of an audio file are damaged and were left out", damaged)
