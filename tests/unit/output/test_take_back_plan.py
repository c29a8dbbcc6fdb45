"""What a press does next, and what counts as the inserted text."""

from __future__ import annotations

import pytest

from tests.fakes.focus import window
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import AROUND, Field
from v2m_desktop.output.take_back_plan import (
    Closed,
    Effect,
    Event,
    InsertAgain,
    Inserted,
    Insertion,
    Match,
    Plan,
    Pressed,
    Refused,
    Remove,
    Stage,
    Verified,
    match_field,
    match_selection,
    missing_part,
    step,
    text_of,
)

EDITOR = window(1)
REFINED, SPOKEN = SensitiveText("The words."), SensitiveText("um the words")


def insertion(text: str = "The words. ", session: int = 1) -> Insertion:
    return Insertion(SessionId(session), SensitiveText(text), EDITOR)


def after(*events: Event) -> tuple[Plan, list[Effect]]:
    plan, effects = Plan(), []
    for event in events:
        plan, effect = step(plan, event)
        effects += [effect] if effect is not None else []
    return plan, effects


BOTH = Inserted(insertion(), (REFINED, SPOKEN))
AS_SPOKEN = Inserted(insertion("um the words "), (REFINED, SPOKEN))


def test_a_press_removes_the_next_inserts_the_other_version_and_so_on() -> None:
    plan, effects = after(BOTH, Pressed())
    assert plan.stage is Stage.REMOVING
    assert effects == [Remove(insertion())]
    plan, effects = after(BOTH, Pressed(), Verified(), Pressed())
    assert plan.stage is Stage.INSERTING
    assert effects[1:] == [InsertAgain(SessionId(1), SPOKEN, EDITOR)]
    plan, effects = after(BOTH, Pressed(), Verified(), Pressed(), AS_SPOKEN, Pressed())
    assert effects[2:] == [Remove(AS_SPOKEN.insertion)]
    plan, effects = after(BOTH, Pressed(), Verified(), Pressed(), AS_SPOKEN, Pressed(), Verified(), Pressed())
    assert effects[3:] == [InsertAgain(SessionId(1), REFINED, EDITOR)]


@pytest.mark.parametrize("versions", [(), (REFINED,), (REFINED, SensitiveText())])
def test_without_another_version_the_same_text_comes_again(versions: tuple[SensitiveText, ...]) -> None:
    _, effects = after(Inserted(insertion("The words."), versions), Pressed(), Verified(), Pressed())
    assert effects[1:] == [InsertAgain(SessionId(1), REFINED, EDITOR)]


def test_with_nothing_to_take_back_a_press_does_nothing() -> None:
    assert after(Pressed()) == (Plan(), [])


def test_presses_while_something_is_under_way_change_nothing() -> None:
    removing = after(BOTH, Pressed())
    assert after(BOTH, Pressed(), Pressed()) == removing
    inserting = after(BOTH, Pressed(), Verified(), Pressed())
    assert after(BOTH, Pressed(), Verified(), Pressed(), Pressed()) == inserting


def test_a_refusal_is_final_or_leaves_all_as_it_was() -> None:
    assert after(BOTH, Pressed(), Refused(final=True))[0] == Plan()
    assert after(BOTH, Pressed(), Refused(final=False))[0] == after(BOTH)[0]
    removed = after(BOTH, Pressed(), Verified())[0]
    assert after(BOTH, Pressed(), Verified(), Pressed(), Refused(final=False))[0] == removed


@pytest.mark.parametrize(
    "events", [(), (Pressed(),), (Pressed(), Verified()), (Pressed(), Verified(), Pressed())]
)
def test_what_is_closed_cannot_be_taken_back(events: tuple[Event, ...]) -> None:
    plan, effects = after(BOTH, *events, Closed())
    assert plan == Plan()
    assert after(BOTH, *events, Closed(), Verified(), Refused(final=False), Pressed()) == (Plan(), effects)


def test_another_take_counts_from_its_insertion_on() -> None:
    other = Inserted(insertion("Others. ", 2), (SensitiveText("Others."),))
    for events in ((), (Pressed(),), (Pressed(), Verified()), (Pressed(), Verified(), Pressed())):
        plan, _ = after(BOTH, *events, other)
        assert plan == Plan(Stage.INSERTED, other.insertion, other.versions)


# What stands there


def element(before: str | None, *, secure: bool = False, selected: bool = False) -> Field:
    hidden = SensitiveText(before) if before is not None else None
    return Field("1", secure=secure, before=hidden, selected=selected)


@pytest.mark.parametrize(
    ("found", "text", "match"),
    [
        (None, "words", Match.UNKNOWN),
        (element(None), "words", Match.UNKNOWN),
        (element("some words"), "words", Match.SAME),
        (element("words"), "words", Match.SAME),
        (element("words!"), "words", Match.OTHER),
        (element(""), "words", Match.OTHER),
        (element("ords"), "words", Match.OTHER),
        (element("a\u00a0b\r\nc"), "a b\nc", Match.SAME),
        (element("cafe\u0301"), "café", Match.SAME),
        (element("words", secure=True), "words", Match.OTHER),
        (element("words", selected=True), "words", Match.OTHER),
        (element("x" * AROUND), "y" + "x" * AROUND, Match.UNKNOWN),
        (element("x" * AROUND), "y" * AROUND + "x", Match.OTHER),
    ],
)
def test_the_text_before_the_caret_is_compared(found: Field | None, text: str, match: Match) -> None:
    assert match_field(found, text) is match


@pytest.mark.parametrize(
    ("selected", "match", "missing"),
    [
        ("some words", Match.SAME, ""),
        ("words", Match.SHORT, "some "),
        ("", Match.UNKNOWN, "some words"),
        ("a some words", Match.OTHER, None),
        ("swords", Match.OTHER, None),
        ("some", Match.OTHER, None),
        ("some\u00a0words", Match.SAME, ""),
    ],
)
def test_a_selection_is_compared(selected: str, match: Match, missing: str | None) -> None:
    assert match_selection(selected, "some words") is match
    if missing is not None:
        assert missing_part(selected, "some words") == missing


def test_the_text_of_a_selection_is_read_in_whatever_format_it_comes() -> None:
    assert text_of({"text/html": b"<b>x</b>", "text/plain": "ñ".encode()}) == "ñ"
    assert text_of({"STRING": b"\xf1", "UTF8_STRING": "ñ€".encode()}) == "ñ€"
    assert text_of({"STRING": b"\xf1"}) == "ñ"
    assert text_of({"image/png": b"x"}) == ""
    assert text_of({}) == ""
