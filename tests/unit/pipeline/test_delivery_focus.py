"""Promises of the delivery about the window and the field that get the text."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.focus import window
from tests.patience import PATIENCE_S
from tests.unit.pipeline.delivery_rig import CHAT, EDITOR, OLD, PATIENT, SHORT, TERMINAL, Rig
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.settings import Delivery, DeliveryMethod, WindowChanged
from v2m_desktop.core.targets import Chord, Field, Key, Window
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

BODY, SUBJECT = Field("body"), Field("subject")
PASSWORD = Field("password", secure=True)
RETURN = Delivery(window_changed=WindowChanged.RETURN)
ENTER = Delivery(press_enter=True)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    yield Rig(qtbot, parent)
    parent.deleteLater()


def sentence(result: DeliveryResult) -> str:
    return result.error.message if result.error is not None else ""


@pytest.mark.parametrize("method", [DeliveryMethod.PASTE, DeliveryMethod.TYPE])
def test_a_password_field_gets_nothing(rig: Rig, method: DeliveryMethod) -> None:
    rig.service.settings = Delivery(method=method)
    rig.fields.focused = PASSWORD
    rig.deliver()
    result = rig.settle()
    assert result.outcome is Outcome.PARKED
    assert "password field" in sentence(result)
    assert rig.clipboard.history == []
    assert rig.keys.chords == []
    assert rig.typist.typed == ""


@pytest.mark.parametrize("method", [DeliveryMethod.PASTE, DeliveryMethod.TYPE])
@pytest.mark.parametrize(("listed", "application"), [("KeePassXC", "keepassxc"), ("keepassxc", "KeePassXC")])
def test_a_listed_application_gets_nothing_wherever_the_take_began(
    rig: Rig, method: DeliveryMethod, listed: str, application: str
) -> None:
    rig.service.settings = Delivery(method=method, blocked_applications=listed)
    rig.focus.front = window(9, application)
    rig.deliver(target=None)
    result = rig.settle()
    assert result.outcome is Outcome.PARKED
    assert "without dictation" in sentence(result)
    assert application in sentence(result)
    assert rig.clipboard.history == []
    assert rig.typist.typed == ""


@pytest.mark.parametrize("method", [DeliveryMethod.PASTE, DeliveryMethod.TYPE])
def test_another_field_than_at_the_start_gets_nothing(rig: Rig, method: DeliveryMethod) -> None:
    rig.service.settings = Delivery(method=method)
    rig.fields.focused = SUBJECT
    rig.deliver(field=BODY)
    result = rig.settle()
    assert result.outcome is Outcome.PARKED
    assert "another field" in sentence(result)
    assert rig.clipboard.history == []
    assert rig.typist.typed == ""


@pytest.mark.parametrize(("start", "now"), [(BODY, BODY), (None, BODY), (BODY, None)])
def test_the_same_field_or_one_that_nobody_knows_gets_the_text(
    rig: Rig, start: Field | None, now: Field | None
) -> None:
    rig.fields.focused = now
    rig.deliver(field=start)
    assert rig.settle().outcome is Outcome.DELIVERED


def test_a_field_of_our_own_window_is_not_where_the_text_belongs(rig: Rig) -> None:
    rig.fields.focused = BODY
    rig.deliver(target=window(9, ours=True), field=Field("button of ours"))
    assert rig.settle().outcome is Outcome.DELIVERED


@pytest.mark.parametrize("later", [PASSWORD, SUBJECT], ids=["password", "other"])
def test_a_field_that_gets_the_focus_in_the_moment_before_the_chord_gets_nothing(
    rig: Rig, later: Field
) -> None:
    rig.fields.focused = BODY
    rig.clipboard.on_publish = lambda: setattr(rig.fields, "focused", later)
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_a_field_that_gets_the_focus_while_others_read_the_clipboard_gets_nothing(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, before_chord=0.5, longest_before_chord=60.0)
    rig.fields.focused = BODY
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.clipboard.history))
    rig.fields.focused = PASSWORD
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_the_field_is_asked_for_anew_after_a_key_was_held(rig: Rig) -> None:
    rig.fields.focused = BODY
    rig.clipboard.on_publish = lambda: setattr(rig.keys, "held", frozenset(["shift"]))
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.clipboard.history))
    rig.fields.focused, rig.keys.held = PASSWORD, frozenset()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_a_program_that_does_not_answer_holds_nothing_up(rig: Rig) -> None:
    rig.fields.hangs = True
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    rig.fields.answer_now()  # nobody asks any more


def test_an_answer_is_waited_for(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, field=60.0)
    rig.fields.hangs, rig.fields.focused = True, PASSWORD
    rig.deliver()
    rig.bot.wait(50)
    assert rig.clipboard.history == []
    rig.fields.answer_now()
    assert rig.settle().outcome is Outcome.PARKED


class AnsweringThread:
    """Implements FieldProbe: the answer comes on a thread of its own."""

    def __init__(self, focused: Field) -> None:
        self.focused = focused
        self.threads: list[threading.Thread] = []

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:
        self.threads.append(threading.Thread(target=answer, args=(self.focused,)))
        self.threads[-1].start()

    def close(self) -> None:
        for thread in self.threads:
            thread.join(PATIENCE_S)


def test_answers_of_another_thread_are_taken_over(rig: Rig) -> None:
    probe = AnsweringThread(PASSWORD)
    desktop = Desktop(rig.clipboard, None, rig.keys, rig.focus, fields=probe)
    rig.service = DeliveryService(desktop, Delivery(), rig.parent)
    rig.service.bounds = replace(PATIENT, field=60.0)
    rig.service.finished.connect(lambda session, result: rig.results.append((session, result)))
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    probe.close()


def test_a_window_that_gets_the_focus_without_a_known_target_is_not_pasted_into(rig: Rig) -> None:
    rig.clipboard.on_publish = lambda: setattr(rig.focus, "front", CHAT)
    rig.deliver(target=None)
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []


def test_the_chord_is_that_of_the_window_that_gets_the_text(rig: Rig) -> None:
    """Begun with a button of ours; then the user goes where the text belongs, with a key still down."""
    rig.focus.front, rig.keys.held = window(9, ours=True), frozenset(["ctrl"])
    rig.keys.on_chord = rig.primary.take
    rig.deliver(target=None)
    rig.bot.wait(50)
    rig.focus.front, rig.keys.held = TERMINAL, frozenset()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.chords == [Chord.SHIFT_INSERT]
    assert rig.primary.history == ["hello "]
    assert rig.primary.content == {"text/plain": b"selected"}
    assert rig.clipboard.content == OLD


def test_a_window_that_comes_up_while_the_clipboard_is_looked_at_gets_its_own_chord(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, field=60.0)
    rig.fields.hangs = True
    rig.keys.on_chord = rig.primary.take
    rig.deliver(target=None)
    rig.bot.waitUntil(lambda: bool(rig.fields.asked))
    rig.focus.front = TERMINAL
    rig.fields.answer_now()
    rig.fields.hangs = False
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.chords == [Chord.SHIFT_INSERT]
    assert rig.primary.history == ["hello "]


def test_the_window_of_the_text_is_brought_back_and_goes_behind_again(rig: Rig) -> None:
    rig.service.settings = RETURN
    rig.focus.front = CHAT
    fronts: list[Window | None] = []
    rig.keys.on_chord = rig.pasting_then(lambda: fronts.append(rig.focus.front))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert fronts == [EDITOR]
    assert rig.focus.activated == [EDITOR, CHAT]


def test_who_goes_elsewhere_meanwhile_is_not_called_back(rig: Rig) -> None:
    rig.service.settings = RETURN
    rig.focus.front = CHAT
    rig.keys.on_chord = rig.pasting_then(lambda: setattr(rig.focus, "front", window(8)))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.focus.activated == [EDITOR]


def test_a_window_that_does_not_come_back_parks_the_text(rig: Rig) -> None:
    rig.service.settings = RETURN
    rig.service.bounds = replace(PATIENT, activation=0.1)
    rig.focus.front, rig.focus.obeys = CHAT, False
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.focus.activated == [EDITOR]
    assert rig.clipboard.history == []


@pytest.mark.parametrize("front", [EDITOR, None], ids=["in front already", "gone"])
def test_no_window_is_raised_without_need(rig: Rig, front: Window | None) -> None:
    rig.service.settings = RETURN
    rig.focus.front = front
    rig.deliver()
    rig.settle()
    assert rig.focus.activated == []


@pytest.mark.parametrize("method", [DeliveryMethod.PASTE, DeliveryMethod.TYPE])
def test_enter_is_pressed_once_after_the_text_arrived(rig: Rig, method: DeliveryMethod) -> None:
    rig.service.settings = Delivery(method=method, press_enter=True)
    rig.fields.focused = BODY
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.pressed == [(Key.ENTER, 1, False)]
    assert rig.pasted or rig.typist.typed


@pytest.mark.parametrize("method", [DeliveryMethod.PASTE, DeliveryMethod.TYPE])
def test_the_window_stays_in_front_until_enter_has_gone_out(rig: Rig, method: DeliveryMethod) -> None:
    """On Wayland a tool presses it, and takes half a second for that."""
    rig.service.settings = Delivery(window_changed=WindowChanged.RETURN, method=method, press_enter=True)
    rig.focus.front = CHAT
    rig.keys.on_press = lambda _key: setattr(rig.keys, "under_way", True)
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.pressed))
    rig.bot.wait(50)
    assert rig.focus.activated == [EDITOR]
    assert rig.service.busy
    rig.keys.under_way = False
    rig.bot.waitUntil(lambda: not rig.service.busy)
    assert rig.focus.activated == [EDITOR, CHAT]
    assert rig.keys.pressed == [(Key.ENTER, 1, False)]


@pytest.mark.expects_log("Enter was not pressed: it hung")
def test_enter_that_fails_under_way_ends_the_delivery(rig: Rig) -> None:
    rig.service.settings = ENTER
    rig.keys.on_press = lambda _key: setattr(rig.keys, "broken", DeliveryError("it hung"))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    rig.bot.waitUntil(lambda: not rig.service.busy)


def test_enter_is_not_pressed_if_nobody_took_the_text(rig: Rig) -> None:
    rig.service.settings, rig.service.bounds = ENTER, SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.keys.pressed == []


def test_enter_is_not_pressed_in_another_window(rig: Rig) -> None:
    rig.service.settings = ENTER
    rig.keys.on_chord = rig.pasting_then(lambda: setattr(rig.focus, "front", CHAT))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.pressed == []


@pytest.mark.parametrize("later", [PASSWORD, SUBJECT], ids=["password", "other"])
def test_enter_is_not_pressed_in_another_field(rig: Rig, later: Field) -> None:
    rig.service.settings = ENTER
    rig.fields.focused = BODY
    rig.keys.on_chord = rig.pasting_then(lambda: setattr(rig.fields, "focused", later))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.pressed == []


def test_enter_waits_for_held_keys_but_not_for_ever(rig: Rig) -> None:
    rig.service.settings, rig.service.bounds = ENTER, replace(PATIENT, keys_up=0.2)
    rig.keys.on_chord = rig.pasting_then(lambda: setattr(rig.keys, "held", frozenset(["shift"])))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.pressed == []
    assert rig.clipboard.content == OLD
