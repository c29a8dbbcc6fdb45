"""A file that is replaced is always all old or all new, and an error says what to do."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from v2m_desktop.core.errors import DiskFullError, StorageError
from v2m_desktop.storage.atomic_file import storage_errors, write_atomically


def names_in(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("durable", [True, False])
def test_replaces_the_content_for_the_owner_only(tmp_path: Path, durable: bool) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    file.chmod(0o644)
    write_atomically(file, "new ñ", durable=durable)
    assert file.read_text(encoding="utf-8") == "new ñ"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert names_in(tmp_path) == ["file"]


def test_a_linked_file_stays_a_link(tmp_path: Path) -> None:
    target = tmp_path / "dotfiles" / "settings.toml"
    target.parent.mkdir()
    link = tmp_path / "settings.toml"
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_leftovers_of_killed_writers_go_away(tmp_path: Path) -> None:
    old, fresh = tmp_path / ".file.aaaa.new", tmp_path / ".file.bbbb.new"
    for temporary in (old, fresh):
        temporary.write_text("half")
    os.utime(old, (0, 0))
    write_atomically(tmp_path / "file", "new")
    assert names_in(tmp_path) == [".file.bbbb.new", "file"]


def test_a_missing_folder_is_one_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        write_atomically(tmp_path / "nowhere" / "file", "new")
    assert str(tmp_path / "nowhere" / "file") in caught.value.message


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_is_told_apart(number: int) -> None:
    with pytest.raises(DiskFullError, match="Free some space"), storage_errors(Path("take")):
        raise OSError(number, os.strerror(number))


def test_other_errors_are_storage_errors_that_keep_their_cause() -> None:
    with pytest.raises(StorageError, match="Input/output error") as caught, storage_errors(Path("take")):
        raise OSError(errno.EIO, os.strerror(errno.EIO))
    assert not isinstance(caught.value, DiskFullError)
    assert isinstance(caught.value.__cause__, OSError)


FULL_DISK = """
import resource, sys
from pathlib import Path
from v2m_desktop.core.errors import DiskFullError
from v2m_desktop.storage.atomic_file import write_atomically
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomically(Path(sys.argv[1]), b"n" * 5000)
except DiskFullError:
    sys.exit(7)
"""


def test_a_full_disk_keeps_the_old_file_and_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("old")
    child = subprocess.run([sys.executable, "-c", FULL_DISK, str(file)], check=False, timeout=300)
    assert child.returncode == 7
    assert file.read_text() == "old"
    assert names_in(tmp_path) == ["file"]
