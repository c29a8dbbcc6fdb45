"""Fetches one file of a model: resumes what is there, and hands it out only with the right checksum.

Beside `NAME.partial` stands `NAME.partial.json` with the ETag of the answer it came from and the checksum it
is to have. What is there is only continued when both still hold; every doubt starts the file anew.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from v2m_desktop.core.errors import (
    DiskFullError,
    DownloadDamagedError,
    DownloadError,
    DownloadLengthError,
    DownloadRoomError,
    StorageError,
)
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.hub import RemoteFile
from v2m_desktop.models.patience import PassingTrouble, Patience, insist
from v2m_desktop.models.progress import ProgressMeter
from v2m_desktop.models.web import Answer, Web

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
PARTIAL, RANGE_REFUSED = 206, 416
READ = 1024 * 1024
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+|\*)")


class FileDownload:
    """One file on its way into `folder`. `sha256` is None until `run` has returned."""

    def __init__(self, url: str, file: RemoteFile, folder: Path, disk: Disk, meter: ProgressMeter) -> None:
        self._url = url
        self._file = file
        self._disk = disk
        self._meter = meter
        self._target = folder / file.path
        self._partial = folder / f"{file.path}.partial"
        self._note = folder / f"{file.path}.partial.json"
        self._corrupt = folder / f"{file.path}.corrupt"
        self.sha256: str | None = None

    def bytes_here(self) -> int:
        """Bytes that need not be fetched any more. Raises OSError."""
        if self._target.is_file() and self._target.stat().st_size == self._file.size:
            return self._file.size
        return self._offset()

    def run(self, web: Web, patience: Patience, cancellation: Cancellation) -> None:
        """Fetch and verify. Raises DownloadError; what arrived stays for the next call."""
        with disk_errors(self._target):
            self._corrupt.unlink(missing_ok=True)
            if self._target.is_file() and self._is_right(self._target, cancellation):
                return
            self._target.unlink(missing_ok=True)
            self._fetch(web, patience, cancellation)
            if not self._is_right(self._partial, cancellation):
                self._refuse()
            self._partial.replace(self._target)
            self._note.unlink(missing_ok=True)
            self._disk.sync(self._target.parent)

    def _fetch(self, web: Web, patience: Patience, cancellation: Cancellation) -> None:
        reached = self._offset()

        def attempt() -> None:
            if self._offset() < self._file.size:
                self._request(web, cancellation)

        def progressed() -> bool:
            nonlocal reached
            before, reached = reached, self._offset()
            return reached > before

        insist(attempt, progressed, patience, cancellation)

    def _request(self, web: Web, cancellation: Cancellation) -> None:
        offset = self._offset()
        if offset == 0:
            self._discard()
        with web.get(self._url, cancellation, self._conditions(offset)) as answer:
            if offset and answer.status == PARTIAL and self._continues(answer, offset):
                self._write(answer, offset, cancellation)
            elif answer.status in (PARTIAL, RANGE_REFUSED):
                self._discard()
                raise PassingTrouble(self._other_part())
            else:
                self._begin(answer)
                self._write(answer, 0, cancellation)

    def _conditions(self, offset: int) -> dict[str, str]:
        if not offset:
            return {}
        etag = str(self._remembered().get("etag", ""))
        # Without a strong ETag the address, which names the revision, and the checksum have to do.
        return {"Range": f"bytes={offset}-", **({"If-Range": etag} if _is_strong(etag) else {})}

    def _continues(self, answer: Answer, offset: int) -> bool:
        """Whether a partial answer is exactly the rest of what is here."""
        found = _CONTENT_RANGE.fullmatch(answer.headers.get("content-range", ""))
        if found is None or int(found[1]) != offset or int(found[2]) != self._file.size - 1:
            return False
        if found[3] not in ("*", str(self._file.size)):
            return False
        before, now = self._remembered().get("etag", ""), answer.headers.get("etag", "")
        return not (_is_strong(before) and _is_strong(now) and before != now)

    def _begin(self, answer: Answer) -> None:
        """The whole file comes, whatever was asked for."""
        length = answer.headers.get("content-length", "")
        if length.isdigit() and int(length) != self._file.size:
            raise self._wrong_length(int(length))
        self._discard()
        note = {"etag": answer.headers.get("etag", ""), "checksum": self._checksum(), "size": self._file.size}
        self._disk.write(self._note, json.dumps(note))

    def _write(self, answer: Answer, offset: int, cancellation: Cancellation) -> None:
        with self._partial.open("ab") as file:
            for chunk in answer.chunks:
                cancellation.check()
                offset += len(chunk)
                if offset > self._file.size:
                    break
                file.write(chunk)
                file.flush()  # a kill while the server is silent must not cost what has arrived
                self._meter.at(self._file.path, offset)
            os.fsync(file.fileno())
        if offset > self._file.size:
            self._discard()
            raise DownloadLengthError(
                "The server sent more than the {size} bytes of the file {file}. Try again later.",
                size=self._file.size,
                file=self._file.path,
            )
        if offset < self._file.size:
            raise PassingTrouble(self._wrong_length(offset))

    def _offset(self) -> int:
        """Bytes of the partial file that can be continued; 0 if there is a doubt about them."""
        note = self._remembered()
        if note.get("checksum") != self._checksum() or note.get("size") != self._file.size:
            return 0
        size = self._partial.stat().st_size if self._partial.is_file() else 0
        return size if size <= self._file.size else 0

    def _remembered(self) -> dict[str, object]:
        try:
            note = json.loads(self._note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def _checksum(self) -> str:
        return self._file.sha256 or self._file.git_id or ""

    def _discard(self) -> None:
        """The bytes first: a note without them does no harm."""
        self._partial.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def _is_right(self, path: Path, cancellation: Cancellation) -> bool:
        """Whether the file at `path`, read back from the disk, has the checksum of the hub."""
        sha256, git = hashlib.sha256(), hashlib.sha1(usedforsecurity=False)
        git.update(b"blob %d\0" % self._file.size)
        done = 0
        with path.open("rb") as file:
            for chunk in _chunks(file):
                cancellation.check()
                sha256.update(chunk)
                if self._file.sha256 is None:
                    git.update(chunk)
                done += len(chunk)
                self._meter.at(self._file.path, done, verifying=True)
        if self._file.sha256 is not None:
            right = sha256.hexdigest() == self._file.sha256
        else:
            right = git.hexdigest() == self._file.git_id
        self.sha256 = sha256.hexdigest() if right else None
        return right

    def _refuse(self) -> None:
        self._partial.replace(self._corrupt)
        self._note.unlink(missing_ok=True)
        raise DownloadDamagedError(
            "The file {file} arrived damaged and is not used. Download the model again.", file=self._file.path
        )

    def _other_part(self) -> DownloadLengthError:
        return DownloadLengthError(
            "The server sent another part of the file {file} than the missing one. Try again later.",
            file=self._file.path,
        )

    def _wrong_length(self, found: int) -> DownloadLengthError:
        return DownloadLengthError(
            "The file {file} should have {size} bytes, but the server sent {found}. Try again later.",
            file=self._file.path,
            size=self._file.size,
            found=found,
        )


@contextlib.contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn an OSError or StorageError of the block into a DownloadError that names the folder of `path`."""
    try:
        yield
    except StorageError as error:
        kind = DownloadRoomError if isinstance(error, DiskFullError) else DownloadError
        raise kind(error.template, **error.values) from error
    except OSError as error:
        if error.errno in NO_ROOM:
            raise DownloadRoomError(
                "The disk of {folder} is full. What arrived is kept; free some space, then try again.",
                folder=path.parent,
            ) from error
        raise DownloadError(
            "{folder} cannot be used ({reason}). Check that it belongs to you and is writable.",
            folder=path.parent,
            reason=error.strerror or type(error).__name__,
        ) from error


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(READ):
        yield chunk


def _is_strong(etag: object) -> bool:
    return isinstance(etag, str) and len(etag) > 1 and etag.startswith('"')
