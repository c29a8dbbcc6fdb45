"""One take in the spool. Nothing in it raises while recording: a full disk must never cost a word."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from v2m_desktop.core.audio import Samples, Seconds
from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.storage.atomic_file import storage_error, write_atomically
from v2m_desktop.storage.disk_sync import DiskSync
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.journal import Journal, TakeState, read_journal, write_journal
from v2m_desktop.storage.pcm import pcm_seconds, read_samples
from v2m_desktop.storage.take_audio import TakeAudio

AUDIO = "audio.pcm"
TRANSCRIPT = "transcript.txt"
REWRITTEN = "rewritten.txt"
LOCK = "lock"


class SpooledTake:
    """A take that is being recorded, or one that was and is being worked on.

    `append`, `reader` and `close` belong to one thread, the rest to any. While this object holds the take's
    lock, no process counts the take as left over. A take without a `folder` lives in memory only.
    """

    def __init__(
        self,
        folder: Path | None,
        lock: FileLock | None,
        audio: TakeAudio,
        journal: Journal,
        sync: DiskSync,
    ) -> None:
        self.folder = folder
        self._lock = lock
        self._audio = audio
        self._journal = journal
        self._journal_guard = threading.Lock()
        self._sync = sync
        self._text = SensitiveText()
        self._released = False

    @property
    def id(self) -> str:
        """The name that `v2m recover` knows the take by, "" in memory."""
        return self.folder.name if self.folder is not None else ""

    @property
    def state(self) -> TakeState:
        """The state set last."""
        return self._journal.state

    @property
    def attempts(self) -> int:
        """How often recognizing it was tried."""
        return self._journal.attempts

    @property
    def seconds(self) -> Seconds:
        """Length of what was appended through this object and kept."""
        return self._audio.seconds

    @property
    def on_disk(self) -> bool:
        """Whether audio or words of it are in its folder."""
        if self.folder is None:
            return False
        return pcm_seconds(self.folder / AUDIO) > 0 or (self.folder / TRANSCRIPT).is_file()

    @property
    def lost_samples(self) -> int:
        """Samples for which neither disk nor memory had room."""
        return self._audio.lost_samples

    @property
    def problem(self) -> StorageError | None:
        """Why the take is, or its newest samples are, in memory only. None while the disk takes all."""
        return self._audio.problem

    def append(self, samples: Samples) -> StorageError | None:
        """Add 16 kHz mono samples. Returns a problem once, when it begins; memory takes over then."""
        return self._audio.append(samples)

    def close(self) -> StorageError | None:
        """No more samples come. Returns the problem if some are in memory only. Closing twice is fine."""
        was_open = self._audio.open
        problem = self._audio.close()
        if was_open and self.folder is not None:
            self._sync.finish(self.folder)
        return problem

    def load(self) -> Samples:
        """All samples of the take, (n,) at 16 kHz, from disk and memory. Call it after `close`.

        Raises StorageError if the disk refuses.
        """
        return self._audio.load()

    def reader(self, first: int, count: int) -> Callable[[], Samples] | None:
        """Reads these samples again, on any thread; raises StorageError. None if not all are on disk now."""
        if self.folder is None or self._audio.samples_on_disk < first + count:
            return None
        if not (self.folder / AUDIO).is_file():
            return None  # somebody took it away: what is written still works, what is read does not
        return partial(read_samples, self.folder / AUDIO, first, count)

    def set_state(self, state: TakeState, reason: str = "") -> StorageError | None:
        """Write down how far the take is. `reason` is a message of ours, never dictated words."""
        with self._journal_guard:
            return self._change(replace(self._journal, state=state, reason=reason))

    def count_attempt(self) -> StorageError | None:
        """Write down, for good, that recognizing this take is being tried, before it is tried."""
        with self._journal_guard:
            return self._change(replace(self._journal, attempts=self._journal.attempts + 1), durable=True)

    def keep_text(self, text: SensitiveText) -> StorageError | None:
        """Keep the recognized words beside the audio until they are delivered, for the owner only."""
        self._text = text
        if self.folder is not None:
            try:
                write_atomically(self.folder / TRANSCRIPT, text.reveal(), durable=False)
            except StorageError as problem:
                return problem
        return self.set_state(TakeState.RECOGNIZED)

    def keep_rewritten(self, text: SensitiveText) -> StorageError | None:
        """Keep what a language model made of the words, beside the words themselves."""
        if self.folder is not None:
            try:
                write_atomically(self.folder / REWRITTEN, text.reveal(), durable=False)
            except StorageError as problem:
                return problem
        return None

    def load_text(self) -> SensitiveText:
        """The recognized words, empty if there are none yet."""
        if self.folder is not None and not self._text:
            self._text = read_transcript(self.folder)
        return self._text

    def release(self) -> None:
        """Let go of the take: from now on it counts as left over, unless it is delivered or discarded."""
        self.close()
        self._released = True
        if self._lock is not None:
            self._lock.release()

    def delete(self) -> StorageError | None:
        """Remove audio, text and journal. A take that was not delivered is discarded by this.

        Of a take that was let go of the folder may be gone, and a newer take live in one of the same name.
        """
        if self._released and self.folder is not None and not self._is_in(self.folder):
            return None
        if not self.state.settled:
            self.set_state(TakeState.DISCARDED)
        self.release()
        self._audio.forget()
        if self.folder is None:
            return None
        try:
            shutil.rmtree(self.folder)
        except FileNotFoundError:
            return None
        except OSError as error:
            return storage_error(self.folder, error)
        return None

    def _is_in(self, folder: Path) -> bool:
        return read_journal(folder).started == self._journal.started

    def _change(self, journal: Journal, *, durable: bool = False) -> StorageError | None:
        self._journal = journal
        if self.folder is None:
            return None
        try:
            write_journal(self.folder, journal, durable=durable)
        except StorageError as problem:
            return problem
        if not self._audio.open and not journal.state.settled:
            self._sync.finish(self.folder)
        return None


def read_rewritten(folder: Path) -> SensitiveText:
    """What was made of the words, empty if they were not rewritten."""
    return _read(folder / REWRITTEN)


def read_transcript(folder: Path) -> SensitiveText:
    """The words kept in the folder of a take, empty if there are none."""
    return _read(folder / TRANSCRIPT)


def _read(path: Path) -> SensitiveText:
    with suppress(OSError):
        return SensitiveText(path.read_text("utf-8", errors="replace"))
    return SensitiveText()
