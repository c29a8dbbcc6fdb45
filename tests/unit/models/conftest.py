"""A hub that does as it is told, and a store that is quick to give up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.tools.scripted_hub import ScriptedHub
from v2m_desktop.models.disk import Disk, free_bytes
from v2m_desktop.models.patience import Patience
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.atomic_file import sync_folder, write_atomically
from v2m_desktop.storage.file_lock import FileLock

QUICK = Patience(connect_seconds=30.0, stall_seconds=2.0, tries=3, first_pause_seconds=0.01)


@pytest.fixture
def hub() -> Iterator[ScriptedHub]:
    with ScriptedHub() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


def make_store(
    folder: Path,
    address: str,
    patience: Patience = QUICK,
    free: Callable[[Path], int] = free_bytes,
) -> ModelStore:
    disk = Disk(lock=FileLock, write=write_atomically, sync=sync_folder, free=free)
    return ModelStore(folder, disk, address, patience)


@pytest.fixture
def store(hub: ScriptedHub, folder: Path) -> ModelStore:
    return make_store(folder, hub.address)
