"""One key removes, the next press inserts the other version; and when it forgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.take_back_desk import EDITOR, LETTER, TERMINAL, Desk
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import Key
from v2m_desktop.output.results import Outcome
from v2m_desktop.output.take_back_plan import Stage
from v2m_desktop.pipeline.removal import RemovalBounds
from v2m_desktop.pipeline.take_back import MOST_TAKES


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.back.shut_down()


def test_a_refined_text_goes_comes_as_spoken_goes_and_comes_refined(desk: Desk) -> None:
    desk.editor.insert("Dear all. ")
    desk.take("The words.", "um the words")
    assert desk.press() == "Dear all. "
    assert desk.press() == "Dear all. um the words "
    assert desk.press() == "Dear all. "
    assert desk.press() == "Dear all. The words. "
    assert {window for _, _, window in desk.deliveries.asked} == {EDITOR}
    assert desk.told == []


def test_no_other_text_goes_in_while_one_is_taken_out(desk: Desk) -> None:
    desk.take("The words.")
    assert not desk.deliveries.held_up()
    held: list[bool] = []

    def press(key: Key) -> None:
        held.append(desk.deliveries.held_up())
        desk.editor.press(key)

    desk.keys.on_press = press
    assert desk.press() == ""
    assert held == [True, True]
    assert not desk.deliveries.held_up()


def test_without_another_version_the_same_comes_again(desk: Desk) -> None:
    desk.take("The words.")
    assert [desk.press() for _ in range(4)] == ["", "The words. ", "", "The words. "]


def test_with_nothing_there_it_says_so(desk: Desk) -> None:
    desk.back.press()
    assert desk.sentences == ["There is nothing to take back."]


def test_people_hear_when_there_is_something(desk: Desk) -> None:
    assert desk.back.stage is Stage.NOTHING
    desk.take("The words.")
    assert (desk.back.stage, desk.changes) == (Stage.INSERTED, 1)
    desk.press()
    assert (desk.back.stage, desk.changes) == (Stage.REMOVED, 3)
    desk.back.forget()
    assert (desk.back.stage, desk.changes) == (Stage.NOTHING, 4)


def test_after_typing_it_refuses_once_and_forgets(desk: Desk) -> None:
    desk.take("The words.")
    desk.touch.press(LETTER)
    assert desk.press() == "The words. "
    assert desk.sentences == ["You typed or clicked since the text was inserted, so it is not taken back."]
    assert desk.back.stage is Stage.NOTHING
    assert not desk.touch.armed


def test_after_typing_a_removed_text_does_not_come_back(desk: Desk) -> None:
    desk.take("The words.")
    desk.press()
    desk.touch.press(LETTER)
    assert desk.press() == ""
    assert desk.sentences == [
        "You typed or clicked since, so the text is not inserted again: copy it from the tray."
    ]
    assert desk.back.stage is Stage.NOTHING


def test_the_tray_needs_a_click_and_works_all_the_same(desk: Desk) -> None:
    desk.take("The words.", "um the words")
    desk.touch.click()
    desk.back.request()
    desk.settle()
    assert desk.editor.text == ""
    desk.touch.click()
    desk.back.request()
    desk.settle()
    assert desk.editor.text == "um the words "


def test_a_key_that_was_held_can_be_tried_again(desk: Desk) -> None:
    desk.back.removal.bounds = RemovalBounds(keys_up=0.02)
    desk.take("The words.")
    desk.keys.held = frozenset(["shift"])
    assert desk.press() == "The words. "
    assert len(desk.told) == 1
    desk.keys.held = frozenset()
    assert desk.press() == ""


def test_what_was_typed_between_two_tries_counts(desk: Desk) -> None:
    desk.back.removal.bounds = RemovalBounds(keys_up=0.02)
    desk.take("The words.")
    desk.keys.held = frozenset(["shift"])
    desk.touch.press(LETTER)
    desk.press()
    desk.keys.held = frozenset()
    assert desk.press() == "The words. "
    assert len(desk.told) == 2


def test_a_new_take_makes_it_forget(desk: Desk) -> None:
    desk.take("One.")
    desk.takes.begin(2)
    assert desk.back.stage is Stage.NOTHING
    desk.takes.changed.emit()
    desk.take("Two.", number=2)
    assert desk.press() == "One. "


def test_after_a_while_it_forgets(desk: Desk) -> None:
    desk.back._expiry.setInterval(30)
    desk.take("One.")
    desk.bot.waitUntil(lambda: desk.back.stage is Stage.NOTHING)
    assert not desk.touch.armed


def test_an_older_take_counts_when_it_is_inserted_last(desk: Desk) -> None:
    desk.take("One.", "um one", number=1)
    desk.take("Two.", number=2)
    desk.deliveries.deliver(SessionId(1), SensitiveText("One."), None)  # a text that was kept
    assert desk.press() == "One. Two. "
    assert desk.press() == "One. Two. um one "


def test_words_of_long_gone_takes_are_not_kept(desk: Desk) -> None:
    for number in range(1, MOST_TAKES + 4):
        desk.take(f"{number}.", f"um {number}", number=number)
    assert len(desk.back._takes) == MOST_TAKES
    desk.deliveries.deliver(SessionId(1), SensitiveText("1."), None)
    before = desk.press()
    assert desk.press() == before + "1.  ", "what is known is inserted again"


@pytest.mark.parametrize("outcome", [Outcome.COPIED, Outcome.PARKED])
def test_a_text_that_did_not_go_in_leaves_the_last_one(desk: Desk, outcome: Outcome) -> None:
    desk.take("One.")
    desk.deliveries.outcome = outcome
    desk.deliveries.deliver(SessionId(7), SensitiveText("Seven."), None)
    assert desk.press() == ""


def test_a_text_that_may_have_gone_in_makes_it_forget(desk: Desk) -> None:
    desk.take("One.")
    desk.deliveries.outcome = Outcome.UNCONFIRMED
    desk.deliveries.deliver(SessionId(7), SensitiveText("Seven."), None)
    assert desk.back.stage is Stage.NOTHING


def test_a_text_that_cannot_be_put_back_can_be_tried_again(desk: Desk) -> None:
    desk.take("One.", "um one")
    desk.press()
    desk.deliveries.outcome, desk.deliveries.error = Outcome.PARKED, DeliveryError("A key was held down.")
    assert desk.press() == ""
    assert desk.sentences == ["A key was held down."]
    desk.deliveries.outcome, desk.deliveries.error = Outcome.DELIVERED, None
    assert desk.press() == "um one "


def test_a_delivery_that_is_not_over_is_waited_for(desk: Desk) -> None:
    desk.take("One.")
    desk.deliveries.busy = True
    desk.back.press()
    desk.bot.wait(100)
    assert desk.editor.text == "One. "
    desk.deliveries.busy = False
    desk.settle()
    assert desk.editor.text == ""


def test_while_another_text_is_on_its_way_the_key_says_so(desk: Desk) -> None:
    desk.deliveries.busy = True
    assert desk.press() == ""
    assert desk.sentences == ["Another text is being inserted. Try again in a moment."]
    desk.deliveries.busy = False
    desk.take("One.")
    desk.press()
    desk.deliveries.busy = True
    assert desk.press() == ""
    assert desk.back.stage is Stage.REMOVED
    assert len(desk.told) == 2


def test_a_text_that_goes_in_while_the_last_one_waits_to_go_stays(desk: Desk) -> None:
    """The last one is no longer what stands before the caret, and a terminal does not tell."""
    desk.go_to(TERMINAL)
    desk.takes.begin(1)
    desk.deliveries.deliver(SessionId(1), SensitiveText("One."), TERMINAL)
    desk.deliveries.busy = True
    desk.back.press()
    desk.deliveries.deliver(SessionId(7), SensitiveText("Seven."), TERMINAL)  # a text that was kept
    desk.deliveries.busy = False
    desk.bot.waitUntil(lambda: bool(desk.told))
    assert desk.sentences == ["Another text came in between, so nothing was taken back."]
    assert desk.editor.text == "One. Seven. "
    assert desk.press() == "One. "


def test_a_take_that_begins_while_the_last_text_waits_to_go_changes_nothing(desk: Desk) -> None:
    """Who takes back and says it anew does not wait. What is typed meanwhile still counts."""
    desk.take("One.")
    desk.keys.held = frozenset(["ctrl"])
    desk.back.press()
    desk.takes.begin(2)
    desk.keys.held = frozenset()
    desk.bot.waitUntil(lambda: desk.editor.text == "")
    desk.bot.waitUntil(lambda: desk.back.stage is Stage.NOTHING)
    assert desk.told == []


def test_typing_counts_while_a_take_begins_and_the_last_text_waits_to_go(desk: Desk) -> None:
    desk.go_to(TERMINAL)
    desk.takes.begin(1)
    desk.deliveries.deliver(SessionId(1), SensitiveText("One."), TERMINAL)
    desk.keys.held = frozenset(["ctrl"])
    desk.back.press()
    desk.takes.begin(2)
    desk.touch.press(LETTER)
    desk.keys.held = frozenset()
    desk.bot.waitUntil(lambda: bool(desk.told))
    assert desk.editor.text == "One. "


def test_the_watch_is_asked_until_it_knows(desk: Desk) -> None:
    desk.take("One.")
    assert desk.back._watching.isActive()
    desk.touch.press(LETTER)
    desk.back._watching.setInterval(1)
    desk.bot.waitUntil(lambda: not desk.back._watching.isActive())
    assert desk.back.stage is Stage.INSERTED, "the reason for the refusal is kept"
