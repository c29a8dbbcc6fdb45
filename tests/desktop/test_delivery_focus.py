"""The focus moves, at each step of a delivery: the wrong window stays empty."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop import keyboard, x_state
from tests.desktop.clipboard_holder import ClipboardHolder
from tests.desktop.delivery_rig import DeliveryRig, delivery_rig
from tests.desktop.target_window import GtkWindow, TargetWindow
from v2m_desktop.output.results import Outcome

WORDS = "Hello, señora."


@dataclass(frozen=True)
class Stage:
    """Two windows of other programs. `right` was in front when the dictation began."""

    rig: DeliveryRig
    right: TargetWindow
    wrong: GtkWindow

    def distract(self) -> None:
        """The wrong window comes to the front."""
        x_state.activate(self.wrong.window)

    def check_nothing_typed(self) -> None:
        """Not even later: what comes from the keyboard now comes after all that was sent before."""
        keyboard.tap("x")
        self.wrong.wait_text(lambda text: text == "x")
        assert self.right.texts == []
        assert [text for _, text in self.wrong.texts] == ["x"]


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    with (
        delivery_rig(qtbot) as rig,
        ClipboardHolder() as holder,
        GtkWindow() as wrong,
        TargetWindow() as right,
    ):
        holder.copy({"text/plain": b"old"})
        x_state.activate(right.window)
        yield Stage(rig, right, wrong)
        assert x_state.keys_down() == ""


def test_before_the_text_is_there(stage: Stage) -> None:
    start = stage.rig.window()
    stage.distract()
    stage.rig.deliver(WORDS, start)
    assert stage.rig.settle().outcome is Outcome.PARKED
    assert stage.rig.keys.chords == []
    stage.check_nothing_typed()
    assert stage.rig.copied() == "old"


def test_between_the_clipboard_and_the_chord(stage: Stage) -> None:
    published: list[str] = []

    def distract() -> None:
        published.append("yes")
        stage.distract()

    stage.rig.board.on_publish = distract
    stage.rig.deliver(WORDS)
    assert stage.rig.settle().outcome is Outcome.PARKED
    assert published == ["yes"]
    assert stage.rig.keys.chords == []
    stage.check_nothing_typed()
    assert stage.rig.copied() == "old"


def test_between_the_chord_and_the_read(stage: Stage) -> None:
    stage.right.order("busy", 1.0)
    stage.rig.keys.on_chord = stage.distract
    stage.rig.deliver(WORDS)
    assert stage.rig.settle().outcome is Outcome.DELIVERED
    stage.right.wait_text(lambda text: text == WORDS)
    assert stage.wrong.texts == []
    assert stage.rig.copied() == "old"


def test_after_the_read(stage: Stage) -> None:
    stage.rig.deliver(WORDS)
    stage.rig.bot.waitUntil(lambda: stage.right.text == WORDS)
    stage.distract()
    assert stage.rig.settle().outcome is Outcome.DELIVERED
    assert [text for _, text in stage.right.texts] == [WORDS]
    assert stage.wrong.texts == []
    assert stage.rig.copied() == "old"
