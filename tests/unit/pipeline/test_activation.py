"""What presses of the keys that dictate do, in every mode and however edges get lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.ports import KeyAction, KeyEdge
from v2m_desktop.core.settings import Activation
from v2m_desktop.pipeline.activation import ActivationMachine, Command

HOLD_MS = 500
MODES = list(Activation)
A, B = KeyAction.REFINE, KeyAction.TRANSLATE
KEYS = [KeyAction.DICTATE, A, B]


class Dictation:
    """A machine, and a capture that obeys it."""

    def __init__(self, activation: Activation) -> None:
        self.machine = ActivationMachine(activation, HOLD_MS)
        self.recording = False
        self.commands: list[Command] = []
        self.now_ms = 0

    def edge(self, pressed: bool, after_ms: int, key: KeyAction = KeyAction.DICTATE) -> None:
        self.now_ms += after_ms
        edge = KeyEdge(key, pressed, self.now_ms * 1_000_000)
        command = self.machine.step(edge, self.recording)
        if command is not None:
            self.commands.append(command)
            self.recording = command is Command.START

    def press(self, held_ms: int, after_ms: int = 1000, key: KeyAction = KeyAction.DICTATE) -> None:
        self.edge(True, after_ms, key)
        self.edge(False, held_ms, key)


@pytest.mark.parametrize(
    ("activation", "held_ms", "commands"),
    [
        (Activation.TAP_OR_HOLD, 80, [Command.START]),
        (Activation.TAP_OR_HOLD, 499, [Command.START]),
        (Activation.TAP_OR_HOLD, 500, [Command.START, Command.STOP]),
        (Activation.TOGGLE, 80, [Command.START]),
        (Activation.TOGGLE, 5000, [Command.START]),
        (Activation.HOLD, 149, [Command.START, Command.CANCEL]),
        (Activation.HOLD, 150, [Command.START, Command.STOP]),
    ],
)
def test_one_press(activation: Activation, held_ms: int, commands: list[Command]) -> None:
    dictation = Dictation(activation)
    dictation.press(held_ms)
    assert dictation.commands == commands


@pytest.mark.parametrize("activation", MODES)
@pytest.mark.parametrize("held_ms", [80, 5000])
def test_a_press_while_listening_stops_at_once_and_its_release_does_nothing(
    activation: Activation, held_ms: int
) -> None:
    dictation = Dictation(activation)
    dictation.recording = True
    dictation.edge(True, 0)
    assert dictation.commands == [Command.STOP]
    dictation.edge(False, held_ms)
    assert dictation.commands == [Command.STOP]


def test_a_take_that_ended_while_the_key_was_held_is_not_stopped_again() -> None:
    dictation = Dictation(Activation.HOLD)
    dictation.edge(True, 0)
    dictation.recording = False  # cancelled with Escape
    dictation.edge(False, 2000)
    assert dictation.commands == [Command.START]


@pytest.mark.parametrize("activation", MODES)
def test_repeated_presses_are_one(activation: Activation) -> None:
    dictation = Dictation(activation)
    dictation.edge(True, 0)
    dictation.edge(True, 30)
    assert dictation.commands == [Command.START]


@pytest.mark.parametrize("activation", MODES)
def test_after_a_lost_release_one_press_ends_the_take(activation: Activation) -> None:
    dictation = Dictation(activation)
    dictation.edge(True, 0)
    dictation.press(80)
    assert not dictation.recording


@pytest.mark.parametrize("activation", MODES)
def test_another_key_ends_a_take_whose_key_is_held(activation: Activation) -> None:
    dictation = Dictation(activation)
    dictation.edge(True, 0, A)
    dictation.edge(True, 1000, B)
    assert dictation.commands == [Command.START, Command.STOP]
    dictation.edge(False, 100, B)
    dictation.edge(False, 100, A)
    assert dictation.commands == [Command.START, Command.STOP]


@pytest.mark.parametrize("activation", MODES)
def test_a_key_that_is_still_held_does_not_end_the_take_of_another(activation: Activation) -> None:
    dictation = Dictation(activation)
    dictation.edge(True, 0, A)
    dictation.press(80, key=B)
    dictation.edge(True, 1000, B)
    dictation.edge(False, 1000, A)
    assert dictation.commands == [Command.START, Command.STOP, Command.START]
    assert dictation.recording


def test_a_tap_of_another_key_ends_a_tapped_take() -> None:
    dictation = Dictation(Activation.TAP_OR_HOLD)
    dictation.press(80, key=A)
    dictation.press(80, key=B)
    assert dictation.commands == [Command.START, Command.STOP]
    dictation.press(80, key=B)
    assert dictation.recording


@pytest.mark.parametrize("activation", MODES)
def test_repeats_of_one_key_do_not_hide_a_press_of_another(activation: Activation) -> None:
    dictation = Dictation(activation)
    dictation.edge(True, 0, A)
    dictation.edge(True, 30, A)
    dictation.edge(True, 5, B)
    assert dictation.commands == [Command.START, Command.STOP]


def test_a_take_that_something_else_began_is_not_ended_by_letting_go_of_an_old_key() -> None:
    dictation = Dictation(Activation.HOLD)
    dictation.edge(True, 0, A)
    dictation.recording = False  # cancelled with Escape
    dictation.edge(False, 1000, A)
    dictation.recording = True  # the tray menu
    dictation.edge(False, 1000, A)
    assert dictation.recording


edges = st.lists(st.tuples(st.booleans(), st.integers(0, 3000), st.sampled_from(KEYS)), max_size=60)
Steps = list[tuple[bool, int, KeyAction]]


@given(st.sampled_from(MODES), edges, st.sampled_from(KEYS))
def test_no_order_of_edges_sticks(activation: Activation, steps: Steps, last: KeyAction) -> None:
    dictation = Dictation(activation)
    for step in steps:
        dictation.edge(*step)
    if dictation.recording:
        dictation.press(80, key=last)
    assert not dictation.recording


@given(st.sampled_from(MODES), edges)
def test_takes_start_and_end_in_turn(activation: Activation, steps: Steps) -> None:
    dictation = Dictation(activation)
    for step in steps:
        dictation.edge(*step)
    starts = dictation.commands[0::2]
    ends = dictation.commands[1::2]
    assert all(command is Command.START for command in starts)
    assert all(command is not Command.START for command in ends)


@given(st.lists(st.tuples(st.sampled_from(KEYS), st.integers(60, 3000)), max_size=40))
def test_push_to_talk_never_records_with_all_keys_up(toggled: list[tuple[KeyAction, int]]) -> None:
    dictation = Dictation(Activation.HOLD)
    down: set[KeyAction] = set()
    for key, after_ms in toggled:
        dictation.edge(key not in down, after_ms, key)
        down ^= {key}
        assert down or not dictation.recording
