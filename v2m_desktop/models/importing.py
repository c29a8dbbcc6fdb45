"""Copies a model out of a folder of the user's. It is verified like a download; the folder is never touched.

The copy is put together in `.NAME.import`, which is not the folder of a download that may go on later.
Copying is quick, so nothing of a copy that broke off is kept: the next import tidies up after one that was
killed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from v2m_desktop.core.errors import (
    DiskFullError,
    DownloadCanceledError,
    DownloadDamagedError,
    DownloadError,
    DownloadRoomError,
    ModelError,
)
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.catalog import DOWNLOADABLE
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.download import NO_ROOM, READ, disk_errors
from v2m_desktop.models.manifest import MANIFEST, Manifest, ManifestFile
from v2m_desktop.models.model_source import ModelSource, SourceFile, clean_name, find_source
from v2m_desktop.models.place import IMPORT, Place, delete
from v2m_desktop.models.progress import Progress, ProgressMeter
from v2m_desktop.models.registry import InstalledModel, check_folder, find, list_models


def import_folder(
    folder: Path,
    disk: Disk,
    source: Path,
    name: str,
    report: Callable[[Progress], None],
    cancellation: Cancellation,
) -> InstalledModel:
    """Copy the model in `source` into the models folder `folder`, under `name`, or its own name for "".

    Raises ModelError: DownloadError if it could not be copied, another one if it is no model or the name is
    taken.
    """
    with disk_errors(source / MANIFEST):
        found = find_source(source)
    place = Place(folder, _chosen_name(found, name, folder), disk)
    with disk_errors(place.target), _nothing_kept(place):
        _tidy(folder, disk)
        with place.locked():
            if place.target.exists():
                raise _taken(place.name)
            place.check_room(found.size)
            _copy(found, place, ProgressMeter(found.size, report), cancellation)
    return find(place.name, folder)


def _chosen_name(found: ModelSource, name: str, folder: Path) -> str:
    """A name from the catalog belongs to that very model: a later download of it would replace another."""
    taken = {model.name for model in list_models(folder)}
    taken |= {model.name for model in DOWNLOADABLE if model is not found.known}
    if not name:
        numbered = (f"{found.name}-{number}" for number in range(2, 1000))
        free = (
            each for each in (found.name, *numbered) if each not in taken and not (folder / each).exists()
        )
        name = next(free, found.name)
    elif clean_name(name) != name:
        raise ModelError(
            '"{name}" cannot be the name of a model. Use letters, digits, "-" and ".".', name=name
        )
    if name in taken or (folder / name).exists():
        raise _taken(name)
    return name


def _taken(name: str) -> ModelError:
    return ModelError('The name "{name}" is taken by another model. Choose another name.', name=name)


def _tidy(folder: Path, disk: Disk) -> None:
    """Delete what imports left that were killed, unless they are going on right now. Raises OSError."""
    for leftover in folder.glob(IMPORT.format(name="*")):
        prefix, suffix = IMPORT.split("{name}")
        lock = disk.lock(folder / f".{leftover.name.removeprefix(prefix).removesuffix(suffix)}.lock")
        if lock.acquire():
            try:
                delete(leftover)
            finally:
                lock.release()


def _copy(found: ModelSource, place: Place, meter: ProgressMeter, cancellation: Cancellation) -> None:
    """Raises DownloadError or OSError, and leaves nothing behind."""
    delete(place.copying)
    place.copying.mkdir(mode=0o700)
    try:
        files = [_copy_file(file, place, meter, cancellation) for file in found.files]
        check_folder(place.copying)
        place.disk.write(place.copying / MANIFEST, _manifest(found, place.name, files).to_toml())
        place.activate(place.copying)
    except BaseException:
        with contextlib.suppress(OSError):
            delete(place.copying)
        raise


def _copy_file(
    file: SourceFile, place: Place, meter: ProgressMeter, cancellation: Cancellation
) -> ManifestFile:
    target, name = place.copying / file.path.name, file.path.name
    sha256, git = hashlib.sha256(), hashlib.sha1(b"blob %d\0" % file.size, usedforsecurity=False)
    with target.open("xb") as copy:
        for chunk in _read(file.path):
            cancellation.check()
            copy.write(chunk)
            sha256.update(chunk)
            if file.git_id is not None:
                git.update(chunk)
            meter.at(name, copy.tell())
        copy.flush()
        os.fsync(copy.fileno())
        size = copy.tell()
    if file.sha256 not in (None, sha256.hexdigest()) or file.git_id not in (None, git.hexdigest()):
        raise DownloadDamagedError(
            "The file {file} is damaged: its checksum is not the one it came with. Get the model anew.",
            file=file.path,
        )
    _read_back(target, sha256.hexdigest(), meter, cancellation)
    place.disk.sync(place.copying)
    meter.finish(name, size)
    return ManifestFile(name, size, sha256.hexdigest())


def _read_back(target: Path, sha256: str, meter: ProgressMeter, cancellation: Cancellation) -> None:
    found, done = hashlib.sha256(), 0
    for chunk in _read(target):
        cancellation.check()
        found.update(chunk)
        done += len(chunk)
        meter.at(target.name, done, verifying=True)
    if found.hexdigest() != sha256:
        raise DownloadDamagedError(
            "The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.",
            file=target.name,
            folder=target.parent.parent,
        )


def _read(path: Path) -> Iterator[bytes]:
    """Troubles of reading name the file, whoever's fault writing is."""
    try:
        with path.open("rb") as file:
            while chunk := file.read(READ):
                yield chunk
    except OSError as error:
        raise DownloadError(
            "The file {file} cannot be read ({reason}). Check its disk, then try again.",
            file=path,
            reason=error.strerror or type(error).__name__,
        ) from error


@contextlib.contextmanager
def _nothing_kept(place: Place) -> Iterator[None]:
    """What downloads say of a full disk and of being stopped is not true here."""
    try:
        yield
    except DownloadCanceledError as error:
        raise DownloadCanceledError("The import was stopped. Nothing of it is kept.") from error
    except (OSError, DiskFullError) as error:
        if isinstance(error, OSError) and error.errno not in NO_ROOM:
            raise
        raise DownloadRoomError(
            "The disk of {folder} is full, so nothing was imported. Free some space, then try again.",
            folder=place.folder,
        ) from error


def _manifest(found: ModelSource, name: str, files: list[ManifestFile]) -> Manifest:
    """No hub stands in it: nobody but the folder says where the model came from."""
    return Manifest(
        name=name,
        revision=found.revision,
        hub="",
        repository="",
        downloaded=datetime.now(UTC).isoformat(timespec="seconds"),
        languages=found.languages,
        translates=found.translates,
        memory_mb=found.memory_mb,
        files=tuple(files),
    )
