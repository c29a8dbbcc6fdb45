"""The bench knows to the sample where a voice ends."""

from __future__ import annotations

import numpy as np
import pytest

from tests.bench.sentences import BEFORE_SECONDS, QUIET, ROOM, sentences, split
from tests.desktop.virtual_microphone import RATE
from tests.tools.demo_recording import demo_recording


def test_sentences_are_cut_at_the_longest_pauses() -> None:
    voice = np.ones(1000, np.float32)
    pause = np.zeros(300, np.float32)
    breath = np.zeros(100, np.float32)
    parts = split(np.concatenate([pause, voice, breath, voice, pause, voice, pause]), 2, 1000)
    assert [len(part) for part in parts] == [2100, 1000]
    assert all(part[0] == 1 == part[-1] for part in parts)


def test_a_recording_without_pauses_is_refused() -> None:
    with pytest.raises(ValueError, match="pauses"):
        split(np.ones(1000, np.float32), 2, 1000)


def test_the_demo_recording_gives_its_sentences() -> None:
    made = sentences()
    assert len(made) == len(demo_recording().sentences)
    for sentence in made:
        end = round(sentence.voice_ends * RATE)
        peak = float(np.abs(sentence.samples).max())
        assert np.abs(sentence.samples[end - RATE // 50 : end]).max() > QUIET * peak / 2
        assert np.abs(sentence.samples[end:]).max() < ROOM * 6
        assert sentence.voice_ends > BEFORE_SECONDS + 1
