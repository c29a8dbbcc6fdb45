"""Followers of the app hear of every change once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from v2m_desktop.app.broadcast import Broadcast
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState, CaptureState, SessionId, TakeStage, Transcript
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.pipeline.capture_service import CaptureProgress
from v2m_desktop.pipeline.state import State
from v2m_desktop.pipeline.take_record import ClosedTake

ONE = SessionId(1)


class SpeakingController(QObject):
    """State and words as the test sets them."""

    changed = Signal()
    closed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.state = State(CaptureState.LISTENING, ONE, last_id=ONE)
        self.transcript = Transcript()


class Followers:
    """Stands for the server; keeps what it is to publish."""

    def __init__(self) -> None:
        self.followed = True
        self.events: list[dict[str, Any]] = []

    def publish(self, event: dict[str, Any]) -> None:
        self.events.append(event)

    def kinds(self) -> list[str]:
        return [event["event"] for event in self.events]


class Summary:
    app_state = AppState.LISTENING


@pytest.fixture
def stage(qapp: object) -> tuple[SpeakingController, Followers, Broadcast]:
    controller, followers = SpeakingController(), Followers()
    return controller, followers, Broadcast(followers, controller, Summary(), controller)  # type: ignore[arg-type]


Stage = tuple[SpeakingController, Followers, Broadcast]


def test_a_state_is_told_once(stage: Stage) -> None:
    controller, followers, _ = stage
    controller.changed.emit()
    controller.changed.emit()
    assert followers.kinds() == ["state"]
    controller.state = replace(controller.state, capture=CaptureState.FINISHING)
    controller.changed.emit()
    assert followers.events[-1]["capture"] == "finishing"


def test_words_are_told_when_they_change(stage: Stage) -> None:
    controller, followers, _ = stage
    controller.transcript = Transcript(SensitiveText("one"), SensitiveText("two"))
    controller.changed.emit()
    controller.changed.emit()
    assert followers.kinds() == ["state", "transcription_update"]
    assert (followers.events[1]["committed"], followers.events[1]["tentative"]) == ("one", "two")


def test_voice_activity_is_told_on_change_only(stage: Stage) -> None:
    _, followers, broadcast = stage
    for speech in (True, True, False):
        broadcast.on_progress(CaptureProgress(ONE, 1.0, -20.0, speech, 0.5))
    assert [event["speech"] for event in followers.events] == [True, False]


def test_the_end_of_a_take_brings_its_words_and_moments(stage: Stage) -> None:
    controller, followers, _ = stage
    moments = Timeline(stop_requested=1, delivered=2_000_001)
    controller.closed.emit(ClosedTake(ONE, TakeStage.DELIVERED, SensitiveText("hello"), None, moments))
    assert followers.kinds() == ["transcription_update", "take_closed"]
    assert followers.events[0]["final"] is True
    assert followers.events[1]["milliseconds"] == {"stop_to_delivered": 2.0}


def test_nothing_is_prepared_for_nobody(stage: Stage) -> None:
    controller, followers, broadcast = stage
    followers.followed = False
    controller.transcript = Transcript(SensitiveText("one"))
    controller.changed.emit()
    controller.closed.emit(ClosedTake(ONE, TakeStage.EMPTY, SensitiveText(), None, Timeline()))
    broadcast.on_progress(CaptureProgress(ONE, 1.0, -20.0, True, 0.5))
    assert followers.events == []
