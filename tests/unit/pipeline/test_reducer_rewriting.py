"""Promises of the session reducer about refining and translating."""

from __future__ import annotations

import pytest

from tests.unit.pipeline.test_reducer import ONE, TWO, run, words
from v2m_desktop.core.errors import RewriteDoubtError, V2mError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState, CaptureState, TakeStage
from v2m_desktop.pipeline import events as ev
from v2m_desktop.pipeline.state import State

DOUBT = RewriteDoubtError("another text")


def spoken(action: Action) -> State:
    """A take whose words wait for their rewriting."""
    state, effects = run(
        ev.StartRequested(action),
        ev.FirstBlockArrived(ONE),
        ev.SegmentClosed(ONE, 0),
        ev.StopRequested(),
        ev.CaptureEnded(ONE),
        ev.SegmentRecognized(ONE, 0, words("um hello")),
    )
    assert effects[0] == ev.OpenCapture(ONE, action)
    assert effects[-1] == ev.RewriteText(ONE, action, words("um hello"))
    return state


@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_the_rewriting_is_delivered_and_the_words_are_kept_beside_it(action: Action) -> None:
    state, effects = run(ev.RewritingFinished(ONE, words("Hello.")), state=spoken(action))
    assert effects == [ev.DeliverText(ONE, words("Hello."), rewritten=True)]
    _, effects = run(ev.DeliveryFinished(ONE, TakeStage.DELIVERED), state=state)
    assert effects == [ev.CloseTake(ONE, TakeStage.DELIVERED, words("Hello."), None, words("um hello"))]


@pytest.mark.parametrize("answer", [DOUBT, words("")])
def test_refining_that_fails_delivers_the_words(answer: SensitiveText | V2mError) -> None:
    state, effects = run(ev.RewritingFinished(ONE, answer), state=spoken(Action.REFINE))
    assert effects == [ev.DeliverText(ONE, words("um hello"))]
    state, effects = run(ev.DeliveryFinished(ONE, TakeStage.DELIVERED), state=state)
    (closing,) = effects
    assert isinstance(closing, ev.CloseTake)
    assert (closing.stage, closing.text) == (TakeStage.DELIVERED, words("um hello"))
    assert not closing.spoken
    assert closing.error is not None
    assert state.app_state is AppState.IDLE


def test_translating_that_fails_parks_the_words() -> None:
    state, effects = run(ev.RewritingFinished(ONE, DOUBT), state=spoken(Action.TRANSLATE))
    (closing,) = effects
    assert isinstance(closing, ev.CloseTake)
    assert (closing.stage, closing.text) == (TakeStage.PARKED, words("um hello"))
    assert state.app_state is AppState.PROBLEM


def test_a_late_or_second_answer_changes_nothing() -> None:
    state, _ = run(ev.RewritingFinished(ONE, words("Hello.")), state=spoken(Action.REFINE))
    assert run(ev.RewritingFinished(ONE, words("Again.")), state=state) == (state, [])
    assert run(ev.RewritingFinished(TWO, words("Whose?")), state=state) == (state, [])


def test_a_rewriting_that_hangs_is_given_up_like_one_that_failed() -> None:
    expired = ev.StageExpired(ONE, TakeStage.REWRITING)
    _, effects = run(expired, state=spoken(Action.REFINE))
    assert effects == [ev.DropRewriting(ONE), ev.DeliverText(ONE, words("um hello"))]
    _, effects = run(expired, state=spoken(Action.TRANSLATE))
    assert effects[0] == ev.DropRewriting(ONE)
    assert isinstance(effects[1], ev.CloseTake)


def test_cancel_stops_the_rewriting_unless_something_is_being_recorded() -> None:
    state = spoken(Action.REFINE)
    _, effects = run(ev.CancelRequested(), state=state)
    assert effects[0] == ev.DropRewriting(ONE)
    assert isinstance(effects[1], ev.CloseTake)
    assert (effects[1].stage, effects[1].text) == (TakeStage.PARKED, words("um hello"))
    state, effects = run(ev.StartRequested(), ev.FirstBlockArrived(TWO), ev.CancelRequested(), state=state)
    assert ev.AbortCapture(TWO) in effects
    assert ev.DropRewriting(ONE) not in effects
    assert state.rewriting is not None


def test_a_start_that_waits_for_the_slot_keeps_its_action() -> None:
    state, _ = run(
        ev.StartRequested(),
        ev.FirstBlockArrived(ONE),
        ev.StopRequested(),
        ev.StartRequested(Action.TRANSLATE),
    )
    assert (state.capture, state.queued) == (CaptureState.FINISHING, Action.TRANSLATE)
    state, effects = run(ev.CaptureEnded(ONE), state=state)
    assert ev.OpenCapture(TWO, Action.TRANSLATE) in effects
    assert state.queued is None


def test_a_later_take_waits_for_the_rewriting_before_it() -> None:
    state, effects = run(
        ev.StartRequested(),
        ev.FirstBlockArrived(TWO),
        ev.SegmentClosed(TWO, 0),
        ev.StopRequested(),
        ev.CaptureEnded(TWO),
        ev.SegmentRecognized(TWO, 0, words("second")),
        state=spoken(Action.REFINE),
    )
    assert not any(isinstance(effect, ev.DeliverText) for effect in effects)
    _, effects = run(
        ev.RewritingFinished(ONE, words("First.")),
        ev.DeliveryFinished(ONE, TakeStage.DELIVERED),
        state=state,
    )
    assert [effect for effect in effects if isinstance(effect, ev.DeliverText)] == [
        ev.DeliverText(ONE, words("First."), rewritten=True),
        ev.DeliverText(TWO, words("second")),
    ]
