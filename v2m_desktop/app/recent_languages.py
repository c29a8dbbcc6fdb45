"""The languages that people chose last, which the tray offers first."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from v2m_desktop.core.errors import StorageError
from v2m_desktop.storage.atomic_file import write_atomically

FILE = "recent-languages.txt"
MOST = 4


class RecentLanguages:
    """Newest first, in a small file with one code a line. If it is lost, only an order is."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / FILE
        self._codes = self._read()

    def note(self, code: str) -> None:
        """This language was chosen now; "auto" is always at hand anyway."""
        if code == "auto" or self._codes[:1] == (code,):
            return
        self._codes = (code, *(other for other in self._codes if other != code))[:MOST]
        with suppress(StorageError):
            write_atomically(self._file, "\n".join(self._codes), durable=False)

    @property
    def codes(self) -> tuple[str, ...]:
        """Newest first."""
        return self._codes

    def first(self, known: Iterable[str]) -> tuple[str, ...]:
        """The codes of `known`, recent ones before the others."""
        codes = tuple(known)
        recent = tuple(code for code in self._codes if code in codes)
        return (*recent, *(code for code in codes if code not in recent))

    def _read(self) -> tuple[str, ...]:
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").split()
        except OSError:
            return ()
        return tuple(code for code in lines if 2 <= len(code) <= 3 and code.isalpha())[:MOST]
