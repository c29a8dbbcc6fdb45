"""Removing and looking at models; how far a download says it is; what disks do."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub
from tests.unit.models.conftest import make_store
from v2m_desktop.core.errors import (
    DownloadBusyError,
    DownloadError,
    DownloadRoomError,
    HubAnswerError,
    ModelError,
    ModelMissingError,
)
from v2m_desktop.models.catalog import DOWNLOADABLE, EMBEDDED
from v2m_desktop.models.download import disk_errors
from v2m_desktop.models.manifest import MANIFEST, Manifest, ManifestFile, read_manifest
from v2m_desktop.models.patience import Patience
from v2m_desktop.models.progress import Progress, ProgressMeter
from v2m_desktop.models.registry import find, list_models
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.file_lock import FileLock


def test_removing_leaves_nothing(store: ModelStore, folder: Path) -> None:
    store.pull("tiny")
    store.remove("tiny")
    assert [path.name for path in folder.iterdir()] == [".tiny.lock"]
    assert [model.name for model in list_models(folder)] == ["demo"]


def test_removing_takes_what_arrived_of_a_download(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan("model.bin", does.cut(1_000_000), does.status(404))
    with pytest.raises(HubAnswerError):
        store.pull("tiny")
    store.remove("tiny")
    assert [path.name for path in folder.iterdir()] == [".tiny.lock"]


def test_the_embedded_model_stays(store: ModelStore) -> None:
    with pytest.raises(ModelError, match="part of the app"):
        store.remove("demo")


@pytest.mark.parametrize("name", ["tiny", "../tiny", "", "."])
def test_what_is_not_there_cannot_be_removed(store: ModelStore, name: str) -> None:
    with pytest.raises(ModelMissingError, match="choose one of demo"):
        store.remove(name)


def test_a_folder_of_the_users_own_is_not_removed(store: ModelStore, folder: Path) -> None:
    (folder / "mine").mkdir(parents=True)
    (folder / "mine" / "model.bin").touch()
    with pytest.raises(ModelError, match="delete the folder"):
        store.remove("mine")
    assert (folder / "mine" / "model.bin").exists()


def test_what_is_being_downloaded_is_not_removed(store: ModelStore, folder: Path) -> None:
    store.pull("tiny")
    other = FileLock(folder / ".tiny.lock")
    assert other.acquire()
    with pytest.raises(DownloadBusyError):
        store.remove("tiny")
    other.release()


def test_a_model_that_was_moved_to_another_disk_stays_there(
    store: ModelStore, folder: Path, tmp_path: Path
) -> None:
    store.pull("tiny")
    (folder / "tiny").rename(tmp_path / "moved")
    (folder / "tiny").symlink_to(tmp_path / "moved")
    store.remove("tiny")
    assert (tmp_path / "moved" / "model.bin").exists()
    assert not (folder / "tiny").is_symlink()


def test_a_model_of_the_hub_is_found_with_its_manifest(store: ModelStore, folder: Path) -> None:
    store.pull("distil-small.en")
    model = find("distil-small.en", folder)
    assert model.languages == ("en",)
    assert model.manifest is not None
    assert model.manifest.size == sum(file.size for file in model.manifest.files)


def test_a_model_that_knows_nearly_all_languages_leaves_the_menu_its_usual_ones(
    store: ModelStore, folder: Path
) -> None:
    store.pull("tiny")
    model = find("tiny", folder)
    assert model.languages == ()
    assert model.manifest is not None
    assert len(model.manifest.languages) == 99


def test_a_manifest_reads_back_as_it_was_written(tmp_path: Path) -> None:
    odd = 'quotes " back \\ slash, ñ 音 🎤'
    manifest = Manifest(odd, "1", odd, odd, odd, ("en", "es"), False, None, (ManifestFile(odd, 3, "ab"),))
    (tmp_path / MANIFEST).write_text(manifest.to_toml(), encoding="utf-8")
    assert read_manifest(tmp_path) == manifest


@pytest.mark.parametrize("text", ["", "name = 1", "[source", 'name = "x"\nsource = 3', "\0"])
def test_a_manifest_that_is_none_counts_as_missing(text: str, tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text(text)
    assert read_manifest(tmp_path) is None


def test_the_catalog_is_consistent() -> None:
    names = [model.name for model in DOWNLOADABLE]
    assert len(set(names)) == len(names)
    assert not set(names) & {entry.name for entry in EMBEDDED}
    for model in DOWNLOADABLE:
        assert model.repository.count("/") == 1
        assert model.download_mb > 0
        assert not (model.translates and model.languages == ("en",))


def test_the_catalog_names_the_repositories_of_the_library() -> None:
    from faster_whisper.utils import _MODELS

    assert {model.name: model.repository for model in DOWNLOADABLE}.items() <= _MODELS.items()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_a_full_disk_is_said(code: int, tmp_path: Path) -> None:
    with pytest.raises(DownloadRoomError, match="is full"), disk_errors(tmp_path / "model.bin"):
        raise OSError(code, "no room")


def test_a_folder_that_cannot_be_written_is_said(hub: ScriptedHub, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file in the way")
    with pytest.raises(DownloadError, match="cannot be used"):
        make_store(tmp_path / "models", hub.address).pull("tiny")


def test_pauses_grow_up_to_a_bound() -> None:
    patience = Patience(first_pause_seconds=1.0, longest_pause_seconds=5.0)
    assert [patience.pause_after(failures) for failures in range(1, 6)] == [1.0, 2.0, 4.0, 5.0, 5.0]


def test_speed_and_time_left_are_those_of_the_last_seconds() -> None:
    now, seen = [0.0], list[Progress]()
    meter = ProgressMeter(1000, seen.append, lambda: now[0])
    for second in range(31):
        now[0] = float(second)
        meter.at("model.bin", second * (1 if second <= 15 else 20))
    assert seen[0].bytes_per_second is None
    assert seen[14].bytes_per_second == pytest.approx(1.0)
    assert seen[30].bytes_per_second == pytest.approx(20.0)
    assert seen[30].seconds_left == pytest.approx(20.0)


def test_a_restart_tells_no_speed_from_before_it() -> None:
    now, seen = [0.0], list[Progress]()
    meter = ProgressMeter(1000, seen.append, lambda: now[0])
    for now[0], done in ((0.0, 0), (1.0, 500), (2.0, 10), (3.0, 20)):
        meter.at("model.bin", done)
    assert [progress.bytes_per_second for progress in seen] == [None, 500.0, None, 10.0]
