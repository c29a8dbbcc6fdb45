"""Promises of the delivery: the right text, once, into the right window, and the old clipboard back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.fakes.clipboard import MARKER
from tests.fakes.focus import window
from tests.unit.pipeline.delivery_rig import CHAT, EDITOR, OLD, PATIENT, SHORT, TERMINAL, Rig
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, DeliveryMethod
from v2m_desktop.core.targets import Chord, Client, Window
from v2m_desktop.output.results import DeliveryResult, Outcome


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    yield Rig(qtbot, parent)
    parent.deleteLater()


def test_text_arrives_and_the_old_clipboard_comes_back(rig: Rig) -> None:
    rig.deliver()
    result = rig.settle()
    assert result.outcome is Outcome.DELIVERED
    assert result.read_ns > 0
    assert rig.pasted == ["hello "]
    assert rig.keys.chords == [Chord.CTRL_V]
    assert rig.clipboard.content == OLD
    assert len(rig.results) == 1


def test_the_lent_clipboard_is_marked_private(rig: Rig) -> None:
    marked: list[bool] = []

    def paste() -> None:
        marked.append(MARKER in rig.clipboard.content)
        rig.paste()

    rig.keys.on_chord = paste
    rig.deliver()
    rig.settle()
    assert marked == [True]


def test_a_slow_target_still_gets_the_text(rig: Rig) -> None:
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    rig.bot.wait(150)  # well past the quiet time: no read yet, so nothing may settle
    assert rig.service.busy
    rig.paste()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello "]
    assert rig.clipboard.content == OLD


def test_words_nobody_took_stay_on_the_clipboard(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver()
    result = rig.settle()
    assert result.outcome is Outcome.UNCONFIRMED
    assert rig.clipboard.take() == "hello "
    assert len(rig.keys.chords) == 1


def test_another_window_never_gets_the_text(rig: Rig) -> None:
    rig.focus.front = CHAT
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.history == []


def test_a_window_that_comes_up_while_keys_are_held_never_gets_the_text(rig: Rig) -> None:
    rig.keys.held = frozenset(["shift"])
    rig.deliver()
    rig.bot.wait(50)
    rig.focus.front, rig.keys.held = CHAT, frozenset()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_our_own_window_never_gets_the_text(rig: Rig) -> None:
    rig.focus.front = window(9, ours=True)
    rig.deliver(target=None)
    result = rig.settle()
    assert result.outcome is Outcome.PARKED
    assert result.error is not None
    assert "Voice2Machine" in result.error.message


@pytest.mark.parametrize("target", [None, window(9, ours=True)], ids=["unknown", "ours"])
def test_without_a_known_target_the_window_in_front_gets_the_text(rig: Rig, target: Window | None) -> None:
    rig.deliver(target=target)
    assert rig.settle().outcome is Outcome.DELIVERED


def test_where_the_system_never_tells_the_focus_the_text_is_sent(rig: Rig) -> None:
    rig.focus.front = None
    rig.deliver(target=None)
    assert rig.settle().outcome is Outcome.DELIVERED


def test_when_the_target_is_gone_nobody_gets_the_text(rig: Rig) -> None:
    rig.focus.front = None
    rig.deliver(target=EDITOR)
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.history == []


def test_the_chord_waits_until_no_key_is_held(rig: Rig) -> None:
    rig.keys.held = frozenset(["shift"])
    rig.deliver()
    rig.bot.wait(100)
    assert rig.keys.chords == []
    rig.keys.held = frozenset()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello "]


def test_the_chord_waits_until_the_hotkey_is_up(rig: Rig) -> None:
    rig.service.key_down = lambda: True
    rig.deliver()
    rig.bot.wait(100)
    assert rig.keys.chords == []
    rig.service.key_down = lambda: False
    assert rig.settle().outcome is Outcome.DELIVERED


def test_holding_the_hotkey_for_the_next_sentence_does_not_park_the_last_one(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.service.key_down = lambda: True
    rig.keys.held = frozenset(["ctrl", "alt"])  # of the hotkey itself
    rig.deliver()
    rig.bot.wait(round(SHORT.keys_up * 3000))
    assert rig.service.waiting_for_key
    assert rig.results == []
    rig.service.key_down, rig.service.bounds = (lambda: False), PATIENT
    rig.bot.wait(100)  # its modifiers come up a little later
    assert rig.keys.chords == []
    rig.keys.held = frozenset()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello "]
    assert not rig.service.waiting_for_key


def test_a_key_held_for_ever_parks_the_text(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.held = frozenset(["ctrl"])
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_copy_only_sends_no_keys_and_is_not_private(rig: Rig) -> None:
    rig.service.settings = Delivery(method=DeliveryMethod.COPY)
    rig.focus.front = CHAT
    rig.deliver()
    assert rig.settle().outcome is Outcome.COPIED
    assert rig.keys.chords == []
    assert rig.clipboard.content == {"text/plain": b"hello "}


def test_where_no_keys_can_be_sent_the_text_is_copied_and_people_are_told_once(rig: Rig) -> None:
    rig.keys.none = DeliveryError("No keys here.")
    for session in (1, 2):
        rig.deliver(session=session)
    rig.settle()
    assert [result for _, result in rig.results] == [
        DeliveryResult(Outcome.COPIED, rig.keys.none),
        DeliveryResult(Outcome.COPIED),
    ]
    assert rig.keys.chords == []
    assert rig.clipboard.content == {"text/plain": b"hello "}


def test_who_asked_for_copying_is_not_told_of_missing_keys(rig: Rig) -> None:
    rig.keys.none = DeliveryError("No keys here.")
    rig.service.settings = Delivery(method=DeliveryMethod.COPY)
    rig.deliver()
    assert rig.settle() == DeliveryResult(Outcome.COPIED)


def test_xterm_pastes_the_selection_and_gets_it_back(rig: Rig) -> None:
    rig.focus.front = TERMINAL
    rig.keys.on_chord = lambda: rig.pasted.append(rig.primary.take())
    rig.deliver("one\ntwo", target=TERMINAL)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.keys.chords == [Chord.SHIFT_INSERT]
    assert rig.pasted == ["one two "]
    assert rig.primary.content == {"text/plain": b"selected"}
    assert rig.clipboard.content == OLD


def test_other_windows_leave_the_selection_alone(rig: Rig) -> None:
    rig.deliver()
    rig.settle()
    assert rig.primary.history == []


def test_nothing_begins_while_other_keys_of_ours_are_on_their_way(rig: Rig) -> None:
    at_work = [True]
    rig.service.held_up = lambda: bool(at_work)
    rig.deliver()
    rig.bot.wait(50)
    assert rig.service.busy
    assert rig.clipboard.history == []
    at_work.clear()
    assert rig.settle().outcome is Outcome.DELIVERED


def test_deliveries_go_one_after_the_other(rig: Rig) -> None:
    for session, text in enumerate(("one", "two", "three"), start=1):
        rig.deliver(text, session=session)
    rig.settle()
    assert rig.pasted == ["one ", "two ", "three "]
    assert [session for session, _ in rig.results] == [1, 2, 3]
    assert rig.clipboard.content == OLD


def test_arrival_is_reported_before_the_clipboard_is_back(rig: Rig) -> None:
    rig.focus.front = replace(EDITOR, client=Client(connection=7))
    rig.keys.on_chord = lambda: rig.paste(Client(connection=7))
    held: list[bool] = []
    rig.service.finished.connect(lambda *_: held.append(rig.clipboard.owned()))
    rig.deliver()
    rig.settle()
    assert held == [True]


def test_text_without_anything_visible_touches_nothing(rig: Rig) -> None:
    rig.deliver("\u200b\x1b[0m")
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.clipboard.history == []
    assert rig.keys.chords == []


def test_cancelling_before_the_chord_gives_the_clipboard_back_and_reports_nothing(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, before_chord=60.0, longest_before_chord=60.0)
    rig.deliver()
    rig.deliver("next", session=2)
    rig.bot.waitUntil(lambda: bool(rig.clipboard.history))
    rig.service.cancel(SessionId(2))
    rig.service.cancel(SessionId(1))
    assert not rig.service.busy
    assert rig.keys.chords == []
    assert rig.results == []
    assert rig.clipboard.content == OLD


def test_cancelling_after_the_chord_still_lets_the_target_have_the_right_text(rig: Rig) -> None:
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    rig.service.cancel(SessionId(1))
    assert rig.clipboard.owned()
    rig.paste()
    rig.bot.waitUntil(lambda: not rig.service.busy)
    assert rig.pasted == ["hello "]
    assert rig.results == []
    assert rig.clipboard.content == OLD


def test_quitting_gives_the_clipboard_back(rig: Rig) -> None:
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    rig.service.settle_now()
    assert rig.clipboard.content == OLD
    assert not rig.service.busy
