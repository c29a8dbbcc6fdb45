"""A graphics card that ends the recognizer's process is given up, and not tried again at the next start."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.recognition.test_remote import DEMO, LOST, REQUEST, misbehaving
from v2m_desktop.core.errors import RecognitionError, StorageError
from v2m_desktop.core.recognition import LoadedModel, ModelChoice
from v2m_desktop.recognition.remote import RemoteRecognizer
from v2m_desktop.recognition.way_down import WayDown

GIVEN_UP = pytest.mark.expects_log("is given up for this model")
BOTH = "cuda/float16,cuda/int8_float16"


class Machine:
    """Starts recognizers, of which each knows what the one before remembered. `card` says what ends them."""

    def __init__(self) -> None:
        self.card = "card "
        self.driver: str | None = "550.1"
        self.file = ""
        self.started: list[RemoteRecognizer] = []

    def start(self) -> RemoteRecognizer:
        self.end()
        way_down = WayDown(lambda: self.file, self._save, lambda: self.driver)
        self.started.append(RemoteRecognizer(misbehaving(self.card), way_down=way_down))
        return self.started[-1]

    def rung(self, choice: ModelChoice = DEMO) -> str:
        """Where a new start begins."""
        return rung(self.start().load(choice))

    def end(self) -> None:
        for recognizer in self.started:
            recognizer.unload()

    def _save(self, text: str) -> None:
        self.file = text


def rung(model: LoadedModel | None) -> str:
    assert model is not None
    return f"{model.device}/{model.compute_type}"


@pytest.fixture
def machine() -> Iterator[Machine]:
    made = Machine()
    yield made
    made.end()


def test_a_card_that_works_is_used_and_nothing_is_written(machine: Machine) -> None:
    assert machine.rung() == "cuda/float16"
    assert machine.file == ""


@LOST
@GIVEN_UP
@pytest.mark.parametrize("when", ["in load", ""])
@pytest.mark.parametrize(
    ("deadly", "left", "sentence"),
    [("cuda/float16", "cuda/int8_float16", "as int8_float16"), (BOTH, "cpu/int8", "on the processor")],
)
def test_a_rung_that_ends_the_process_is_given_up_and_skipped_next_time(
    machine: Machine, deadly: str, left: str, sentence: str, when: str
) -> None:
    machine.card = f"card {deadly} {when}"
    recognizer = machine.start()
    recognizer.load(DEMO)
    assert recognizer.recognize(REQUEST).text.reveal() == "Hello world."
    model = recognizer.model
    assert rung(model) == left
    assert model is not None
    assert model.note is not None
    assert sentence in model.note.message
    assert machine.rung() == left
    assert machine.started[-1].recognize(REQUEST).text


@LOST
@GIVEN_UP
def test_a_new_driver_or_another_wish_begins_at_the_top_again(machine: Machine) -> None:
    def lose_the_card() -> None:
        machine.card = f"card {BOTH} in load"
        assert machine.rung() == "cpu/int8"
        machine.card = "card "
        assert machine.rung() == "cpu/int8"

    lose_the_card()
    machine.driver = "560.2"
    assert machine.rung() == "cuda/float16"

    lose_the_card()
    assert machine.rung(replace(DEMO, device="cpu")) == "cpu/int8"
    assert machine.rung() == "cuda/float16"

    lose_the_card()
    assert machine.rung(replace(DEMO, compute_type="float32")) == "cuda/float32"


@LOST
@pytest.mark.parametrize("choice", [DEMO, replace(DEMO, device="cpu")])
def test_a_machine_without_a_card_has_no_lower_rung(machine: Machine, choice: ModelChoice) -> None:
    machine.driver, machine.card = None, "abort in load"
    with pytest.raises(RecognitionError):
        machine.start().load(choice)
    assert machine.file == ""


@LOST
@GIVEN_UP
def test_a_model_that_ends_every_process_is_no_reason_to_give_up_the_card(machine: Machine) -> None:
    machine.card = f"card {BOTH},cpu/int8 in load"
    with pytest.raises(RecognitionError):
        machine.start().load(DEMO)
    assert machine.file == ""


STRANGE = (
    '{"x": {"driver": null, "device": "auto", "compute_type": "auto", "lost": [["cuda/float16"]]}}',
    '{"x": {"driver": null, "device": "auto", "compute_type": "auto", "lost": ["cuda/float16/"]}}',
)


@pytest.mark.parametrize(
    "text", ["", "no json", "[]", "7", '{"x": 3}', '{"x": {"lost": 3}}', '{"x": {}}', *STRANGE]
)
def test_a_damaged_memory_costs_what_it_held(text: str) -> None:
    way_down = WayDown(lambda: text.replace("x", json.dumps(str(DEMO.folder))[1:-1]))
    assert way_down.lost(DEMO) == frozenset()


@pytest.mark.expects_log("a lost rung cannot be remembered")
def test_a_disk_that_refuses_costs_the_memory_only(tmp_path: Path) -> None:
    def refuse(*_: object) -> str:
        raise StorageError("The disk is not there.")

    way_down = WayDown(refuse, refuse, lambda: "550.1")  # type: ignore[arg-type]
    assert way_down.lost(DEMO) == frozenset()
    way_down.remember(DEMO, frozenset({way_down.first_rung(DEMO)}))
