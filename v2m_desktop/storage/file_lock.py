"""A lock that the system gives back when its process ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from v2m_desktop.storage.atomic_file import OWNER_FILE

HELD = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})
"""What the systems answer when somebody else has the lock."""


class FileLock:
    """An exclusive lock on a file. A second holder is refused, also inside the same process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Take the lock if it is free; never waits.

        Raises OSError if the file cannot be opened, or where the file system knows no locks.
        """
        if self._descriptor is not None:
            return True
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, OWNER_FILE)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in HELD:
                return False
            raise
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Give it back. Releasing twice does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
