"""The microphone. The PortAudio callback copies each block into a ring and does nothing else."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass, replace
from typing import Any

from v2m_desktop.audio import portaudio
from v2m_desktop.audio.devices import find_device
from v2m_desktop.audio.portaudio import STREAMS, BoundedCall
from v2m_desktop.audio.ring import RingBuffer
from v2m_desktop.audio.statistics import CallbackTimes, CaptureStatistics
from v2m_desktop.core.audio import AudioDevice, CapturedBlock
from v2m_desktop.core.errors import AudioError

logger = logging.getLogger(__name__)

BLOCKS_PER_SECOND = 50
"""20 ms a block: 1 to 2 % CPU. Blocks of 512 samples cost 27 % on ALSA with PulseAudio (measured)."""

RING_SECONDS = 60
"""How long the capture thread may be away without a loss (THEO-153). What it has read is on disk at once, and
only then may be overwritten (THEO-154 to 156)."""

FALLBACKS = ((48_000, 1), (44_100, 1), (16_000, 1), (48_000, 2), (44_100, 2), (16_000, 2))
"""Rates and channels tried after the device's own rate was refused."""

OPEN_DEADLINE_S = 3.0
"""A cold stream took up to 1.9 s to open; a hung sound server never answers. Shorter than the time that a
take may spend on opening, so that people see the sentence which names the sound system."""

CLOSE_DEADLINE_S = 0.3
"""A close takes about 1 ms; with a hung sound server it never returns."""


@dataclass(slots=True)
class _Opened:
    """What belongs to one stream. The callback sees only this, so a late one can't reach a new take."""

    ring: RingBuffer
    times: CallbackTimes
    rate: int
    stream: Any = None
    closing: bool = False
    ended: bool = False
    first_block_ns: int = 0
    last_block_ns: int = 0
    last_adc_time: float = 0.0
    overflows: int = 0

    def callback(self, samples: Any, frames: int, times: Any, status: Any) -> None:
        """Runs on PortAudio's thread, with the interpreter lock: copy, stamp, leave."""
        entered = time.perf_counter_ns()
        if status and status.input_overflow:
            self._note_overflow(frames, times.inputBufferAdcTime)
        self.last_adc_time = times.inputBufferAdcTime
        self.ring.write(samples, entered)
        self.last_block_ns = entered
        if self.first_block_ns == 0:
            self.first_block_ns = entered
        self.times.note(entered, time.perf_counter_ns(), self.ring.device_samples)

    def finished(self) -> None:
        """PortAudio calls this when the stream ended, by us or by itself."""
        if not self.closing:
            self.ended = True

    def _note_overflow(self, frames: int, adc_time: float) -> None:
        """PortAudio says that samples are lost, not how many: its clock tells, and one it is at least."""
        self.overflows += 1
        elapsed = (adc_time - self.last_adc_time) * self.rate if self.last_adc_time else 0.0
        self.ring.skip(max(1, round(elapsed) - frames))


class MicrophoneStream:
    """An AudioSource on PortAudio. `backend` is the sounddevice module, or what stands in for it.

    Owned by one thread; only the callback runs elsewhere.
    """

    def __init__(self, backend: Any = None) -> None:
        self._backend = backend
        self._opened: _Opened | None = None

    def open(self, device: str) -> AudioDevice:
        """Start the stream and say which device it is, with the rate and channels in use.

        Raises PortAudioMissingError, NoMicrophoneError, or StreamDeadError where the sound system hangs.
        """
        self.close()
        module = self._backend or portaudio.load()
        found = find_device(device, module)
        call = BoundedCall("microphone-open", lambda: _start(module, found), lambda late: _stop(late[0]))
        try:
            opened, used = call.result(OPEN_DEADLINE_S)
        except TimeoutError as error:
            STREAMS.abandon(module)
            raise portaudio.hung(found.name) from error
        self._opened = opened
        return used

    def read(self) -> CapturedBlock | None:
        """Everything captured since the last call up to the next gap, or None. Never waits."""
        if self._opened is None:
            return None
        stretch = self._opened.ring.read()
        if stretch is None:
            return None
        return CapturedBlock(stretch.samples, self._opened.rate, stretch.first_sample, stretch.captured_ns)

    @property
    def dead(self) -> bool:
        """The stream ended by itself. A hung sound server does not say so: watch `last_block_ns` as well."""
        return self._opened is not None and self._opened.ended

    @property
    def missing_samples(self) -> int:
        """Device samples lost since open."""
        return self._opened.ring.lost_samples if self._opened else 0

    @property
    def first_block_ns(self) -> int:
        """perf_counter_ns of the first block, 0 before it."""
        return self._opened.first_block_ns if self._opened else 0

    @property
    def last_block_ns(self) -> int:
        """perf_counter_ns of the newest block, 0 before the first."""
        return self._opened.last_block_ns if self._opened else 0

    def statistics(self) -> CaptureStatistics:
        """Figures of the open stream; all zero when none is open."""
        if self._opened is None:
            return CallbackTimes().summary(48_000, 0, 0)
        opened = self._opened
        return opened.times.summary(opened.rate, opened.ring.lost_samples, opened.overflows)

    def close(self) -> None:
        """Stop the stream. What was not read is gone. A close that hangs is left to itself and counted."""
        opened, self._opened = self._opened, None
        if opened is None:
            return
        opened.closing = True
        try:
            BoundedCall("microphone-close", lambda: _stop(opened)).result(CLOSE_DEADLINE_S)
        except TimeoutError:
            STREAMS.abandon(self._backend or portaudio.load())
            logger.warning("The sound system did not close the microphone in time; it is left to itself.")


def _start(module: Any, device: AudioDevice) -> tuple[_Opened, AudioDevice]:
    """Open and start with the first rate and channels that the device takes. Raises NoMicrophoneError."""
    refusal: AudioError | None = None
    for rate, channels in dict.fromkeys(((device.rate, 1), *FALLBACKS)):
        opened = _Opened(RingBuffer(rate * RING_SECONDS), CallbackTimes(), rate)
        try:
            with portaudio.mapped_errors(device.name, module), STREAMS.turn():
                opened.stream = module.InputStream(
                    samplerate=rate,
                    blocksize=rate // BLOCKS_PER_SECOND,
                    device=device.index,
                    channels=channels,
                    dtype="float32",
                    callback=opened.callback,
                    finished_callback=opened.finished,
                )
                opened.stream.start()
                STREAMS.opened()
        except AudioError as error:
            refusal = refusal or error
            if opened.stream is not None:
                opened.closing = True
                opened.stream.close(ignore_errors=True)
            continue
        return opened, replace(device, rate=rate, channels=channels)
    assert refusal is not None
    raise refusal


def _stop(opened: _Opened) -> None:
    opened.closing = True
    with STREAMS.turn():
        opened.stream.abort(ignore_errors=True)
        opened.stream.close(ignore_errors=True)
    STREAMS.closed()
