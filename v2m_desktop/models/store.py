"""Brings models into the models folder and out of it.

A model is put together in `.NAME.download`, its manifest is written last, and one rename makes it `NAME`. An
older one of that name stays in use until then; it is `.NAME.replaced` for the instant between two renames.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from v2m_desktop.core.errors import DownloadBusyError, DownloadError, DownloadRoomError, ModelError
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.catalog import EMBEDDED, DownloadableModel, downloadable
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.download import FileDownload, disk_errors
from v2m_desktop.models.hub import HUGGING_FACE, RemoteModel, describe
from v2m_desktop.models.manifest import MANIFEST, Manifest, ManifestFile, read_manifest
from v2m_desktop.models.patience import Patience, insist
from v2m_desktop.models.progress import Progress, ProgressMeter
from v2m_desktop.models.registry import REPLACED, InstalledModel, check_folder, find
from v2m_desktop.models.web import Web

SPARE_SHARE = 0.1
SPARE_BYTES = 200_000_000
"""Free on the disk beyond what is still to come: a full disk harms more than this app."""


ASKING_TRIES = 2


def ignore(_progress: Progress) -> None:
    """Nobody watches."""


class ModelStore:
    """The models folder, for one user. Methods block; call them from a thread of their own."""

    def __init__(
        self, folder: Path, disk: Disk, hub: str = HUGGING_FACE, patience: Patience | None = None
    ) -> None:
        """`hub` is the address of the hub or of a mirror of it, https."""
        self._folder = folder
        self._disk = disk
        self._hub = hub.rstrip("/")
        self._patience = patience or Patience()

    def pull(
        self,
        name: str,
        report: Callable[[Progress], None] = ignore,
        cancellation: Cancellation | None = None,
    ) -> InstalledModel:
        """Download the newest revision of a model of the catalog, or go on with it; nothing if it is here.

        `report` is called from this thread. Raises DownloadError, or ModelError if what arrived is no model
        in spite of its checksums.
        """
        model = downloadable(name)
        cancellation = cancellation or Cancellation()
        with self._locked(name), Web(self._hub, self._patience) as web:
            remote = self._describe(web, model, cancellation)
            if not self._is_here(name, remote):
                self._download(web, model, remote, report, cancellation)
        return find(name, self._folder)

    def remove(self, name: str) -> None:
        """Delete a downloaded model, or what arrived of one. Raises ModelError."""
        if name in {entry.name for entry in EMBEDDED}:
            raise ModelError("The model {name} is part of the app and stays.", name=name)
        target, staging = self._folder / name, self._staging(name)
        if target.exists() or not staging.is_dir() or Path(name).name != name:
            installed = find(name, self._folder)
            if installed.manifest is None:
                raise ModelError(
                    "The model {name} was not downloaded by this app: delete the folder {folder} yourself.",
                    name=name,
                    folder=installed.folder,
                )
        with self._locked(name), disk_errors(target):
            gone = self._folder / f".{name}.removed"
            _delete(gone)
            if target.is_dir():
                target.rename(gone)  # at once, so that nobody finds half a model
                self._disk.sync(self._folder)
            for leftover in (gone, staging, self._replaced(name)):
                _delete(leftover)

    def _describe(self, web: Web, model: DownloadableModel, cancellation: Cancellation) -> RemoteModel:
        found: list[RemoteModel] = []
        insist(
            lambda: found.append(describe(web, self._hub, model.repository, cancellation)),
            lambda: False,
            # Whoever has no network shall hear it soon.
            replace(self._patience, tries=min(ASKING_TRIES, self._patience.tries)),
            cancellation,
        )
        return found[0]

    def _is_here(self, name: str, remote: RemoteModel) -> bool:
        """Whether this revision is installed, whole by the look of it."""
        manifest = read_manifest(self._folder / name)
        if manifest is None or manifest.revision != remote.revision:
            return False
        try:
            check_folder(self._folder / name)
        except ModelError:
            return False
        return True

    def _download(
        self,
        web: Web,
        model: DownloadableModel,
        remote: RemoteModel,
        report: Callable[[Progress], None],
        cancellation: Cancellation,
    ) -> None:
        target, staging = self._folder / model.name, self._staging(model.name)
        if target.exists() and read_manifest(target) is None:
            raise DownloadError(
                "The folder {folder} was not made by this app and is in the way: rename it, then try again.",
                folder=target,
            )
        total = sum(file.size for file in remote.files)
        meter = ProgressMeter(total, report)
        with disk_errors(staging / MANIFEST):
            staging.mkdir(mode=0o700, exist_ok=True)
            files = [
                FileDownload(remote.address(file), file, staging, self._disk, meter) for file in remote.files
            ]
            self._check_room(model.name, total - sum(file.bytes_here() for file in files))
            for remote_file, file in zip(remote.files, files, strict=True):
                file.run(web, self._patience, cancellation)
                meter.finish(remote_file.path, remote_file.size)
            self._tidy(staging, remote)
            check_folder(staging)
            sums = [file.sha256 or "" for file in files]
            self._disk.write(staging / MANIFEST, _manifest(model, remote, sums).to_toml())
            self._activate(model.name)

    def _check_room(self, name: str, rest: int) -> None:
        """Raises DownloadRoomError before the first byte. Raises OSError."""
        needed = int(rest * (1 + SPARE_SHARE)) + SPARE_BYTES if rest else 0
        free = self._disk.free(self._folder)
        if free < needed:
            raise DownloadRoomError(
                "The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some "
                "space, or choose a smaller model.",
                name=name,
                needed=needed // 1_000_000,
                folder=self._folder,
                free=free // 1_000_000,
            )

    def _tidy(self, staging: Path, remote: RemoteModel) -> None:
        """Only files of this revision move on."""
        wanted = {file.path for file in remote.files}
        for path in staging.iterdir():
            if path.name not in wanted and not path.is_dir():
                path.unlink()

    def _activate(self, name: str) -> None:
        target, replaced = self._folder / name, self._replaced(name)
        if target.exists():
            _delete(replaced)
            target.rename(replaced)
        self._staging(name).rename(target)
        self._disk.sync(self._folder)
        with contextlib.suppress(OSError):  # the new model is in place, and the next download tidies up
            _delete(replaced)

    @contextlib.contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with disk_errors(self._folder / name):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self._disk.lock(self._folder / f".{name}.lock")
            if not lock.acquire():
                raise DownloadBusyError(
                    "The model {name} is being downloaded or removed already: wait for that to end.",
                    name=name,
                )
        try:
            yield
        finally:
            lock.release()

    def _staging(self, name: str) -> Path:
        return self._folder / f".{name}.download"

    def _replaced(self, name: str) -> Path:
        return self._folder / REPLACED.format(name=name)


def _delete(folder: Path) -> None:
    """Raises OSError. A folder that was moved to another disk, with a link left behind, stays there."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)


def _manifest(model: DownloadableModel, remote: RemoteModel, sums: list[str]) -> Manifest:
    return Manifest(
        name=model.name,
        revision=remote.revision,
        hub=remote.hub,
        repository=remote.repository,
        downloaded=datetime.now(UTC).isoformat(timespec="seconds"),
        languages=model.languages,
        translates=model.translates,
        memory_mb=model.memory_mb,
        files=tuple(
            ManifestFile(file.path, file.size, sha256)
            for file, sha256 in zip(remote.files, sums, strict=True)
        ),
    )
