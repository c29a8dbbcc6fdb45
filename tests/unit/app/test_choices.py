"""Picks and edits reach the settings file and everybody who obeys it. Only the neighbors are stand-ins."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from v2m_desktop.app import choices as choices_module
from v2m_desktop.app.choices import Choices
from v2m_desktop.app.errands import Errands
from v2m_desktop.app.notices import Notices
from v2m_desktop.app.presenter import Facts, Presenter
from v2m_desktop.core.errors import HotkeyError, PortAudioMissingError, RecognitionError, V2mError
from v2m_desktop.core.recognition import LoadedModel, ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import AppState, ModelState, Transcript
from v2m_desktop.core.settings import Hotkeys, Settings
from v2m_desktop.pipeline.state import State
from v2m_desktop.storage.paths import Paths
from v2m_desktop.ui.control_surface import ControlSurface


class IdleController(QObject):
    """What choices and presenter know of a controller."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state, self.transcript = State(), Transcript()
        self.language: str | None = None
        self.action = Action.RAW
        self.longest_take_seconds = 0.0


class Surface(ControlSurface):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def notify(self, sentence: str) -> None:
        self.told.append(sentence)


@dataclass
class Obeyed:
    """Notes what it is given; stands for capture, recognition, hotkeys, overlay and log."""

    settings: Any = None
    configured: list[Any] = field(default_factory=list)
    loads: list[ModelChoice] = field(default_factory=list)
    failures: list[V2mError] = field(default_factory=list)
    refusal: HotkeyError | None = None
    levels: list[str] = field(default_factory=list)
    remote: bool = False

    def configure(self, settings: object, *, rewriting: bool = False) -> HotkeyError | None:
        self.configured.append(settings)
        return self.refusal

    def apply(self, rules: object) -> None:
        self.configured.append(rules)

    def problem(self, key: str, error: V2mError | None) -> None:
        if error is not None:
            self.failures.append(error)

    def rewriting_changed(self) -> None:
        self.configured.append("rewriting")

    def microphone_changed(self) -> None:
        self.configured.append("microphone")

    def open_rewriting(self) -> None:
        self.configured.append("rewriting settings")

    def offer(self, name: str) -> bool:
        self.configured.append(name)
        return name == "small"

    def chosen(self) -> None:
        """Another model was chosen."""

    def tell(self, name: str, error: V2mError) -> None:
        self.failures.append(error)

    def wish(self, enabled: bool) -> None:
        self.configured.append(enabled)

    def load(self, choice: ModelChoice) -> None:
        self.loads.append(choice)

    def fail_load(self, error: V2mError) -> None:
        self.failures.append(error)

    def set_level(self, level: str) -> None:
        self.levels.append(level)

    def dismiss(self) -> None:
        self.configured.append("dismissed")


class Desk(QObject):
    """As much of a runtime as choices need."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.paths = Paths.under(folder)
        self.settings = Settings()
        self.controller, self.surface = IdleController(), Surface()
        self.presenter = Presenter(self.controller, Facts(self.settings), self)  # type: ignore[arg-type]
        self.notices = Notices(self.surface, self.presenter, self)
        self.errands = Errands(self)
        self.capture, self.recognition, self.hotkeys = Obeyed(), Obeyed(), Obeyed()
        self.delivery, self.overlay, self.log = Obeyed(), Obeyed(), Obeyed()
        self.memory, self.settings_window, self.models = Obeyed(), Obeyed(), Obeyed()
        self.rewriting, self.start_at_login = Obeyed(), Obeyed()
        self.diagnosis = SimpleNamespace(log_file=self.log)
        self.choices = Choices(self)  # type: ignore[arg-type]

    @property
    def file(self) -> dict[str, Any]:
        return tomllib.loads(self.paths.settings_file.read_text(encoding="utf-8"))

    def edit(self, text: str) -> None:
        """As careful editors do: a new file takes the place of the old one."""
        fresh = self.paths.settings_file.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(self.paths.settings_file)


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(tmp_path)
    made.paths.settings_file.parent.mkdir(parents=True, exist_ok=True)
    made.choices.apply()
    made.choices.watch.start()
    yield made
    made.errands.close()
    # Now and here: the garbage collector could run on the thread of an errand, where no QObject may end.
    for each in (made.controller, made.surface, made):
        shiboken6.delete(each)


Wait = Callable[[Callable[[], object]], None]


@pytest.fixture
def wait(qtbot: QtBot) -> Wait:
    return lambda condition: qtbot.waitUntil(lambda: bool(condition()), timeout=5000)


def test_a_picked_language_is_written_and_in_force(desk: Desk) -> None:
    desk.choices.choose_language("es")
    assert desk.file["recognition"]["language"] == "es"
    assert desk.controller.language == "es"
    assert desk.capture.configured == [desk.settings], "the recording's details name it"
    assert desk.recognition.loads == []
    desk.choices.choose_language("auto")
    assert desk.controller.language is None


def test_a_picked_microphone_is_written_and_in_force(desk: Desk) -> None:
    desk.choices.choose_microphone("USB")
    assert desk.file["microphone"]["device"] == "USB"
    assert desk.capture.configured[-1].microphone.device == "USB"
    assert desk.presenter.tray_view().microphone == "USB"


def test_a_picked_model_is_written_looked_up_elsewhere_and_loaded(desk: Desk, wait: Wait) -> None:
    desk.choices.choose_model("/no/such/model")
    assert desk.file["recognition"]["model"] == "/no/such/model"
    assert desk.presenter.facts.model_state is ModelState.LOADING
    wait(lambda: desk.recognition.failures)
    assert "/no/such/model" in desk.recognition.failures[0].message
    desk.choices.choose_model("demo")
    wait(lambda: desk.recognition.loads)
    assert desk.recognition.loads[0].name == "demo"
    assert desk.presenter.tray_view().languages == ("auto", "en", "es")


def in_memory(desk: Desk, name: str) -> None:
    """The recognizer says that the model which it was given last is ready."""
    loaded = LoadedModel(name, "cpu", "int8", multilingual=True, load_seconds=0.1)
    desk.presenter.know(model_state=ModelState.READY)
    desk.choices.on_model(ModelState.READY, loaded, None)


def working(desk: Desk, wait: Wait) -> None:
    """The demo model is in use."""
    desk.choices.load_model()
    wait(lambda: len(desk.recognition.loads) == 1)
    in_memory(desk, "demo")


def models_of_ones_own(desk: Desk, *names: str) -> None:
    desk.paths.models.mkdir(parents=True)
    for name in names:
        (desk.paths.models / name).symlink_to(resource("models/demo"))


Way = Callable[[Desk, str], None]


def edit_the_file(desk: Desk, model: str) -> None:
    desk.edit(f'[recognition]\nmodel = "{model}"\n')


@pytest.mark.expects_log("could not be used|no model named|does not exist")
@pytest.mark.parametrize("unloaded", [False, True])
@pytest.mark.parametrize(
    "way",
    [
        lambda desk, model: desk.choices.choose_model(model),
        lambda desk, model: desk.choices.change("recognition.model", model),
        edit_the_file,
    ],
    ids=["tray", "settings dialog", "file"],
)
def test_a_model_that_cannot_be_found_leaves_the_one_that_works_alone(
    desk: Desk, wait: Wait, way: Way, unloaded: bool
) -> None:
    working(desk, wait)
    if unloaded:
        desk.presenter.know(model_state=ModelState.UNLOADED)
        desk.choices.on_model(ModelState.UNLOADED, None, None)
    way(desk, "/no/such/model")
    wait(lambda: len(desk.recognition.loads) == 2)
    assert desk.file["recognition"]["model"] == "demo"
    assert {choice.name for choice in desk.recognition.loads} == {"demo"}
    assert desk.recognition.failures == [], "takes under way go on"
    assert any("so demo stays" in sentence for sentence in desk.surface.told)
    assert "/no/such/model" in desk.surface.told[-1], "and why"


@pytest.mark.expects_log("could not be used")
def test_a_model_that_cannot_be_loaded_gives_way_to_the_one_before_it(desk: Desk, wait: Wait) -> None:
    models_of_ones_own(desk, "mine")
    working(desk, wait)
    desk.choices.choose_model("mine")
    wait(lambda: len(desk.recognition.loads) == 2)
    error = RecognitionError("There is not enough memory.")
    desk.choices.on_model(ModelState.FAILED, None, error)
    assert desk.file["recognition"]["model"] == "demo"
    assert desk.models.failures == [error], "the model's row says why"
    wait(lambda: len(desk.recognition.loads) == 3)
    desk.choices.on_model(ModelState.FAILED, None, error)
    assert desk.settings.recognition.model == "demo", "once is enough"
    assert len(desk.surface.told) == 1


@pytest.mark.expects_log("could not be used")
def test_a_model_that_fails_while_another_is_chosen_does_not_undo_the_choice(desk: Desk, wait: Wait) -> None:
    models_of_ones_own(desk, "mine", "yours")
    working(desk, wait)
    desk.choices.choose_model("mine")
    wait(lambda: len(desk.recognition.loads) == 2)
    desk.choices.choose_model("yours")
    desk.choices.on_model(ModelState.FAILED, None, RecognitionError("There is not enough memory."))
    assert desk.settings.recognition.model == "yours"
    wait(lambda: len(desk.recognition.loads) == 3)
    in_memory(desk, "mine")  # on its way while "yours" was handed over
    desk.choices.on_model(ModelState.FAILED, None, RecognitionError("There is not enough memory."))
    assert desk.settings.recognition.model == "demo"


@pytest.mark.expects_log("could not be used|does not exist")
def test_a_model_that_is_still_being_loaded_stays_too(desk: Desk, wait: Wait) -> None:
    desk.choices.load_model()
    wait(lambda: len(desk.recognition.loads) == 1)
    desk.choices.choose_model("/no/such/model")
    wait(lambda: len(desk.recognition.loads) == 2)
    assert desk.settings.recognition.model == "demo"
    assert desk.recognition.failures == []


@pytest.mark.expects_log("could not be used|no model named|does not exist")
def test_models_that_are_all_gone_are_not_tried_in_turn_for_ever(desk: Desk, wait: Wait) -> None:
    models_of_ones_own(desk, "mine", "yours")
    desk.choices.choose_model("mine")
    wait(lambda: len(desk.recognition.loads) == 1)
    in_memory(desk, "mine")
    desk.choices.choose_model("yours")
    wait(lambda: len(desk.recognition.loads) == 2)
    for folder in desk.paths.models.iterdir():
        folder.unlink()
    desk.choices.choose_model("/no/such/model")
    wait(lambda: desk.recognition.failures)
    assert "mine" in desk.recognition.failures[0].message
    assert len(desk.recognition.loads) == 2
    assert len(desk.surface.told) == 4, "two that could not be used, and why"


@pytest.mark.expects_log("could not be used|no model named")
def test_a_model_that_fails_and_one_that_is_gone_are_not_tried_in_turn_for_ever(
    desk: Desk, wait: Wait
) -> None:
    models_of_ones_own(desk, "mine", "yours")
    desk.choices.choose_model("mine")
    wait(lambda: len(desk.recognition.loads) == 1)
    in_memory(desk, "mine")
    desk.choices.choose_model("yours")
    wait(lambda: len(desk.recognition.loads) == 2)
    (desk.paths.models / "mine").unlink()
    desk.choices.on_model(ModelState.FAILED, None, RecognitionError("There is not enough memory."))
    wait(lambda: desk.recognition.failures)
    assert len(desk.recognition.loads) == 2


def test_without_a_model_that_works_the_choice_stands(desk: Desk, wait: Wait) -> None:
    desk.choices.choose_model("/no/such/model")
    wait(lambda: desk.recognition.failures)
    desk.choices.on_model(ModelState.FAILED, None, desk.recognition.failures[0])
    assert desk.settings.recognition.model == "/no/such/model"


def test_a_model_that_failed_can_be_tried_once_more(desk: Desk, wait: Wait) -> None:
    desk.choices.load_model()
    wait(lambda: len(desk.recognition.loads) == 1)
    desk.presenter.know(model_state=ModelState.FAILED)
    desk.choices.choose_model("demo")
    wait(lambda: len(desk.recognition.loads) == 2)


def test_a_model_that_was_missed_is_loaded_when_it_comes(desk: Desk, wait: Wait) -> None:
    desk.choices.choose_model("small")
    wait(lambda: desk.recognition.failures)
    assert desk.models.configured == ["small"], "it is offered"
    desk.presenter.know(model_state=ModelState.FAILED)
    desk.choices.list_models()
    models_of_ones_own(desk, "small")
    desk.choices.list_models()
    wait(lambda: [choice.name for choice in desk.recognition.loads] == ["small"])


def test_an_action_nobody_carries_out_leads_to_who_could(desk: Desk) -> None:
    desk.choices.choose_action("refine")
    assert desk.settings_window.configured == ["rewriting", "rewriting settings"]
    assert str(desk.controller.action) == "raw"
    desk.choices.change("rewriting.provider", "ollama")
    assert str(desk.controller.action) == "refine"
    assert (desk.rewriting.remote, desk.presenter.tray_view().remote_host) == (False, None)
    desk.choices.change("rewriting.ollama_address", "https://ai.example.org")
    host = desk.presenter.tray_view().remote_host
    assert (desk.rewriting.remote, host) == (True, "ai.example.org")


@pytest.mark.parametrize(
    "address",
    ["not an address", "http://[::1", "http://:11434", "http://127.0.0.1:99999", "http://127.0.0.1:port"],
)
def test_a_value_that_cannot_be_used_is_refused_where_it_was_entered(desk: Desk, address: str) -> None:
    desk.choices.change("rewriting.provider", "ollama")
    desk.paths.settings_file.unlink()
    desk.choices.change("rewriting.ollama_address", address)
    assert "http://127.0.0.1:11434" in desk.settings_window.failures[0].message
    assert desk.settings.rewriting.ollama_address == "http://127.0.0.1:11434"
    assert not desk.paths.settings_file.exists()


@pytest.mark.expects_log("cannot be|room")
def test_a_pick_that_cannot_be_written_still_holds(desk: Desk) -> None:
    desk.paths.settings_file.mkdir()
    desk.choices.choose_language("es")
    assert desk.controller.language == "es"
    assert len(desk.surface.told) == 1


def test_an_edited_file_is_in_force_at_once(desk: Desk, wait: Wait) -> None:
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+d"\n[delivery]\nmethod = "copy"\n[logging]\nlevel = "DEBUG"\n')
    wait(lambda: desk.hotkeys.configured)
    assert desk.hotkeys.configured == [Hotkeys(dictate="ctrl+alt+d")]
    assert desk.delivery.settings.method == "copy"
    assert desk.log.levels == ["DEBUG"]
    desk.edit('[overlay]\nshown = false\n[voice]\nsensitivity = "high"\n[recognition]\nthreads = 1\n')
    wait(lambda: desk.recognition.loads)
    assert desk.capture.configured[-1].voice.sensitivity.value == "high"
    assert "dismissed" in desk.overlay.configured
    assert desk.recognition.loads[0].threads == 1


@pytest.mark.expects_log("cannot be")
def test_a_corrected_setting_ends_its_problem(desk: Desk, wait: Wait) -> None:
    desk.edit("[hotkeys]\nhold_ms = 5\n")
    wait(lambda: desk.presenter.app_state is AppState.PROBLEM)
    assert "hotkeys.hold_ms" in desk.presenter.problems[0]
    before = desk.settings
    desk.edit("[hotkeys\n")
    wait(lambda: "understood" in str(desk.presenter.problem))
    assert desk.paths.settings_file.exists()
    assert desk.settings == before
    desk.edit("[hotkeys]\nhold_ms = 400\n")
    wait(lambda: desk.presenter.app_state is AppState.IDLE)


@pytest.mark.expects_log("taken")
def test_a_hotkey_that_is_taken_is_a_problem_until_another_is_chosen(desk: Desk, wait: Wait) -> None:
    desk.hotkeys.refusal = HotkeyError("It is taken.")
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+d"\n')
    wait(lambda: desk.presenter.problem == "It is taken.")
    desk.hotkeys.refusal = None
    desk.edit('[hotkeys]\ndictate = "ctrl+alt+e"\n')
    wait(lambda: desk.presenter.problem is None)


@pytest.mark.expects_log("PortAudio")
def test_a_failed_search_for_microphones_is_told_and_replaces_nothing(
    desk: Desk, wait: Wait, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.notices.hold("other", PortAudioMissingError("PortAudio has another problem."))

    def fail() -> tuple[str, ...]:
        raise PortAudioMissingError("PortAudio is missing.")

    monkeypatch.setattr(choices_module, "microphone_names", fail)
    desk.choices.find_devices()
    wait(lambda: "PortAudio is missing." in desk.surface.told)
    assert len(desk.presenter.problems) == 2
    monkeypatch.setattr(choices_module, "microphone_names", lambda: ("A", "B", "A"))
    desk.choices.find_devices()
    wait(lambda: desk.presenter.tray_view().microphones == ("", "A", "B"))
    assert len(desk.presenter.problems) == 1
