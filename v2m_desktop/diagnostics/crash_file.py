"""Keeps the stack of a crash below Python, and hands it to the next start, once."""

from __future__ import annotations

import contextlib
import faulthandler
import os
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path

from v2m_desktop.storage.atomic_file import OWNER_FILE

RUNNING = "running.crash"
REPORTS_KEPT = 5


class CrashFile:
    """One for each profile, begun after the single instance is settled. Holds stack lines, never values."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._file: TextIOWrapper | None = None

    def begin(self) -> Path | None:
        """Write crashes of this process to the folder of logs. Returns the report of the last one, if new.

        Never raises: without a folder there are no reports.
        """
        report = self._take_report()
        with contextlib.suppress(OSError):
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
            descriptor = os.open(self._logs / RUNNING, flags, OWNER_FILE)
            self._file = os.fdopen(descriptor, "w", encoding="utf-8")
            faulthandler.enable(self._file, all_threads=True)
        return report

    def end(self) -> None:
        """The process ends in an orderly way."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with contextlib.suppress(OSError):
                (self._logs / RUNNING).unlink()

    def _take_report(self) -> Path | None:
        running = self._logs / RUNNING
        try:
            if running.stat().st_size == 0:
                return None  # killed, not crashed
            when = datetime.fromtimestamp(running.stat().st_mtime, UTC)
            report = running.replace(self._logs / f"crash-{when:%Y%m%d-%H%M%S}.txt")
        except OSError:
            return None
        for old in sorted(self._logs.glob("crash-*.txt"))[:-REPORTS_KEPT]:
            with contextlib.suppress(OSError):
                old.unlink()
        return report
