"""A take is on disk from its first block until it is delivered or discarded."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.storage.journal import JOURNAL, TakeState, read_journal
from v2m_desktop.storage.spool import Spool
from v2m_desktop.storage.spooled_take import AUDIO, TRANSCRIPT

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


def record(spool: Spool, samples: Samples) -> str:
    """Record and let go of a take, as a process that ended would; returns its id."""
    take = spool.begin()
    for start in range(0, len(samples), BLOCK):
        assert take.append(samples[start : start + BLOCK]) is None
    assert take.close() is None
    take.set_state(TakeState.RECORDED)
    take.release()
    return take.id


def test_the_journal_is_there_before_the_first_block(spool: Spool) -> None:
    take = spool.begin({"model": "demo"})
    assert take.folder is not None
    journal = read_journal(take.folder)
    assert journal.state is TakeState.RECORDING
    assert journal.details == {"model": "demo"}
    assert journal.started
    take.delete()


def test_each_block_is_on_disk_when_append_returns(spool: Spool) -> None:
    take = spool.begin()
    assert take.folder is not None
    for number in range(1, 6):
        take.append(ramp(BLOCK))
        assert (take.folder / AUDIO).stat().st_size == number * BLOCK * 2
    assert take.seconds == pytest.approx(5 * BLOCK / 16_000)
    take.delete()


def test_everything_is_for_the_owner_only(spool: Spool, root: Path) -> None:
    old_mask = os.umask(0)
    try:
        take = spool.begin()
        take.append(ramp(BLOCK))
        take.keep_text(SensitiveText("some words"))
    finally:
        os.umask(old_mask)
    for entry in [root, *root.rglob("*")]:
        assert entry.stat().st_mode & 0o077 == 0, entry
    take.delete()


def test_a_live_take_is_not_left_over(spool: Spool, root: Path) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    assert spool.leftovers() == []
    take.close()
    assert Spool(root).leftovers() == []
    take.release()
    assert [leftover.id for leftover in spool.leftovers()] == [take.id]


def test_a_leftover_comes_back_whole(spool: Spool) -> None:
    samples = ramp(5 * BLOCK + 7)
    take_id = record(spool, samples)
    (leftover,) = spool.leftovers()
    assert (leftover.id, leftover.state, leftover.attempts) == (take_id, TakeState.RECORDED, 0)
    assert leftover.started is not None
    assert not leftover.has_text
    assert leftover.seconds == pytest.approx(len(samples) / 16_000)
    np.testing.assert_array_equal(spool.load_samples(leftover), samples)


def test_leftovers_are_in_the_order_of_their_birth(spool: Spool, root: Path) -> None:
    ids = [record(spool, ramp(BLOCK)) for _ in range(3)]
    (root / ids[0] / JOURNAL).write_text('{"started": "2999-01-01T00:00:00+00:00"}')
    assert [leftover.id for leftover in spool.leftovers()] == ids


@pytest.mark.parametrize("state", [TakeState.DELIVERED, TakeState.DISCARDED])
def test_settled_takes_are_not_named_and_are_swept(spool: Spool, root: Path, state: TakeState) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    take.set_state(state)
    assert spool.sweep() == 0
    take.release()
    assert spool.leftovers() == []
    assert spool.sweep() == 1
    assert list(root.iterdir()) == []


def test_a_deleted_take_leaves_nothing(spool: Spool, root: Path) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    take.keep_text(SensitiveText("some words"))
    assert take.delete() is None
    assert take.delete() is None
    assert list(root.iterdir()) == []


def test_a_take_deleted_late_spares_a_newer_one_in_a_folder_of_the_same_name(spool: Spool) -> None:
    """The text of a parked take may be fetched after its recording was discarded elsewhere."""
    parked = spool.begin()
    parked.append(ramp(BLOCK))
    parked.set_state(TakeState.FAILED)
    parked.release()
    (leftover,) = spool.leftovers()
    discarded = spool.reopen(leftover)
    assert discarded is not None
    assert discarded.delete() is None
    assert parked.delete() is None, "nothing is there any more"
    newer = spool.begin()
    assert newer.id == parked.id
    newer.append(ramp(BLOCK))
    newer.keep_text(SensitiveText("other words"))
    assert parked.delete() is None
    newer.set_state(TakeState.FAILED)
    newer.release()
    (kept,) = spool.leftovers()
    assert spool.load_text(kept) == SensitiveText("other words")


def test_failed_takes_stay_with_their_reason(spool: Spool) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    take.set_state(TakeState.FAILED, "The model is missing.")
    take.release()
    assert spool.sweep() == 0
    assert [(leftover.state, leftover.reason) for leftover in spool.leftovers()] == [
        (TakeState.FAILED, "The model is missing.")
    ]


def test_recognized_words_wait_beside_the_audio(spool: Spool) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    take.keep_text(SensitiveText("señor words"))
    take.release()
    (leftover,) = spool.leftovers()
    assert leftover.has_text
    assert leftover.state is TakeState.RECOGNIZED
    again = spool.reopen(leftover)
    assert again is not None
    assert again.load_text().reveal() == "señor words"
    again.delete()
    assert spool.leftovers() == []


def test_words_without_audio_are_a_leftover_too(spool: Spool, root: Path) -> None:
    folder = root / "000001"
    folder.mkdir(parents=True)
    (folder / TRANSCRIPT).write_text("words")
    assert [leftover.has_text for leftover in spool.leftovers()] == [True]


def test_attempts_are_counted(spool: Spool) -> None:
    record(spool, ramp(BLOCK))
    for attempts in (0, 1, 2):
        (leftover,) = spool.leftovers()
        assert leftover.attempts == attempts
        assert spool.count_attempt(leftover) is None


def test_a_take_without_words_is_kept_for_a_day_and_not_named(spool: Spool, root: Path) -> None:
    take = spool.begin()
    take.append(ramp(BLOCK))
    take.set_state(TakeState.EMPTY, "no speech was heard")
    take.release()
    (leftover,) = spool.leftovers()
    assert (leftover.named, leftover.reason) == (False, "no speech was heard")
    assert spool.sweep() == 0
    journal = root / take.id / JOURNAL
    a_day_ago = journal.stat().st_mtime - 24 * 3600 - 1
    os.utime(journal, (a_day_ago, a_day_ago))
    assert spool.sweep() == 1
    assert spool.leftovers() == []


def test_a_take_whose_words_wait_is_named_and_never_swept(spool: Spool, root: Path) -> None:
    take_id = record(spool, ramp(BLOCK))
    (leftover,) = spool.leftovers()
    assert leftover.named
    os.utime(root / take_id / JOURNAL, (0, 0))
    assert spool.sweep() == 0


def test_a_take_that_another_process_works_on_is_refused(spool: Spool) -> None:
    record(spool, ramp(BLOCK))
    (leftover,) = spool.leftovers()
    take = spool.reopen(leftover)
    assert take is not None
    assert spool.reopen(leftover) is None
    refusal = spool.count_attempt(leftover)
    assert isinstance(refusal, StorageError)
    assert leftover.id in refusal.message
    take.release()


@pytest.mark.parametrize(
    "journal", [b"", b'{"state": "rec', b"\x00" * 50, None], ids=["empty", "half", "zeros", "none"]
)
@pytest.mark.parametrize("cut", [1, 2, 3, 101])
def test_damaged_takes_are_repaired(spool: Spool, root: Path, journal: bytes | None, cut: int) -> None:
    samples = ramp(BLOCK)
    folder = root / record(spool, samples)
    audio = folder / AUDIO
    audio.write_bytes(audio.read_bytes()[:-cut])
    (folder / JOURNAL).unlink()
    if journal is not None:
        (folder / JOURNAL).write_bytes(journal)
    (leftover,) = spool.leftovers()
    kept = (2 * BLOCK - cut) // 2
    np.testing.assert_array_equal(spool.load_samples(leftover), samples[:kept])
    assert leftover.seconds == pytest.approx(kept / 16_000)
    assert leftover.state is TakeState.RECORDING


def test_a_take_without_a_sample_is_not_named_and_is_swept(spool: Spool, root: Path) -> None:
    spool.begin().release()
    assert spool.leftovers() == []
    assert spool.sweep() == 1
    assert list(root.iterdir()) == []


def test_a_folder_that_is_just_being_made_is_not_swept(spool: Spool, root: Path) -> None:
    (root / "000001").mkdir(parents=True)
    assert spool.sweep() == 0
    os.utime(root / "000001", (0, 0))
    assert spool.sweep() == 1


def test_foreign_things_in_the_spool_are_left_alone(spool: Spool, root: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "elsewhere"
    foreign.mkdir()
    (foreign / AUDIO).write_bytes(b"12")
    root.mkdir()
    (root / "notes.txt").write_text("mine")
    (root / "000007").symlink_to(foreign)
    (root / "000008").write_text("a file")
    assert spool.leftovers() == []
    assert spool.sweep() == 0
    assert record(spool, ramp(BLOCK)) == "000001"
    assert (foreign / AUDIO).exists()


def test_takes_begun_at_once_get_folders_of_their_own(root: Path) -> None:
    found: list[str] = []

    def begin() -> None:
        spool = Spool(root)
        for _ in range(10):
            take = spool.begin()
            take.append(ramp(2))
            found.append(take.id)
            take.release()
            spool.sweep()
        spool.close(10)

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(set(found)) == len(found) == 40
    assert "" not in found


def test_the_sync_thread_ends_with_the_last_take(spool: Spool) -> None:
    first, second = spool.begin(), spool.begin()
    assert "v2m-disk-sync" in [thread.name for thread in threading.enumerate()]
    first.release()
    second.release()
    assert spool.close(10)
    assert "v2m-disk-sync" not in [thread.name for thread in threading.enumerate()]


def test_open_files_are_given_back(spool: Spool) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(20):
        take = spool.begin()
        take.append(ramp(BLOCK))
        take.delete()
    assert spool.close(10)
    assert len(list(Path("/proc/self/fd").iterdir())) == before
