"""Push-to-talk: what is guessed in the pause before the release is what the release closes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.unit.audio.speech import noise, spoken
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, Samples, Segment
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Settings
from v2m_desktop.pipeline.recording import Recording

RATE = 48_000
BLOCK = RATE // 50


class Hand:
    """Somebody who speaks with the key held, and what comes of it."""

    def __init__(self, gain: bool) -> None:
        settings = Settings()
        voice = settings.voice.model_copy(update={"gain": gain})
        settings = settings.model_copy(update={"voice": voice})
        self.recording = Recording.begin(SessionId(1), SpeechDetector(voice.sensitivity), settings)
        self.pauses: list[Segment] = []
        self.segments: list[Segment] = []
        self.heard = 0

    def hear(self, samples: Samples) -> None:
        """A whole number of blocks."""
        recording = self.recording
        for at in range(0, len(samples), BLOCK):
            block = CapturedBlock(samples[at : at + BLOCK], RATE, self.heard, 0)
            update = recording.analyzer.feed(block)
            recording.hear(block, update)
            self.pauses += update.pauses
            self.segments += update.segments
            self.heard += len(block.samples)

    def let_go(self, later: Samples) -> None:
        """The release, and as much of what is `later` heard as the tail takes."""
        self.recording.start_tail()
        for at in range(0, len(later), BLOCK):
            if self.recording.tail_over:
                break
            self.hear(later[at : at + BLOCK])
        self.segments += self.recording.finish(self.recording.analyzer.flush())


def words() -> Samples:
    """Up to the last sound of the last word, and the end of its block."""
    sound = np.repeat(spoken("good morning everybody"), 3)
    end = int(np.flatnonzero(np.abs(sound) > 0.01)[-1]) + 1
    return np.concatenate((sound[:end], room(0.02)[: -end % BLOCK]))


def room(seconds: float) -> Samples:
    """Nobody speaks, at 48 kHz."""
    return noise(3 * max(seconds, 0.02), -66.0)[: round(seconds * RATE)]


@pytest.mark.parametrize("gain", [True, False])
@pytest.mark.parametrize("late_ms", range(0, 700, 60))
def test_a_release_in_a_pause_closes_just_what_was_guessed(late_ms: int, gain: bool) -> None:
    hand = Hand(gain)
    for sound in (room(0.5), words(), room(late_ms / 1000)):
        hand.hear(sound)
    hand.let_go(room(1.0))
    [closed] = hand.segments
    if late_ms >= 200:
        assert hand.pauses
    for guessed in hand.pauses:
        assert guessed.samples.tobytes() == closed.samples.tobytes()
        assert replace(guessed, samples=closed.samples) == closed


def test_a_release_after_more_words_closes_more_than_was_guessed() -> None:
    hand = Hand(gain=True)
    for sound in (room(0.5), words(), room(0.4), words()):
        hand.hear(sound)
    hand.let_go(room(1.0))
    [closed] = hand.segments
    [guessed] = hand.pauses
    assert guessed.number == closed.number
    assert len(guessed.samples) < len(closed.samples)
