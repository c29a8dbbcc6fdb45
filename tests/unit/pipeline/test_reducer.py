"""Promises of the session reducer, kept under every order of events."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

import pytest

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, SessionId, TakeStage
from v2m_desktop.pipeline import events as ev
from v2m_desktop.pipeline.reducer import MAX_TAKES, reduce
from v2m_desktop.pipeline.state import State

OUT_OF_MEMORY, GONE, BROKEN = V2mError("out of memory"), V2mError("gone"), V2mError("broken")
ONE = SessionId(1)
TWO = SessionId(2)


def run(*events: ev.Event, state: State | None = None) -> tuple[State, list[ev.Effect]]:
    state = state or State()
    effects: list[ev.Effect] = []
    for event in events:
        state, more = reduce(state, event)
        effects.extend(more)
    return state, effects


def words(text: str) -> SensitiveText:
    return SensitiveText(text)


LISTENING = (ev.StartRequested(), ev.FirstBlockArrived(ONE))
RECOGNIZING = (*LISTENING, ev.SegmentClosed(ONE, 0), ev.StopRequested(), ev.CaptureEnded(ONE))


def test_listening_is_announced_only_after_the_first_block() -> None:
    state, effects = run(ev.StartRequested())
    assert state.capture is CaptureState.ARMING
    assert effects == [ev.OpenCapture(ONE)]
    state, effects = run(ev.FirstBlockArrived(ONE), state=state)
    assert state.capture is CaptureState.LISTENING
    assert effects == [ev.Announce(ONE, listening=True)]


def test_the_words_of_all_segments_are_delivered_in_the_order_of_speaking() -> None:
    state, _ = run(*LISTENING, ev.SegmentClosed(ONE, 0), ev.SegmentClosed(ONE, 1))
    _, effects = run(
        ev.SegmentRecognized(ONE, 1, words("later")),
        ev.StopRequested(),
        ev.CaptureEnded(ONE),
        ev.SegmentRecognized(ONE, 0, words("sooner")),
        state=state,
    )
    assert effects[-1] == ev.DeliverText(ONE, words("sooner later"))


def test_a_toggle_while_the_last_take_is_recognized_starts_the_next() -> None:
    state, effects = run(*RECOGNIZING, ev.ToggleRequested())
    assert state.capture is CaptureState.ARMING
    assert effects[-1] == ev.OpenCapture(TWO)
    assert [take.stage for take in state.takes] == [TakeStage.RECOGNIZING, TakeStage.RECORDING]


def test_a_later_take_waits_for_the_delivery_of_an_earlier_one() -> None:
    state, _ = run(*RECOGNIZING, ev.StartRequested(), ev.FirstBlockArrived(TWO), ev.SegmentClosed(TWO, 0))
    state, effects = run(
        ev.StopRequested(), ev.CaptureEnded(TWO), ev.SegmentRecognized(TWO, 0, words("b")), state=state
    )
    assert not any(isinstance(effect, ev.DeliverText) for effect in effects)
    state, effects = run(ev.SegmentRecognized(ONE, 0, words("a")), state=state)
    assert effects == [ev.DeliverText(ONE, words("a"))]
    state, effects = run(ev.DeliveryFinished(ONE, TakeStage.DELIVERED), state=state)
    assert effects[-1] == ev.DeliverText(TWO, words("b"))


def test_a_start_during_the_tail_cuts_the_tail_and_begins_when_the_slot_is_free() -> None:
    state, effects = run(*LISTENING, ev.StopRequested(), ev.ToggleRequested())
    assert effects[-1] == ev.StopCapture(ONE, at_once=True)
    _, effects = run(ev.CaptureEnded(ONE), state=state)
    assert effects[:2] == [ev.Announce(ONE, listening=False), ev.OpenCapture(TWO)]


def test_a_second_toggle_takes_the_queued_start_back() -> None:
    state, _ = run(*LISTENING, ev.StopRequested(), ev.ToggleRequested(), ev.ToggleRequested())
    state, effects = run(ev.CaptureEnded(ONE), state=state)
    assert state == State(last_id=ONE)
    assert not any(isinstance(effect, ev.OpenCapture) for effect in effects)


def test_cancel_discards_the_take_being_recorded_and_no_other() -> None:
    state, _ = run(*RECOGNIZING, ev.StartRequested(), ev.FirstBlockArrived(TWO))
    state, effects = run(ev.CancelRequested(), state=state)
    assert effects == [
        ev.AbortCapture(TWO),
        ev.DropRecognition(TWO),
        ev.Announce(TWO, listening=False),
        ev.CloseTake(TWO, TakeStage.CANCELLED),
    ]
    assert [take.id for take in state.takes] == [ONE]


def test_silence_closes_the_take_without_a_delivery() -> None:
    state, effects = run(*LISTENING, ev.StopRequested(), ev.CaptureEnded(ONE))
    assert effects[-1] == ev.CloseTake(ONE, TakeStage.EMPTY)
    assert state.takes == ()


def test_a_failed_segment_fails_the_take_and_keeps_the_words_that_were_found() -> None:
    state, _ = run(*LISTENING, ev.SegmentClosed(ONE, 0), ev.SegmentClosed(ONE, 1), ev.StopRequested())
    _, effects = run(
        ev.CaptureEnded(ONE),
        ev.SegmentRecognized(ONE, 0, words("kept")),
        ev.SegmentFailed(ONE, 1, OUT_OF_MEMORY),
        state=state,
    )
    assert effects[-1] == ev.CloseTake(ONE, TakeStage.FAILED, words("kept"), OUT_OF_MEMORY)


def test_a_stream_that_dies_in_mid_take_still_delivers_what_was_said() -> None:
    state, effects = run(
        *LISTENING,
        ev.SegmentClosed(ONE, 0),
        ev.CaptureEnded(ONE, GONE),
        ev.SegmentRecognized(ONE, 0, words("said")),
    )
    assert state.problem == GONE
    assert effects[-1] == ev.DeliverText(ONE, words("said"))
    assert ev.Announce(ONE, listening=False) in effects


def test_a_recording_that_reaches_its_bound_is_stopped_not_thrown_away() -> None:
    _, effects = run(*LISTENING, ev.StageExpired(ONE, TakeStage.RECORDING))
    assert effects[-1] == ev.StopCapture(ONE)


@pytest.mark.parametrize("stage", [TakeStage.RECOGNIZING, TakeStage.DELIVERING])
def test_a_stage_that_hangs_frees_the_takes_behind_it(stage: TakeStage) -> None:
    state, _ = run(*RECOGNIZING)
    if stage is TakeStage.DELIVERING:
        state, _ = run(ev.SegmentRecognized(ONE, 0, words("a")), state=state)
    state, effects = run(ev.StageExpired(ONE, stage), state=state)
    assert state.takes == ()
    assert state.problem
    assert isinstance(effects[-1], ev.CloseTake)
    assert effects[-1].stage is TakeStage.FAILED


def test_a_sixth_take_is_refused_with_a_sentence() -> None:
    state = State()
    for number in range(1, MAX_TAKES + 1):
        session = SessionId(number)
        state, _ = run(
            ev.StartRequested(),
            ev.FirstBlockArrived(session),
            ev.SegmentClosed(session, 0),
            ev.StopRequested(),
            ev.CaptureEnded(session),
            state=state,
        )
    state, effects = run(ev.StartRequested(), state=state)
    assert effects == []
    assert state.problem


@dataclass
class World:
    """Answers effects late, in any order, and sometimes with a failure, as the stations do."""

    random: random.Random
    state: State = field(default_factory=State)
    pending: list[ev.Event] = field(default_factory=list)
    microphone: SessionId | None = None
    segments: dict[SessionId, int] = field(default_factory=dict)
    closed: dict[SessionId, TakeStage] = field(default_factory=dict)
    delivered: list[SessionId] = field(default_factory=list)
    heard: dict[tuple[SessionId, int], str] = field(default_factory=dict)

    def said(self, session: SessionId) -> SensitiveText:
        """All words of a take, in their order; the first answer about a segment counts."""
        parts = sorted((number, text) for (of, number), text in self.heard.items() if of == session)
        return words(" ".join(text for _, text in parts if text))

    def send(self, event: ev.Event) -> None:
        if isinstance(event, ev.SegmentRecognized | ev.SegmentFailed):
            take = self.state.take(event.session)
            if take is not None and event.number < take.segments:
                text = event.text.reveal() if isinstance(event, ev.SegmentRecognized) else ""
                self.heard.setdefault((event.session, event.number), text)
        self.state, effects = reduce(self.state, event)
        for effect in effects:
            self.carry_out(effect)

    def carry_out(self, effect: ev.Effect) -> None:
        fails = self.random.random() < 0.1
        match effect:
            case ev.OpenCapture(session):
                assert self.microphone is None, "two takes hold the microphone"
                self.microphone = session
                self.pending.append(
                    ev.CaptureFailed(session, BROKEN) if fails else ev.FirstBlockArrived(session)
                )
                if fails:
                    self.microphone = None
                self.look_at_target(session)
            case ev.StopCapture(session):
                if self.microphone == session:
                    self.pending.append(ev.CaptureEnded(session, BROKEN if fails else None))
                    self.microphone = None
            case ev.AbortCapture(session):
                if self.microphone == session:
                    self.microphone = None
            case ev.RecognizeSegment(session, number):
                answer: ev.Event = ev.SegmentRecognized(session, number, words(f"{session}.{number}"))
                self.pending.append(ev.SegmentFailed(session, number, BROKEN) if fails else answer)
            case ev.RewriteText(session, action, text):
                assert (action is Action.RAW, text) == (False, self.said(session))
                self.look_at_target(session)
                new = words(f"rewritten {session}")
                self.pending.append(ev.RewritingFinished(session, BROKEN if fails else new))
            case ev.DeliverText(session, text, rewritten):
                assert session not in self.delivered, "a text is delivered once"
                assert text == (words(f"rewritten {session}") if rewritten else self.said(session))
                self.delivered.append(session)
                stage = TakeStage.PARKED if fails else TakeStage.DELIVERED
                self.pending.append(ev.DeliveryFinished(session, stage))
            case ev.CloseTake(session, stage, text, _, spoken):
                assert session not in self.closed, "a take is closed once"
                assert self.said(session) == (spoken or text), "no word is lost, none comes twice"
                assert not spoken or text == words(f"rewritten {session}")
                self.closed[session] = stage

    def look_at_target(self, session: SessionId) -> None:
        """Somebody tells, sooner or later, that no words are wanted there."""
        if self.random.random() < 0.1:
            self.pending.append(ev.TargetRefused(session, BROKEN))

    def hear(self) -> None:
        if self.microphone is not None:
            number = self.segments.get(self.microphone, 0)
            self.segments[self.microphone] = number + 1
            self.pending.append(ev.SegmentClosed(self.microphone, number))

    def answer_one(self) -> None:
        """A station answers; each keeps its own order, so a session's capture events do not overtake."""
        if not self.pending:
            return
        candidates: dict[tuple[type, object], int] = {}
        capture = (ev.FirstBlockArrived, ev.CaptureFailed, ev.SegmentClosed, ev.CaptureEnded)
        for index, event in enumerate(self.pending):
            station = ev.SegmentClosed if isinstance(event, capture) else type(event)
            key = (station, None if station is ev.SegmentClosed else index)
            candidates.setdefault(key, index)
        self.send(self.pending.pop(self.random.choice(list(candidates.values()))))


def test_a_cancel_takes_back_a_start_that_waits_and_leaves_the_take_before_it() -> None:
    state, effects = run(*LISTENING, ev.StopRequested(), ev.StartRequested(), ev.CancelRequested())
    assert not state.start_queued
    assert state.take(ONE) is not None
    assert not any(isinstance(effect, ev.AbortCapture) for effect in effects)


def test_the_end_of_listening_is_announced_when_the_microphone_hears_no_more() -> None:
    state, effects = run(*LISTENING, ev.StopRequested())
    assert ev.Announce(ONE, listening=False) not in effects  # the tail is still being recorded
    _, effects = run(ev.CaptureEnded(ONE), state=state)
    assert ev.Announce(ONE, listening=False) in effects
    _, effects = run(ev.StartRequested(), ev.StopRequested(), ev.CaptureEnded(ONE))
    assert ev.Announce(ONE, listening=False) not in effects  # it never was


def test_a_recording_that_cannot_be_ended_keeps_the_words_and_the_audio() -> None:
    state, _ = run(*LISTENING, ev.SegmentClosed(ONE, 0), ev.SegmentRecognized(ONE, 0, words("said")))
    state, effects = run(ev.StopRequested(), ev.StageExpired(ONE, TakeStage.RECORDING), state=state)
    assert state.capture is CaptureState.IDLE
    assert ev.AbortCapture(ONE) in effects
    assert isinstance(effects[-1], ev.CloseTake)
    assert (effects[-1].stage, effects[-1].text) == (TakeStage.FAILED, words("said"))


def shake(world: World) -> None:
    """One thing that may happen, wanted or not."""
    requests: list[ev.Event] = [
        ev.ToggleRequested(world.random.choice(list(Action))),
        ev.StartRequested(world.random.choice(list(Action))),
        ev.StopRequested(),
        ev.CancelRequested(),
    ]
    match world.random.randrange(8):
        case 0 | 1:
            world.send(world.random.choices(requests, [6, 2, 2, 1])[0])
        case 2 | 3:
            world.hear()
        case 4 | 5:
            world.answer_one()
        case 6:  # an answer comes twice, or a stage takes too long
            if world.pending and world.random.random() < 0.7:
                world.send(world.random.choice(world.pending))
            elif world.state.takes and world.random.random() < 0.3:
                take = world.random.choice(world.state.takes)
                world.send(ev.StageExpired(take.id, take.stage))
        case 7:
            session = SessionId(world.random.randint(0, world.state.last_id + 1))
            stage = world.random.choice(list(TakeStage))
            ghosts: list[ev.Event] = [
                ev.CaptureEnded(session), ev.StageExpired(session, stage), ev.FirstBlockArrived(session),
                ev.SegmentRecognized(session, 0, SensitiveText("ghost")),
                ev.RewritingFinished(session, words("ghost")),
                ev.DeliveryFinished(session, TakeStage.DELIVERED),
                ev.TargetRefused(session, GONE),
            ]  # fmt: skip
            if world.state.take(session) is None:
                world.send(world.random.choice(ghosts))


def test_a_thousand_orders_of_events_end_idle_with_the_microphone_closed() -> None:
    takes = 0
    for seed in range(1000):
        world = World(random.Random(seed))
        for _ in range(120):
            shake(world)
        while world.pending or world.state.capture is not CaptureState.IDLE:
            if not world.pending:
                world.send(ev.StopRequested())
            world.answer_one()
        assert world.state.session is None, seed
        assert world.state.takes == (), seed
        assert world.microphone is None, seed
        assert sorted(world.closed) == list(range(1, world.state.last_id + 1)), seed
        assert world.delivered == sorted(world.delivered), seed
        takes += world.state.last_id
    assert takes > 5000
