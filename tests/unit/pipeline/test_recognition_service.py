"""The recognizer as the GUI thread sees it, while its memory comes and goes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from tests.fakes.recognizer import FakeRecognizer
from tests.patience import PATIENCE_S
from tests.tools.demo_recording import CLEAR_SPEECH
from v2m_desktop.core.audio import SampleIndex, Segment
from v2m_desktop.core.errors import ModelNotice
from v2m_desktop.core.recognition import LoadedModel, ModelChoice
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.pipeline.recognition_service import RecognitionService

DEMO = ModelChoice("demo", resource("models/demo"))
TAKE = SessionId(1)
SEGMENT = Segment(0, SampleIndex(0), np.full(16000, 0.1, dtype=np.float32), CLEAR_SPEECH)


@pytest.fixture
def recognizer() -> FakeRecognizer:
    return FakeRecognizer()


@pytest.fixture
def service(recognizer: FakeRecognizer, qtbot: QtBot) -> Iterator[RecognitionService]:
    made = RecognitionService(recognizer)
    made.load(DEMO)
    qtbot.waitUntil(lambda: made.model_state is ModelState.READY)
    yield made
    recognizer.gate.set()
    assert made.shut_down(PATIENCE_S)


def unload(service: RecognitionService, qtbot: QtBot) -> None:
    service.unload()
    qtbot.waitUntil(lambda: service.model_state is ModelState.UNLOADED)
    assert service.model is None


def test_while_the_model_is_away_there_are_no_previews(
    service: RecognitionService, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    unload(service, qtbot)
    service.preview(TAKE, SEGMENT, "en")
    assert not service.busy
    service.warm()
    qtbot.waitUntil(lambda: service.model_state is ModelState.READY)
    assert recognizer.requests == []
    with qtbot.waitSignal(service.provisional):
        service.preview(TAKE, SEGMENT, "en")


def test_words_spoken_while_the_model_loads_again_are_recognized(
    service: RecognitionService, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    unload(service, qtbot)
    recognizer.gate.clear()
    service.warm()
    qtbot.waitUntil(lambda: service.model_state is ModelState.LOADING)
    service.recognize(TAKE, SEGMENT, "en")
    assert service.busy
    with qtbot.waitSignal(service.recognized) as words:
        recognizer.gate.set()
    assert words.args is not None
    assert words.args[2].text.reveal() == "Hello world."
    assert recognizer.loads == [DEMO, DEMO]
    qtbot.waitUntil(lambda: not service.busy)


def test_another_rung_in_the_middle_of_a_take_reaches_the_gui_thread(
    service: RecognitionService, recognizer: FakeRecognizer, qtbot: QtBot
) -> None:
    note = ModelNotice("It runs on the processor.")
    other = LoadedModel("demo", "cpu", "int8", multilingual=True, load_seconds=0.1, note=note)
    recognizer.falls_to.append(other)
    with qtbot.waitSignal(service.model_changed) as changed:
        service.recognize(TAKE, SEGMENT, "en")
    assert changed.args == [ModelState.READY, other, None]
    assert service.model is other
