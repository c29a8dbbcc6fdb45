"""Promises of the session reducer about places where no dictation is wanted."""

from __future__ import annotations

import pytest

from tests.unit.pipeline.test_reducer import LISTENING, ONE, RECOGNIZING, TWO, run, words
from v2m_desktop.core.errors import SecureFieldError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import AppState, CaptureState, TakeStage
from v2m_desktop.pipeline import events as ev

ERROR = SecureFieldError("A password field.")


@pytest.mark.parametrize("heard", [False, True])
def test_a_take_that_is_recorded_comes_to_nothing(heard: bool) -> None:
    state, _ = run(*LISTENING[: 2 if heard else 1])
    state, effects = run(ev.TargetRefused(ONE, ERROR), state=state)
    silence = [ev.Announce(ONE, listening=False)] if heard else []
    assert effects == [
        ev.AbortCapture(ONE),
        ev.DropRecognition(ONE),
        *silence,
        ev.CloseTake(ONE, TakeStage.CANCELLED, error=ERROR),
    ]
    assert (state.capture, state.session, state.takes) == (CaptureState.IDLE, None, ())
    assert (state.problem, state.app_state) == (ERROR, AppState.PROBLEM)
    state, _ = run(ev.StartRequested(), state=state)
    assert state.problem is None


def test_a_start_that_waits_begins_after_it() -> None:
    state, _ = run(*LISTENING, ev.StopRequested(), ev.StartRequested(Action.REFINE))
    state, effects = run(ev.TargetRefused(ONE, ERROR), state=state)
    assert effects[-1] == ev.OpenCapture(TWO, Action.REFINE)
    assert state.session == TWO


def test_an_answer_that_comes_when_the_recording_is_over_leaves_the_next_take_alone() -> None:
    state, _ = run(*RECOGNIZING, ev.StartRequested(), ev.FirstBlockArrived(TWO))
    state, effects = run(ev.TargetRefused(ONE, ERROR), state=state)
    assert ev.CloseTake(ONE, TakeStage.CANCELLED, error=ERROR) in effects
    assert ev.AbortCapture(TWO) not in effects
    assert (state.session, state.capture) == (TWO, CaptureState.LISTENING)


def test_words_that_wait_to_be_rewritten_are_kept_and_the_next_take_goes_on() -> None:
    state, _ = run(ev.StartRequested(Action.REFINE), *RECOGNIZING[1:], ev.StartRequested())
    state, _ = run(
        ev.FirstBlockArrived(TWO), ev.SegmentClosed(TWO, 0), ev.StopRequested(), ev.CaptureEnded(TWO),
        ev.SegmentRecognized(TWO, 0, words("later")), ev.SegmentRecognized(ONE, 0, words("said")),
        state=state,
    )  # fmt: skip
    state, effects = run(ev.TargetRefused(ONE, ERROR), state=state)
    assert effects == [
        ev.DropRewriting(ONE),
        ev.CloseTake(ONE, TakeStage.PARKED, words("said"), ERROR),
        ev.DeliverText(TWO, words("later")),
    ]


def test_a_delivery_under_way_and_a_take_that_is_over_are_left_alone() -> None:
    state, _ = run(*RECOGNIZING, ev.SegmentRecognized(ONE, 0, words("said")))
    assert run(ev.TargetRefused(ONE, ERROR), state=state) == (state, [])
    assert run(ev.TargetRefused(TWO, ERROR), state=state) == (state, [])
