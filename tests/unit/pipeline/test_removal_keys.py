"""Which keys are pressed to remove a text, in which window, and when not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.removal_rig import CHAT, EDITOR, OLD, TERMINAL, UNTOUCHED, WORDS, Rig
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import Field, Key, Window
from v2m_desktop.output.take_back_plan import Insertion
from v2m_desktop.pipeline.removal import CLUSTERS_PER_TURN, MOST_CLUSTERS, RemovalBounds


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    yield Rig(qtbot, parent)
    parent.deleteLater()


# Windows


@pytest.mark.parametrize("front", [CHAT, None])
def test_another_window_gets_no_key(rig: Rig, front: Window | None) -> None:
    rig.focus.front = front
    assert rig.remove() == "You changed to another window, so nothing was taken back."
    assert rig.keys.pressed == []


def test_where_no_window_is_known_the_text_tells(rig: Rig) -> None:
    rig.focus.front = None
    assert rig.remove(where=None) is None
    assert rig.editor.text == "Before. "


def test_a_window_that_comes_to_the_front_in_the_midst_gets_nothing(rig: Rig) -> None:
    text = "x" * CLUSTERS_PER_TURN * 3
    rig.editor.insert(text)
    press = rig.editor.press

    def press_and_switch(key: Key) -> None:
        press(key)
        rig.focus.front = CHAT

    rig.keys.on_press = press_and_switch
    assert rig.remove(text) == "You changed to another window, so nothing was taken back."
    assert len(rig.keys.pressed) == 1
    assert rig.editor.text == UNTOUCHED + text


# Keys


def test_held_keys_are_waited_for(rig: Rig) -> None:
    rig.keys.held = frozenset(["ctrl"])
    down = [True]
    rig.removal.key_down = lambda: down[0]
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.wait(50)
    rig.keys.held = frozenset()
    rig.bot.wait(50)
    assert rig.keys.pressed == []
    down[0] = False
    rig.bot.waitUntil(lambda: rig.ends == [(None, True)])
    assert rig.editor.text == "Before. "


def test_keys_held_for_good_leave_the_text_for_another_try(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(keys_up=0.05)
    rig.keys.held = frozenset(["shift"])
    assert rig.remove() == "A key was held down, so nothing was taken back. Press the key again."
    assert rig.ends[0][1] is False
    assert rig.keys.pressed == []


def test_a_tool_at_work_is_waited_for(rig: Rig) -> None:
    def start_tool(_key: Key) -> None:
        rig.editor.press(_key)
        rig.keys.under_way = True

    rig.keys.on_press = start_tool
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.waitUntil(lambda: len(rig.keys.pressed) == 1)
    rig.bot.wait(100)
    assert len(rig.keys.pressed) == 1
    rig.keys.under_way = False
    rig.bot.waitUntil(lambda: len(rig.keys.pressed) == 2)
    assert rig.ends == []
    rig.keys.under_way = False
    rig.bot.waitUntil(lambda: rig.ends == [(None, True)])


def test_keys_that_fail_end_it(rig: Rig) -> None:
    rig.keys.refusal = DeliveryError("The X server did not take the keys.")
    assert rig.remove() == "The X server did not take the keys."


def test_too_long_a_text_stays(rig: Rig) -> None:
    assert rig.remove("x" * (MOST_CLUSTERS + 1)) == (
        "The text is too long to be taken back. Undo it in its program."
    )
    assert rig.keys.pressed == []


# Terminals


def test_in_a_terminal_each_character_is_erased(rig: Rig) -> None:
    rig.focus.front = TERMINAL
    assert rig.remove(where=TERMINAL) is None
    assert rig.editor.text == "Before. "
    assert rig.keys.pressed == [(Key.BACKSPACE, len(WORDS), False)]
    assert rig.primary.content == OLD


@pytest.mark.parametrize(("hands", "by_key"), [(True, True), (True, False), (None, True)])
def test_in_a_terminal_nothing_goes_unless_nobody_touched_it(
    rig: Rig, hands: bool | None, by_key: bool
) -> None:
    rig.focus.front = TERMINAL
    rig.touch.hands = hands
    rig.fields.focused = rig.editor.field()
    assert rig.remove(where=TERMINAL, by_key=by_key) is not None
    assert rig.keys.pressed == []


def test_in_a_terminal_only_plain_characters_can_be_counted(rig: Rig) -> None:
    rig.focus.front = TERMINAL
    assert (
        rig.remove("👩\u200d💻", TERMINAL) == "In a terminal these characters cannot be taken back exactly."
    )
    assert rig.keys.pressed == []


def test_an_empty_element_answer_counts_as_unknown(rig: Rig) -> None:
    rig.fields.focused = Field("1")
    assert rig.remove() is None
