"""A disk that is full, broken or not there costs no word: the take goes on in memory."""

from __future__ import annotations

import errno
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from tests.fakes.disk import FailingDisk
from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import DiskFullError, StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.spool import ROOM_WANTED, Spool

BLOCK = 320


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "spool"


@pytest.fixture
def spool(root: Path) -> Iterator[Spool]:
    spool = Spool(root)
    yield spool
    assert spool.close(10)


def ramp(length: int) -> Samples:
    """Samples that 16 bits hold exactly, each telling its place."""
    return ((np.arange(length) % 60_000 - 30_000) / 32_768).astype(np.float32)


def test_a_spool_that_cannot_be_used_keeps_the_take_in_memory(root: Path) -> None:
    root.write_text("a file where the folder should be")
    spool, samples = Spool(root), ramp(BLOCK)
    take = spool.begin()
    problem = take.append(samples)
    assert problem is not None
    assert str(root) in problem.message
    assert take.append(samples) is None
    take.keep_text(SensitiveText("words"))
    assert take.state is TakeState.RECOGNIZED
    assert take.close() is problem
    np.testing.assert_array_equal(take.load(), np.concatenate([samples, samples]))
    assert take.load_text().reveal() == "words"
    assert take.delete() is None
    assert take.load().shape == (0,)


def test_a_folder_that_vanishes_in_mid_take_stops_nothing(spool: Spool, root: Path) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    shutil.rmtree(root)
    assert take.append(ramp(BLOCK)) is None
    assert take.reader(0, BLOCK) is None, "who relies on it would lose words"
    assert isinstance(take.set_state(TakeState.RECORDED), StorageError)
    assert isinstance(take.keep_text(SensitiveText("words")), StorageError)
    assert take.load_text().reveal() == "words"
    take.close()
    assert take.delete() is None


def test_a_disk_that_fills_up_at_any_byte_loses_no_sample(root: Path) -> None:
    samples = ramp(2048)
    for room in range(0, 4097, 17):
        spool = Spool(root, write=FailingDisk(room).write)
        take = spool.begin()
        problems = [take.append(samples[start : start + 100]) for start in range(0, 2048, 100)]
        reported = [problem for problem in problems if problem is not None]
        assert len(reported) == (room < 4096)
        assert all(isinstance(problem, DiskFullError) for problem in reported)
        assert (take.close() is not None) == (room < 4096)
        np.testing.assert_array_equal(take.load(), samples)
        take.delete()
        spool.close(10)


def test_room_that_comes_back_is_used(root: Path) -> None:
    disk = FailingDisk(1001)
    spool, samples = Spool(root, write=disk.write), ramp(16_000 * 12)
    take = spool.begin()
    for start in range(0, len(samples), 1600):
        take.append(samples[start : start + 1600])
        if start == 16_000 * 8:
            disk.room = 10**9
    assert disk.refusals == 2
    assert take.problem is None
    assert take.close() is None
    take.release()
    (leftover,) = spool.leftovers()
    np.testing.assert_array_equal(spool.load_samples(leftover), samples)
    spool.close(10)


def test_an_input_output_error_is_told_and_the_take_goes_on(root: Path) -> None:
    spool = Spool(root, write=FailingDisk(0, errno.EIO).write)
    take = spool.begin()
    problem = take.append(ramp(BLOCK))
    assert isinstance(problem, StorageError)
    assert not isinstance(problem, DiskFullError)
    take.close()
    np.testing.assert_array_equal(take.load(), ramp(BLOCK))
    take.delete()
    spool.close(10)


def test_memory_is_bounded_by_the_longest_take(root: Path) -> None:
    spool = Spool(root, longest_seconds=1.0, write=FailingDisk(0).write)
    take = spool.begin()
    for _ in range(100):
        take.append(ramp(BLOCK))
    take.close()
    assert len(take.load()) == 16_000
    assert take.lost_samples == 100 * BLOCK - 16_000
    take.delete()
    spool.close(10)


FULL_DISK = """
import resource, sys
from pathlib import Path
import numpy as np
from v2m_desktop.core.errors import DiskFullError
from v2m_desktop.storage.spool import Spool
spool = Spool(Path(sys.argv[1]))
take = spool.begin()
resource.setrlimit(resource.RLIMIT_FSIZE, (7001, 7001))
blocks = [np.full(320, number / 32768, np.float32) for number in range(50)]
problems = [problem for block in blocks if (problem := take.append(block)) is not None]
assert len(problems) == 1 and isinstance(problems[0], DiskFullError), problems
assert isinstance(take.close(), DiskFullError)
assert (take.folder / "audio.pcm").stat().st_size == 7001
assert np.array_equal(take.load(), np.concatenate(blocks))
sys.exit(7)
"""


def test_a_real_limit_with_a_short_write_loses_no_sample(root: Path) -> None:
    child = subprocess.run([sys.executable, "-c", FULL_DISK, str(root)], check=False, timeout=300)
    assert child.returncode == 7


def test_room_is_checked_before_a_take(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage("/")
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=ROOM_WANTED - 1))
    warning = spool.check_room()
    assert isinstance(warning, DiskFullError)
    assert "199 MB" in warning.message
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=ROOM_WANTED))
    assert spool.check_room() is None


def test_samples_can_be_read_again_once_they_are_on_disk_and_not_before(root: Path) -> None:
    disk = FailingDisk(room=3 * BLOCK + 1)  # one block, and half a sample of the next
    spool, samples = Spool(root, write=disk.write), ramp(4 * BLOCK)
    take = spool.begin()
    for start in range(0, len(samples), BLOCK):
        take.append(samples[start : start + BLOCK])
    early = take.reader(BLOCK // 2, BLOCK)
    assert early is not None
    assert take.reader(BLOCK, BLOCK) is None
    np.testing.assert_array_equal(early(), samples[BLOCK // 2 : BLOCK // 2 + BLOCK])
    disk.room = 1 << 20
    take.close()
    late = take.reader(BLOCK, 3 * BLOCK)
    assert late is not None
    np.testing.assert_array_equal(late(), samples[BLOCK:])
    assert take.reader(BLOCK, 3 * BLOCK + 1) is None
    take.delete()
    with pytest.raises(StorageError):
        late()
    assert spool.close(10)


def test_a_recording_that_became_shorter_is_an_error_and_no_short_answer(spool: Spool, root: Path) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    read = take.reader(0, BLOCK)
    assert read is not None
    assert take.folder is not None
    with (take.folder / "audio.pcm").open("r+b") as audio:
        audio.truncate(BLOCK)
    with pytest.raises(StorageError):
        read()
    take.delete()


def test_where_memory_was_too_small_places_are_unknown_and_nothing_is_read_again(root: Path) -> None:
    disk = FailingDisk(room=0)
    spool = Spool(root, longest_seconds=BLOCK / 16_000, write=disk.write)
    take = spool.begin()
    for _ in range(3):
        take.append(ramp(BLOCK))
    disk.room = 1 << 20
    take.close()
    assert take.lost_samples == 2 * BLOCK
    assert take.reader(0, BLOCK) is None
    take.delete()
    assert spool.close(10)
