"""Writes and removes the files that start programs at login."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from v2m_desktop.core.errors import StorageError


def read_entry(path: Path) -> bytes | None:
    """None if there is none that can be read."""
    try:
        return path.read_bytes()
    except OSError:
        return None


def write_entry(path: Path, content: bytes) -> None:
    """Replace the file as a whole: a login right now reads the old or the new one. Raises StorageError."""

    def write() -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        new = path.with_name(f".{path.name}.new")
        new.write_bytes(content)
        new.replace(path)

    _try(write, path)


def remove_entry(path: Path) -> None:
    """Raises StorageError, but not if there is none."""
    _try(lambda: path.unlink(missing_ok=True), path)


def _try(change: Callable[[], None], path: Path) -> None:
    try:
        change()
    except OSError as error:
        raise StorageError(
            "The start at login could not be changed, because {path} cannot be written ({reason}). "
            "Check that its folder belongs to you and is writable.",
            path=path,
            reason=error.strerror or type(error).__name__,
        ) from error
