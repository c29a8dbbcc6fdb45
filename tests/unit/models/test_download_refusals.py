"""What stands in the way of a download is said in one sentence, and nobody is sent astray."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub, contents
from tests.unit.models.conftest import QUICK, make_store
from v2m_desktop.core.errors import (
    DownloadBusyError,
    DownloadCanceledError,
    DownloadRoomError,
    HubAnswerError,
    HubTrustError,
    HubUnreachableError,
    UnknownModelError,
)
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.file_lock import FileLock

HALF = 2_000_000
MODEL = "model.bin"


HALF = 2_000_000
MODEL = "model.bin"


def break_off(store: ModelStore, hub: ScriptedHub) -> None:
    """Leave the first bytes of the model behind."""
    hub.plan(MODEL, does.cut(HALF), does.status(404))
    with pytest.raises(HubAnswerError):
        store.pull("tiny")


def test_too_little_space_is_said_before_the_first_byte(hub: ScriptedHub, folder: Path) -> None:
    total = sum(map(len, hub.files.values()))
    needed = int(total * 1.1) + 200_000_000
    with pytest.raises(DownloadRoomError, match=f"needs {needed // 1_000_000} MB of free space"):
        make_store(folder, hub.address, free=lambda _: needed - 1).pull("tiny")
    assert {request.file for request in hub.requests} == {"api"}
    make_store(folder, hub.address, free=lambda _: needed).pull("tiny")


def test_an_unknown_model_names_those_there_are(store: ModelStore, hub: ScriptedHub) -> None:
    with pytest.raises(UnknownModelError, match="tiny, base, small, medium"):
        store.pull("gigantic")
    assert hub.requests == []


def test_no_network_is_said(folder: Path) -> None:
    with ScriptedHub() as gone:
        address = gone.address
    with pytest.raises(HubUnreachableError, match="cannot be reached"):
        make_store(folder, address).pull("tiny")


def test_a_certificate_that_is_none_is_said(hub: ScriptedHub, folder: Path) -> None:
    with pytest.raises(HubTrustError, match="cannot be trusted"):
        make_store(folder, hub.address.replace("http:", "https:")).pull("tiny")


def test_a_proxy_that_refuses_is_said(
    hub: ScriptedHub, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("ALL_PROXY", "NO_PROXY", "HTTP_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    monkeypatch.setenv("https_proxy", hub.address)  # it does not know CONNECT
    with pytest.raises(HubTrustError, match="proxy does not let this computer reach hub"):
        make_store(folder, "https://hub.invalid").pull("tiny")


def test_an_unprotected_hub_elsewhere_is_refused(folder: Path) -> None:
    with pytest.raises(HubTrustError, match="https addresses only"):
        make_store(folder, "http://hub.invalid").pull("tiny")


def test_a_redirect_on_the_way_is_followed_with_the_range(
    store: ModelStore, hub: ScriptedHub, folder: Path
) -> None:
    break_off(store, hub)
    with ScriptedHub() as other:
        hub.plan(MODEL, does.redirect(f"{other.address}/storage/model.bin"))
        assert contents(store.pull("tiny").folder) == hub.files
        assert other.asked(MODEL)[0].headers["range"] == f"bytes={HALF}-"


@pytest.mark.parametrize("address", ["http://storage.invalid/model.bin", "ftp://127.0.0.1/model.bin"])
def test_a_redirect_to_an_unprotected_address_is_refused(
    store: ModelStore, hub: ScriptedHub, address: str
) -> None:
    hub.plan(MODEL, does.redirect(address))
    with pytest.raises(HubTrustError, match="https addresses only"):
        store.pull("tiny")


def test_redirects_in_a_circle_end(store: ModelStore, hub: ScriptedHub) -> None:
    hub.plan(MODEL, *[does.redirect("/x/model.bin")] * 10)
    with pytest.raises(HubAnswerError, match="from address to address"):
        store.pull("tiny")


@pytest.mark.parametrize("content", [b"<html>Log in</html>", b"{}", b"[]", b'{"sha": 1, "siblings": []}'])
def test_a_description_that_is_none_is_said(store: ModelStore, hub: ScriptedHub, content: bytes) -> None:
    hub.plan("api", does.page(content))
    with pytest.raises(HubAnswerError, match="no usable description"):
        store.pull("tiny")


def test_a_repository_without_a_tokenizer_is_refused(store: ModelStore, hub: ScriptedHub) -> None:
    del hub.files["tokenizer.json"]
    with pytest.raises(HubAnswerError, match=r"lacks tokenizer\.json"):
        store.pull("tiny")


def test_a_model_that_is_gone_from_the_hub_is_said(store: ModelStore, hub: ScriptedHub) -> None:
    hub.plan("api", does.status(404))
    with pytest.raises(HubAnswerError, match="status 404"):
        store.pull("tiny")


def test_two_downloaders_do_not_meet(store: ModelStore, hub: ScriptedHub, folder: Path) -> None:
    folder.mkdir()
    other = FileLock(folder / ".tiny.lock")
    assert other.acquire()
    with pytest.raises(DownloadBusyError, match="is being downloaded"):
        store.pull("tiny")
    other.release()
    store.pull("tiny")


def test_canceling_ends_even_a_silent_connection(hub: ScriptedHub, folder: Path) -> None:
    patient = make_store(folder, hub.address, patience=type(QUICK)(stall_seconds=100.0))
    hub.plan(MODEL, does.stall(HALF))
    cancellation = Cancellation()

    def cancel() -> None:
        hub.silent.wait(30)
        cancellation.cancel()

    canceler = threading.Thread(target=cancel)
    canceler.start()
    with pytest.raises(DownloadCanceledError, match="What arrived is kept"):
        patient.pull("tiny", cancellation=cancellation)
    canceler.join()
    assert (folder / ".tiny.download" / "model.bin.partial").exists()
    assert contents(patient.pull("tiny").folder) == hub.files


def test_progress_counts_up_to_the_whole(store: ModelStore, hub: ScriptedHub) -> None:
    seen: list[Progress] = []
    hub.plan(MODEL, does.cut(HALF))
    store.pull("tiny", seen.append)
    total = sum(map(len, hub.files.values()))
    assert {progress.total for progress in seen} == {total}
    assert seen[-1].done == total
    assert all(0 <= progress.done <= total for progress in seen)
