"""An inserted text is removed exactly, or nothing is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace as changed

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.removal_rig import EDITOR, OLD, UNTOUCHED, WORDS, Rig
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import Key
from v2m_desktop.output.graphemes import grapheme_count
from v2m_desktop.output.take_back_plan import Insertion
from v2m_desktop.pipeline.removal import CLUSTERS_PER_TURN, RemovalBounds
from v2m_desktop.pipeline.selection_look import BACK_MS


@pytest.fixture
def make(qtbot: QtBot) -> Callable[..., Rig]:
    parents: list[QObject] = []

    def rig(**options: object) -> Rig:
        parents.append(QObject())
        return Rig(qtbot, parents[-1], **options)  # type: ignore[arg-type]

    return rig


@pytest.fixture
def rig(make: Callable[..., Rig]) -> Rig:
    return make()


def test_the_text_is_selected_seen_and_erased_at_once(rig: Rig) -> None:
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    assert rig.keys.pressed == [(Key.LEFT, len(WORDS), True), (Key.BACKSPACE, 1, False)]


def test_what_was_selected_before_comes_back(rig: Rig) -> None:
    rig.remove()
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_it_does_not_come_back_in_the_midst_of_a_delivery(rig: Rig) -> None:
    rig.remove()
    rig.removal.busy = lambda: True
    rig.primary.publish("lent", private=True)
    rig.bot.wait(BACK_MS + 100)
    assert rig.primary.owned()
    rig.removal.busy = lambda: False
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_it_is_not_at_work_while_keys_are_held_nor_afterwards(rig: Rig) -> None:
    rig.keys.held = frozenset(["ctrl"])
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.wait(50)
    assert not rig.removal.at_work
    rig.keys.held = frozenset()
    rig.bot.waitUntil(lambda: bool(rig.ends))
    assert not rig.removal.at_work


def test_at_the_end_of_the_app_it_comes_back_at_once(rig: Rig) -> None:
    rig.remove()
    rig.removal.stop()
    assert rig.primary.content == OLD


def test_twice_in_a_row_the_oldest_selection_comes_back(rig: Rig) -> None:
    rig.remove()
    rig.editor.insert("more")
    rig.remove("more")
    assert rig.editor.text == "Before. "
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_a_long_text_is_selected_a_little_at_a_time(rig: Rig) -> None:
    text = "wörd\n" * CLUSTERS_PER_TURN
    rig.editor.insert(text)
    assert rig.remove(text) is None
    assert rig.editor.text == UNTOUCHED
    assert [times for _, times, _ in rig.keys.pressed] == [CLUSTERS_PER_TURN] * 5 + [1]


def test_a_program_that_counts_clusters_in_its_own_way(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(element=0.05, selection=0.05, content=0.5)
    text = "👍🏽 two 👩\u200d💻"
    rig.editor.insert(text)
    assert grapheme_count(text) < len(text)  # and this editor moves over code points
    assert rig.remove(text) is None
    assert rig.editor.text == UNTOUCHED


def test_a_program_that_does_not_tell_keeps_what_it_may_count_in_its_own_way(rig: Rig) -> None:
    rig.editor.insert("👍🏽")
    rig.editor.tells = False
    assert rig.remove("👍🏽") == (
        "Nobody can tell whether the text there is what was inserted, so nothing was taken back."
    )
    assert rig.editor.text == UNTOUCHED + "👍🏽"


def test_a_plain_text_that_is_found_in_part_is_not_selected_further(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(element=0.05, selection=0.05, content=0.1)
    rig.editor.text, rig.editor.caret, rig.editor.anchor = "señor. ", 7, 7
    assert rig.remove() is not None
    assert rig.editor.text == "señor. "
    assert [key for key, _, _ in rig.keys.pressed] == [Key.LEFT, Key.RIGHT]


def test_a_selection_that_is_told_but_not_shown_is_not_erased(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(element=0.05, selection=0.05, content=0.1)
    rig.primary.hangs = True
    assert rig.remove() is not None
    assert rig.editor.text == UNTOUCHED
    assert rig.editor.caret == rig.editor.anchor == len(UNTOUCHED)


def test_a_program_that_moves_too_far_keeps_its_text(rig: Rig) -> None:
    rig.editor.stride = lambda _before: 2
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.editor.text == UNTOUCHED
    assert rig.editor.caret == rig.editor.anchor == len(UNTOUCHED)


def test_other_text_before_the_caret_stays(rig: Rig) -> None:
    rig.editor.insert("typed")
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.editor.text == UNTOUCHED + "typed"
    assert rig.editor.caret == rig.editor.anchor == len(rig.editor.text)
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


def test_the_focused_element_is_asked_before_anything_is_touched(rig: Rig) -> None:
    rig.fields.focused = rig.editor.field()
    assert rig.remove() is None
    rig.editor.insert("typed")
    rig.fields.focused = rig.editor.field()
    rig.keys.pressed.clear()
    assert rig.remove() == "The text there is not what was inserted, so nothing was taken back."
    assert rig.keys.pressed == []
    assert rig.fields.asked == [EDITOR, EDITOR]


@pytest.mark.parametrize("mark", ["secure", "selected"])
def test_a_secure_field_and_a_selection_stay(rig: Rig, mark: str) -> None:
    rig.fields.focused = changed(rig.editor.field(), secure=mark == "secure", selected=mark == "selected")
    assert rig.remove() is not None
    assert rig.keys.pressed == []


def test_an_element_that_does_not_answer_costs_a_moment(rig: Rig) -> None:
    rig.fields.hangs = True
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    rig.fields.answer_now()  # too late, for nobody


def test_after_typing_nothing_is_touched(rig: Rig) -> None:
    rig.touch.press(parse_hotkey("ctrl+x"))
    assert rig.remove() == "You typed or clicked since the text was inserted, so it is not taken back."
    assert rig.keys.pressed == []
    assert rig.fields.asked == []


def test_typing_while_the_element_is_asked_counts(rig: Rig) -> None:
    rig.removal.bounds = RemovalBounds(element=60)
    rig.fields.hangs = True
    rig.removal.begin(Insertion(SessionId(1), SensitiveText(WORDS), EDITOR), by_key=True)
    rig.bot.waitUntil(lambda: bool(rig.fields.asked))
    rig.touch.click()
    rig.fields.answer_now()
    rig.bot.waitUntil(lambda: bool(rig.ends))
    assert rig.ends[0][0] is not None
    assert rig.keys.pressed == []


def test_asked_by_a_click_the_text_itself_tells(rig: Rig) -> None:
    rig.touch.click()
    assert rig.remove(by_key=False) is None
    assert rig.editor.text == "Before. "


def test_asked_by_a_click_nothing_goes_that_nobody_can_see(rig: Rig) -> None:
    rig.touch.click()
    rig.editor.tells = False
    assert rig.remove(by_key=False) == (
        "Nobody can tell whether the text there is what was inserted, so nothing was taken back."
    )
    assert rig.editor.text == UNTOUCHED
    assert rig.editor.caret == rig.editor.anchor == len(UNTOUCHED)


def test_untouched_a_program_need_not_tell_its_selection(rig: Rig) -> None:
    rig.editor.tells = False
    assert rig.remove() is None
    assert rig.editor.text == "Before. "
    rig.bot.waitUntil(lambda: rig.primary.content == OLD)


@pytest.mark.parametrize("told", [True, False])
def test_where_nobody_watches_the_element_can_tell(make: Callable[..., Rig], told: bool) -> None:
    rig = make(has_primary=False)
    rig.touch.hands = None
    rig.fields.focused = rig.editor.field() if told else None
    refusal = rig.remove()
    if told:
        assert refusal is None
        assert rig.editor.text == "Before. "
    else:
        assert refusal is not None
        assert rig.keys.pressed == []


def test_a_selection_that_cannot_be_read_in_time_is_not_put_back(rig: Rig) -> None:
    rig.primary.hangs = True
    rig.editor.tells = False
    assert rig.remove() is None
    assert rig.editor.text == "Before. "


@pytest.mark.parametrize("has_primary", [True, False])
def test_where_an_arrow_to_the_left_goes_forward_no_key_is_pressed(
    make: Callable[..., Rig], has_primary: bool
) -> None:
    rig = make(has_primary=has_primary)
    rig.editor.insert("\u05e9\u05dc\u05d5\u05dd ")
    rig.fields.focused = rig.editor.field()
    assert "right to left" in (rig.remove("\u05e9\u05dc\u05d5\u05dd ") or "")
    assert rig.keys.pressed == []
