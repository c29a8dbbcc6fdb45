"""Where one model goes in the models folder.

A model is put together beside its place, its manifest is written last, and one rename makes it `NAME`. An
older one of that name stays in use until then; it is `.NAME.replaced` for the instant between two renames.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from v2m_desktop.core.errors import DownloadBusyError, DownloadRoomError
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.download import disk_errors
from v2m_desktop.models.registry import REPLACED

SPARE_SHARE = 0.1
SPARE_BYTES = 200_000_000
"""Free on the disk beyond what is still to come: a full disk harms more than this app."""

IMPORT = ".{name}.import"


class Place:
    """The place of the model `name`. `arriving` and `copying` are where it is put together."""

    def __init__(self, folder: Path, name: str, disk: Disk) -> None:
        self.folder = folder
        self.name = name
        self.disk = disk
        self.target = folder / name
        self.arriving = folder / f".{name}.download"
        self.copying = folder / IMPORT.format(name=name)
        self._replaced = folder / REPLACED.format(name=name)

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else changes this model meanwhile. Raises DownloadError."""
        with disk_errors(self.target):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self.disk.lock(self.folder / f".{self.name}.lock")
            if not lock.acquire():
                raise DownloadBusyError(
                    "The model {name} is being downloaded or removed already: wait for that to end.",
                    name=self.name,
                )
        try:
            yield
        finally:
            lock.release()

    def check_room(self, rest: int) -> None:
        """Raises DownloadRoomError unless `rest` bytes and some to spare are free. Raises OSError."""
        needed = int(rest * (1 + SPARE_SHARE)) + SPARE_BYTES if rest else 0
        free = self.disk.free(self.folder)
        if free < needed:
            raise DownloadRoomError(
                "The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some "
                "space, or choose a smaller model.",
                name=self.name,
                needed=needed // 1_000_000,
                folder=self.folder,
                free=free // 1_000_000,
            )

    def activate(self, made: Path) -> None:
        """Put the whole model `made` in its place. Raises OSError."""
        if self.target.exists():
            delete(self._replaced)
            self.target.rename(self._replaced)
        made.rename(self.target)
        self.disk.sync(self.folder)
        with contextlib.suppress(OSError):  # the new model is in place, and the next download tidies up
            delete(self._replaced)

    def clear(self) -> None:
        """Delete the model, and all that was on its way here. Raises OSError."""
        gone = self.folder / f".{self.name}.removed"
        delete(gone)
        if self.target.is_dir():
            self.target.rename(gone)  # at once, so that nobody finds half a model
            self.disk.sync(self.folder)
        for leftover in (gone, self.arriving, self.copying, self._replaced):
            delete(leftover)


def delete(folder: Path) -> None:
    """Raises OSError. A folder that was moved to another disk, with a link left behind, stays there."""
    if folder.is_symlink():
        folder.unlink()
    elif folder.is_dir():
        shutil.rmtree(folder)
