"""Keys that are ours only while there is something for them to do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.app.hotkey_desk import Desk
from v2m_desktop.core.ports import KeyAction


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Desk]:
    def desk(*taken: str) -> Desk:
        made = Desk(qtbot, *taken)
        made.configure()
        return made

    return desk


def test_escape_is_ours_while_words_are_rewritten(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.keys.escape()
    assert not desk.keys.cancel_grabbed
    desk.takes.rewrite(True)
    desk.settle()
    desk.keys.escape()
    desk.settle()
    assert desk.takes.commands == ["cancel"]
    desk.takes.rewrite(False)
    desk.settle()
    assert not desk.keys.cancel_grabbed


def test_a_text_is_inserted_only_while_there_is_one(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.tap(KeyAction.INSERT)
    assert desk.inserts == 0
    desk.bridge.want_insert(True)
    desk.settle()
    desk.tap(KeyAction.INSERT)
    assert desk.inserts == 1
    desk.bridge.want_insert(False)
    desk.settle()
    desk.tap(KeyAction.INSERT)
    assert desk.inserts == 1
    assert desk.takes.commands == []


def test_a_text_is_taken_back_only_while_there_is_one(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.tap(KeyAction.TAKE_BACK)
    assert desk.taken_back == 0
    desk.bridge.want_take_back(True)
    desk.settle()
    assert desk.keys.grabbed == {KeyAction.TAKE_BACK}
    desk.tap(KeyAction.TAKE_BACK)
    desk.tap(KeyAction.TAKE_BACK)
    assert desk.taken_back == 2
    desk.bridge.want_take_back(False)
    desk.settle()
    assert not desk.keys.grabbed
    desk.tap(KeyAction.TAKE_BACK)
    assert desk.taken_back == 2
    assert desk.inserts == 0
    assert desk.takes.commands == []


def test_what_is_wanted_outlives_a_pause(make: Callable[..., Desk]) -> None:
    desk = make()
    desk.bridge.want_insert(True)
    desk.bridge.want_take_back(True)
    desk.takes.rewrite(True)
    desk.settle()
    desk.bridge.pause(True)
    desk.settle()
    assert not desk.keys.grabbed
    desk.bridge.pause(False)
    desk.settle()
    assert desk.keys.grabbed == {KeyAction.INSERT, KeyAction.TAKE_BACK, KeyAction.CANCEL}
