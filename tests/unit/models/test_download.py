"""A download survives what networks do, and nothing damaged is ever used."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest

from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import Behavior, ScriptedHub, contents
from tests.unit.models.conftest import QUICK
from v2m_desktop.core.errors import (
    DownloadDamagedError,
    DownloadError,
    DownloadLengthError,
    DownloadStalledError,
    HubAnswerError,
    ModelError,
)
from v2m_desktop.models.manifest import read_manifest
from v2m_desktop.models.registry import list_models, resolve
from v2m_desktop.models.store import ModelStore

HALF = 2_000_000
MODEL = "model.bin"


def ranges(hub: ScriptedHub) -> list[str]:
    return [request.headers.get("range", "") for request in hub.asked(MODEL)]


def nothing_is_installed(folder: Path) -> bool:
    return [model.name for model in list_models(folder)] == ["demo"]


def partial(folder: Path) -> Path:
    return folder / ".tiny.download" / "model.bin.partial"


def break_off(store: ModelStore, hub: ScriptedHub, after: int = HALF) -> None:
    """Leave `after` bytes of the model behind."""
    hub.plan(MODEL, does.cut(after), does.status(404))
    with pytest.raises(HubAnswerError):
        store.pull("tiny")
    hub.requests.clear()


def test_a_model_arrives_with_a_manifest_of_where_it_came_from(store: ModelStore, hub: ScriptedHub) -> None:
    model = store.pull("tiny")
    assert contents(model.folder) == hub.files
    manifest = read_manifest(model.folder)
    assert manifest is not None
    assert manifest == model.manifest
    assert (manifest.name, manifest.revision, manifest.hub) == ("tiny", hub.revision, hub.address)
    assert manifest.repository == "Systran/faster-whisper-tiny"
    assert {file.path: (file.size, file.sha256) for file in manifest.files} == {
        name: (len(content), hashlib.sha256(content).hexdigest()) for name, content in hub.files.items()
    }
    assert manifest.translates
    assert "es" in manifest.languages


def test_a_downloaded_model_can_be_chosen_at_once(store: ModelStore, folder: Path) -> None:
    store.pull("tiny")
    assert resolve("tiny", folder).folder == folder / "tiny"
    assert sorted(path.name for path in folder.iterdir()) == [".tiny.lock", "tiny"]


def test_the_same_revision_is_not_fetched_twice(store: ModelStore, hub: ScriptedHub) -> None:
    store.pull("tiny")
    hub.requests.clear()
    store.pull("tiny")
    assert [request.file for request in hub.requests] == ["api"]


def test_files_are_asked_for_as_they_are_and_at_the_revision(store: ModelStore, hub: ScriptedHub) -> None:
    store.pull("tiny")
    assert {request.headers["accept-encoding"] for request in hub.requests} == {"identity"}
    assert not any("authorization" in request.headers for request in hub.requests)
    assert {request.file for request in hub.requests} == {"api", *hub.files}  # and no evil.sh


def test_a_connection_that_breaks_is_continued(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan(MODEL, does.cut(HALF), does.cut(1_000_000))
    store.pull("tiny")
    assert ranges(hub) == ["", f"bytes={HALF}-", f"bytes={HALF + 1_000_000}-"]
    assert hub.asked(MODEL)[1].headers["if-range"] == hub.etag(hub.files[MODEL])
    assert contents(folder / "tiny") == hub.files


def test_tries_that_bring_bytes_do_not_count(store: ModelStore, hub: ScriptedHub) -> None:
    hub.plan(MODEL, *[does.cut(400_000)] * (3 * QUICK.tries))
    assert contents(store.pull("tiny").folder) == hub.files


def test_a_server_without_etags_is_continued_too(store: ModelStore, hub: ScriptedHub) -> None:
    hub.etags = False
    hub.plan(MODEL, does.cut(HALF))
    store.pull("tiny")
    assert ranges(hub) == ["", f"bytes={HALF}-"]
    assert "if-range" not in hub.asked(MODEL)[1].headers


def test_the_next_call_goes_on_where_the_last_one_ended(store: ModelStore, hub: ScriptedHub) -> None:
    break_off(store, hub)
    assert contents(store.pull("tiny").folder) == hub.files
    assert ranges(hub) == [f"bytes={HALF}-"]
    assert hub.asked("tokenizer.json") == []  # it had arrived


@pytest.mark.parametrize(
    "behavior",
    [
        does.ignore_range,
        does.wrong_range(-1),
        does.wrong_range(1),
        does.other_etag,
        does.status(416),
        does.status(503),
        does.status(429),
    ],
    ids=["200 for 206", "range too early", "range too late", "other etag", "416", "503", "429"],
)
def test_an_odd_answer_to_a_range_never_mixes_bytes(
    store: ModelStore, hub: ScriptedHub, behavior: Behavior
) -> None:
    break_off(store, hub)
    hub.plan(MODEL, behavior)
    assert contents(store.pull("tiny").folder) == hub.files


def test_a_new_version_on_the_server_starts_anew(store: ModelStore, hub: ScriptedHub) -> None:
    break_off(store, hub)
    hub.files["model.bin"] = hub.files["model.bin"][:-2] + b"\0\0"
    hub.revision = "f" * 40
    model = store.pull("tiny")
    assert ranges(hub) == [""]
    assert contents(model.folder) == hub.files


def test_a_partial_that_lost_its_note_starts_anew(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    break_off(store, hub)
    (folder / ".tiny.download" / "model.bin.partial.json").write_text("{nonsense")
    assert contents(store.pull("tiny").folder) == hub.files
    assert ranges(hub) == [""]


def test_a_partial_that_grew_too_long_starts_anew(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    break_off(store, hub)
    with partial(folder).open("ab") as file:
        file.write(b"\0" * 5_000_000)
    assert contents(store.pull("tiny").folder) == hub.files


def test_too_many_bytes_are_refused(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan(MODEL, does.unannounced(lambda content: content + b"more"))
    with pytest.raises(DownloadLengthError, match=r"more than the 4794195 bytes of the file model\.bin"):
        store.pull("tiny")
    assert nothing_is_installed(folder)
    assert not partial(folder).exists()


def test_too_few_bytes_are_refused_and_kept(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan(MODEL, *[does.unannounced(lambda content: content[:HALF])] * (QUICK.tries + 1))
    with pytest.raises(DownloadLengthError, match=f"should have 4794195 bytes, but the server sent {HALF}"):
        store.pull("tiny")
    assert nothing_is_installed(folder)
    assert partial(folder).stat().st_size == HALF


def test_a_wrong_announced_length_costs_nothing_that_is_there(
    store: ModelStore, hub: ScriptedHub, folder: Path
) -> None:
    break_off(store, hub)
    hub.plan(MODEL, does.announce(17))
    with pytest.raises(DownloadLengthError, match="the server sent 17"):
        store.pull("tiny")
    assert partial(folder).stat().st_size == HALF


def test_silence_is_waited_for_then_tried_again(store: ModelStore, hub: ScriptedHub) -> None:
    hub.plan(MODEL, does.stall(HALF))
    assert contents(store.pull("tiny").folder) == hub.files
    assert ranges(hub) == ["", f"bytes={HALF}-"]


def test_lasting_silence_is_said(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan(MODEL, does.stall(HALF), *[does.stall(0)] * QUICK.tries)
    with pytest.raises(DownloadStalledError, match="sent nothing"):
        store.pull("tiny")
    assert partial(folder).stat().st_size == HALF


@pytest.mark.parametrize("position", [0, 1_234_567, 4_794_194])
def test_a_flipped_bit_is_refused_and_set_aside(
    store: ModelStore, hub: ScriptedHub, folder: Path, position: int
) -> None:
    hub.plan(MODEL, does.flip(position))
    with pytest.raises(DownloadDamagedError, match=r"model\.bin arrived damaged"):
        store.pull("tiny")
    assert nothing_is_installed(folder)
    assert (folder / ".tiny.download" / "model.bin.corrupt").is_file()
    assert contents(store.pull("tiny").folder) == hub.files


def test_a_flipped_bit_in_a_small_file_is_refused(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.plan("config.json", does.flip(5))
    with pytest.raises(DownloadDamagedError, match=r"config\.json"):
        store.pull("tiny")
    assert nothing_is_installed(folder)


def test_the_old_model_stays_in_use_until_the_new_one_is_right(
    store: ModelStore, hub: ScriptedHub, folder: Path
) -> None:
    store.pull("tiny")
    old = dict(hub.files)
    hub.files["model.bin"] = hub.files["model.bin"][:-1] + b"\1"
    hub.files["config.json"] += b" "
    hub.revision = "e" * 40
    hub.plan(MODEL, does.flip(99))
    with pytest.raises(DownloadDamagedError):
        store.pull("tiny")
    assert contents(resolve("tiny", folder).folder) == old


def test_a_newer_revision_takes_the_place_of_the_old_one(
    store: ModelStore, hub: ScriptedHub, folder: Path
) -> None:
    store.pull("tiny")
    hub.files["config.json"] += b" "
    hub.revision = "e" * 40
    model = store.pull("tiny")
    assert contents(model.folder) == hub.files
    assert model.manifest is not None
    assert model.manifest.revision == hub.revision
    assert sorted(path.name for path in folder.iterdir()) == [".tiny.lock", "tiny"]


def test_killed_between_the_renames_the_old_model_is_still_there(
    store: ModelStore, hub: ScriptedHub, folder: Path
) -> None:
    store.pull("tiny")
    (folder / "tiny").rename(folder / ".tiny.replaced")
    assert contents(resolve("tiny", folder).folder) == hub.files
    assert store.pull("tiny").folder == folder / "tiny"
    assert not (folder / ".tiny.replaced").exists()


def test_right_checksums_do_not_make_a_model(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    hub.files["model.bin"] = random.Random(7).randbytes(300_000)
    with pytest.raises(ModelError, match=r"model\.bin"):
        store.pull("tiny")
    assert nothing_is_installed(folder)


def test_a_folder_of_the_users_own_is_not_replaced(store: ModelStore, folder: Path) -> None:
    (folder / "tiny").mkdir(parents=True)
    (folder / "tiny" / "mine.txt").touch()
    with pytest.raises(DownloadError, match="was not made by this app"):
        store.pull("tiny")
    assert (folder / "tiny" / "mine.txt").exists()
