"""Promises of the delivery beside other programs that use the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.unit.pipeline.delivery_rig import CHAT, OLD, SHORT, Rig
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Delivery, TrailingSpace
from v2m_desktop.output.results import DeliveryResult, Outcome


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[Rig]:
    parent = QObject()
    yield Rig(qtbot, parent)
    parent.deleteLater()


def test_what_the_user_copied_meanwhile_stays(rig: Rig) -> None:
    def paste_and_copy() -> None:
        rig.paste()
        rig.clipboard.copy("mine")

    rig.keys.on_chord = paste_and_copy
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.clipboard.take() == "mine"


def test_a_copy_before_the_target_read_ends_the_wait(rig: Rig) -> None:
    rig.keys.on_chord = lambda: rig.clipboard.copy("mine")
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.clipboard.take() == "mine"


def test_a_copy_in_the_moment_of_publishing_comes_back_too(rig: Rig) -> None:
    rig.clipboard.before_publish = once(partial(rig.clipboard.copy, "mine"))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["hello "]
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_so_does_one_in_the_moment_of_taking_the_clipboard_over_from_the_text_before(rig: Rig) -> None:
    copies = iter([None, "mine"])  # with the second text

    def copy() -> None:
        if (text := next(copies, None)) is not None:
            rig.clipboard.copy(text)

    rig.clipboard.before_publish = copy
    rig.deliver("one")
    rig.deliver("two", session=2)
    rig.settle()
    assert rig.pasted == ["one ", "two "]
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_so_does_one_in_the_moment_of_replacing_a_text_that_nobody_took(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver("one")
    rig.settle()
    rig.keys.on_chord = rig.paste
    rig.clipboard.before_publish = once(partial(rig.clipboard.copy, "mine"))
    rig.deliver("two")
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["two "]
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_a_copy_in_the_moment_of_giving_back_stays(rig: Rig) -> None:
    rig.clipboard.before_restore = once(partial(rig.clipboard.copy, "mine"))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_what_could_not_be_kept_and_was_replaced_since_is_not_told_of(rig: Rig) -> None:
    def copy() -> None:
        rig.clipboard.copy("mine")
        rig.clipboard.complete = True

    rig.clipboard.complete = False
    rig.clipboard.before_publish = once(copy)
    rig.deliver()
    assert rig.settle().error is None
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_what_was_copied_while_the_keys_failed_stays(rig: Rig) -> None:
    def copy_and_fail() -> None:
        rig.clipboard.copy("mine")
        rig.keys.broken = DeliveryError("The tool failed.")

    rig.keys.on_chord = copy_and_fail
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.clipboard.content == {"text/plain": b"mine"}
    assert not rig.service.lost_clipboard


def test_a_program_that_copies_again_and_again_gets_its_way(rig: Rig) -> None:
    rig.clipboard.before_publish = partial(rig.clipboard.copy, "mine")
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.pasted == []
    assert rig.clipboard.take() == "mine"


def test_refused_keys_leave_the_text_on_the_clipboard(rig: Rig) -> None:
    rig.keys.refusal = DeliveryError("No keys here.")
    rig.deliver()
    assert rig.settle() == DeliveryResult(Outcome.PARKED, rig.keys.refusal)
    assert rig.clipboard.take() == "hello "
    assert rig.service.lost_clipboard
    rig.service.put_back()
    assert rig.clipboard.content == OLD


def test_after_refused_keys_the_next_text_gives_the_old_clipboard_back(rig: Rig) -> None:
    rig.keys.refusal = DeliveryError("No keys here.")
    rig.deliver()
    rig.settle()
    rig.keys.refusal = None
    rig.deliver("next")
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["next "]
    assert rig.clipboard.content == OLD


def test_an_incomplete_snapshot_is_not_restored(rig: Rig) -> None:
    rig.clipboard.complete = False
    rig.deliver()
    result = rig.settle()
    assert result.outcome is Outcome.DELIVERED
    assert result.error is not None
    assert rig.clipboard.take() == "hello "


def test_a_program_that_reads_whatever_is_copied_is_not_taken_for_the_target(rig: Rig) -> None:
    rig.service.bounds = replace(SHORT, before_chord=1.0, longest_before_chord=60.0)
    rig.keys.on_chord = lambda: None
    rig.clipboard.on_publish = lambda: QTimer.singleShot(5, rig.parent, rig.clipboard.take)
    rig.deliver()
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.clipboard.reads() != ()
    assert rig.clipboard.take() == "hello "


def test_a_copy_in_the_moment_before_the_chord_is_not_pasted(rig: Rig) -> None:
    rig.clipboard.on_publish = lambda: QTimer.singleShot(5, rig.parent, lambda: rig.clipboard.copy("mine"))
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.take() == "mine"


def test_a_window_that_comes_up_in_the_moment_before_the_chord_never_gets_the_text(rig: Rig) -> None:
    rig.clipboard.on_publish = lambda: setattr(rig.focus, "front", CHAT)
    rig.deliver()
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.keys.chords == []
    assert rig.clipboard.content == OLD


def test_a_clipboard_whose_owner_hangs_is_not_read_and_people_are_told(rig: Rig) -> None:
    rig.clipboard.hangs = True
    rig.deliver()
    result = rig.settle()
    assert result.outcome is Outcome.DELIVERED
    assert result.error is not None
    assert result.error.message == "What the clipboard held before could not be kept."
    assert rig.pasted == ["hello "]
    assert rig.clipboard.snapshots == 0
    assert rig.clipboard.take() == "hello "


def test_restoring_can_be_switched_off(rig: Rig) -> None:
    rig.service.settings = Delivery(restore_clipboard=False, trailing_space=TrailingSpace.NEVER)
    rig.deliver()
    assert rig.settle().error is None
    assert rig.clipboard.take() == "hello"
    assert rig.clipboard.snapshots == 0


def test_after_a_text_that_nobody_took_the_next_one_gives_the_old_clipboard_back(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver("one")
    assert rig.settle().outcome is Outcome.UNCONFIRMED
    assert rig.service.lost_clipboard
    rig.keys.on_chord = rig.paste
    rig.deliver("one", target=None)
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.pasted == ["one "]
    assert rig.clipboard.content == OLD


def test_after_a_text_that_nobody_took_what_the_user_copied_stays(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver("one")
    rig.settle()
    rig.clipboard.copy("mine")
    rig.keys.on_chord = rig.paste
    rig.deliver("one")
    assert rig.settle().outcome is Outcome.DELIVERED
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_a_refused_try_leaves_the_text_that_nobody_took_on_the_clipboard(rig: Rig) -> None:
    rig.service.bounds = SHORT
    rig.keys.on_chord = lambda: None
    rig.deliver("one")
    rig.settle()
    rig.focus.front = CHAT
    rig.deliver("one")
    assert rig.settle().outcome is Outcome.PARKED
    assert rig.clipboard.content["text/plain"] == b"one "
    assert rig.service.lost_clipboard
    rig.service.put_back()
    assert rig.clipboard.content == OLD


@pytest.mark.parametrize("when", ["before the chord", "before the read", "idle"])
def test_what_is_copied_here_stays_whatever_is_under_way(rig: Rig, when: str) -> None:
    copy = partial(rig.service.copy, SensitiveText("mine"))
    if when == "before the chord":
        rig.clipboard.on_publish = once(copy)
    elif when == "before the read":
        rig.keys.on_chord = lambda: (copy(), QTimer.singleShot(0, rig.paste))
    rig.deliver()
    assert rig.settle().outcome is Outcome.DELIVERED
    if when == "idle":
        copy()
    rig.bot.waitUntil(lambda: rig.clipboard.content == {"text/plain": b"mine"})
    assert rig.pasted == ["hello "]
    rig.deliver("next")
    rig.settle()
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_who_copies_is_told_once_it_is_there(rig: Rig) -> None:
    """Until then the recording has to stay: the app may end at any moment."""
    on_clipboard: list[bytes] = []

    def note() -> None:
        on_clipboard.append(rig.clipboard.content["text/plain"])

    rig.keys.on_chord = partial(rig.service.copy, SensitiveText("mine"), note)
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    assert on_clipboard == []
    rig.paste()
    rig.settle()
    rig.bot.waitUntil(lambda: bool(on_clipboard))
    rig.service.copy(SensitiveText("more"), note)
    assert on_clipboard == [b"mine", b"more"]


def test_what_is_copied_between_two_texts_comes_back_after_the_second(rig: Rig) -> None:
    rig.keys.on_chord = rig.pasting_then(once(partial(rig.service.copy, SensitiveText("mine"))))
    rig.deliver("one")
    rig.deliver("two", session=2)
    rig.settle()
    assert rig.pasted == ["one ", "two "]
    assert rig.clipboard.content == {"text/plain": b"mine"}


def test_at_the_end_of_the_app_what_was_to_be_copied_is_copied(rig: Rig) -> None:
    rig.keys.on_chord = partial(rig.service.copy, SensitiveText("mine"))
    rig.deliver()
    rig.bot.waitUntil(lambda: bool(rig.keys.chords))
    rig.service.settle_now()
    assert rig.clipboard.content["text/plain"] == b"mine"


def once(what: Callable[[], object]) -> Callable[[], None]:
    """The first time only."""
    left = [what]

    def call() -> None:
        if left:
            left.pop()()

    return call
