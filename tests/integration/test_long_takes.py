"""Long takes and what may befall them: a slow or dying engine, a full disk, a limit. No word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.disk import FailingDisk
from tests.fakes.recognizer import FakeRecognizer
from tests.integration.session_bench import Session, session_in
from tests.unit.audio.speech import spoken
from tests.unit.pipeline.capture_bench import room
from tests.unit.recognition.test_remote import misbehaving
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples, Sensitivity
from v2m_desktop.core.recognition import ModelChoice, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import CaptureState, TakeStage
from v2m_desktop.core.settings import Voice
from v2m_desktop.pipeline import recognition_service
from v2m_desktop.pipeline.transcription import transcribe
from v2m_desktop.recognition.remote import RemoteRecognizer
from v2m_desktop.storage.spool import Spool

SENTENCE = np.concatenate([room(0.4), spoken("good morning everybody, how are you"), room(1.2)])
MANY = 6
IN_MEMORY_SECONDS = 4.0
"""Instead of a minute: two of these sentences."""

pytestmark = pytest.mark.usefixtures("little_memory")


@pytest.fixture
def little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognition_service, "IN_MEMORY_SECONDS", IN_MEMORY_SECONDS)


def loudness(request: RecognitionRequest) -> str:
    """Which sentence it is: each is spoken louder than the one before."""
    return f"word{round(float(np.abs(request.samples).max()) * 10)}"


def speech(number: int) -> Samples:
    return np.asarray(SENTENCE * (0.1 * (number + 1) / np.abs(SENTENCE).max()), np.float32)


TEXT = " ".join(f"word{number + 1}" for number in range(MANY))


def speak_all(session: Session) -> None:
    """Every sentence is closed, whatever recognition does meanwhile."""
    session.recognizer.answer = loudness
    session.controller.start()
    session.wait(lambda: session.source.is_open)
    for number in range(MANY):
        session.say(speech(number))
        session.wait(lambda count=number: session.controller.state.takes[-1].segments > count)  # type: ignore[misc]
    assert session.controller.state.capture is CaptureState.LISTENING


def end(session: Session) -> str:
    """Stop, wait for the end of the take, and give its words."""
    session.controller.stop()
    session.wait(lambda: session.closed, 30_000)
    assert session.closed[0].stage is TakeStage.DELIVERED, session.closed[0].error
    return session.closed[0].text.reveal()


def test_words_that_come_far_behind_are_all_there_in_order(session: Session) -> None:
    session.recognizer.gate.clear()
    speak_all(session)
    assert session.controller.behind_seconds > 2 * IN_MEMORY_SECONDS
    session.recognizer.gate.set()
    assert end(session) == TEXT
    assert session.controller.behind_seconds == 0
    session.wait(lambda: session.spool.leftovers() == [])


@pytest.fixture
def full_disk(tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """The disk is full after three sentences."""
    disk = FailingDisk(room=len(SENTENCE) * 2 * 3)
    with session_in(tmp_path, qtbot, spool=Spool(tmp_path / "spool", write=disk.write)) as session:
        yield session


def test_a_disk_that_is_full_in_mid_take_costs_no_word(full_disk: Session) -> None:
    full_disk.recognizer.gate.clear()
    speak_all(full_disk)
    full_disk.recognizer.gate.set()
    assert end(full_disk) == TEXT


@pytest.fixture(params=[1, 2])
def dying(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> Iterator[Session]:
    """The recognizer's process aborts in the middle of so many requests."""
    remote = RemoteRecognizer(misbehaving("abort", tmp_path / "marker", request.param))
    with session_in(tmp_path, qtbot, remote) as session:
        yield session


@pytest.mark.expects_log("during a request")
def test_an_engine_that_dies_with_segments_waiting_answers_each_once(dying: Session) -> None:
    """What waits is known by its range, so that nothing is left out or heard twice (THEO-148 to 151)."""
    speak_all(dying)
    assert end(dying) == " ".join(["Hello world."] * MANY)


def test_a_take_that_lasts_too_long_ends_with_all_its_words(session: Session) -> None:
    session.recognizer.gate.clear()
    speak_all(session)
    session.say(speech(0)[: len(SENTENCE) // 2])  # somebody is in the middle of a sentence
    session.wait(lambda: not session.source.read_pending)
    session.controller.bounds.longest_take_seconds = 0.1
    session.wait(lambda: session.controller.state.capture is CaptureState.IDLE)
    session.recognizer.gate.set()
    session.wait(lambda: session.closed)
    assert session.closed[0].stage is TakeStage.DELIVERED
    assert session.closed[0].text.reveal() == f"{TEXT} word1"


def test_an_app_that_ends_in_mid_take_has_all_words_on_disk(session: Session) -> None:
    session.recognizer.gate.clear()
    speak_all(session)
    assert session.capture.shut_down(5.0)
    session.recognizer.gate.set()
    (kept,) = session.spool.leftovers()
    block = CapturedBlock(session.spool.load_samples(kept), SAMPLE_RATE, 0, 0)
    again = FakeRecognizer(loudness)
    again.load(ModelChoice("demo", resource("models/demo")))
    segments = transcribe([block], again, SpeechDetector(Sensitivity.NORMAL), Voice(), "en")
    assert " ".join(segment.text.reveal() for segment in segments) == TEXT
