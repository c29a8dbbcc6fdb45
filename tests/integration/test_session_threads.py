"""Controller, capture thread and recognition thread together; only microphone and model are fakes."""

from __future__ import annotations

import os
import random
from collections.abc import Callable

import numpy as np
import pytest

from tests.integration.session_bench import Session
from tests.patience import PATIENCE_S
from tests.unit.audio.speech import silence, spoken
from v2m_desktop.core.audio import AudioDevice, Samples
from v2m_desktop.core.errors import NoMicrophoneError, RecognitionError, V2mError
from v2m_desktop.core.recognition import ModelChoice, Priority
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, ModelState, TakeStage
from v2m_desktop.pipeline import stage_watch

DEVICE = AudioDevice("Fake microphone", 0, 16_000, 1, "Fake", True)
COMMANDS = 1000 if os.environ.get("V2M_CAMPAIGN") == "full" else 150


def test_a_take_becomes_text(session: Session) -> None:
    taken = session.take(spoken("good morning everybody"))
    assert (taken.stage, taken.text) == (TakeStage.DELIVERED, SensitiveText("Hello world."))
    assert taken.timeline.milliseconds()["stop_to_delivered"] > 0
    session.wait(lambda: session.spool.leftovers() == [])  # another thread deletes


def test_who_stops_in_a_pause_has_the_words_guessed_in_it_and_nothing_is_decoded_again(
    session: Session,
) -> None:
    taken = session.take(spoken("good morning everybody"))
    assert taken.stage is TakeStage.DELIVERED
    asked = [request.priority for request in session.recognizer.requests]
    assert [each for each in asked if each is not Priority.PROVISIONAL] == [Priority.SPECULATIVE]


def test_silence_becomes_nothing(session: Session) -> None:
    assert session.take(silence(1.0)).stage is TakeStage.EMPTY
    assert session.recognizer.requests == []


def test_a_take_may_be_spoken_while_the_last_one_is_recognized(session: Session) -> None:
    session.recognizer.gate.clear()
    session.controller.start()
    session.wait(lambda: session.source.is_open)
    session.say(spoken("good morning"))
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    session.controller.toggle()
    session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)
    session.controller.toggle()
    session.wait(lambda: session.source.opened_count == 2)
    session.say(spoken("good evening"))
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    session.controller.toggle()
    session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)
    assert session.closed == []
    session.recognizer.gate.set()
    session.wait(lambda: len(session.closed) == 2)
    assert [take.session for take in session.closed] == [1, 2]
    assert {take.stage for take in session.closed} == {TakeStage.DELIVERED}


@pytest.mark.expects_log("recognition of a segment failed")
def test_an_engine_that_fails_is_named_and_the_recording_is_kept(session: Session) -> None:
    session.recognizer.failures.extend([RecognitionError("out of memory")] * 8)
    taken = session.take(spoken("good morning everybody"))
    assert taken.stage is TakeStage.FAILED
    assert taken.error is not None
    assert "out of memory" in taken.error.message
    session.wait(lambda: len(session.spool.leftovers()) == 1)


@pytest.mark.expects_log("could not be opened")
def test_a_microphone_that_is_gone_is_named_and_the_next_take_works(session: Session) -> None:
    session.source.refuse_with = NoMicrophoneError("no microphone")
    session.controller.start()
    session.wait(lambda: session.closed)
    assert session.closed[0].stage is TakeStage.FAILED
    session.source.refuse_with = None
    assert session.take(spoken("hello there")).stage is TakeStage.DELIVERED


@pytest.mark.expects_log("recognition of a segment failed|could not be opened|stream died")
@pytest.mark.timeout(600)
def test_commands_in_any_order_end_idle_with_the_microphone_closed(session: Session) -> None:
    chance = random.Random(7)
    controller, sound = session.controller, np.concatenate([spoken("hello there"), silence(0.8)])
    commands: list[Callable[[], object]] = [
        controller.toggle, controller.toggle, controller.toggle, controller.start, controller.stop,
        controller.cancel,
    ]  # fmt: skip
    for _ in range(COMMANDS):
        chance.choice(commands)()
        match chance.randrange(6):
            case 0:
                session.say(sound[chance.randrange(len(sound) // 2) :])
            case 1:
                failure: V2mError = RecognitionError("failed")
                session.recognizer.failures.append(failure)
            case 2:
                refused = NoMicrophoneError("refused") if chance.random() < 0.3 else None
                session.source.refuse_with = refused
        session.qtbot.wait(chance.choice((0, 0, 1, 5, 30)))
    session.source.refuse_with = None
    session.recognizer.failures.clear()
    for _ in range(3):  # a queued start may begin once more
        controller.stop()
        session.qtbot.wait(50)
    session.wait(lambda: controller.state.capture is CaptureState.IDLE, 20_000)
    session.wait(lambda: controller.state.takes == (), 20_000)
    session.wait(lambda: not session.source.is_open)
    assert sorted(take.session for take in session.closed) == list(range(1, controller.state.last_id + 1))
    assert session.take(spoken("good morning everybody")).stage is TakeStage.DELIVERED


def speak_and_stop(session: Session, number: int, sound: Samples) -> None:
    """A take up to the end of its recording, whatever recognition does meanwhile."""
    session.controller.start()
    session.wait(lambda: session.source.opened_count == number and session.source.is_open)
    session.say(sound)
    session.wait(lambda: session.controller.state.capture is CaptureState.LISTENING)
    session.controller.stop()
    session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)


def test_a_recognizer_that_hangs_costs_one_take_and_its_recording_is_kept(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(stage_watch.STAGE_SECONDS, TakeStage.RECOGNIZING, 0.6)
    session.recognizer.gate.clear()
    speak_and_stop(session, 1, spoken("good morning"))
    speak_and_stop(session, 2, silence(0.5))  # waits behind the first, and closes with it
    session.wait(lambda: len(session.closed) == 2)
    assert [take.stage for take in session.closed] == [TakeStage.FAILED, TakeStage.EMPTY]
    assert session.closed[0].error is not None
    assert "too long" in session.closed[0].error.message
    monkeypatch.setitem(stage_watch.STAGE_SECONDS, TakeStage.RECOGNIZING, PATIENCE_S)
    session.recognizer.gate.set()
    assert session.take(spoken("hello there")).stage is TakeStage.DELIVERED


def test_a_model_that_loads_for_long_costs_no_word(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(stage_watch.STAGE_SECONDS, TakeStage.RECOGNIZING, 0.6)
    session.recognizer.gate.clear()
    session.recognition.load(ModelChoice("another", resource("models/demo")))
    session.wait(lambda: session.recognition.model_state is ModelState.LOADING)
    speak_and_stop(session, 1, spoken("good morning"))
    session.qtbot.wait(1500)  # well over the bound
    assert session.closed == []
    monkeypatch.setitem(stage_watch.STAGE_SECONDS, TakeStage.RECOGNIZING, PATIENCE_S)
    session.recognizer.gate.set()
    session.wait(lambda: session.closed)
    assert session.closed[0].stage is TakeStage.DELIVERED
