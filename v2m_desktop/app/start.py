"""Starts the app, or hands over to the one that runs. The tray icon comes first, the heavy parts after it."""

from __future__ import annotations

import os
import sys
import time

from v2m_desktop.app.addresses import control_address, lock_file
from v2m_desktop.app.control_client import ask
from v2m_desktop.core.errors import DisplayError, InstanceError
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.paths import Paths

HAND_OVER_SECONDS = 5.0
RETRY_SECONDS = 0.1
"""How long, and how often, a second start asks the first one, which may still be loading."""


def run_app() -> int:
    """Run until the user quits; the exit code. Raises InstanceError or DisplayError with a sentence."""
    if _handed_over():
        return 0
    _require_display()
    paths = Paths.for_user()
    problems = paths.prepare()
    lock = FileLock(lock_file())
    if not _acquire_or_hand_over(lock):
        return 0
    from v2m_desktop.app.application import run

    try:
        return run(paths, problems)
    finally:
        lock.release()


def _handed_over() -> bool:
    """Whether another app took over. One that is there and does not answer yet may be busy loading."""
    address = control_address()
    try:
        ask(address, "show")
    except InstanceError:
        return False
    print("Voice2Machine is already running; its icon is in the tray.")
    return True


def _acquire_or_hand_over(lock: FileLock) -> bool:
    """Whoever holds the lock may still be loading: it answers soon, or ends. False: it took over."""
    until = time.monotonic() + HAND_OVER_SECONDS
    while not _acquire(lock):
        if _handed_over():
            return False
        if time.monotonic() > until:
            raise InstanceError(
                "Another Voice2Machine of yours is starting or hangs. Quit it, then try again."
            )
        time.sleep(RETRY_SECONDS)
    return True


def _acquire(lock: FileLock) -> bool:
    try:
        return lock.acquire()
    except OSError as error:
        raise InstanceError(
            "The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.",
            folder=lock_file().parent,
        ) from error


def _require_display() -> None:
    offscreen = os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal")
    if not sys.platform.startswith("linux") or offscreen:
        return
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        raise DisplayError(
            "There is no display to put the tray icon on. Start v2m inside a desktop session; "
            "v2m transcribe, v2m devices and v2m recover work without one."
        )
