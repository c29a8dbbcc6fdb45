"""A folder of the user's becomes a model: verified like a download, and never touched itself."""

from __future__ import annotations

import hashlib
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tools.scripted_hub import FILES, REVISION, ScriptedHub, contents, demo_files
from tests.unit.models.conftest import make_store
from v2m_desktop.core.errors import (
    DownloadBusyError,
    DownloadCanceledError,
    DownloadDamagedError,
    DownloadError,
    DownloadRoomError,
    ModelCorruptError,
    ModelError,
    ModelMissingError,
)
from v2m_desktop.core.resources import resource
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.manifest import MANIFEST, read_manifest
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import resolve
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.file_lock import FileLock

NOWHERE = "https://127.0.0.1:9"


@pytest.fixture
def store(folder: Path) -> ModelStore:
    return make_store(folder, NOWHERE)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A model of the user's own, in a folder with an awkward name, beside things that are none."""
    folder = tmp_path / "mi señal (v2)"
    folder.mkdir()
    for name, content in demo_files().items():
        (folder / name).write_bytes(content)
    (folder / "README.md").write_text("mine")
    (folder / "sub").mkdir()
    return folder


def cached(tmp_path: Path, repository: str = "Systran--faster-whisper-tiny") -> Path:
    """The same model as the hub's cache keeps it: links to files named after their checksums."""
    root = tmp_path / "hub" / f"models--{repository}"
    snapshot = root / "snapshots" / REVISION
    snapshot.mkdir(parents=True)
    (root / "blobs").mkdir()
    (root / "refs").mkdir()
    (root / "refs" / "main").write_text(REVISION)
    for name, content in demo_files().items():
        git = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        blob = hashlib.sha256(content).hexdigest() if name == "model.bin" else git
        (root / "blobs" / blob).write_bytes(content)
        (snapshot / name).symlink_to(f"../../blobs/{blob}")
    return root


def state_of(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        str(path.relative_to(folder)): (path.lstat().st_size, path.lstat().st_mtime_ns)
        for path in folder.rglob("*")
    }


def is_clean(folder: Path) -> bool:
    """Whether nothing but locks is in the models folder."""
    return not folder.exists() or all(path.name.endswith(".lock") for path in folder.iterdir())


def test_a_folder_becomes_a_model_with_checksums(store: ModelStore, folder: Path, source: Path) -> None:
    before = state_of(source)
    model = store.import_folder(source)
    assert model.name == "mi señal -v2"
    assert contents(model.folder) == demo_files()
    manifest = read_manifest(model.folder)
    assert manifest is not None
    assert (manifest.hub, manifest.repository, manifest.revision) == ("", "", "")
    assert (manifest.languages, manifest.translates, manifest.memory_mb) == ((), None, None)
    assert {file.path: file.sha256 for file in manifest.files} == {
        name: hashlib.sha256(content).hexdigest() for name, content in demo_files().items()
    }
    assert resolve(model.name, folder).folder == model.folder
    assert state_of(source) == before


def test_an_imported_model_can_be_removed(store: ModelStore, folder: Path, source: Path) -> None:
    store.remove(store.import_folder(source, "mine").name)
    assert is_clean(folder)


def test_a_folder_that_may_only_be_read_will_do(store: ModelStore, source: Path) -> None:
    for path in (*source.iterdir(), source):
        path.chmod(0o500 if path.is_dir() else 0o400)
    try:
        model = store.import_folder(source, "mine")
    finally:
        source.chmod(0o700)
    assert contents(model.folder) == demo_files()
    store.remove("mine")


@pytest.mark.parametrize("part", ["", "snapshots", f"snapshots/{REVISION}"])
def test_the_hubs_cache_is_understood(store: ModelStore, tmp_path: Path, part: str) -> None:
    model = store.import_folder(cached(tmp_path) / part)
    assert model.name == "tiny"
    assert contents(model.folder) == demo_files()
    assert not any(path.is_symlink() for path in model.folder.iterdir())
    manifest = read_manifest(model.folder)
    assert manifest is not None
    assert (manifest.revision, manifest.translates, manifest.memory_mb) == (REVISION, True, 224)
    assert len(manifest.languages) == 99


def test_without_a_current_revision_the_newest_is_taken(store: ModelStore, tmp_path: Path) -> None:
    root = cached(tmp_path, "somebody--their-model")
    shutil.rmtree(root / "refs")
    (root / "snapshots" / ("f" * 40)).mkdir()
    assert store.import_folder(root).name == "their-model"


def test_what_came_from_the_cache_is_not_downloaded_again(folder: Path, tmp_path: Path) -> None:
    with ScriptedHub() as hub:
        store = make_store(folder, hub.address)
        store.import_folder(cached(tmp_path))
        store.pull("tiny")
        assert [request.file for request in hub.requests] == ["api"]


@pytest.mark.parametrize("name", ["model.bin", "config.json"])
def test_a_file_of_the_cache_with_another_checksum_is_refused(
    store: ModelStore, folder: Path, tmp_path: Path, name: str
) -> None:
    root = cached(tmp_path)
    blob = (root / "snapshots" / REVISION / name).resolve()
    flip(blob)
    with pytest.raises(DownloadDamagedError, match="checksum"):
        store.import_folder(root)
    assert is_clean(folder)


def flip(path: Path) -> None:
    """One bit, where no look at the structure of the file would notice."""
    content = bytearray(path.read_bytes())
    place = content.index(b"1003") + 3 if len(content) < 10_000 else -200_000
    content[place] ^= 1
    path.write_bytes(content)


def test_a_model_of_another_computer_is_checked_against_its_manifest(
    store: ModelStore, folder: Path, source: Path, tmp_path: Path
) -> None:
    made = store.import_folder(source, "mine").folder
    there = tmp_path / "stick" / "whatever"
    shutil.copytree(made, there)
    assert store.import_folder(there).name == "mine-2"
    flip(there / "model.bin")
    with pytest.raises(DownloadDamagedError):
        store.import_folder(there, "other")
    assert not (folder / "other").exists()


def test_a_downloaded_model_of_another_computer_keeps_its_name(
    store: ModelStore, folder: Path, tmp_path: Path
) -> None:
    with ScriptedHub() as hub:
        made = make_store(tmp_path / "other computer", hub.address).pull("distil-small.en").folder
    model = store.import_folder(made)
    assert (model.name, model.languages) == ("distil-small.en", ("en",))


@pytest.mark.parametrize("name", FILES)
def test_a_folder_that_lacks_a_file_is_named(
    store: ModelStore, folder: Path, source: Path, name: str
) -> None:
    (source / name).unlink()
    if name == "preprocessor_config.json":  # old models have none
        assert store.import_folder(source, "mine").name == "mine"
        return
    with pytest.raises(ModelMissingError, match=name) as refused:
        store.import_folder(source)
    assert str(source) in refused.value.message
    assert is_clean(folder)


def test_a_cache_whose_download_broke_off_is_named(store: ModelStore, tmp_path: Path) -> None:
    root = cached(tmp_path)
    (root / "snapshots" / REVISION / "model.bin").resolve().unlink()
    with pytest.raises(ModelMissingError, match=r"model\.bin is missing"):
        store.import_folder(root)


@pytest.mark.parametrize("name", ["model.bin", "config.json", "tokenizer.json", "vocabulary.json"])
def test_a_damaged_file_is_named(store: ModelStore, folder: Path, source: Path, name: str) -> None:
    (source / name).write_bytes((source / name).read_bytes()[:-5])
    with pytest.raises(ModelCorruptError, match=f"{name}.*is damaged"):
        store.import_folder(source)
    assert is_clean(folder)


def test_what_is_no_folder_is_said(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "nowhere", tmp_path / "file", tmp_path):
        with pytest.raises(ModelError, match="no whole model"):
            store.import_folder(path)


def test_too_little_room_is_said_before_the_first_byte(folder: Path, source: Path) -> None:
    with pytest.raises(DownloadRoomError, match="205 MB of free space"):
        make_store(folder, NOWHERE, free=lambda _: 100_000_000).import_folder(source, "mine")
    assert is_clean(folder)


def test_names_are_numbered_where_nobody_chose_one(store: ModelStore, source: Path) -> None:
    names = [store.import_folder(source).name for _ in range(3)]
    assert names == ["mi señal -v2", "mi señal -v2-2", "mi señal -v2-3"]


def test_a_folder_that_is_only_called_like_a_model_to_download_gets_a_number(
    store: ModelStore, source: Path
) -> None:
    assert store.import_folder(source.rename(source.with_name("small"))).name == "small-2"


@pytest.mark.parametrize("name", ["demo", "tiny", "mine"])
def test_a_name_that_is_taken_is_refused(store: ModelStore, source: Path, name: str) -> None:
    store.import_folder(source, "mine")
    with pytest.raises(ModelError, match="is taken"):
        store.import_folder(source, name)


@pytest.mark.parametrize("name", ["../out", ".hidden", "a/b", "x" * 61, " ", "nul\0"])
def test_a_name_that_is_no_folder_is_refused(store: ModelStore, source: Path, name: str) -> None:
    with pytest.raises(ModelError, match="cannot be the name"):
        store.import_folder(source, name)


def test_stopped_it_leaves_nothing(store: ModelStore, folder: Path, source: Path) -> None:
    cancellation, seen = Cancellation(), list[Progress]()

    def stop(progress: Progress) -> None:
        seen.append(progress)
        if progress.file == "vocabulary.json":
            cancellation.cancel()

    with pytest.raises(DownloadCanceledError, match="Nothing of it is kept"):
        store.import_folder(source, "mine", stop, cancellation)
    assert is_clean(folder)
    assert seen[-1].total == sum(map(len, demo_files().values()))
    assert store.import_folder(source, "mine").name == "mine"


def test_an_import_of_the_same_name_goes_first(store: ModelStore, folder: Path, source: Path) -> None:
    folder.mkdir()
    other = FileLock(folder / ".mine.lock")
    assert other.acquire()
    (folder / ".mine.import").mkdir()
    with pytest.raises(DownloadBusyError):
        store.import_folder(source, "mine")
    assert (folder / ".mine.import").exists()
    other.release()


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path, source: Path) -> None:
    (tmp_path / "models").write_text("a file in the way")
    with pytest.raises(DownloadError, match="cannot be used"):
        make_store(tmp_path / "models", NOWHERE).import_folder(source, "mine")


KILLED = """
import os, signal, sys
from pathlib import Path
from v2m_desktop.models.disk import Disk
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.atomic_file import sync_folder, write_atomically
from v2m_desktop.storage.file_lock import FileLock

folder, source, left = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])

def sync(path):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    sync_folder(path)

ModelStore(folder, Disk(FileLock, write_atomically, sync)).import_folder(source, "mine")
"""
"""Kills itself when a folder is made lasting for the n-th time: after each file, and after the rename."""


@pytest.mark.parametrize("step", range(1, len(FILES) + 2))
def test_killed_at_any_step_it_is_whole_or_not_there(
    store: ModelStore, folder: Path, source: Path, step: int
) -> None:
    command = [sys.executable, "-c", KILLED, str(folder), str(source), str(step)]
    assert subprocess.run(command, check=False, timeout=300).returncode == -signal.SIGKILL
    whole = step > len(FILES)
    assert (folder / "mine").exists() is whole
    assert (folder / ".mine.import").exists() is not whole
    model = store.import_folder(source)  # another name: the rest is tidied up all the same
    assert contents(model.folder) == demo_files()
    assert not (folder / ".mine.import").exists()
    assert not whole or (folder / "mine" / MANIFEST).exists()


def test_the_embedded_model_itself_can_be_imported(store: ModelStore) -> None:
    assert store.import_folder(resource("models/demo")).name == "demo-2"
