"""The session controller's mind: a pure, total function (state, event) -> (state, effects).

A new take may listen while earlier ones are worked on; texts are delivered in the order of speaking. The
controller bounds the time of every stage.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from v2m_desktop.core.errors import (
    DeliveryError,
    RecognitionError,
    RewriteAnswerError,
    RewriteError,
    RewriteUnreachableError,
    StreamDeadError,
    V2mError,
)
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, SessionId, TakeStage
from v2m_desktop.pipeline import events as ev
from v2m_desktop.pipeline.state import State, Take

MAX_TAKES = 5
"""Takes worked on at once; a further start is refused until one is done."""

TOO_MANY_TAKES = "Too many dictations are still being worked on. Wait a moment, then start again."
MICROPHONE_SILENT = "The microphone did not answer. Check the connection, or choose another in the tray menu."
FINISH_STALLED = "The recording could not be ended in time. It is kept: see v2m recover."
TOOK_TOO_LONG = "A dictation took too long. Its recording is kept: see v2m recover."
REWRITING_STALLED = "The rewriting took too long."
REWRITING_STOPPED = (
    "The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu."
)
NO_WORDS = "The answer held no words."
INSERTED_AS_SPOKEN = "The text was inserted as you said it. {reason}"
NOT_TRANSLATED = (
    "Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}"
)


Step = tuple[State, tuple[ev.Effect, ...]]


def reduce(state: State, event: ev.Event) -> Step:
    """The next state and what to do. Events of unknown or finished takes change nothing."""
    return _HANDLERS[type(event)](state, event)


def _unchanged(state: State) -> Step:
    return state, ()


def _start(state: State, event: ev.StartRequested) -> Step:
    if state.capture in (CaptureState.ARMING, CaptureState.LISTENING):
        return _unchanged(state)
    if state.capture is CaptureState.FINISHING and state.session is not None:
        # The next take is more urgent than the tail of this one.
        return replace(state, queued=event.action), (ev.StopCapture(state.session, at_once=True),)
    if len(state.takes) >= MAX_TAKES:
        return replace(state, problem=RecognitionError(TOO_MANY_TAKES)), ()
    session = SessionId(state.last_id + 1)
    opened = replace(
        state,
        capture=CaptureState.ARMING,
        session=session,
        last_id=session,
        takes=(*state.takes, Take(session, event.action)),
        queued=None,
        problem=None,
    )
    return opened, (ev.OpenCapture(session, event.action),)


def _stop(state: State, _event: ev.StopRequested) -> Step:
    if state.session is None or state.capture not in (CaptureState.ARMING, CaptureState.LISTENING):
        return replace(state, queued=None), ()
    return replace(state, capture=CaptureState.FINISHING), (ev.StopCapture(state.session),)


def _toggle(state: State, event: ev.ToggleRequested) -> Step:
    if state.capture in (CaptureState.ARMING, CaptureState.LISTENING):
        return _stop(state, ev.StopRequested())
    if state.start_queued:
        return replace(state, queued=None), ()
    return _start(state, ev.StartRequested(event.action))


def _cancel(state: State, _event: ev.CancelRequested) -> Step:
    if state.start_queued:
        # What is taken back is the start that waits, not the take before it, which is being finished.
        return replace(state, queued=None), ()
    if state.session is None:
        return _stop_rewriting(state)
    session = state.session
    announcement = _silence_announced(state.take(session))
    freed, effects = _without(state, session, TakeStage.CANCELLED)
    return _free_slot(
        freed,
        (ev.AbortCapture(session), ev.DropRecognition(session), *announcement, *effects),
    )


def _stop_rewriting(state: State) -> Step:
    """Who stops the rewriting wants neither to wait for it nor to lose the words."""
    take = state.rewriting
    if take is None:
        return _unchanged(state)
    return _keep_words(state, take, RewriteError(REWRITING_STOPPED))


def _keep_words(state: State, take: Take, error: V2mError) -> Step:
    """Give the rewriting up: the words as they were said wait for their user."""
    freed, effects = _without(state, take.id, TakeStage.PARKED, error)
    settled, more = _settle(freed)
    return settled, (ev.DropRewriting(take.id), *effects, *more)


def _first_block(state: State, event: ev.FirstBlockArrived) -> Step:
    take = state.take(event.session)
    if take is None or event.session != state.session or state.capture is not CaptureState.ARMING:
        return _unchanged(state)
    listening = _with(replace(state, capture=CaptureState.LISTENING), replace(take, listened=True))
    return listening, (ev.Announce(event.session, listening=True),)


def _capture_failed(state: State, event: ev.CaptureFailed) -> Step:
    if event.session != state.session:
        return _unchanged(state)
    freed, effects = _without(state, event.session, TakeStage.FAILED, event.error)
    return _free_slot(freed, effects)


def _target_refused(state: State, event: ev.TargetRefused) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is TakeStage.DELIVERING:  # delivery looks for itself
        return _unchanged(state)
    if take.stage is TakeStage.REWRITING:
        return _keep_words(state, take, event.error)
    recorded = state.session == take.id
    announcement = _silence_announced(take) if recorded else ()
    freed, closing = _without(state, take.id, TakeStage.CANCELLED, event.error)
    effects = (ev.AbortCapture(take.id), ev.DropRecognition(take.id), *announcement, *closing)
    if recorded:
        return _free_slot(freed, effects)
    settled, more = _settle(freed)
    return settled, effects + more


def _segment_closed(state: State, event: ev.SegmentClosed) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is not TakeStage.RECORDING or event.number != take.segments:
        return _unchanged(state)
    changed = _with(state, replace(take, segments=take.segments + 1))
    return changed, (ev.RecognizeSegment(take.id, event.number),)


def _capture_ended(state: State, event: ev.CaptureEnded) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is not TakeStage.RECORDING:
        return _unchanged(state)
    changed = _with(state, replace(take, stage=TakeStage.RECOGNIZING, notice=event.error))
    changed = replace(changed, problem=event.error or changed.problem)
    effects: tuple[ev.Effect, ...] = ()
    if state.session == event.session:
        effects = _silence_announced(take)
        changed, opening = _free_slot(changed, ())
        effects += opening
    settled, more = _settle(changed)
    return settled, effects + more


def _segment_recognized(state: State, event: ev.SegmentRecognized) -> Step:
    return _segment_done(state, event.session, event.number, event.text, None)


def _segment_failed(state: State, event: ev.SegmentFailed) -> Step:
    return _segment_done(state, event.session, event.number, SensitiveText(), event.error)


def _segment_done(
    state: State, session: SessionId, number: int, text: SensitiveText, failure: V2mError | None
) -> Step:
    take = state.take(session)
    known = take is not None and any(done == number for done, _ in take.texts)
    if take is None or known or number >= take.segments:
        return _unchanged(state)
    done = replace(take, texts=(*take.texts, (number, text)), failure=take.failure or failure)
    return _settle(_with(state, done))


def _rewriting_finished(state: State, event: ev.RewritingFinished) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is not TakeStage.REWRITING:
        return _unchanged(state)
    if isinstance(event.answer, SensitiveText) and event.answer:
        return _deliver(state, replace(take, rewritten=event.answer))
    reason = event.answer if isinstance(event.answer, V2mError) else RewriteAnswerError(NO_WORDS)
    if take.action is Action.REFINE:
        return _deliver(state, replace(take, notice=RewriteError(INSERTED_AS_SPOKEN, reason=reason)))
    # Words in the wrong language are of no use where the translation was to go.
    error = RewriteError(NOT_TRANSLATED, reason=reason)
    freed, effects = _without(state, take.id, TakeStage.PARKED, error)
    settled, more = _settle(freed)
    return settled, effects + more


def _delivery_finished(state: State, event: ev.DeliveryFinished) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is not TakeStage.DELIVERING:
        return _unchanged(state)
    freed, effects = _without(state, take.id, event.stage, event.error or take.notice)
    settled, more = _settle(freed)
    return settled, effects + more


def _stage_expired(state: State, event: ev.StageExpired) -> Step:
    take = state.take(event.session)
    if take is None or take.stage is not event.stage:
        return _unchanged(state)
    if take.stage is TakeStage.RECORDING and state.session == take.id:
        if state.capture is CaptureState.LISTENING:
            return _stop(state, ev.StopRequested())
        if state.capture is CaptureState.FINISHING:
            # What was recognized so far is kept; the recording holds the rest.
            stalled = _with(state, replace(take, failure=take.failure or StreamDeadError(FINISH_STALLED)))
            ended, effects = _capture_ended(stalled, ev.CaptureEnded(take.id))
            return ended, (ev.AbortCapture(take.id), *effects)
        freed, effects = _without(state, take.id, TakeStage.FAILED, StreamDeadError(MICROPHONE_SILENT))
        return _free_slot(freed, (ev.AbortCapture(take.id), ev.DropRecognition(take.id), *effects))
    if take.stage is TakeStage.REWRITING:
        error = RewriteUnreachableError(REWRITING_STALLED)
        settled, more = _rewriting_finished(state, ev.RewritingFinished(take.id, error))
        return settled, (ev.DropRewriting(take.id), *more)
    abandon: ev.Effect = (
        ev.AbandonDelivery(take.id) if take.stage is TakeStage.DELIVERING else ev.DropRecognition(take.id)
    )
    kind = DeliveryError if take.stage is TakeStage.DELIVERING else RecognitionError
    freed, effects = _without(state, take.id, TakeStage.FAILED, kind(TOOK_TOO_LONG))
    settled, more = _settle(freed)
    return settled, (abandon, *effects, *more)


def _silence_announced(take: Take | None) -> tuple[ev.Effect, ...]:
    """The microphone no longer hears, if it ever did. Told once it is so: a chime must not be recorded."""
    return (ev.Announce(take.id, listening=False),) if take is not None and take.listened else ()


def _with(state: State, changed: Take) -> State:
    return replace(state, takes=tuple(changed if take.id == changed.id else take for take in state.takes))


def _without(
    state: State, session: SessionId, stage: TakeStage, error: V2mError | None = None
) -> tuple[State, tuple[ev.Effect, ...]]:
    take = state.take(session)
    spoken = take.text if take is not None else SensitiveText()
    rewritten = take.rewritten if take is not None else None
    remaining = tuple(other for other in state.takes if other.id != session)
    told = stage in (TakeStage.FAILED, TakeStage.PARKED) or (stage is TakeStage.CANCELLED and error)
    problem = error if told else state.problem
    closing = (
        ev.CloseTake(session, stage, spoken, error)
        if rewritten is None
        else ev.CloseTake(session, stage, rewritten, error, spoken)
    )
    return replace(state, takes=remaining, problem=problem), (closing,)


def _free_slot(state: State, effects: tuple[ev.Effect, ...]) -> Step:
    free = replace(state, capture=CaptureState.IDLE, session=None)
    if state.queued is None:
        return free, effects
    started, more = _start(free, ev.StartRequested(state.queued))
    return replace(started, queued=None), effects + more


def _settle(state: State) -> Step:
    """Move the takes at the head of the list on: rewrite or deliver one, close those without words."""
    effects: tuple[ev.Effect, ...] = ()
    while state.takes and state.takes[0].recognized:
        take = state.takes[0]
        if take.failure is not None:
            state, closing = _without(state, take.id, TakeStage.FAILED, take.failure)
        elif not take.text:
            state, closing = _without(state, take.id, TakeStage.EMPTY, take.notice)
        elif take.action is not Action.RAW:
            state = _with(state, replace(take, stage=TakeStage.REWRITING))
            return state, (*effects, ev.RewriteText(take.id, take.action, take.text))
        else:
            state, delivering = _deliver(state, take)
            return state, effects + delivering
        effects += closing
    return state, effects


def _deliver(state: State, take: Take) -> Step:
    delivering = _with(state, replace(take, stage=TakeStage.DELIVERING))
    rewritten = take.rewritten is not None
    return delivering, (ev.DeliverText(take.id, take.rewritten or take.text, rewritten),)


_HANDLERS: dict[type, Callable[[State, Any], Step]] = {
    ev.StartRequested: _start,
    ev.StopRequested: _stop,
    ev.ToggleRequested: _toggle,
    ev.CancelRequested: _cancel,
    ev.FirstBlockArrived: _first_block,
    ev.CaptureFailed: _capture_failed,
    ev.TargetRefused: _target_refused,
    ev.SegmentClosed: _segment_closed,
    ev.CaptureEnded: _capture_ended,
    ev.SegmentRecognized: _segment_recognized,
    ev.SegmentFailed: _segment_failed,
    ev.RewritingFinished: _rewriting_finished,
    ev.DeliveryFinished: _delivery_finished,
    ev.StageExpired: _stage_expired,
}
