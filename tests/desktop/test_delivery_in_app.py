"""Delivery by the real app: beside programs that hang, and while the next sentence is begun."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.desktop import keyboard
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.other_program import OtherProgram
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import Samples, VirtualMicrophone, read_recording
from v2m_desktop.core.resources import resource

SENTENCE_SECONDS = 3.0
"""The recording pauses here."""


@pytest.fixture(scope="module")
def microphone() -> Iterator[VirtualMicrophone]:
    with VirtualMicrophone() as made:
        yield made


def sentence() -> tuple[Samples, int]:
    samples, rate = read_recording(resource("demo/speech.wav"))
    return samples[: round(SENTENCE_SECONDS * rate)], rate


def test_a_program_that_hangs_with_the_clipboard_does_not_freeze_the_app(
    microphone: VirtualMicrophone, qtbot: QtBot
) -> None:
    settings = {"recognition": {"language": "en"}}
    with RunningApp(settings) as app, TargetWindow() as target, OtherProgram(qtbot) as other:
        app.wait_model()
        other.copy({"text/plain": b"old", "text/html": b"<b>old</b>"})
        other.stop()
        answers: list[float] = []
        over = threading.Event()

        def ask() -> None:
            while not over.is_set():
                asked = time.monotonic()
                app.status()
                answers.append(time.monotonic() - asked)

        asking = threading.Thread(target=ask, name="asks-for-status")
        asking.start()
        try:
            outcome = Dictation(microphone, app, target).take(*sentence())
        finally:
            over.set()
            asking.join(30)
        assert outcome.take.stage == "delivered"
        assert outcome.pasted == outcome.take.text
        assert outcome.take.message == "What the clipboard held before could not be kept."
        assert max(answers) < 4.5  # Qt would wait five seconds for each format
        assert app.status()["leftover_takes"] == 0


def test_holding_the_key_for_the_next_sentence_does_not_cost_the_last_one(
    microphone: VirtualMicrophone,
) -> None:
    settings = {"recognition": {"language": "en"}, "hotkeys": {"activation": "tap-or-hold"}}
    with RunningApp(settings) as app, TargetWindow() as target:
        app.wait_model()
        since = app.mark()
        keyboard.hold()
        app.wait_listening(since)
        microphone.play(*sentence())
        keyboard.let_go()
        threading.Event().wait(0.12)
        keyboard.hold()
        try:
            threading.Event().wait(4.0)
        finally:
            keyboard.let_go()
        first = app.wait_take(since)
        assert first.session == 1
        assert first.stage == "delivered", first
        target.wait_text(lambda text: text == first.text + " ")
        app.wait_closed(since, session=2)
