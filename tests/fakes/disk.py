"""Disks that fail, in place of os.write."""

from __future__ import annotations

import errno
import os


class FailingDisk:
    """Takes `room` bytes, the last in a short write, then refuses with `number` until `room` grows."""

    def __init__(self, room: int, number: int = errno.ENOSPC) -> None:
        self.room = room
        self.refusals = 0
        self._number = number

    def write(self, descriptor: int, data: memoryview) -> int:
        if self.room <= 0:
            self.refusals += 1
            raise OSError(self._number, os.strerror(self._number))
        written = os.write(descriptor, data[: self.room])
        self.room -= written
        return written
