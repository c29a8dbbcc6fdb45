"""Recordings reach the disk by themselves, and nobody waits for it."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from v2m_desktop.storage.disk_sync import DiskSync


def test_a_watched_file_is_synced_again_and_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    enough, calls = threading.Event(), [0]
    real = os.fsync

    def count(descriptor: int) -> None:
        real(descriptor)
        calls[0] += 1
        if calls[0] >= 6:
            enough.set()

    monkeypatch.setattr(os, "fsync", count)
    sync = DiskSync(interval=0.01)
    with (tmp_path / "audio.pcm").open("wb") as file:
        sync.watch(tmp_path, file.fileno())
        assert enough.wait(10)
    sync.finish(tmp_path)
    assert sync.wait(10)


def test_a_hanging_disk_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hanging, let_go = threading.Event(), threading.Event()

    def hang(_descriptor: int) -> None:
        hanging.set()
        let_go.wait(30)

    monkeypatch.setattr(os, "fsync", hang)
    sync = DiskSync(interval=0.01)
    with (tmp_path / "audio.pcm").open("wb") as file:
        sync.watch(tmp_path, file.fileno())
        assert hanging.wait(10)
        sync.finish(tmp_path)
        assert not sync.wait(0.01)
    let_go.set()
    assert sync.wait(10)


def test_a_folder_that_is_gone_is_no_error(tmp_path: Path) -> None:
    sync = DiskSync()
    sync.finish(tmp_path / "gone")
    assert sync.wait(10)
