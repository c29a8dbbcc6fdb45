"""The chimes are soft, begin and end at zero, and a missing output device costs nothing."""

from __future__ import annotations

import logging
import threading

import numpy as np
import pytest

from tests.fakes.portaudio import FakePortAudio, input_device
from tests.patience import PATIENCE_S
from v2m_desktop.audio.chime import CHIME_RATE, Chime, finish, play, synthesize
from v2m_desktop.audio.portaudio import STREAMS


@pytest.mark.parametrize("chime", list(Chime))
def test_a_chime_is_short_soft_and_without_a_click(chime: Chime) -> None:
    sound = synthesize(chime)
    assert 0.06 <= len(sound) / CHIME_RATE <= 0.12
    assert 0.03 < np.max(np.abs(sound)) <= 10 ** (-24 / 20) + 1e-6
    assert sound[0] == 0.0
    assert abs(sound[-1]) < 1e-6
    assert np.max(np.abs(np.diff(sound))) < 0.01


def test_it_is_played_and_its_stream_closed() -> None:
    backend = FakePortAudio([input_device("A")])
    before = STREAMS.open
    play(Chime.START, backend).join(PATIENCE_S)
    assert backend.played[0].shape == (len(synthesize(Chime.START)), 1)
    assert backend.streams[0].closed
    assert STREAMS.open == before


def test_the_end_waits_for_a_chime_that_sounds() -> None:
    hold = threading.Event()
    backend = FakePortAudio([input_device("A")])
    backend.hangs_on_start = hold
    thread = play(Chime.STOP, backend)
    assert not finish(0.05)
    hold.set()
    assert finish(PATIENCE_S)
    assert not thread.is_alive()


def test_without_an_output_device_there_is_no_chime_and_no_error(caplog: pytest.LogCaptureFixture) -> None:
    backend = FakePortAudio([input_device("A")], accepted=set())
    with caplog.at_level(logging.INFO):
        play(Chime.STOP, backend).join(PATIENCE_S)
    assert "No chime" in caplog.text
    assert backend.played == []
