"""What downloads need of the disk. The app hands it in, because storage and models do not know each other."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Lock(Protocol):
    """An exclusive lock between processes."""

    def acquire(self) -> bool:
        """Take it if it is free; never waits."""

    def release(self) -> None:
        """Give it back."""


def free_bytes(folder: Path) -> int:
    """Bytes that this user may still write on the disk of `folder`. Raises OSError."""
    return shutil.disk_usage(folder).free


@dataclass(frozen=True, slots=True)
class Disk:
    """`lock` makes a lock of a file, `write` replaces a small file, `sync` makes renames in a folder last."""

    lock: Callable[[Path], Lock]
    write: Callable[[Path, str], None]
    sync: Callable[[Path], None]
    free: Callable[[Path], int] = free_bytes
