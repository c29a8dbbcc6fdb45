"""Promises of the delivery where the system tells who reads the clipboard."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.fakes.focus import window
from tests.unit.pipeline.delivery_rig import CHAT, EDITOR, OLD, PATIENT, SHORT, TERMINAL, Rig
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery
from v2m_desktop.core.targets import Client
from v2m_desktop.output.results import Outcome

TARGET = Client(connection=1, process=10, program="editor")
HISTORY = Client(connection=3, process=30, program="history")
STRANGER = Client(connection=4, process=40, program="wine")
NAMED = replace(EDITOR, client=TARGET)


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    made = Rig(qtbot, parent)
    made.focus.front = NAMED
    made.keys.on_chord = lambda: made.paste(TARGET)
    yield made
    parent.deleteLater()


def test_the_very_words_and_their_window_are_told(rig: Rig) -> None:
    rig.deliver()
    result = rig.settle()
    assert result.inserted is not None
    assert result.inserted.reveal() == "hello "
    assert result.window == NAMED


def test_a_clipboard_history_is_learned_and_never_taken_for_the_target(rig: Rig) -> None:
    rig.clipboard.on_publish = lambda: rig.clipboard.take(HISTORY)
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    rig.service.bounds = SHORT
    rig.clipboard.on_publish = lambda: None
    rig.keys.on_chord = lambda: rig.clipboard.take(HISTORY)
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED


def test_who_reads_what_has_just_come_back_is_never_taken_for_the_target(rig: Rig) -> None:
    rig.service.bounds = replace(SHORT, after_return=60.0)
    rig.keys.on_chord = lambda: rig.paste(STRANGER)
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    rig.clipboard.take(STRANGER)
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED


def test_once_the_readers_are_known_the_chord_is_not_held_up(rig: Rig) -> None:
    rig.deliver()
    rig.settle()
    rig.service.bounds = replace(PATIENT, before_chord=60.0, longest_before_chord=60.0)
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert len(rig.keys.chords) == 2


def test_an_idle_target_has_its_words_in_no_time(rig: Rig) -> None:
    rig.deliver()
    rig.settle()
    times = []
    for _ in range(5):
        began = time.perf_counter_ns()
        rig.deliver()
        times.append((rig.settle().read_ns - began) / 1e9)
    assert min(times) < 0.03


def test_the_next_text_follows_without_the_old_clipboard_in_between(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=60.0, quiet_next=0.01)
    contents: list[str] = []
    rig.clipboard.on_publish = lambda: contents.append(rig.clipboard.content["text/plain"].decode())
    for session, text in enumerate(("one", "two", "three"), start=1):
        rig.deliver(text, session=session)
    rig.bot.waitUntil(lambda: len(rig.results) == 3)
    assert rig.clipboard.snapshots == 1
    rig.service.settle_now()
    assert rig.pasted == ["one ", "two ", "three "]
    assert contents == ["one ", "two ", "three "]
    assert rig.clipboard.content == OLD


def test_what_was_handed_over_goes_back_if_the_next_text_is_parked(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=60.0, quiet_next=0.01)
    rig.deliver()
    rig.deliver("next", target=CHAT, session=2)
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.pasted == ["hello "]
    assert rig.clipboard.content == OLD


def test_what_was_handed_over_goes_back_if_the_next_text_needs_no_clipboard(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=60.0, quiet_next=0.01)
    rig.deliver()
    rig.deliver("\u200b", session=2)
    rig.settle()
    assert rig.clipboard.content == OLD


def test_what_was_handed_over_goes_back_while_a_key_is_held(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=60.0, quiet_next=0.01)
    rig.service.finished.connect(lambda *_: setattr(rig.keys, "held", frozenset(["shift"])))
    rig.deliver()
    rig.deliver("next", session=2)
    rig.bot.waitUntil(lambda: len(rig.results) == 1)
    rig.bot.waitUntil(lambda: rig.clipboard.content == OLD)
    rig.service.bounds = PATIENT
    rig.keys.held = frozenset()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello ", "next "]
    assert rig.clipboard.content == OLD


def test_a_selection_that_was_not_lent_before_is_looked_at_for_itself(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=0.5, quiet_next=0.01)
    rig.keys.on_chord = lambda: (rig.clipboard if len(rig.keys.chords) == 1 else rig.primary).take(TARGET)
    terminal = replace(TERMINAL, client=TARGET)
    rig.service.finished.connect(lambda *_: setattr(rig.focus, "front", terminal))
    rig.deliver()
    rig.deliver("next", target=terminal, session=2)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.primary.history == ["next "]
    assert rig.primary.content == {"text/plain": b"selected"}
    assert rig.clipboard.content == OLD


def test_a_copy_between_two_texts_is_what_comes_back(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=0.3, quiet_next=0.01)
    copied = iter([True])

    def copy_once(*_: object) -> None:
        if next(copied, False):
            QTimer.singleShot(0, rig.parent, lambda: rig.clipboard.copy("mine"))

    rig.service.finished.connect(copy_once)
    rig.deliver()
    rig.deliver("next", session=2)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello ", "next "]
    assert rig.clipboard.take() == "mine"


def test_the_clipboard_of_before_can_be_had_when_nobody_took_the_text(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.service.lost_clipboard
    assert rig.clipboard.take() == "hello "
    rig.service.put_back()
    assert rig.clipboard.content == OLD
    assert not rig.service.lost_clipboard


def test_it_is_forgotten_when_something_else_is_copied(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.settle()
    rig.clipboard.copy("mine")
    assert not rig.service.lost_clipboard
    rig.service.put_back()
    assert rig.clipboard.take() == "mine"


def test_it_is_forgotten_with_the_next_delivery(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.settle()
    rig.service.bounds, rig.keys.on_chord = PATIENT, lambda: rig.paste(TARGET)
    rig.deliver("next")
    assert rig.settle().outcome is Outcome.DELIVERED
    assert not rig.service.lost_clipboard


def test_a_tool_that_takes_its_time_to_send_the_keys_is_waited_for(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.under_way = True
    rig.deliver()
    rig.bot.waitUntil(lambda: len(rig.results) == 1)
    assert rig.results[0][1].outcome is Outcome.DELIVERED
    rig.bot.wait(100)
    assert rig.clipboard.owned()
    rig.keys.under_way = False
    rig.settle()
    assert rig.clipboard.content == OLD


def test_a_strange_reader_is_the_target_if_nobody_else_is(rig: Rig) -> None:
    rig.keys.on_chord = lambda: rig.paste(STRANGER)
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.clipboard.content == OLD


def test_a_window_of_ours_that_asks_for_it_gets_the_text(rig: Rig) -> None:
    practice = replace(window(9, ours=True), welcoming=True, client=TARGET)
    rig.focus.front = practice
    rig.deliver(target=practice)
    assert rig.settle().outcome is Outcome.DELIVERED
    rig.deliver(target=None)
    assert rig.settle().outcome is Outcome.DELIVERED


def test_news_of_the_clipboard_is_acted_on_without_waiting_for_the_clock(rig: Rig) -> None:
    rig.keys.on_chord = lambda: None
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    clock = rig.service.findChild(QTimer)
    assert clock is not None
    clock.stop()
    rig.paste(TARGET)
    rig.bot.waitUntil(lambda: len(rig.results) == 1)
    assert rig.results[0][1].outcome is Outcome.DELIVERED


def test_canceling_the_waiting_text_gives_back_what_was_handed_over(rig: Rig) -> None:
    rig.service.bounds = replace(PATIENT, quiet=60.0, quiet_next=0.05)
    rig.service.settings = Delivery()
    rig.deliver()
    rig.deliver("next", session=2)
    rig.bot.waitUntil(lambda: len(rig.results) == 1)
    rig.service.cancel(SessionId(2))
    rig.service.bounds = PATIENT
    rig.service.settle_now()
    assert rig.clipboard.content == OLD
