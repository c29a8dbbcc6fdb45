"""The microphone as the capture thread sees it: open or closed, warm for a while, watched for silence."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace

from v2m_desktop.core.audio import AudioDevice, CapturedBlock
from v2m_desktop.core.ports import AudioSource

RECENT_SECONDS = 0.3
"""A warm stream gives a take this much from before the key, for people who speak as they press."""

SILENT_STREAM_SECONDS = 1.5
"""Without a block for this long a stream is dead; people hear of it within two seconds."""

COLD_STREAM_SECONDS = 2.5
"""A cold stream may take 1.9 s to its first block (measured)."""

FRESH_SECONDS = 1.0
"""A stream that gave a block this short a time ago is used for the next take."""


class Microphone:
    """One audio source, made anew for each opening so that no state survives a lost stream."""

    def __init__(
        self, make_source: Callable[[], AudioSource], clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._make_source = make_source
        self._clock = clock
        self._source: AudioSource | None = None
        self._device: AudioDevice | None = None
        self._requested = ""
        self._recent: deque[CapturedBlock] = deque()
        self._heard_at = 0.0
        self._heard = False
        self._close_at: float | None = None

    @property
    def is_open(self) -> bool:
        return self._source is not None

    @property
    def rate(self) -> int:
        return self._device.rate if self._device else 0

    @property
    def name(self) -> str:
        return self._device.name if self._device else ""

    @property
    def heard(self) -> bool:
        """Whether the open stream has given a block."""
        return self._source is not None and self._heard

    @property
    def lost(self) -> bool:
        """The stream ended by itself, or gives no blocks (any more)."""
        if self._source is None:
            return False
        bound = SILENT_STREAM_SECONDS if self._heard else COLD_STREAM_SECONDS
        return self._source.dead or self._silent_for() > bound

    @property
    def due_to_close(self) -> bool:
        """A warm microphone whose time is over."""
        return self._close_at is not None and self._clock() >= self._close_at

    def serves(self, device: str) -> bool:
        """Whether the stream is open and was asked for by the name `device`."""
        return self._source is not None and self._requested == device

    def open(self, device: str) -> bool:
        """Open the stream; False if this one was open and heard already. Raises AudioError."""
        self._close_at = None
        if self.serves(device) and not self.lost and self._silent_for() < FRESH_SECONDS:
            self._collect()
            return False
        self.close()
        source = self._make_source()
        try:
            self._device = source.open(device)
        except BaseException:
            source.close()
            raise
        self._source = source
        self._requested = device
        self._heard_at = self._clock()
        self._heard = False
        return True

    def read(self) -> CapturedBlock | None:
        """The next block, those kept from before the take first."""
        if self._recent:
            return self._recent.popleft()
        block = self._source.read() if self._source is not None else None
        if block is not None:
            self._note_block()
        return block

    def keep_recent(self) -> None:
        """Between takes: keep the last moment of sound and let go of the rest."""
        self._collect()
        surplus = sum(len(block.samples) for block in self._recent) - round(RECENT_SECONDS * self.rate)
        while surplus > 0:
            oldest = self._recent.popleft()
            if len(oldest.samples) > surplus:
                rest, first = oldest.samples[surplus:], oldest.first_sample + surplus
                self._recent.appendleft(replace(oldest, samples=rest, first_sample=first))
            surplus -= len(oldest.samples)

    def keep_open_for(self, seconds: float | None) -> None:
        """After a take: close by itself after `seconds`; None keeps the microphone open."""
        self._close_at = None if seconds is None else self._clock() + seconds

    def close(self) -> None:
        self._close_at = None
        self._recent.clear()
        source, self._source = self._source, None
        if source is not None:
            source.close()

    def _collect(self) -> None:
        while self._source is not None and (block := self._source.read()) is not None:
            self._note_block()
            self._recent.append(block)

    def _note_block(self) -> None:
        self._heard_at = self._clock()
        self._heard = True

    def _silent_for(self) -> float:
        """Seconds since the last block, or since opening."""
        return self._clock() - self._heard_at
