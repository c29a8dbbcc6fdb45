"""Takes that a kill, a crash or a failure left behind, and folders that nobody needs any more."""

from __future__ import annotations

import contextlib
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from v2m_desktop.core.audio import Seconds
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.journal import JOURNAL, TakeState, read_journal, start_of
from v2m_desktop.storage.pcm import pcm_seconds
from v2m_desktop.storage.spooled_take import AUDIO, LOCK, TRANSCRIPT

YOUNG_SECONDS = 60
"""A folder without a journal may be one that is just being made."""

EMPTY_KEPT_SECONDS = 24 * 3600
"""A take in which no words were understood is kept this long."""


@dataclass(frozen=True, slots=True)
class LeftoverTake:
    """A take whose words were neither delivered nor discarded, and that no running process works on.

    `started` has a time zone, None if unknown. `has_text`: it was recognized already.
    """

    id: str
    folder: Path
    started: datetime | None
    seconds: Seconds
    state: TakeState
    attempts: int
    has_text: bool
    reason: str
    details: Mapping[str, str]

    @property
    def named(self) -> bool:
        """Whether the user is told of it unasked: not of one in which no words were understood."""
        return self.state is not TakeState.EMPTY


def take_folders(root: Path) -> list[Path]:
    """Folders of takes in their order of birth: their names count up, because clocks are set back."""
    try:
        entries = list(root.iterdir())
    except OSError:
        return []
    folders = [entry for entry in entries if entry.name.isdecimal() and not entry.is_symlink()]
    return sorted((folder for folder in folders if folder.is_dir()), key=lambda folder: int(folder.name))


def find_leftover(folder: Path) -> LeftoverTake | None:
    """The take in `folder`, None if it is empty, settled or held by a process. Damage costs only details."""
    if _is_empty(folder) or not _is_free(folder):
        return None
    journal = read_journal(folder)
    if journal.state.settled:
        return None
    return LeftoverTake(
        id=folder.name,
        folder=folder,
        started=start_of(journal),
        seconds=pcm_seconds(folder / AUDIO),
        state=journal.state,
        attempts=journal.attempts,
        has_text=(folder / TRANSCRIPT).is_file(),
        reason=journal.reason,
        details=journal.details,
    )


def remove_if_done(folder: Path) -> bool:
    """Remove a take that was delivered, discarded, never got a sample, or was empty a day ago.

    Says whether it did.
    """
    if not (folder / JOURNAL).is_file():
        with contextlib.suppress(OSError):
            if time.time() - folder.stat().st_mtime < YOUNG_SECONDS:
                return False
    if not (_is_empty(folder) or _is_over(folder)) or not _is_free(folder):
        return False
    shutil.rmtree(folder, ignore_errors=True)
    return not folder.exists()


def _is_over(folder: Path) -> bool:
    """Whether the journal says that the take is not needed (any more)."""
    state = read_journal(folder).state
    if state is TakeState.EMPTY:
        with contextlib.suppress(OSError):
            return time.time() - (folder / JOURNAL).stat().st_mtime > EMPTY_KEPT_SECONDS
    return state.settled


def _is_empty(folder: Path) -> bool:
    return not pcm_seconds(folder / AUDIO) and not (folder / TRANSCRIPT).is_file()


def _is_free(folder: Path) -> bool:
    """Whether no process holds the take. A lock file that cannot be opened hides no words from the user."""
    lock = FileLock(folder / LOCK)
    try:
        free = lock.acquire()
    except OSError:
        return True
    lock.release()
    return free
