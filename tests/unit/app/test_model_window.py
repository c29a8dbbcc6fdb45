"""What people do in the model window happens, with a real store, hub and window. The app is two callables."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.probes import HARMLESS
from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub, contents
from tests.unit.models.conftest import QUICK, make_store
from v2m_desktop.app.model_downloads import ModelDownloads
from v2m_desktop.app.model_window import Models
from v2m_desktop.core.errors import ModelError
from v2m_desktop.core.resources import resource
from v2m_desktop.models.fit import MachineSize
from v2m_desktop.ui.models.card import ModelCard
from v2m_desktop.ui.models.view import RowState
from v2m_desktop.ui.models.window import ModelWindow
from v2m_desktop.ui.translation import install_translation

GIB = 1024**3
PATIENT = replace(QUICK, stall_seconds=60.0)
"""Waits for a silent hub until it is stopped."""
pytestmark = pytest.mark.qt_log_ignore(HARMLESS, extend=True)


class App:
    """As much of the app as the window needs: it uses what is chosen."""

    def __init__(self) -> None:
        self.model = "demo"
        self.chosen: list[str] = []

    def current(self) -> str:
        return self.model

    def choose(self, name: str) -> None:
        self.chosen.append(name)
        self.model = name

    def machine(self) -> MachineSize:
        return MachineSize(16 * GIB, 12 * GIB, 8)


@pytest.fixture
def hub() -> Iterator[ScriptedHub]:
    with ScriptedHub() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def app() -> App:
    return App()


@pytest.fixture
def models(hub: ScriptedHub, folder: Path, app: App, qapp: QApplication, qtbot: QtBot) -> Iterator[Models]:
    install_translation(qapp, "en")
    downloads = ModelDownloads(make_store(folder, hub.address, PATIENT))
    made = Models(downloads, folder, app.machine, app.current, app.choose)
    yield made
    made.close()
    made.deleteLater()


def opened(models: Models, qtbot: QtBot) -> ModelWindow:
    models.open()
    window = models.window
    assert window is not None
    qtbot.waitUntil(lambda: "demo" in window.cards)
    return window


def wait_for(qtbot: QtBot, window: ModelWindow, name: str, *states: RowState) -> ModelCard:
    qtbot.waitUntil(lambda: name in window.cards and window.cards[name].row.state in states, timeout=20_000)
    return window.cards[name]


def test_a_model_is_downloaded_used_and_removed(
    models: Models, app: App, qtbot: QtBot, hub: ScriptedHub, folder: Path
) -> None:
    window = opened(models, qtbot)
    assert window.title.text() == "Get a model that understands you"
    window.cards["tiny"].main.click()
    card = wait_for(qtbot, window, "tiny", RowState.INSTALLED)
    assert contents(folder / "tiny") == hub.files
    assert window.title.text() == "Models"
    card.main.click()
    assert app.chosen == ["tiny"]
    assert card.badge.text() == "In use"
    window.remove_requested.emit("tiny")
    assert card.error.text() == "The model tiny is in use. Choose another one first."
    window.cards["demo"].main.click()
    assert (card.badge.text(), card.main.text()) == ("", "Use")
    window.remove_requested.emit("tiny")
    assert wait_for(qtbot, window, "tiny", RowState.AVAILABLE).error.text() == ""
    assert not (folder / "tiny").exists()


def test_a_row_never_offers_what_has_just_arrived(models: Models, qtbot: QtBot) -> None:
    window = opened(models, qtbot)
    states: list[RowState] = []
    window.cards["tiny"].main.click()
    qtbot.waitUntil(
        lambda: states.append(window.cards["tiny"].row.state) or states[-1] is RowState.INSTALLED,  # type: ignore[func-returns-value]
        timeout=20_000,
    )
    assert set(states) == {RowState.DOWNLOADING, RowState.INSTALLED}


def test_a_download_is_stopped_and_goes_on(
    models: Models, qtbot: QtBot, hub: ScriptedHub, folder: Path
) -> None:
    hub.plan("model.bin", does.stall(2_000_000))
    window = opened(models, qtbot)
    card, partial = window.cards["tiny"], folder / ".tiny.download" / "model.bin.partial"
    card.main.click()
    qtbot.waitUntil(lambda: partial.exists() and partial.stat().st_size == 2_000_000, timeout=20_000)
    card.main.click()
    assert wait_for(qtbot, window, "tiny", RowState.PARTIAL).main.text() == "Resume"
    assert card.row.kept >= 2_000_000
    card.main.click()
    wait_for(qtbot, window, "tiny", RowState.INSTALLED)
    assert hub.asked("model.bin")[-1].headers["range"] == "bytes=2000000-"


def test_trouble_stands_under_the_model_until_the_next_try(
    models: Models, qtbot: QtBot, hub: ScriptedHub
) -> None:
    hub.plan("model.bin", does.flip(777))
    window = opened(models, qtbot)
    card = window.cards["tiny"]
    card.main.click()
    qtbot.waitUntil(lambda: card.main.text() == "Try again", timeout=20_000)
    assert "arrived damaged" in card.error.text()
    card.main.click()
    assert card.error.text() == ""
    wait_for(qtbot, window, "tiny", RowState.INSTALLED)


def test_what_arrived_can_be_discarded(models: Models, qtbot: QtBot, hub: ScriptedHub, folder: Path) -> None:
    hub.plan("model.bin", does.cut(1_000_000), does.status(404))
    window = opened(models, qtbot)
    window.cards["tiny"].main.click()
    wait_for(qtbot, window, "tiny", RowState.PARTIAL)
    window.remove_requested.emit("tiny")
    wait_for(qtbot, window, "tiny", RowState.AVAILABLE)
    assert not (folder / ".tiny.download").exists()


def test_a_folder_is_imported_or_refused(models: Models, qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    window = opened(models, qtbot)
    source = tmp_path / "mine"
    shutil.copytree(resource("models/demo"), source)
    window.import_requested.emit(str(source))
    assert window.cards[str(source)].row.state is RowState.IMPORTING
    assert wait_for(qtbot, window, "mine", RowState.INSTALLED).row.removable
    qtbot.waitUntil(lambda: str(source) not in window.cards)
    window.import_requested.emit(str(tmp_path))
    qtbot.waitUntil(lambda: "holds no whole model" in window.notice.text())
    window.import_requested.emit(str(source))
    assert window.notice.text() == ""
    wait_for(qtbot, window, "mine-2", RowState.INSTALLED)


def test_with_the_demo_alone_the_first_start_offers_a_model(models: Models, qtbot: QtBot) -> None:
    models.offer_if_only_demo()
    qtbot.waitUntil(lambda: models.window is not None and models.window.isVisible())
    window = models.window
    assert window is not None
    assert window.leave.text() == "&Later"
    assert window.focusWidget() is window.cards["small"].main
    window.leave.click()
    assert not window.isVisible()


def test_who_has_a_model_is_offered_none(models: Models, qtbot: QtBot, folder: Path) -> None:
    shutil.copytree(resource("models/demo"), folder / "mine")
    with qtbot.waitSignal(models.looked):
        models.offer_if_only_demo()
    assert models.window is None


def test_a_model_that_is_not_here_is_offered(models: Models, qtbot: QtBot) -> None:
    models.offer("distil-large-v3")
    window = models.window
    assert window is not None
    qtbot.waitUntil(lambda: window.focusWidget() is window.cards["distil-large-v3"].main)
    assert "demo" in window.cards
    button = window.cards["distil-large-v3"].main
    assert button.visibleRegion().boundingRect() == button.rect()


def test_why_a_model_could_not_be_used_is_said_on_its_row(
    models: Models, app: App, qtbot: QtBot, folder: Path
) -> None:
    shutil.copytree(resource("models/demo"), folder / "mine")
    window = opened(models, qtbot)
    window.cards["mine"].main.click()
    app.model = "demo"
    models.tell("mine", ModelError("It is damaged."))
    assert window.cards["mine"].error.text() == "It is damaged."
    assert window.cards["demo"].row.state is RowState.IN_USE


def test_opening_it_again_brings_the_same_window(models: Models, qtbot: QtBot) -> None:
    window = opened(models, qtbot)
    window.close()
    models.open()
    assert models.window is window
    assert window.isVisible()


def test_it_ends_in_the_middle_of_a_download(models: Models, qtbot: QtBot, hub: ScriptedHub) -> None:
    hub.plan("model.bin", does.stall(1_000_000))
    window = opened(models, qtbot)
    window.cards["tiny"].main.click()
    qtbot.waitUntil(hub.silent.is_set, timeout=20_000)
    with qtbot.waitSignal(window.destroyed):
        models.close()
