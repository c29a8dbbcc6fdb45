"""The recognizer's process is killed at any moment of a take, and the text is that of an undisturbed one.

A seeded sample runs in `make test`, all kills in `make prove`.
"""

from __future__ import annotations

import contextlib
import random
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import partial

import numpy as np
import psutil
import pytest

from tests.campaign import FULL_CAMPAIGN
from tests.desktop import keyboard
from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.sentences import STEADY
from tests.desktop.sound_server import wait_until
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone, without_trailing_silence
from tests.tools.beside import beside
from tests.unit.audio.speech import silence
from tests.unit.recognition.test_remote import ends_within
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

TAKES, KILLS = (20, 50) if FULL_CAMPAIGN else (1, 3)
TAKES_A_SPEECH = 5
PAUSE_SECONDS = 1.0
"""Ends a segment, so that a take has several, most of them recognized while people still speak."""

AROUND_SECONDS = 2.5
"""What a take lasts besides its speech: opening the microphone, the last segment's words."""

ENGINE = re.compile(r"v2m_desktop\.recognition\.host|v2m-recognizer")

END_SECONDS = 10.0
"""An app that was killed leaves no engine after this long."""

ENGLISH = {"recognition": {"language": "en"}}


class Killer:
    """Kills the engines of an app, each as soon as its moment has come and there is one."""

    def __init__(self, app: RunningApp) -> None:
        self._app = psutil.Process(app.process.pid)
        self._over = threading.Event()
        self._left: list[float] = []
        self.killed: list[int] = []

    def during(self, moments: list[float]) -> AbstractContextManager[None]:
        """`moments` are seconds from now. What found no engine in time finds the next one."""
        self._over.clear()
        self._left = [0.0] * len(self._left) + sorted(moments)
        return beside(partial(self._run, time.monotonic()), self._over, "killer")

    def _run(self, began: float) -> None:
        while self._left:
            if self._over.wait(max(0.0, began + self._left[0] - time.monotonic())):
                return
            while (engine := engine_of(self._app)) is None:
                if self._over.wait(0.01):
                    return
            engine.kill()
            psutil.wait_procs([engine], timeout=10)
            self.killed.append(engine.pid)
            self._left.pop(0)


def engine_of(app: psutil.Process) -> psutil.Process | None:
    """The process that has the model, or is about to."""
    for child in app.children():
        with contextlib.suppress(psutil.NoSuchProcess):
            if child.status() != psutil.STATUS_ZOMBIE and ENGINE.search(" ".join(child.cmdline())):
                return child
    return None


def even_parts(whole: int, parts: int) -> list[int]:
    return [whole // parts + (number < whole % parts) for number in range(parts)]


def speeches(count: int) -> list[Samples]:
    """Three sentences each, with pauses."""
    dice, made = random.Random("speeches"), []
    for _ in range(count):
        parts = [without_trailing_silence(sentence.samples) for sentence in dice.sample(STEADY, 3)]
        pauses = [silence(PAUSE_SECONDS)] * 2
        made.append(np.concatenate([parts[0], pauses[0], parts[1], pauses[1], parts[2]]))
    return made


@pytest.fixture(scope="module")
def microphone() -> Iterator[VirtualMicrophone]:
    with VirtualMicrophone() as made:
        yield made


@pytest.mark.timeout(1400 if FULL_CAMPAIGN else 600)
def test_a_killed_engine_costs_no_word(microphone: VirtualMicrophone) -> None:
    dice = random.Random(50)
    with RunningApp(ENGLISH) as app, TargetWindow() as target:
        app.wait_model()
        dictation, killer = Dictation(microphone, app, target), Killer(app)
        kills = even_parts(KILLS, TAKES)
        for number, speech in enumerate(speeches(TAKES // TAKES_A_SPEECH or 1)):
            undisturbed = dictation.take(speech, SAMPLE_RATE)
            assert undisturbed.take.stage == "delivered"
            assert len(undisturbed.take.text.split()) > 15
            span = len(speech) / SAMPLE_RATE + AROUND_SECONDS
            for count in kills[number * TAKES_A_SPEECH : (number + 1) * TAKES_A_SPEECH]:
                with killer.during([dice.uniform(0.0, span) for _ in range(count)]):
                    outcome = dictation.take(speech, SAMPLE_RATE)
                assert outcome.take.stage == "delivered", (outcome.take, app.report())
                assert outcome.take.text == undisturbed.take.text, app.report()
                assert outcome.pasted == undisturbed.pasted
        with killer.during([]):
            assert dictation.take(speech, SAMPLE_RATE).take.text == undisturbed.take.text
        assert len(killer.killed) == KILLS
        assert app.status()["leftover_takes"] == 0


@pytest.mark.parametrize("when", ["it loads", "it is ready", "it works"])
def test_when_the_app_is_killed_its_engine_ends(microphone: VirtualMicrophone, when: str) -> None:
    with RunningApp(ENGLISH) as app:
        if when != "it loads":
            app.wait_model()
        process = psutil.Process(app.process.pid)
        wait_until(lambda: engine_of(process) is not None, "the engine")
        engine = engine_of(process)
        assert engine is not None
        if when == "it works":
            mark = app.mark()
            keyboard.tap()
            app.wait_listening(mark)
            microphone.play(speeches(1)[0], SAMPLE_RATE)
            keyboard.tap()
        app.end_with(signal.SIGKILL)
        assert ends_within(engine, END_SECONDS)


def test_the_thread_host_has_no_process(microphone: VirtualMicrophone) -> None:
    recognition = {"language": "en", "host": "thread"}
    with RunningApp({"recognition": recognition}) as app, TargetWindow() as target:
        app.wait_model()
        outcome = Dictation(microphone, app, target).take(speeches(1)[0], SAMPLE_RATE)
        assert outcome.take.stage == "delivered"
        assert len(outcome.pasted.split()) > 15
        assert engine_of(psutil.Process(app.process.pid)) is None
