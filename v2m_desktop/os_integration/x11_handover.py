"""What we hold goes to a program that stays when ours ends; on X11 content dies with its owner."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from v2m_desktop.os_integration.clipboard_keeper import OPTION, Kept, write_kept
from v2m_desktop.os_integration.x11_selection_thread import SelectionThread

MANAGER_SECONDS = 1.0
KEEPER_SECONDS = 2.0
"""How long they may take to take it over; until then we go on serving it."""


def hand_over(
    thread: SelectionThread, selection: str, display_name: str | None
) -> subprocess.Popen[bytes] | None:
    """The keeper process if it took one; None if there was nothing, or a clipboard manager has it."""
    from Xlib import error

    with suppress(error.ConnectionClosedError, OSError):
        content, since = thread.use(lambda used: (used.content if used.held else {}, used.since))
        if not content or (selection == "CLIPBOARD" and _manager_took(thread)):
            return None
        keeper = start_keeper(Kept(selection, display_name, since, content))
        thread.wait(lambda used: not used.held, KEEPER_SECONDS)
        return keeper
    return None


def _manager_took(thread: SelectionThread) -> bool:
    if not thread.use(lambda used: used.save()):
        return False
    thread.wait(lambda used: used.saved is not None and not used.sending, MANAGER_SECONDS)
    return thread.use(lambda used: bool(used.saved))


def start_keeper(kept: Kept) -> subprocess.Popen[bytes]:
    """This very program, told to keep. The content is its standard input, in memory: no pipe to fill up."""
    with os.fdopen(os.memfd_create("kept"), "w+b") as memory:
        write_kept(memory, kept)
        memory.seek(0)
        return subprocess.Popen(
            [*_program(), OPTION], stdin=memory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=_environment(), cwd="/", start_new_session=True,
        )  # fmt: skip


def _program() -> list[str]:
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "v2m_desktop"]


def _environment() -> dict[str, str]:
    """The keeper finds our package wherever it is started; that of a bundle holds its own."""
    if getattr(sys, "frozen", False):
        return dict(os.environ)
    root = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, inherited)))}
