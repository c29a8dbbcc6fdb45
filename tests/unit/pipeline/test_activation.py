"""What presses of the dictation key do, in every mode and however edges get lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from v2m_desktop.core.ports import KeyAction, KeyEdge
from v2m_desktop.core.settings import Activation
from v2m_desktop.pipeline.activation import ActivationMachine, Command

HOLD_MS = 500
MODES = list(Activation)


class Dictation:
    """A machine, and a capture that obeys it."""

    def __init__(self, activation: Activation) -> None:
        self.machine = ActivationMachine(activation, HOLD_MS)
        self.recording = False
        self.commands: list[Command] = []
        self.now_ms = 0

    def edge(self, pressed: bool, after_ms: int) -> None:
        self.now_ms += after_ms
        edge = KeyEdge(KeyAction.DICTATE, pressed, self.now_ms * 1_000_000)
        command = self.machine.step(edge, self.recording)
        if command is not None:
            self.commands.append(command)
            self.recording = command is Command.START

    def press(self, held_ms: int, after_ms: int = 1000) -> None:
        self.edge(True, after_ms)
        self.edge(False, held_ms)


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


edges = st.lists(st.tuples(st.booleans(), st.integers(0, 3000)), max_size=60)


@given(st.sampled_from(MODES), edges)
def test_no_order_of_edges_sticks(activation: Activation, steps: list[tuple[bool, int]]) -> None:
    dictation = Dictation(activation)
    for pressed, after_ms in steps:
        dictation.edge(pressed, after_ms)
    if dictation.recording:
        dictation.press(80)
    assert not dictation.recording


@given(st.sampled_from(MODES), edges)
def test_takes_start_and_end_in_turn(activation: Activation, steps: list[tuple[bool, int]]) -> None:
    dictation = Dictation(activation)
    for pressed, after_ms in steps:
        dictation.edge(pressed, after_ms)
    starts = dictation.commands[0::2]
    ends = dictation.commands[1::2]
    assert all(command is Command.START for command in starts)
    assert all(command is not Command.START for command in ends)


@given(st.lists(st.tuples(st.integers(60, 3000), st.integers(1, 3000)), max_size=30))
def test_push_to_talk_never_records_with_the_key_up(presses: list[tuple[int, int]]) -> None:
    dictation = Dictation(Activation.HOLD)
    for after_ms, held_ms in presses:
        dictation.press(held_ms, after_ms)
        assert not dictation.recording
