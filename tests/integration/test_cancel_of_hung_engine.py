"""Whatever the model does: who cancels is heard at once, and the next take gets its words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.integration.session_bench import Session, session_in
from tests.unit.audio.speech import silence, spoken
from tests.unit.recognition.test_remote import misbehaving
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, ModelState, TakeStage
from v2m_desktop.recognition.remote import RemoteRecognizer

HEARD_SECONDS = 0.05
SPEECH = np.concatenate([spoken("good morning everybody"), silence(1.5)])


@pytest.fixture(params=["thread", "process"])
def hung(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """A session whose first request hangs: until the gate is opened, or for good."""
    remote = None
    if request.param == "process":
        remote = RemoteRecognizer(misbehaving("hang", tmp_path / "marker"), answer_seconds=3600)
    with session_in(tmp_path, qtbot, remote) as session:
        session.recognizer.gate.clear()
        yield session


def begin_and_hang(session: Session) -> None:
    """Record until the words of the first segment are being recognized, and never come."""
    session.controller.start()
    session.wait(lambda: session.source.is_open)
    session.say(SPEECH)
    session.wait(lambda: session.recognition.busy)
    session.wait(lambda: session.controller.state.takes[-1].segments > 0)
    assert session.controller.state.capture is CaptureState.LISTENING


def cancel(session: Session) -> float:
    """Seconds until the state says so."""
    began = time.perf_counter()
    session.controller.cancel()
    assert session.controller.state.takes == ()
    seconds = time.perf_counter() - began
    session.wait(lambda: not session.source.is_open)
    assert session.closed[-1].stage is TakeStage.CANCELLED
    return seconds


def test_a_cancel_is_heard_at_once_while_the_model_hangs(hung: Session) -> None:
    begin_and_hang(hung)
    assert cancel(hung) < HEARD_SECONDS


def test_the_next_take_does_not_wait_for_the_canceled_one(hung: Session) -> None:
    begin_and_hang(hung)
    cancel(hung)
    hung.record(SPEECH)
    hung.recognizer.gate.set()  # in the app's own thread nothing else could end the request
    hung.wait(lambda: len(hung.closed) == 2, 30_000)
    assert (hung.closed[1].stage, hung.closed[1].text) == (TakeStage.DELIVERED, SensitiveText("Hello world."))


def test_a_cancel_is_heard_at_once_while_the_model_loads(hung: Session) -> None:
    hung.recognition.load(ModelChoice("demo", resource("models/demo"), threads=1))
    hung.wait(lambda: hung.recognition.model_state is ModelState.LOADING)
    hung.controller.start()
    hung.wait(lambda: hung.source.is_open)
    hung.say(SPEECH)
    hung.wait(lambda: hung.controller.state.takes[-1].segments > 0)
    assert cancel(hung) < HEARD_SECONDS
