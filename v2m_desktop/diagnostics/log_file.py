"""The log: a rotating file that only its owner can read and that holds no dictated word."""

from __future__ import annotations

import logging
import logging.handlers
import os
import sys
from io import TextIOWrapper
from pathlib import Path

from v2m_desktop.core.errors import StorageError
from v2m_desktop.diagnostics.redaction import LiveTexts, RedactingFormatter
from v2m_desktop.storage.atomic_file import OWNER_FILE, prepare_folder, storage_errors
from v2m_desktop.storage.paths import Paths

LOG_NAME = "voice2machine.log"
LARGEST_FILE = 1_000_000
OLD_FILES = 3

OURS = "v2m_desktop"
PATTERN = "%(asctime)s %(levelname)-7s %(threadName)s %(name)s: %(message)s"


class LogFile:
    """What `setup_logging` built. If `problem` is set there is no file, and standard error stands in."""

    def __init__(
        self, path: Path, texts: LiveTexts, handler: logging.Handler, problem: StorageError | None
    ) -> None:
        self.path = path
        self.texts = texts
        self.problem = problem
        self._handler = handler
        self._levels_before = logging.getLogger().level, logging.getLogger(OURS).level
        logging.getLogger().setLevel(logging.WARNING)
        logging.getLogger().addHandler(handler)

    def set_level(self, level: str) -> None:
        """What of ours is logged: DEBUG, INFO, WARNING or ERROR. Libraries always start at WARNING."""
        logging.getLogger(OURS).setLevel(level)

    def close(self) -> None:
        """Stop logging to the file, and leave logging as it was before."""
        logging.getLogger().removeHandler(self._handler)
        logging.getLogger().setLevel(self._levels_before[0])
        logging.getLogger(OURS).setLevel(self._levels_before[1])
        self._handler.close()


def setup_logging(paths: Paths, level: str, texts: LiveTexts | None = None) -> LogFile:
    """Log to the folder of `paths` from now on. Never raises.

    Libraries are heard from WARNING on only: at DEBUG they repeat what they were handed. Whatever is dictated
    belongs into `texts`, as the second line against a word in the log.
    """
    texts = texts if texts is not None else LiveTexts()
    path, problem = paths.logs / LOG_NAME, None
    handler: logging.Handler
    try:
        prepare_folder(paths.logs)
        with storage_errors(path):
            handler = OwnerOnlyFileHandler(path)
    except StorageError as error:
        problem, handler = error, QuietStreamHandler(sys.stderr)
    handler.setFormatter(RedactingFormatter(PATTERN, texts))
    handler.addFilter(_leave_out_chatter)
    log = LogFile(path, texts, handler, problem)
    log.set_level(level)
    return log


class _Quiet(logging.Handler):
    """The standard library prints a record it could not write, words and all, to standard error."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """A full disk must not stop the app, nor fill the terminal."""


class QuietStreamHandler(_Quiet, logging.StreamHandler):  # type: ignore[type-arg]
    """Standard error, for when there is no file."""


class OwnerOnlyFileHandler(_Quiet, logging.handlers.RotatingFileHandler):
    """A rotating file that nobody else can read, whatever the umask."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=LARGEST_FILE, backupCount=OLD_FILES, encoding="utf-8")

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, OWNER_FILE)
        if sys.platform != "win32":
            os.fchmod(descriptor, OWNER_FILE)
        return os.fdopen(descriptor, "a", encoding="utf-8", errors="backslashreplace")


def _leave_out_chatter(record: logging.LogRecord) -> bool:
    """A library that sets a level of its own is still heard from WARNING on only."""
    ours = record.name == OURS or record.name.startswith(f"{OURS}.")
    return ours or record.levelno >= logging.WARNING
