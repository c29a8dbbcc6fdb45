"""Whatever becomes of a model that is chosen, there is one to dictate with as long as one works."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.app.choices_desk import Desk, Wait
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState


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
