"""The word with which the desktop lets the app press keys again, without asking the user once more."""

from __future__ import annotations

import logging
import os
from pathlib import Path

log = logging.getLogger(__name__)

OWNER_ONLY = 0o600
LONGEST = 4096


class RestoreToken:
    """Kept in a small file of its own, which only its owner can read. Losing it costs one more question."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def read(self) -> str:
        """ "" if there is none."""
        try:
            token = self._file.read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""
        return token if len(token) <= LONGEST else ""

    def keep(self, token: str) -> None:
        """For the next time; each is good for once."""
        new = self._file.with_name(f"{self._file.name}.new")
        try:
            new.unlink(missing_ok=True)
            descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY)
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(token)
            new.replace(self._file)
        except OSError as error:
            log.warning("%s cannot be written (%s): the desktop will ask again.", self._file, error.strerror)

    def forget(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.warning("%s cannot be removed (%s).", self._file, error.strerror)
