"""Downloads behind the model window, from a real hub on this machine: progress, stop, resume, trouble."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_S
from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub, contents, demo_files
from tests.unit.models.conftest import QUICK, make_store
from v2m_desktop.app.model_downloads import Job, Kind, ModelDownloads, Store
from v2m_desktop.core.errors import (
    DownloadDamagedError,
    DownloadRoomError,
    HubAnswerError,
    HubUnreachableError,
    ModelError,
    V2mError,
)
from v2m_desktop.core.resources import resource
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import InstalledModel

MODEL = "model.bin"
PATIENT = replace(QUICK, stall_seconds=60.0)
"""Waits for a silent hub until it is stopped."""


class Heard:
    """What downloads tell, in the order in which they tell it."""

    def __init__(self, downloads: ModelDownloads) -> None:
        self.installed, self.removed = list[str](), list[str]()
        self.failures, self.jobs = list[tuple[str, V2mError]](), list[dict[str, Job]]()
        self.threads = set[int]()
        downloads.installed.connect(self.installed.append)
        downloads.removed.connect(self.removed.append)
        downloads.failed.connect(lambda name, error: self.failures.append((name, error)))
        downloads.changed.connect(lambda: self._note(downloads))

    def _note(self, downloads: ModelDownloads) -> None:
        self.jobs.append(dict(downloads.jobs))
        self.threads.add(threading.get_ident())

    def progress(self, name: str) -> list[Progress]:
        found = [jobs[name].progress for jobs in self.jobs if name in jobs]
        return [progress for progress in found if progress is not None]


@pytest.fixture
def hub() -> Iterator[ScriptedHub]:
    with ScriptedHub() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def downloads(hub: ScriptedHub, folder: Path, qtbot: QtBot) -> Iterator[ModelDownloads]:
    made = ModelDownloads(make_store(folder, hub.address, PATIENT))
    yield made
    made.close()


@pytest.fixture
def heard(downloads: ModelDownloads) -> Heard:
    return Heard(downloads)


@pytest.fixture
def until_idle(qtbot: QtBot, downloads: ModelDownloads) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not downloads.jobs, timeout=20_000)


def test_a_model_is_downloaded_while_the_window_goes_on(
    downloads: ModelDownloads, heard: Heard, hub: ScriptedHub, folder: Path, until_idle: Callable[[], None]
) -> None:
    downloads.pull("tiny")
    assert downloads.jobs["tiny"] == Job(Kind.DOWNLOAD, cancellation=downloads.jobs["tiny"].cancellation)
    until_idle()
    assert heard.installed == ["tiny"]
    assert contents(folder / "tiny") == hub.files
    assert heard.threads == {threading.get_ident()}
    seen = heard.progress("tiny")
    assert {progress.total for progress in seen} == {sum(map(len, hub.files.values()))}
    assert seen[-1].done == seen[-1].total
    assert heard.jobs[-1] == {}


def test_stopped_it_keeps_what_arrived_and_resumes_to_the_same_model(
    downloads: ModelDownloads,
    heard: Heard,
    hub: ScriptedHub,
    folder: Path,
    qtbot: QtBot,
    until_idle: Callable[[], None],
) -> None:
    hub.plan(MODEL, does.stall(2_000_000))
    downloads.pull("tiny")
    arrived = folder / ".tiny.download" / "model.bin.partial"
    qtbot.waitUntil(lambda: arrived.exists() and arrived.stat().st_size == 2_000_000, timeout=20_000)
    downloads.cancel("tiny")
    assert downloads.jobs["tiny"].stopping
    until_idle()
    assert (heard.failures, heard.installed) == ([], [])
    assert downloads.partial("tiny") >= 2_000_000
    downloads.pull("tiny")
    until_idle()
    assert hub.asked(MODEL)[-1].headers["range"] == "bytes=2000000-"
    assert contents(folder / "tiny") == hub.files
    assert (heard.installed, downloads.partial("tiny")) == (["tiny"], 0)


def test_two_at_once_do_not_wait_for_each_other(
    downloads: ModelDownloads, heard: Heard, hub: ScriptedHub, qtbot: QtBot, until_idle: Callable[[], None]
) -> None:
    hub.plan(MODEL, does.stall(1_000_000))
    downloads.pull("tiny")
    qtbot.waitUntil(hub.silent.is_set, timeout=20_000)
    downloads.pull("base")
    qtbot.waitUntil(lambda: heard.installed == ["base"], timeout=20_000)
    assert list(downloads.jobs) == ["tiny"]
    downloads.cancel("tiny")
    until_idle()


def test_a_second_wish_for_the_same_model_changes_nothing(
    downloads: ModelDownloads, heard: Heard, hub: ScriptedHub, until_idle: Callable[[], None]
) -> None:
    downloads.pull("tiny")
    downloads.pull("tiny")
    downloads.remove("tiny")
    until_idle()
    assert (heard.installed, heard.removed, heard.failures) == (["tiny"], [], [])
    assert len(hub.asked(MODEL)) == 1


@pytest.mark.parametrize(
    ("plan", "error", "sentence"),
    [
        ((MODEL, does.flip(777)), DownloadDamagedError, "arrived damaged"),
        (("api", *[does.status(503)] * 3), HubUnreachableError, "overloaded"),
        (("api", does.page(b"<html>login")), HubAnswerError, "login page"),
    ],
)
def test_trouble_is_said_in_one_sentence(
    downloads: ModelDownloads,
    heard: Heard,
    hub: ScriptedHub,
    until_idle: Callable[[], None],
    plan: tuple[str, *tuple[does.Behavior, ...]],
    error: type[V2mError],
    sentence: str,
) -> None:
    hub.plan(*plan)
    downloads.pull("tiny")
    until_idle()
    ((name, said),) = heard.failures
    assert (name, type(said)) == ("tiny", error)
    assert sentence in said.message
    assert heard.installed == []
    downloads.pull("tiny")
    until_idle()
    assert heard.installed == ["tiny"]


def test_a_full_disk_is_said(hub: ScriptedHub, folder: Path, qtbot: QtBot) -> None:
    downloads = ModelDownloads(make_store(folder, hub.address, free=lambda _: 1000))
    with qtbot.waitSignal(downloads.failed) as failed:
        downloads.pull("small")
    assert isinstance(failed.args[1], DownloadRoomError)
    downloads.close()


def test_a_folder_is_imported_under_its_own_name(
    downloads: ModelDownloads, heard: Heard, folder: Path, tmp_path: Path, until_idle: Callable[[], None]
) -> None:
    source = tmp_path / "mine"
    shutil.copytree(resource("models/demo"), source)
    downloads.import_folder(str(source))
    assert downloads.jobs[str(source)].kind is Kind.IMPORT
    until_idle()
    assert heard.installed == ["mine"]
    assert contents(folder / "mine") == demo_files()
    downloads.import_folder(str(tmp_path))
    until_idle()
    ((name, error),) = heard.failures
    assert (name, "no whole model" in error.message) == (str(tmp_path), True)


def test_a_model_is_removed(
    downloads: ModelDownloads, heard: Heard, folder: Path, until_idle: Callable[[], None]
) -> None:
    downloads.pull("tiny")
    until_idle()
    downloads.remove("tiny")
    downloads.cancel("tiny")  # a removal cannot be stopped
    assert downloads.jobs["tiny"].kind is Kind.REMOVAL
    assert not downloads.jobs["tiny"].stopping
    until_idle()
    assert heard.removed == ["tiny"]
    assert not (folder / "tiny").exists()
    downloads.remove("demo")
    until_idle()
    assert "part of the app" in heard.failures[0][1].message


def test_the_end_of_the_app_waits_for_nothing(
    downloads: ModelDownloads, heard: Heard, hub: ScriptedHub, qtbot: QtBot
) -> None:
    hub.plan(MODEL, does.stall(1_000_000))
    downloads.pull("tiny")
    qtbot.waitUntil(lambda: downloads.partial("tiny") >= 1_000_000, timeout=20_000)
    threads = [thread for thread in threading.enumerate() if thread.name == "model download"]
    downloads.close()
    for thread in threads:
        thread.join(PATIENCE_S)
    qtbot.wait(50)
    assert threads
    assert not any(thread.is_alive() for thread in threads)
    assert (heard.installed, heard.failures) == ([], [])
    assert downloads.partial("tiny") >= 1_000_000
    downloads.pull("base")
    assert downloads.jobs == {}


class BrokenStore:
    """Fails in a way that nobody foresaw."""

    def pull(self, name: str, report: object, cancellation: object) -> InstalledModel:
        raise ZeroDivisionError

    def import_folder(self, source: Path, name: str, report: object, cancellation: object) -> InstalledModel:
        raise ZeroDivisionError

    def remove(self, name: str) -> None:
        raise ZeroDivisionError

    def bytes_kept(self, name: str) -> int:
        return 0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_foresaw_still_ends_the_job(qtbot: QtBot) -> None:
    downloads = ModelDownloads(BrokenStore())
    with qtbot.waitSignal(downloads.failed) as failed:
        downloads.pull("tiny")
    assert type(failed.args[1]) is ModelError
    assert downloads.jobs == {}
    downloads.close()


class SilentStore:
    """Implements Store as far as downloads go: something comes quickly, and then nothing any more."""

    def __init__(self, store: Store) -> None:
        self.import_folder, self.remove, self.bytes_kept = store.import_folder, store.remove, store.bytes_kept

    def pull(
        self, name: str, report: Callable[[Progress], None], cancellation: Cancellation | None
    ) -> InstalledModel:
        assert cancellation is not None
        report(Progress(MODEL, 3_000_000, 5_000_000, 62e6, 0.1))
        while True:
            cancellation.pause(60.0)


def test_a_hub_that_fell_silent_has_no_speed(hub: ScriptedHub, folder: Path, qtbot: QtBot) -> None:
    downloads = ModelDownloads(SilentStore(make_store(folder, hub.address, PATIENT)))
    downloads.quiet_seconds = 1.0
    heard = Heard(downloads)
    downloads.pull("tiny")
    qtbot.waitUntil(lambda: len(heard.progress("tiny")) > 1, timeout=20_000)
    first, last = heard.progress("tiny")[0], heard.progress("tiny")[-1]
    assert (first.bytes_per_second, first.seconds_left) == (62e6, 0.1)
    assert last == replace(first, bytes_per_second=None, seconds_left=None), "how much came is still told"
    downloads.cancel("tiny")
    qtbot.waitUntil(lambda: not downloads.jobs, timeout=20_000)
    downloads.close()
