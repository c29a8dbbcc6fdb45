"""Brings models into the models folder, from the hub or from a folder of the user's, and out of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from v2m_desktop.core.errors import DownloadError, ModelError
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.catalog import EMBEDDED, DownloadableModel, downloadable
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.download import FileDownload, disk_errors
from v2m_desktop.models.hub import HUGGING_FACE, WANTED, RemoteModel, describe
from v2m_desktop.models.importing import import_folder
from v2m_desktop.models.manifest import MANIFEST, Manifest, ManifestFile, read_manifest
from v2m_desktop.models.patience import Patience, insist
from v2m_desktop.models.place import Place
from v2m_desktop.models.progress import Progress, ProgressMeter
from v2m_desktop.models.registry import InstalledModel, check_folder, find
from v2m_desktop.models.web import Web

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
        with self._place(name).locked(), Web(self._hub, self._patience) as web:
            remote = self._describe(web, model, cancellation)
            if not self._is_here(name, remote):
                self._download(web, model, remote, report, cancellation)
        return find(name, self._folder)

    def import_folder(
        self,
        source: Path,
        name: str = "",
        report: Callable[[Progress], None] = ignore,
        cancellation: Cancellation | None = None,
    ) -> InstalledModel:
        """Copy the model in the folder `source`; "" is its own name. Raises ModelError, see `importing`."""
        return import_folder(self._folder, self._disk, source, name, report, cancellation or Cancellation())

    def bytes_kept(self, name: str) -> int:
        """How much of a download that broke off is here. Never raises."""
        try:
            files = [file for file in self._place(name).arriving.iterdir() if _counts(file.name)]
            return sum(file.stat().st_size for file in files)
        except OSError:
            return 0

    def remove(self, name: str) -> None:
        """Delete a model that this app brought here, or what arrived of one. Raises ModelError."""
        if name in {entry.name for entry in EMBEDDED}:
            raise ModelError("The model {name} is part of the app and stays.", name=name)
        place = self._place(name)
        if place.target.exists() or not place.arriving.is_dir() or Path(name).name != name:
            installed = find(name, self._folder)
            if installed.manifest is None:
                raise ModelError(
                    "The model {name} was not downloaded by this app: delete the folder {folder} yourself.",
                    name=name,
                    folder=installed.folder,
                )
        with place.locked(), disk_errors(place.target):
            place.clear()

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
        place = self._place(model.name)
        target, staging = place.target, place.arriving
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
            place.check_room(total - sum(file.bytes_here() for file in files))
            for remote_file, file in zip(remote.files, files, strict=True):
                file.run(web, self._patience, cancellation)
                meter.finish(remote_file.path, remote_file.size)
            self._tidy(staging, remote)
            check_folder(staging)
            sums = [file.sha256 or "" for file in files]
            self._disk.write(staging / MANIFEST, _manifest(model, remote, sums).to_toml())
            place.activate(staging)

    def _tidy(self, staging: Path, remote: RemoteModel) -> None:
        """Only files of this revision move on."""
        wanted = {file.path for file in remote.files}
        for path in staging.iterdir():
            if path.name not in wanted and not path.is_dir():
                path.unlink()

    def _place(self, name: str) -> Place:
        return Place(self._folder, name, self._disk)


def _counts(file: str) -> bool:
    """Whether a file of a download need not be fetched again, or is one to go on with."""
    return file.removesuffix(".partial") in WANTED


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
