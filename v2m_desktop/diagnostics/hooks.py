"""Brings what nobody caught, and what Qt says, into the log."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

log = logging.getLogger(__name__)

QT_LEVELS = {
    "QtDebugMsg": logging.DEBUG,
    "QtInfoMsg": logging.INFO,
    "QtWarningMsg": logging.WARNING,
    "QtCriticalMsg": logging.ERROR,
    "QtFatalMsg": logging.CRITICAL,
}


def install_exception_hooks() -> Callable[[], None]:
    """Log exceptions that no code caught, of the main thread and all others. Returns what undoes it."""
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    sys.excepthook = _log_main
    threading.excepthook = _log_thread
    sys.unraisablehook = _log_unraisable

    def restore() -> None:
        sys.excepthook, threading.excepthook, sys.unraisablehook = before

    return restore


def log_qt_message(mode: object, context: object, message: str) -> None:
    """A message handler for qInstallMessageHandler: QtMsgType, QMessageLogContext and the text."""
    category = getattr(context, "category", None) or "default"
    level = QT_LEVELS.get(str(getattr(mode, "name", "")), logging.WARNING)
    log.log(level, "Qt %s: %s", category, message)


def _log_main(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    log.critical("Nobody caught this", exc_info=(kind, error, trace))


def _log_thread(arguments: threading.ExceptHookArgs) -> None:
    name = arguments.thread.name if arguments.thread is not None else "unknown"
    error = arguments.exc_value if arguments.exc_value is not None else arguments.exc_type()
    log.critical(
        "Nobody caught this in thread %s", name, exc_info=(arguments.exc_type, error, arguments.exc_traceback)
    )


def _log_unraisable(arguments: Any) -> None:
    error = arguments.exc_value if arguments.exc_value is not None else arguments.exc_type()
    # The object is named by its type only: its repr could hold anything.
    log.error(
        "Ignored in a %s", type(arguments.object).__name__,
        exc_info=(arguments.exc_type, error, arguments.exc_traceback),
    )  # fmt: skip
