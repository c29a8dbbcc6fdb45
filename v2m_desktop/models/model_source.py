"""Finds out what a folder with a model holds, wherever the folder comes from.

It may be a plain folder, one that this app made on another computer (its manifest knows the checksums), or a
repository in the hub's cache: `models--OWNER--NAME/snapshots/REVISION` with links to files that are named
after their own checksums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.core.errors import ModelCorruptError, ModelMissingError
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel
from v2m_desktop.models.hub import WANTED
from v2m_desktop.models.manifest import Manifest, read_manifest
from v2m_desktop.models.registry import check_folder

CACHED = "models--"
LONGEST_NAME = 60
_REVISION = re.compile(r"[0-9a-f]{40}")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to copy. A checksum is None where the folder does not tell it."""

    path: Path
    size: int
    sha256: str | None
    git_id: str | None


@dataclass(frozen=True, slots=True)
class ModelSource:
    """A whole model in somebody's folder. `known` is its entry in the catalog, if it is one of those.

    `languages` is empty, `translates` and `memory_mb` are None, and `revision` is "", where nobody tells.
    """

    folder: Path
    name: str
    known: DownloadableModel | None
    revision: str
    languages: tuple[str, ...]
    translates: bool | None
    memory_mb: int | None
    files: tuple[SourceFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)


def find_source(chosen: Path) -> ModelSource:
    """What the folder `chosen` holds. Raises ModelMissingError or ModelCorruptError, or OSError."""
    folder = _folder_with_model(chosen.expanduser().absolute())
    _check(folder)
    manifest = read_manifest(folder)
    repository, revision = _origin(folder)
    known = _in_catalog(repository, folder, manifest)
    stated = manifest or known
    return ModelSource(
        folder=folder,
        name=clean_name(known.name if known else _own_name(repository, folder, manifest)),
        known=known,
        revision=manifest.revision if manifest else revision,
        languages=stated.languages if stated else (),
        translates=stated.translates if stated else None,
        memory_mb=stated.memory_mb if stated else None,
        # Small ones first, as in a download.
        files=tuple(sorted(_files(folder, manifest), key=lambda file: file.size)),
    )


def clean_name(name: str) -> str:
    """`name` as far as it can be the name of a folder, on every system."""
    return re.sub(r"[^\w.\- ]+", "-", name)[:LONGEST_NAME].strip(" .-") or "model"


def _folder_with_model(chosen: Path) -> Path:
    """`chosen`, or the newest revision below it if it belongs to the hub's cache."""
    if (chosen / "model.bin").is_file():
        return chosen
    snapshots = chosen if chosen.name == "snapshots" else chosen / "snapshots"
    try:
        current = (snapshots.parent / "refs" / "main").read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        current = ""
    if _REVISION.fullmatch(current) and (snapshots / current / "model.bin").is_file():
        return snapshots / current
    try:
        whole = [folder for folder in snapshots.iterdir() if (folder / "model.bin").is_file()]
        return max(whole, key=lambda folder: folder.stat().st_mtime, default=chosen)
    except OSError:
        return chosen


def _check(folder: Path) -> None:
    try:
        check_folder(folder)
    except ModelMissingError as error:
        raise ModelMissingError(
            "The folder {folder} holds no whole model: {file} is missing. Choose the one with all files.",
            folder=folder,
            file=error.values.get("file", "model.bin"),
        ) from error
    except ModelCorruptError as error:
        raise ModelCorruptError(
            "The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.",
            folder=folder,
            file=error.values.get("file", "model.bin"),
        ) from error


def _origin(folder: Path) -> tuple[str, str]:
    """Repository and revision, if `folder` belongs to the hub's cache; else ""."""
    cache = folder.parent.parent.name
    if folder.parent.name != "snapshots" or not cache.startswith(CACHED):
        return "", ""
    revision = folder.name if _REVISION.fullmatch(folder.name) else ""
    return cache.removeprefix(CACHED).replace("--", "/"), revision


def _in_catalog(repository: str, folder: Path, manifest: Manifest | None) -> DownloadableModel | None:
    """A folder that is merely called "small" may hold anything; one named like the repository is meant so."""
    for model in DOWNLOADABLE:
        if manifest is not None:
            if manifest.repository == model.repository and manifest.name == model.name:
                return model
        elif model.repository == repository or model.repository.partition("/")[2] == folder.name:
            return model
    return None


def _own_name(repository: str, folder: Path, manifest: Manifest | None) -> str:
    return manifest.name if manifest else repository.rpartition("/")[2] or folder.name


def _files(folder: Path, manifest: Manifest | None) -> list[SourceFile]:
    sums = {file.path: file.sha256 for file in manifest.files} if manifest else {}
    found = []
    for path in (folder / name for name in sorted(WANTED) if (folder / name).is_file()):
        sha256, git_id = _named_after_checksum(path.resolve())
        found.append(SourceFile(path, path.stat().st_size, sums.get(path.name, sha256), git_id))
    return found


def _named_after_checksum(path: Path) -> tuple[str | None, str | None]:
    """The hub's cache names large files after their sha256 and small ones after their git id."""
    if path.parent.name != "blobs":
        return None, None
    sha256 = path.name if _SHA256.fullmatch(path.name) else None
    return sha256, path.name if _REVISION.fullmatch(path.name) else None
