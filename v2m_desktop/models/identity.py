"""Tells sets of weights apart, so that what is known of one is not believed of another."""

from __future__ import annotations

import hashlib
from pathlib import Path

from v2m_desktop.models.manifest import read_manifest

LENGTH = 16


def identity_of(name: str, folder: Path) -> str:
    """The model's name, and a digest of its manifest's checksums.

    Where there is no manifest, of place, size and time of its weights: reading them would take seconds. ""
    where they cannot be found.
    """
    manifest = read_manifest(folder)
    if manifest is not None:
        files = sorted(f"{file.path} {file.sha256}" for file in manifest.files)
        told = "\n".join([manifest.revision, *files])
    else:
        try:
            weights = (folder / "model.bin").resolve()
            found = weights.stat()
        except OSError:
            return ""
        told = f"{weights}\n{found.st_size}\n{found.st_mtime_ns}"
    digest = hashlib.sha256(told.encode("utf-8", errors="surrogateescape")).hexdigest()
    return f"{name}@{digest[:LENGTH]}"
