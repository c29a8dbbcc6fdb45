"""Brings recordings from the system's cache to the disk, on a thread of its own.

A kill of our process loses nothing that was written; this is for the power cut. fsync can take seconds on a
busy disk, so no other thread ever waits for it.
"""

from __future__ import annotations

import contextlib
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.storage.atomic_file import sync_folder
from v2m_desktop.storage.journal import JOURNAL

INTERVAL_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class _Entry:
    folder: Path
    descriptor: int | None


class DiskSync:
    """Syncs watched takes every two seconds. Its thread lives only while there is something to watch."""

    def __init__(self, interval: float = INTERVAL_SECONDS) -> None:
        self._interval = interval
        self._changed = threading.Condition()
        self._watched: dict[Path, _Entry] = {}
        self._ending: list[_Entry] = []
        self._thread: threading.Thread | None = None

    def watch(self, folder: Path, descriptor: int) -> None:
        """Sync the take in `folder` from now on. The descriptor is duplicated. Raises OSError."""
        entry = _Entry(folder, os.dup(descriptor))
        with self._changed:
            self._watched[folder] = entry
            self._run_thread()

    def finish(self, folder: Path) -> None:
        """Sync `folder` once more, soon, and stop watching it."""
        with self._changed:
            self._ending.append(self._watched.pop(folder, _Entry(folder, None)))
            self._run_thread()
            self._changed.notify()

    def wait(self, timeout: float) -> bool:
        """Whether everything that was finished is on the disk within `timeout` seconds."""
        thread = self._thread
        if thread is not None:
            thread.join(timeout)
        return thread is None or not thread.is_alive()

    def _run_thread(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="v2m-disk-sync", daemon=True)
            self._thread.start()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._ending, self._interval)
                ending, self._ending = self._ending, []
                entries = [*ending, *self._watched.values()]
            for entry in entries:
                _sync(entry)
            for entry in ending:
                if entry.descriptor is not None:
                    os.close(entry.descriptor)
            with self._changed:
                if not self._watched and not self._ending:
                    self._thread = None
                    return


def _sync(entry: _Entry) -> None:
    with contextlib.suppress(OSError):
        if entry.descriptor is not None:
            os.fsync(entry.descriptor)
    with contextlib.suppress(OSError), (entry.folder / JOURNAL).open("rb") as journal:
        os.fsync(journal.fileno())
    sync_folder(entry.folder)
    sync_folder(entry.folder.parent)
