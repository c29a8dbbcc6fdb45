"""Plays sound into the private desktop's microphone, and knows to a few milliseconds when it was heard.

The stage's sound server hands what is played into its sink "speaker" to the default microphone. The simple
API of libpulse reports how much of what was written is not heard yet, which pacat does not.
"""

from __future__ import annotations

import ctypes
import os
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from types import TracebackType
from typing import Self

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

SINK = b"speaker"
RATE = 48_000
BUFFER_SECONDS = 0.1
"""Enough that a busy machine plays without gaps; what is heard lags what was written by up to this much."""
ESTIMATES = 9
CHUNK = RATE // 100

_STREAM_PLAYBACK = 1
_FLOAT32LE = 5
_UNSET = 0xFFFFFFFF


class _SampleSpec(ctypes.Structure):
    _fields_ = (("format", ctypes.c_int), ("rate", ctypes.c_uint32), ("channels", ctypes.c_uint8))


class _BufferAttributes(ctypes.Structure):
    _fields_ = tuple(
        (name, ctypes.c_uint32) for name in ("maxlength", "tlength", "prebuf", "minreq", "fragsize")
    )


@dataclass
class Playback:
    """One sound on its way into the microphone. `started` and `ended` are perf_counter seconds."""

    duration: float
    started: float = 0.0
    _begun: threading.Event = field(default_factory=threading.Event)
    _cue: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None
    _error: str = ""

    def go(self) -> None:
        """Give the cue to a sound that waits for it: it is heard within about BUFFER_SECONDS."""
        self._cue.set()

    @property
    def ended(self) -> float:
        """When the last sample is heard. Known once the sound has begun."""
        return self.started + self.duration

    def wait_begun(self, seconds: float = 10.0) -> float:
        """When the first sample is (or will be) heard, as soon as that is known. Raises RuntimeError."""
        if not self._begun.wait(seconds) or self._error:
            raise RuntimeError(f"the virtual microphone did not start: {self._error or 'no answer'}")
        return self.started

    def wait_ended(self, seconds: float = 120.0) -> float:
        """Wait until the last sample was heard; when that was."""
        assert self._thread is not None
        self._thread.join(seconds)
        if self._thread.is_alive() or self._error:
            raise RuntimeError(f"the virtual microphone got stuck: {self._error or 'still playing'}")
        return self.ended


class VirtualMicrophone:
    """Plays arrays and files. One sound at a time."""

    def __init__(self) -> None:
        if "STAGE_PULSE_PID" not in os.environ:
            raise RuntimeError(
                "the virtual microphone belongs on the private desktop: use tests/desktop/stage.sh"
            )
        self._library = ctypes.CDLL("libpulse-simple.so.0")
        self._library.pa_simple_new.restype = ctypes.c_void_p
        self._library.pa_simple_get_latency.restype = ctypes.c_uint64
        self._playback: Playback | None = None

    def __enter__(self) -> Self:
        self.play(np.zeros(CHUNK, np.float32))  # the first stream of a process takes more than a second
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._playback is not None:
            self._playback.wait_ended()

    def start(
        self, samples: Samples, rate: int = RATE, *, delay: float = 0.0, on_cue: bool = False
    ) -> Playback:
        """Play mono float32 `samples` in the background; nothing but zeros is heard before and after.

        `delay` seconds of silence come first, so that `wait_begun` tells a moment in the future. With
        `on_cue` the silence lasts until `Playback.go`.
        """
        if self._playback is not None:
            self._playback.wait_ended()
        sound = np.ascontiguousarray(resampled(samples, rate), np.float32)
        playback = Playback(len(sound) / RATE)
        if not on_cue:
            playback.go()
        thread = threading.Thread(target=self._run, args=(sound, delay, playback), name="virtual-microphone")
        playback._thread = thread
        self._playback = playback
        thread.start()
        return playback

    def play(self, samples: Samples, rate: int = RATE) -> Playback:
        """Play and wait for the end."""
        playback = self.start(samples, rate)
        playback.wait_ended()
        return playback

    def _run(self, sound: Samples, delay: float, playback: Playback) -> None:
        try:
            self._write(sound, delay, playback)
        except RuntimeError as error:
            playback._error = str(error)
        finally:
            playback._begun.set()

    def _write(self, sound: Samples, delay: float, playback: Playback) -> None:
        stream = self._open()
        try:
            # Silence first: it fills the buffer, after which the latency that the server reports is steady.
            lead = max(delay, BUFFER_SECONDS)
            self._send(stream, np.zeros(round(BUFFER_SECONDS * RATE), np.float32))
            while not playback._cue.is_set():
                self._send(stream, np.zeros(CHUNK, np.float32))
            samples = np.concatenate([np.zeros(round((lead - BUFFER_SECONDS) * RATE), np.float32), sound])
            estimates: list[float] = []
            for position in range(0, len(samples), CHUNK):
                self._send(stream, samples[position : position + CHUNK])
                if len(estimates) < ESTIMATES:
                    ahead = (len(samples) - min(position + CHUNK, len(samples))) / RATE - playback.duration
                    estimates.append(time.perf_counter() + self._latency(stream) + ahead)
                    playback.started = median(estimates)
                    playback._begun.set()
            self._check(self._library.pa_simple_drain(stream, None), "drain")
        finally:
            self._library.pa_simple_free(stream)

    def _open(self) -> ctypes.c_void_p:
        specification = _SampleSpec(_FLOAT32LE, RATE, 1)
        length = round(BUFFER_SECONDS * RATE) * 4
        buffer = _BufferAttributes(_UNSET, length, length, CHUNK * 4, _UNSET)
        error = ctypes.c_int(0)
        stream = self._library.pa_simple_new(
            None, b"virtual microphone", _STREAM_PLAYBACK, SINK, b"speech",
            ctypes.byref(specification), None, ctypes.byref(buffer), ctypes.byref(error),
        )  # fmt: skip
        if not stream:
            raise RuntimeError(f"no sound server (PulseAudio error {error.value})")
        return ctypes.c_void_p(stream)

    def _send(self, stream: ctypes.c_void_p, samples: Samples) -> None:
        data = samples.tobytes()
        self._check(self._library.pa_simple_write(stream, data, ctypes.c_size_t(len(data)), None), "write")

    def _latency(self, stream: ctypes.c_void_p) -> float:
        return float(self._library.pa_simple_get_latency(stream, None)) / 1e6

    @staticmethod
    def _check(result: int, action: str) -> None:
        if result < 0:
            raise RuntimeError(f"the sound server failed at {action}")


def resampled(samples: Samples, rate: int) -> Samples:
    """`samples` at the sink's rate."""
    if rate == RATE:
        return samples
    import soxr

    return np.asarray(soxr.resample(samples, rate, RATE), np.float32)


def read_recording(file: Path) -> tuple[Samples, int]:
    """A recording in any format PyAV reads, mixed down to mono float32, and its rate."""
    import av

    with av.open(str(file)) as container:
        stream = container.streams.audio[0]
        rate = stream.rate
        mono = av.AudioResampler(format="flt", layout="mono", rate=rate)
        blocks = [
            np.frombuffer(bytes(block.planes[0])[: block.samples * 4], np.float32)
            for frame in [*container.decode(stream), None]
            for block in mono.resample(frame)
        ]
    return np.concatenate(blocks) if blocks else np.zeros(0, np.float32), int(rate)


def without_trailing_silence(samples: Samples, floor_dbfs: float = -50.0) -> Samples:
    """`samples` up to the last one louder than the floor: where a speaker would press the key."""
    loud = np.flatnonzero(np.abs(samples) > 10 ** (floor_dbfs / 20))
    return samples[: int(loud[-1]) + 1] if len(loud) else samples
