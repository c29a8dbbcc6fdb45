"""Keeps every take on disk from its first block until its text was delivered or the user discarded it.

A take is a folder with raw PCM, a journal and a lock. The journal is written before the first block, and a
kill at any moment loses only what the capture thread had not yet appended.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import DiskFullError, StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.storage.atomic_file import OWNER_FOLDER, prepare_folder, storage_error, storage_errors
from v2m_desktop.storage.disk_sync import DiskSync
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.journal import Journal, read_journal, write_journal
from v2m_desktop.storage.leftover import LeftoverTake, find_leftover, remove_if_done, take_folders
from v2m_desktop.storage.pcm import decode_pcm, read_pcm
from v2m_desktop.storage.spooled_take import AUDIO, LOCK, SpooledTake, read_rewritten, read_transcript
from v2m_desktop.storage.take_audio import TakeAudio, Write, create_audio_file

ROOM_WANTED = 200_000_000
"""Bytes. Below this the user is warned before a take; an hour is 115 MB."""

LONGEST_TAKE_SECONDS = 4 * 3600.0
"""The highest value of the setting microphone.longest_take_minutes."""


class Spool:
    """The folder of all takes. `write` is os.write, or in tests a disk that fails."""

    def __init__(
        self, root: Path, longest_seconds: float = LONGEST_TAKE_SECONDS, write: Write = os.write
    ) -> None:
        self._root = root
        self._longest_seconds = longest_seconds
        self._write = write
        self._sync = DiskSync()

    def check_room(self) -> DiskFullError | None:
        """A warning if less than 200 MB are free. Recording works all the same."""
        with contextlib.suppress(OSError):
            existing = next(folder for folder in (self._root, *self._root.parents) if folder.exists())
            free = shutil.disk_usage(existing).free
            if free < ROOM_WANTED:
                return DiskFullError(
                    "Only {free} MB are free on the disk of {root}. Free some space for long recordings.",
                    free=free // 1_000_000,
                    root=self._root,
                )
        return None

    def begin(self, details: Mapping[str, str] = MappingProxyType({})) -> SpooledTake:
        """Make a take ready for its first block. Never raises.

        If the folder cannot be used, the take lives in memory, and its first `append` returns the problem.
        """
        started = datetime.now(UTC).isoformat(timespec="milliseconds")
        journal = Journal(started=started, details=MappingProxyType(dict(details)))
        try:
            prepare_folder(self._root)
            return self._begin_on_disk(journal)
        except StorageError as problem:
            audio = TakeAudio(None, None, self._longest_seconds, problem)
            return SpooledTake(None, None, audio, journal, self._sync)

    def leftovers(self) -> list[LeftoverTake]:
        """Takes that can be had back, oldest first. Those of running processes are not among them."""
        found = [find_leftover(folder) for folder in take_folders(self._root)]
        return [take for take in found if take is not None]

    def reopen(self, leftover: LeftoverTake) -> SpooledTake | None:
        """The take itself, to recognize, deliver or delete it. None if another process has it by now.

        Raises StorageError if its lock cannot be used.
        """
        lock = FileLock(leftover.folder / LOCK)
        with storage_errors(leftover.folder):
            if not lock.acquire():
                return None
        audio = TakeAudio(leftover.folder / AUDIO, None, self._longest_seconds)
        journal = read_journal(leftover.folder)
        return SpooledTake(leftover.folder, lock, audio, journal, self._sync)

    def load_samples(self, leftover: LeftoverTake) -> Samples:
        """The recording, (n,) at 16 kHz. Raises StorageError."""
        return decode_pcm(read_pcm(leftover.folder / AUDIO))

    def load_text(self, leftover: LeftoverTake) -> SensitiveText:
        """The words that were understood in it already, empty if there are none."""
        return read_transcript(leftover.folder)

    def load_rewritten(self, leftover: LeftoverTake) -> SensitiveText:
        """What a language model made of those words, empty if there is nothing."""
        return read_rewritten(leftover.folder)

    def count_attempt(self, leftover: LeftoverTake) -> StorageError | None:
        """Write down, for good, that recognizing is being tried, before it is tried."""
        try:
            take = self.reopen(leftover)
        except StorageError as problem:
            return problem
        if take is None:
            return StorageError(
                "Another process is working on the recording {id}. Wait for it.", id=leftover.id
            )
        answer = take.count_attempt()
        take.release()
        return answer

    def sweep(self) -> int:
        """Remove takes that were delivered, discarded, never got a sample, or were empty a day ago.

        Returns how many.
        """
        return sum(remove_if_done(folder) for folder in take_folders(self._root))

    def close(self, timeout: float = 2.0) -> bool:
        """Wait until closed takes are on the disk; False if that took longer than `timeout` seconds."""
        return self._sync.wait(timeout)

    def _begin_on_disk(self, journal: Journal) -> SpooledTake:
        folder, lock = self._make_folder()
        descriptor: int | None = None
        try:
            write_journal(folder, journal)
            with storage_errors(folder):
                descriptor = create_audio_file(folder / AUDIO)
                self._sync.watch(folder, descriptor)
        except StorageError:
            if descriptor is not None:
                os.close(descriptor)
            lock.release()
            shutil.rmtree(folder, ignore_errors=True)
            raise
        audio = TakeAudio(folder / AUDIO, descriptor, self._longest_seconds, write=self._write)
        return SpooledTake(folder, lock, audio, journal, self._sync)

    def _make_folder(self) -> tuple[Path, FileLock]:
        existing = take_folders(self._root)
        number = int(existing[-1].name) + 1 if existing else 1
        while True:
            folder = self._root / f"{number:06d}"
            number += 1
            try:
                folder.mkdir(mode=OWNER_FOLDER)
            except FileExistsError:
                continue  # another process was faster
            except OSError as error:
                raise storage_error(folder, error) from error
            lock = FileLock(folder / LOCK)
            try:
                if lock.acquire():
                    return folder, lock
            except OSError as error:
                shutil.rmtree(folder, ignore_errors=True)
                raise storage_error(folder, error) from error
