"""The level in the settings: moves with the voice, knows a voice, and never leaves a microphone open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from tests.fakes.audio_source import FakeAudioSource
from tests.patience import PATIENCE_S
from tests.unit.audio.speech import noise, spoken
from v2m_desktop.app.level_watch import Ear, LevelWatch
from v2m_desktop.core.audio import SAMPLE_RATE, AudioDevice, Samples
from v2m_desktop.core.errors import AudioError, NoMicrophoneError

DEVICE = AudioDevice("Fake microphone", 0, SAMPLE_RATE, 1, "Fake", True)
BLOCK = SAMPLE_RATE // 20


class Listener(QObject):
    """Remembers what the watch said."""

    def __init__(self, watch: LevelWatch) -> None:
        super().__init__()
        self.heard: list[tuple[float, bool]] = []
        self.names: list[object] = []
        self.errors: list[AudioError] = []
        watch.heard.connect(self.on_heard)
        watch.found.connect(self.on_found)
        watch.failed.connect(self.on_failed)

    @Slot(float, bool)
    def on_heard(self, level: float, voice: bool) -> None:
        self.heard.append((level, voice))

    @Slot(object)
    def on_found(self, names: object) -> None:
        self.names.append(names)

    @Slot(object)
    def on_failed(self, error: AudioError) -> None:
        self.errors.append(error)


class Room:
    """A watch with a microphone in it."""

    def __init__(self) -> None:
        self.source = FakeAudioSource(DEVICE)
        self.open_while_listing: list[bool] = []
        self.watch = LevelWatch(lambda: self.source, self.names)
        self.listener = Listener(self.watch)

    def names(self) -> tuple[str, ...]:
        self.open_while_listing.append(self.source.is_open)
        return ("Fake microphone", "Webcam")

    def play(self, samples: Samples, until: Callable[[], bool], qtbot: QtBot) -> None:
        """A block every time somebody has read the last one, again and again."""
        blocks = [samples[at : at + BLOCK] for at in range(0, len(samples) - BLOCK, BLOCK)]
        position = 0

        def step() -> bool:
            nonlocal position
            if not self.source.read_pending:
                self.source.say(blocks[position % len(blocks)])
                position += 1
            return until()

        qtbot.waitUntil(step, timeout=20_000)


@pytest.fixture
def room(qapp: object) -> Iterator[Room]:
    made = Room()
    yield made
    assert made.watch.shut_down(PATIENCE_S)


def test_a_voice_is_told_from_noise(room: Room, qtbot: QtBot) -> None:
    room.watch.watch(Ear(""))
    qtbot.waitUntil(lambda: room.source.is_open)
    heard = room.listener.heard
    room.play(noise(2.0, -30.0), lambda: len(heard) >= 10, qtbot)
    assert not any(voice for _, voice in heard)
    assert np.median([level for level, _ in heard]) == pytest.approx(-30.0, abs=3.0)
    room.play(spoken("Please open the window and close the door."), lambda: heard[-1][1], qtbot)


def test_microphones_are_listed_before_one_is_opened(room: Room, qtbot: QtBot) -> None:
    room.watch.watch(Ear(""))
    qtbot.waitUntil(lambda: bool(room.listener.names))
    assert room.listener.names == [("Fake microphone", "Webcam")]
    assert room.open_while_listing == [False]


def test_nothing_is_heard_once_nobody_looks(room: Room, qtbot: QtBot) -> None:
    room.watch.watch(Ear(""))
    qtbot.waitUntil(lambda: room.source.is_open)
    room.watch.watch(None)
    assert not room.watch.watching
    qtbot.waitUntil(lambda: room.source.closed_count == 1)
    assert not room.listener.heard


def test_the_end_of_the_app_waits_until_the_microphone_is_closed(room: Room, qtbot: QtBot) -> None:
    room.watch.watch(Ear(""))
    qtbot.waitUntil(lambda: room.source.is_open)
    assert room.watch.shut_down(PATIENCE_S)
    assert not room.source.is_open


def test_a_microphone_that_cannot_be_opened_is_told(room: Room, qtbot: QtBot) -> None:
    room.source.refuse_with = NoMicrophoneError("It is not there.")
    room.watch.watch(Ear("Webcam"))
    qtbot.waitUntil(lambda: bool(room.listener.errors))
    assert [error.message for error in room.listener.errors] == ["It is not there."]
