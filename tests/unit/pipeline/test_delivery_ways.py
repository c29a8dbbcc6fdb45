"""Promises of the ways in beside pasting: typing and commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.delivery_rig import CHAT, OLD, PATIENT, SHORT, TERMINAL, Rig
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, DeliveryMethod, TerminalNewlines, TrailingSpace
from v2m_desktop.core.targets import Field
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop

TYPE = Delivery(method=DeliveryMethod.TYPE)
COMMAND = Delivery(method=DeliveryMethod.COMMAND, command="notes --add")
LONG = "hello there, all of you"


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    rig = Rig(qtbot, parent)
    rig.service.settings = TYPE
    yield rig
    parent.deleteLater()


def test_typed_text_arrives_and_the_clipboard_is_not_touched(rig: Rig) -> None:
    rig.deliver(LONG)
    result = rig.settle()
    assert result.outcome is Outcome.DELIVERED
    assert result.inserted is not None
    assert result.inserted.reveal() == rig.typist.typed == LONG + " "
    assert result.window == rig.focus.front
    assert rig.typist.ended
    assert rig.keys.chords == []
    assert rig.clipboard.history == []
    assert rig.clipboard.snapshots == 0


def test_typing_stops_when_another_window_comes_to_the_front(rig: Rig) -> None:
    rig.typist.on_step = lambda: setattr(rig.focus, "front", CHAT)
    rig.deliver(LONG)
    result = rig.settle()
    assert result.outcome is Outcome.UNCONFIRMED
    assert result.error is not None
    assert "Only a part" in result.error.message
    assert rig.typist.typed == LONG[: len(rig.typist.typed)] != LONG
    assert rig.typist.ended


def test_typing_stops_when_a_password_field_gets_the_focus(rig: Rig) -> None:
    rig.fields.focused = Field("body")
    rig.typist.on_step = lambda: setattr(rig.fields, "focused", Field("password", secure=True))
    long = LONG * 200
    rig.deliver(long)
    result = rig.settle()
    assert result.outcome is Outcome.UNCONFIRMED
    assert result.error is not None
    assert "password field" in str(result.error.values["reason"])
    assert long.startswith(rig.typist.typed)
    assert len(rig.typist.typed) < len(long)
    assert rig.typist.ended


def test_nothing_is_typed_into_another_window(rig: Rig) -> None:
    rig.focus.front = CHAT
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.typist.typed == ""


def test_typing_pauses_while_a_key_is_held(rig: Rig) -> None:
    rig.typist.on_step = lambda: setattr(rig.keys, "held", frozenset(["shift"]))
    rig.deliver(LONG)
    rig.bot.waitUntil(lambda: bool(rig.typist.typed))
    typed = rig.typist.typed
    rig.bot.wait(50)
    assert rig.typist.typed == typed
    assert rig.service.typing
    rig.typist.on_step, rig.keys.held = (lambda: None), frozenset()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.typist.typed == LONG + " "


def test_a_key_held_for_ever_ends_the_typing(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.typist.on_step = lambda: setattr(rig.keys, "held", frozenset(["shift"]))
    rig.deliver(LONG)
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.typist.ended


def test_typing_that_fails_midway_says_so(rig: Rig) -> None:
    failure = DeliveryError("The keyboard is gone.")
    rig.typist.on_step = lambda: setattr(rig.typist, "refusal", failure)
    rig.deliver(LONG)
    assert rig.settle() == DeliveryResult(Outcome.UNCONFIRMED, failure)
    assert rig.typist.ended


def test_where_nothing_can_be_typed_the_text_is_pasted_and_people_are_told_once(rig: Rig) -> None:
    rig.typist.none = DeliveryError("No typing here.")
    for session in (1, 2):
        rig.deliver(session=session)
    rig.settle()
    assert [result.outcome for _, result in rig.results] == [Outcome.DELIVERED] * 2
    assert [result.error for _, result in rig.results] == [rig.typist.none, None]
    assert rig.pasted == ["hello ", "hello "]
    assert rig.clipboard.content == OLD


class Wordless:
    """Implements Typist: there is no key for what is to be typed."""

    refusal = DeliveryError("No key types that.")

    def missing(self) -> None:
        return None

    def begin(self, text: str) -> None:
        raise self.refusal

    def step(self) -> bool:
        raise AssertionError("typed nevertheless")

    def end(self) -> None:
        """Nothing to put back."""

    def close(self) -> None:
        """It holds nothing."""


def test_a_text_that_cannot_be_typed_is_pasted(rig: Rig) -> None:
    desktop = Desktop(rig.clipboard, None, rig.keys, rig.focus, Wordless())
    rig.service = DeliveryService(desktop, TYPE, rig.parent)
    rig.service.bounds = PATIENT
    rig.service.finished.connect(lambda session, result: rig.results.append((session, result)))
    rig.deliver()
    result = rig.settle()
    assert (result.outcome, result.error) == (Outcome.DELIVERED, Wordless.refusal)
    assert rig.pasted == ["hello "]


@pytest.mark.parametrize("end", ["cancel", "quit"])
def test_typing_that_is_broken_off_leaves_the_keyboard_as_it_was(rig: Rig, end: str) -> None:
    rig.typist.on_step = lambda: setattr(rig.keys, "held", frozenset(["shift"]))
    rig.deliver(LONG)
    rig.bot.waitUntil(lambda: bool(rig.typist.typed))
    rig.service.settle_now() if end == "quit" else rig.service.cancel(SessionId(1))
    assert rig.typist.ended
    assert not rig.service.busy
    assert rig.results == []


def test_a_command_gets_the_text_whatever_is_in_front(rig: Rig) -> None:
    rig.service.settings, rig.focus.front = COMMAND, CHAT
    rig.command.works = True
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.command.given))
    assert rig.results == []
    rig.command.works = False
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.command.given == [("notes --add", "hello ")]
    assert rig.keys.chords == []
    assert rig.clipboard.history == []


@pytest.mark.parametrize("when", ["refusal", "failure"])
def test_a_command_that_fails_parks_the_text(rig: Rig, when: str) -> None:
    rig.service.settings = COMMAND
    error = DeliveryError("It failed.")
    setattr(rig.command, when, error)
    rig.deliver()
    assert rig.settle() == DeliveryResult(Outcome.PARKED, error)


def test_without_a_command_the_text_is_kept(rig: Rig) -> None:
    rig.service.settings = Delivery(method=DeliveryMethod.COMMAND, command=" ")
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.command.given == []


def test_a_canceled_command_is_ended(rig: Rig) -> None:
    rig.service.settings, rig.command.works = COMMAND, True
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.command.given))
    rig.service.cancel(SessionId(1))
    assert rig.command.canceled == 1
    assert not rig.service.busy
    assert rig.results == []


@pytest.mark.parametrize(
    ("policy", "expected"), [(TerminalNewlines.SPACE, "one two"), (TerminalNewlines.KEEP, "one\ntwo")]
)
def test_new_lines_in_a_terminal_are_kept_only_on_request(
    rig: Rig, policy: TerminalNewlines, expected: str
) -> None:
    rig.service.settings = Delivery(
        method=DeliveryMethod.TYPE, terminal_newlines=policy, trailing_space=TrailingSpace.NEVER
    )
    rig.focus.front = TERMINAL
    rig.deliver("one\ntwo\n\n", target=TERMINAL)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.typist.typed == expected


def test_typing_does_not_wait_for_a_program_that_does_not_answer(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, field=0.05)
    rig.fields.hangs = True
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
