"""Which keys are taken for what, and what pressing them commands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.app.hotkey_desk import (
    ALL,
    DICTATE,
    HELD_MS,
    INSERT,
    REFINE,
    TAKE_BACK,
    TEXT_KEYS,
    TRANSLATE,
    Desk,
    bound,
)
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.rewriting import Action


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Desk]:
    def desk(*taken: str) -> Desk:
        made = Desk(qtbot, *taken)
        made.configure()
        return made

    return desk


# Which keys


def test_every_action_has_its_key(make: Callable[..., Desk]) -> None:
    desk = make()
    assert desk.keys.bindings == desk.bridge.bindings == ALL
    assert not desk.bridge.refused
    assert desk.bridge.missing is None


def test_without_rewriting_its_keys_belong_to_others(make: Callable[..., Desk]) -> None:
    desk = make()
    assert desk.configure(False) is None
    assert desk.keys.bindings == bound(dictate=DICTATE) | TEXT_KEYS
    desk.configure()
    assert desk.keys.bindings == ALL


def test_at_first_nobody_rewrites(qtbot: QtBot) -> None:
    desk = Desk(qtbot)
    desk.bridge.start()
    assert desk.keys.bindings == bound(dictate=DICTATE) | TEXT_KEYS


def test_an_action_without_a_key_takes_none(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.configure(refine="", insert="", take_back="")
    assert desk.keys.bindings == bound(dictate=DICTATE, translate=TRANSLATE)
    assert not desk.bridge.refused


@pytest.mark.parametrize(
    ("settings", "action", "sentence"),
    [
        ({"refine": DICTATE}, KeyAction.REFINE, "ctrl+alt+d is used for dictation already; choose another"),
        ({"translate": REFINE}, KeyAction.TRANSLATE, "ctrl+alt+r refines already; choose another"),
        ({"take_back": REFINE}, KeyAction.TAKE_BACK, "ctrl+alt+r refines already; choose another"),
        ({"insert": TRANSLATE}, KeyAction.INSERT, "ctrl+alt+t translates already; choose another"),
        ({"dictate": REFINE}, KeyAction.REFINE, "ctrl+alt+r is used for dictation already; choose another"),
        ({"take_back": INSERT}, KeyAction.TAKE_BACK, "ctrl+alt+i inserts the kept text already; choose"),
    ],
)
def test_one_key_cannot_do_two_things(
    make: Callable[..., Desk], settings: dict[str, str], action: KeyAction, sentence: str
) -> None:
    desk = make()
    assert desk.configure(**settings) is None
    assert list(desk.bridge.refused) == [action]
    assert desk.bridge.refused[action].message.startswith(sentence)
    assert action not in desk.bridge.bindings
    desk.configure()
    assert not desk.bridge.refused


def test_keys_that_are_not_in_force_conflict_with_nothing(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.configure(False, insert=REFINE)
    assert not desk.bridge.refused
    assert desk.keys.bindings == bound(dictate=DICTATE, insert=REFINE, take_back=TAKE_BACK)


def test_a_key_of_another_program_costs_its_own_action_only(make: Callable[..., Desk]) -> None:
    desk = make(REFINE)
    assert desk.bridge.missing is None
    assert "taken by another program" in desk.bridge.refused[KeyAction.REFINE].message
    assert desk.bridge.bindings == bound(dictate=DICTATE, translate=TRANSLATE) | TEXT_KEYS
    desk.tap(KeyAction.TRANSLATE)
    assert desk.takes.commands == [Action.TRANSLATE]


def test_a_refused_key_to_dictate_leaves_the_old_one_and_changes_the_others(
    make: Callable[..., Desk],
) -> None:
    desk = make("f9")
    changes = desk.changes
    assert desk.configure(dictate="f9", refine="f8") == (
        "f9 is taken by another program; choose another in the settings."
    )
    assert desk.bridge.dictate == DICTATE
    assert desk.bridge.bindings == {**ALL, **bound(refine="f8")}
    assert desk.bridge.missing is None
    assert desk.changes == changes + 1
    assert desk.configure(dictate="f7") is None
    assert desk.bridge.dictate == "f7"


def test_without_any_key_it_says_why_until_one_can_be_had(make: Callable[..., Desk]) -> None:
    desk = make(DICTATE)
    assert "taken by another program" in str(desk.bridge.missing)
    assert not desk.bridge.bindings
    assert not desk.bridge.key_down
    assert desk.configure(dictate="f7") is None
    assert desk.bridge.missing is None
    assert desk.bridge.bindings == {**ALL, **bound(dictate="f7")}


def test_paused_keys_are_given_back_and_change_when_they_are_taken_again(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.bridge.pause(True)
    assert not desk.keys.bindings
    assert desk.configure(refine="f8") is None
    assert not desk.keys.bindings
    desk.bridge.pause(False)
    assert desk.keys.bindings == desk.bridge.bindings == {**ALL, **bound(refine="f8")}


def test_a_change_of_nothing_that_counts_keeps_a_held_key_held(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.keys.press(KeyAction.REFINE)
    desk.settle(HELD_MS)
    desk.configure(insert="f8")
    desk.keys.let_go(KeyAction.REFINE)
    desk.settle()
    assert desk.takes.commands == [Action.REFINE, "stop"]


# What they command


@pytest.mark.parametrize(
    ("action", "begun"),
    [
        (KeyAction.DICTATE, None),
        (KeyAction.REFINE, Action.REFINE),
        (KeyAction.TRANSLATE, Action.TRANSLATE),
    ],
)
def test_each_key_can_be_tapped_and_held(
    make: Callable[..., Desk], action: KeyAction, begun: Action | None
) -> None:
    desk = make()
    desk.tap(action)
    assert desk.takes.commands == [begun]
    desk.tap(action)
    assert desk.takes.commands == [begun, "stop"]
    desk.keys.press(action)
    assert desk.bridge.key_down
    desk.settle(HELD_MS)
    desk.keys.press(action)  # keeps it pressed
    desk.settle()
    assert desk.takes.commands == [begun, "stop", begun]
    desk.keys.let_go(action)
    desk.settle()
    assert desk.takes.commands == [begun, "stop"] * 2
    assert not desk.bridge.key_down


def test_another_key_ends_the_take_of_a_held_one(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.keys.press(KeyAction.REFINE)
    desk.settle(HELD_MS)
    desk.keys.press(KeyAction.DICTATE)
    desk.settle()
    assert desk.takes.commands == [Action.REFINE, "stop"]
    desk.keys.let_go(KeyAction.REFINE)
    desk.keys.let_go(KeyAction.DICTATE)
    desk.settle()
    assert desk.takes.commands == [Action.REFINE, "stop"]


def test_a_tap_of_another_key_ends_a_tapped_take(make: Callable[..., Desk]) -> None:
    desk = make()
    for action in (KeyAction.REFINE, KeyAction.TRANSLATE, KeyAction.TRANSLATE):
        desk.tap(action)
    assert desk.takes.commands == [Action.REFINE, "stop", Action.TRANSLATE]


def test_a_take_cancelled_while_its_key_is_held_stays_cancelled(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.keys.press(KeyAction.TRANSLATE)
    desk.settle(HELD_MS)
    desk.keys.escape()
    desk.settle()
    desk.keys.let_go(KeyAction.TRANSLATE)
    desk.settle()
    assert desk.takes.commands == [Action.TRANSLATE, "cancel"]


def test_rewriting_switched_off_ends_the_take_of_a_held_key(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.keys.press(KeyAction.REFINE)
    desk.settle(HELD_MS)
    desk.configure(False)
    desk.settle()
    assert desk.takes.commands == [Action.REFINE, "stop"]
