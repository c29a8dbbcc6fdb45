"""The one way in which whole files are written, and the one mapping of file errors to ours."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from v2m_desktop.core.errors import DiskFullError, StorageError

OWNER_FILE = 0o600
OWNER_FOLDER = 0o700

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No space, quota used up, file size limit reached: the user can do the same about all three."""

ABANDONED_AFTER_SECONDS = 3600
"""A temporary file this old was left by a process that was killed."""


def storage_error(path: Path, error: OSError) -> StorageError:
    """Our error for `error`, which happened at `path`."""
    if error.errno in NO_ROOM:
        return DiskFullError(
            "There is no room left to write {path}. Free some space on that disk.",
            path=path,
        )
    return StorageError(
        "{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.",
        path=path,
        reason=error.strerror or type(error).__name__,
    )


@contextlib.contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn an OSError inside the block into StorageError or DiskFullError that names `path`."""
    try:
        yield
    except OSError as error:
        raise storage_error(path, error) from error


def prepare_folder(folder: Path) -> None:
    """Create `folder` so that only its owner can enter, and show that it can be written to.

    Raises StorageError naming the folder.
    """
    with storage_errors(folder):
        folder.mkdir(mode=OWNER_FOLDER, parents=True, exist_ok=True)
        if sys.platform != "win32":
            if folder.stat().st_uid != os.getuid():
                raise PermissionError(errno.EPERM, "it belongs to another user")
            folder.chmod(OWNER_FOLDER)
        with tempfile.TemporaryFile(dir=folder):
            pass


def write_atomically(path: Path, content: str | bytes, *, durable: bool = True) -> None:
    """Replace the file at `path` by `content`: whoever reads it gets all of the old or all of the new.

    The file is readable by its owner only. A symbolic link is followed, so that a linked settings file stays
    a link. It survives a kill of the process at any moment, and with `durable` a power cut after the return.
    Raises StorageError or DiskFullError; the old file is untouched then.
    """
    data = content.encode() if isinstance(content, str) else content
    with storage_errors(path):
        target = path.resolve()
        _remove_abandoned(target)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".new", dir=target.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                if durable:
                    os.fsync(file.fileno())
            Path(temporary).replace(target)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        if durable:
            sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make renames inside `folder` survive a power cut. Does nothing where folders cannot be synced."""
    if sys.platform == "win32":
        return
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove_abandoned(target: Path) -> None:
    oldest = time.time() - ABANDONED_AFTER_SECONDS
    for temporary in target.parent.glob(f".{target.name}.*.new"):
        with contextlib.suppress(OSError):
            if temporary.stat().st_mtime < oldest:
                temporary.unlink()
