"""Downloads, imports and removals of models on threads of their own, several at once if people want it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import DownloadCanceledError, ModelError, V2mError
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import InstalledModel

QUIET_SECONDS = 3.0
"""A download of which nothing came for this long has no speed that could be told."""


class Store(Protocol):
    """What is asked of a ModelStore; its methods block."""

    def pull(
        self, name: str, report: Callable[[Progress], None], cancellation: Cancellation | None
    ) -> InstalledModel: ...

    def import_folder(
        self,
        source: Path,
        name: str,
        report: Callable[[Progress], None],
        cancellation: Cancellation | None,
    ) -> InstalledModel: ...

    def remove(self, name: str) -> None: ...

    def bytes_kept(self, name: str) -> int: ...


class Kind(Enum):
    DOWNLOAD = "download"
    IMPORT = "import"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class Job:
    """What is being done to a model. `progress` is None until something can be told, at `told_at`."""

    kind: Kind
    progress: Progress | None = None
    told_at: float = 0.0
    stopping: bool = False
    cancellation: Cancellation = field(default_factory=Cancellation)


class _Mail(QObject):
    """Belongs to the threads as well: a QObject must not end while another thread emits its signals."""

    reported = Signal(str, object)
    ended = Signal(str, object)


class ModelDownloads(QObject):
    """Lives in the GUI thread. Jobs go by the model's name, imports by the folder they copy."""

    changed = Signal()
    """Some job began, ended or got further."""
    installed = Signal(str)
    """A model is here, whole and verified, but was never loaded so far."""
    removed = Signal(str)
    stopped = Signal(str)
    """By the user, which is no failure."""
    failed = Signal(str, object)
    """Carries the V2mError."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.quiet_seconds = QUIET_SECONDS
        self._store = store
        self._jobs: dict[str, Job] = {}
        self._closed = False
        self._timer = QTimer(self, interval=500)
        self._timer.timeout.connect(self._look_for_quiet)
        self._mail = _Mail()
        self._mail.reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._mail.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def jobs(self) -> Mapping[str, Job]:
        """What is going on now."""
        return dict(self._jobs)

    def partial(self, name: str) -> int:
        """Bytes that arrived of a download that does not run. Looks at the disk."""
        return self._store.bytes_kept(name)

    @Slot(str)
    def pull(self, name: str) -> None:
        """Download a model of the catalog, or go on with it."""
        job = Job(Kind.DOWNLOAD)
        self._begin(name, job, partial(self._store.pull, name, self._reporter(name), job.cancellation))

    @Slot(str)
    def import_folder(self, folder: str) -> None:
        """Copy the model in `folder` here."""
        job = Job(Kind.IMPORT)
        work = partial(self._store.import_folder, Path(folder), "", self._reporter(folder), job.cancellation)
        self._begin(folder, job, work)

    @Slot(str)
    def remove(self, name: str) -> None:
        """Delete a model, or what arrived of one."""
        self._begin(name, Job(Kind.REMOVAL), partial(self._store.remove, name))

    @Slot(str)
    def cancel(self, name: str) -> None:
        """Stop soon. What arrived of a download is kept."""
        job = self._jobs.get(name)
        if job is None or job.kind is Kind.REMOVAL:
            return
        job.cancellation.cancel()
        self._jobs[name] = replace(job, stopping=True)
        self.changed.emit()

    def close(self) -> None:
        """The app ends: stop everything and return at once. What arrived is on the disk."""
        self._closed = True
        for job in self._jobs.values():
            job.cancellation.cancel()
        self._jobs.clear()
        self._timer.stop()

    def _begin(self, name: str, job: Job, work: Callable[[], InstalledModel | None]) -> None:
        if self._closed or name in self._jobs:
            return
        self._jobs[name] = job
        self._timer.start()
        threading.Thread(
            target=_work, args=(self._mail, name, work), name=f"model {job.kind.value}", daemon=True
        ).start()
        self.changed.emit()

    def _reporter(self, name: str) -> Callable[[Progress], None]:
        return partial(_report, self._mail, name)

    @Slot(str, object)
    def _on_reported(self, name: str, progress: Progress) -> None:
        job = self._jobs.get(name)
        if job is not None:
            self._jobs[name] = replace(job, progress=progress, told_at=time.monotonic())
            self.changed.emit()

    @Slot()
    def _look_for_quiet(self) -> None:
        """Nobody reports that nothing comes."""
        latest = time.monotonic() - self.quiet_seconds
        for name, job in self.jobs.items():
            if job.progress is not None and job.progress.bytes_per_second and job.told_at < latest:
                silent = replace(job.progress, bytes_per_second=None, seconds_left=None)
                self._jobs[name] = replace(job, progress=silent)
                self.changed.emit()

    @Slot(str, object)
    def _on_ended(self, name: str, outcome: InstalledModel | V2mError | None) -> None:
        if self._closed:
            return
        del self._jobs[name]
        if not self._jobs:
            self._timer.stop()
        if isinstance(outcome, DownloadCanceledError):
            self.stopped.emit(name)
        elif isinstance(outcome, V2mError):
            self.failed.emit(name, outcome)
        elif outcome is None:
            self.removed.emit(name)
        else:
            self.installed.emit(outcome.name)
        self.changed.emit()


def _work(mail: _Mail, name: str, work: Callable[[], InstalledModel | None]) -> None:
    outcome: object = ModelError("Something unexpected went wrong; the log says what. Try again.")
    try:
        outcome = work()
    except V2mError as error:
        outcome = error
    finally:
        mail.ended.emit(name, outcome)


def _report(mail: _Mail, name: str, progress: Progress) -> None:
    mail.reported.emit(name, progress)
