"""What becomes of models that come and go while the app runs, with a real store, hub and folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tools import scripted_hub as does
from tests.tools.scripted_hub import ScriptedHub
from tests.tools.speeds import speed
from v2m_desktop.app.measured_speed import SPEED, save_speed, this_machine
from v2m_desktop.app.model_store import HUB_VARIABLE, make_model_store
from v2m_desktop.app.own_models import OwnModels
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import Settings
from v2m_desktop.storage.paths import Paths
from v2m_desktop.ui.models.view import RowState
from v2m_desktop.ui.translation import install_translation

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Choices(QObject):
    """Notes what is asked of the real ones."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[str] = []
        self.lists = 0

    @Slot(str)
    def choose_model(self, name: str) -> None:
        self.chosen.append(name)

    @Slot()
    def list_models(self) -> None:
        self.lists += 1


class Notices:
    def __init__(self) -> None:
        self.told: list[str] = []

    def tell(self, error: V2mError) -> None:
        self.told.append(error.message)


class Desk(QObject):
    """As much of a runtime as models need."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.paths = Paths.under(folder)
        assert self.paths.prepare() == ()
        self.settings = Settings()
        self.choices, self.notices = Choices(), Notices()
        self.controller = SimpleNamespace(needs_model=lambda: False)
        save_speed(self.paths.data / SPEED, this_machine(), speed(0.2))  # nothing is left to measure
        self.presenter = SimpleNamespace(facts=SimpleNamespace(model_state=ModelState.READY))
        self.models = OwnModels(self)  # type: ignore[arg-type]

    def use(self, model: str, state: ModelState = ModelState.READY) -> None:
        """As if the settings named it."""
        recognition = self.settings.recognition.model_copy(update={"model": model})
        self.settings = self.settings.model_copy(update={"recognition": recognition})
        self.presenter.facts.model_state = state
        self.models.chosen()


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[ScriptedHub]:
    with ScriptedHub() as running:
        monkeypatch.setenv(HUB_VARIABLE, running.address)
        yield running


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, hub: ScriptedHub) -> Iterator[Desk]:
    install_translation(qapp, "en")
    made = Desk(tmp_path)
    yield made
    made.models.close()
    for each in (made.choices, made):
        shiboken6.delete(each)


def pull(desk: Desk, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(desk.models.downloads.installed, timeout=20_000):
        desk.models.downloads.pull(name)


def test_the_first_model_that_understands_people_is_used_at_once(desk: Desk, qtbot: QtBot) -> None:
    pull(desk, qtbot, "tiny")
    assert desk.choices.chosen == ["tiny"]


def test_another_model_waits_until_it_is_chosen(desk: Desk, qtbot: QtBot) -> None:
    desk.use("mine")
    pull(desk, qtbot, "tiny")
    assert desk.choices.chosen == []
    assert desk.choices.lists >= 1


def test_a_model_that_was_chosen_before_it_was_here_is_used_when_it_comes(desk: Desk, qtbot: QtBot) -> None:
    desk.use("mine")
    assert desk.models.offer("tiny")
    pull(desk, qtbot, "tiny")
    assert desk.choices.chosen == ["tiny"]


def test_unless_another_one_was_chosen_meanwhile(desk: Desk, qtbot: QtBot) -> None:
    desk.use("mine")
    assert desk.models.offer("tiny")
    desk.use("yours")
    pull(desk, qtbot, "tiny")
    assert desk.choices.chosen == []


def test_the_model_of_the_settings_is_used_when_it_comes(desk: Desk, qtbot: QtBot) -> None:
    desk.use("tiny", ModelState.FAILED)
    pull(desk, qtbot, "tiny")
    assert desk.choices.chosen == ["tiny"]


def test_the_speed_that_was_measured_is_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.models.open()
    window = desk.models.window.window
    assert window is not None
    qtbot.waitUntil(lambda: "small" in window.cards and "for a sentence" in window.cards["small"].fit.text())
    assert window.measuring.isHidden()


def test_a_model_that_failed_is_not_called_in_use_and_can_be_removed(desk: Desk, qtbot: QtBot) -> None:
    make_model_store(desk.paths).import_folder(resource("models/demo"), "mine")
    desk.use("mine")
    desk.models.open()
    window = desk.models.window.window
    assert window is not None
    qtbot.waitUntil(lambda: "mine" in window.cards)
    card = window.cards["mine"]
    assert card.row.state is RowState.IN_USE
    desk.presenter.facts.model_state = ModelState.FAILED
    desk.models.refresh()
    assert (card.row.state, card.main.text()) == (RowState.INSTALLED, "Use")
    window.remove_requested.emit("mine")
    qtbot.waitUntil(lambda: "mine" not in window.cards)


def test_models_that_come_by_the_command_line_are_listed(desk: Desk, qtbot: QtBot) -> None:
    make_model_store(desk.paths).import_folder(resource("models/demo"), "mine")
    qtbot.waitUntil(lambda: desk.choices.lists > 0, timeout=10_000)
    assert desk.choices.chosen == []


def test_models_are_offered_at_the_first_start_only(desk: Desk, qtbot: QtBot) -> None:
    desk.models.welcome()
    qtbot.waitUntil(lambda: desk.models.window.window is not None)
    window = desk.models.window.window
    assert window is not None
    assert window.leave.text() == "&Later"
    window.close()
    desk.models.welcome()
    with qtbot.waitSignal(desk.models.window.looked, timeout=500, raising=False) as looked:
        pass
    assert not looked.signal_triggered
    assert not window.isVisible()


@pytest.mark.expects_log("status 404")
def test_a_download_that_fails_behind_a_closed_window_is_told(
    desk: Desk, qtbot: QtBot, hub: ScriptedHub
) -> None:
    hub.plan("api", does.status(404), does.status(404))
    desk.models.open()
    window = desk.models.window.window
    assert window is not None
    fail(desk, qtbot, "tiny")
    assert desk.notices.told == [], "its row says so"
    window.close()
    fail(desk, qtbot, "tiny")
    assert len(desk.notices.told) == 1
    assert "status 404" in desk.notices.told[0]


def fail(desk: Desk, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(desk.models.downloads.failed, timeout=20_000):
        desk.models.downloads.pull(name)
