"""The samples of one take: on disk at once, in memory while the disk refuses."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from errno import ENOSPC
from pathlib import Path

from v2m_desktop.core.audio import SAMPLE_RATE, Samples, Seconds, seconds_of
from v2m_desktop.core.errors import StorageError
from v2m_desktop.storage.atomic_file import OWNER_FILE, storage_error
from v2m_desktop.storage.pcm import SAMPLE_BYTES, decode_pcm, encode_pcm, read_pcm

RETRY_SECONDS = 5
"""Seconds of audio after which a disk that refused a block is asked again."""

Write = Callable[[int, memoryview], int]


class TakeAudio:
    """Appends raw PCM without a buffer. Never raises while recording: a full disk must not cost a word.

    `file` is None for a take that lives in memory only; `problem` says why then. `descriptor` is open for
    appending, or None if nothing is to be added. Memory holds at most `longest_seconds`.
    """

    def __init__(
        self,
        file: Path | None,
        descriptor: int | None,
        longest_seconds: float,
        problem: StorageError | None = None,
        write: Write = os.write,
    ) -> None:
        self.file = file
        self.problem = problem
        self.lost_samples = 0
        self._descriptor = descriptor
        self._write = write
        self._unreported = problem
        self._pending: deque[memoryview] = deque()
        self._pending_bytes = 0
        self._most_pending_bytes = int(longest_seconds * SAMPLE_RATE) * SAMPLE_BYTES
        self._samples = 0
        self._next_try = 0

    @property
    def open(self) -> bool:
        """Whether samples can still reach the disk."""
        return self._descriptor is not None

    @property
    def samples_on_disk(self) -> int:
        """How many of the take's first samples are on disk, in their places."""
        return 0 if self.lost_samples or self.file is None else self._samples - self._waiting_samples

    @property
    def seconds(self) -> Seconds:
        """Length of what was appended and kept."""
        return seconds_of(self._samples)

    def append(self, samples: Samples) -> StorageError | None:
        """Add samples, (n,) at 16 kHz. Returns a problem once, when it begins; memory takes over then."""
        data = memoryview(encode_pcm(samples))
        if self._pending_bytes + len(data) > self._most_pending_bytes:
            self.lost_samples += len(samples)
        else:
            self._samples += len(samples)
            self._pending.append(data)
            self._pending_bytes += len(data)
        if self._descriptor is not None and (self.problem is None or self._samples >= self._next_try):
            self._drain(self._descriptor)
        reported, self._unreported = self._unreported, None
        return reported

    def close(self) -> StorageError | None:
        """Try once more to write what waits. Returns the problem if samples stay in memory only."""
        if self._descriptor is not None:
            self._drain(self._descriptor)
            os.close(self._descriptor)
            self._descriptor = None
        return self.problem if self._pending else None

    def load(self) -> Samples:
        """Everything that was appended: what is on disk, then what is in memory. Raises StorageError."""
        on_disk = read_pcm(self.file) if self.file is not None else b""
        return decode_pcm(b"".join([on_disk, *self._pending]))

    @property
    def _waiting_samples(self) -> int:
        return -(-self._pending_bytes // SAMPLE_BYTES)  # half a sample on disk is none

    def forget(self) -> None:
        """Give the memory back."""
        self._pending.clear()
        self._pending_bytes = 0

    def _drain(self, descriptor: int) -> None:
        """Write what waits. A raw write may be short when the disk is nearly full, so its answer counts."""
        while self._pending:
            block = self._pending[0]
            try:
                written = self._write(descriptor, block) if block else 0
                if block and written <= 0:
                    raise OSError(ENOSPC, os.strerror(ENOSPC))
            except OSError as error:
                self._refuse(error)
                return
            self._pending_bytes -= written
            if written == len(block):
                self._pending.popleft()
            else:
                self._pending[0] = block[written:]
        self.problem = None

    def _refuse(self, error: OSError) -> None:
        self._next_try = self._samples + RETRY_SECONDS * SAMPLE_RATE
        if self.problem is None and self.file is not None:
            self.problem = self._unreported = storage_error(self.file, error)


def create_audio_file(file: Path) -> int:
    """A new file for its owner only, open for unbuffered appending. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | getattr(os, "O_BINARY", 0)
    return os.open(file, flags, OWNER_FILE)
