"""One holder at a time, also inside one process, and a dead process holds nothing."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from v2m_desktop.storage import file_lock
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.spool import Spool

HOLDER = """
import sys
from pathlib import Path
from v2m_desktop.storage.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
sys.stdin.read()
"""


def test_a_second_holder_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "lock"), FileLock(tmp_path / "lock")
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    first.release()
    assert second.acquire()
    second.release()
    second.release()


def test_a_killed_holder_holds_nothing(tmp_path: Path) -> None:
    lock = FileLock(tmp_path / "lock")
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "lock")],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdout.readline() == "True\n"
        assert not lock.acquire()
        child.kill()
        child.wait(10)
    assert lock.acquire()
    lock.release()


def test_a_file_system_without_locks_is_told_apart_from_a_held_lock(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "_lock", refuse_locks)
    with pytest.raises(OSError, match="locks"):
        FileLock(tmp_path / "lock").acquire()


def test_without_locks_a_take_lives_in_memory_and_says_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "_lock", refuse_locks)
    root = tmp_path / "spool"
    take = Spool(root).begin()
    problem = take.append(np.zeros(320, np.float32))
    assert problem is not None
    assert os.strerror(errno.ENOLCK) in problem.message
    assert list(root.iterdir()) == []
    assert take.delete() is None


def refuse_locks(_descriptor: int) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))
