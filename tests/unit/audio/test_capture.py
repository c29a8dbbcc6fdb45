"""MicrophoneStream on a PortAudio of ours: refusals, hangs, overflow, statistics."""

from __future__ import annotations

import logging
import threading
import time

import numpy as np
import pytest

from tests.fakes.portaudio import FakePortAudio, input_device
from tests.patience import PATIENCE_S
from v2m_desktop.audio import capture
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.audio.portaudio import STREAMS
from v2m_desktop.audio.preprocessing import Preprocessor
from v2m_desktop.core.errors import NoMicrophoneError, StreamDeadError


def test_a_device_that_takes_only_44100_stereo_is_captured_at_the_right_pitch() -> None:
    backend = FakePortAudio([input_device("USB", 96_000.0, 2)], accepted={(44_100, 2)})
    microphone = MicrophoneStream(backend)
    device = microphone.open("USB")
    assert (device.rate, device.channels) == (44_100, 2)
    tone = np.sin(2 * np.pi * 1000.0 * np.arange(88_200) / 44_100).astype(np.float32)
    backend.streams[-1].hear(tone)
    block = microphone.read()
    microphone.close()
    assert block is not None
    spectrum = np.abs(np.fft.rfft(Preprocessor(block.rate).process(block.samples)[4000:20_000]))
    assert np.argmax(spectrum) == 1000


def test_a_device_that_takes_nothing_is_named_and_nothing_stays_open() -> None:
    backend = FakePortAudio([input_device("Broken")], accepted=set())
    before = STREAMS.open
    with pytest.raises(NoMicrophoneError, match=r'"Broken".*plugged in'):
        MicrophoneStream(backend).open("")
    assert STREAMS.open == before


def test_a_hung_sound_server_cannot_hold_up_closing(caplog: pytest.LogCaptureFixture) -> None:
    backend = FakePortAudio([input_device("Hung")])
    backend.hangs_on_close = threading.Event()
    microphone = MicrophoneStream(backend)
    microphone.open("")
    open_streams, abandoned = STREAMS.open, STREAMS.abandoned
    began = time.monotonic()
    with caplog.at_level(logging.WARNING):
        microphone.close()
    assert time.monotonic() - began < PATIENCE_S
    assert STREAMS.abandoned == abandoned + 1
    assert STREAMS.open == open_streams
    assert "did not close" in caplog.text
    backend.hangs_on_close.set()
    wait_until(lambda: STREAMS.open == open_streams - 1)


def test_a_stream_that_opens_too_late_is_closed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(capture, "OPEN_DEADLINE_S", 0.05)
    backend = FakePortAudio([input_device("Slow")])
    backend.hangs_on_start = threading.Event()
    microphone = MicrophoneStream(backend)
    before = STREAMS.open
    with pytest.raises(StreamDeadError, match=r'"Slow".*does not answer'):
        microphone.open("")
    backend.hangs_on_start.set()
    wait_until(lambda: bool(backend.streams) and backend.streams[0].closed)
    wait_until(lambda: STREAMS.open == before)
    assert microphone.read() is None


def test_a_callback_of_the_old_stream_cannot_reach_the_new_take() -> None:
    backend = FakePortAudio([input_device("A")])
    microphone = MicrophoneStream(backend)
    microphone.open("")
    microphone.open("")
    old, new = backend.streams
    old.hear(np.ones(960, np.float32))
    assert microphone.read() is None
    assert microphone.first_block_ns == 0
    new.hear(np.zeros(960, np.float32))
    assert microphone.first_block_ns > 0
    assert microphone.last_block_ns >= microphone.first_block_ns
    microphone.close()
    assert not microphone.dead


def test_an_overflow_without_a_usable_clock_still_shows_as_a_gap() -> None:
    backend = FakePortAudio([input_device("A")])
    microphone = MicrophoneStream(backend)
    microphone.open("")
    backend.streams[-1].hear(np.ones(960, np.float32))
    backend.streams[-1].hear(np.ones(960, np.float32), overflow=True)
    assert microphone.missing_samples == 1
    first, second = microphone.read(), microphone.read()
    assert first is not None
    assert second is not None
    assert second.first_sample == 961
    assert microphone.statistics().overflows == 1
    microphone.close()


def test_a_thread_that_stays_away_for_too_long_loses_the_newest_and_knows() -> None:
    backend = FakePortAudio([input_device("A", 16_000.0)])
    microphone = MicrophoneStream(backend)
    microphone.open("")
    sound = np.arange(16_000 * 61, dtype=np.float32)
    backend.streams[-1].hear(sound)
    block = microphone.read()
    assert block is not None
    np.testing.assert_array_equal(block.samples, sound[: 16_000 * 60])
    assert microphone.missing_samples == 16_000
    microphone.close()


def test_statistics_count_callbacks_and_measure_their_bodies() -> None:
    backend = FakePortAudio([input_device("A")])
    microphone = MicrophoneStream(backend)
    assert microphone.statistics().callbacks == 0
    microphone.open("")
    backend.streams[-1].hear(np.zeros(960 * 300, np.float32))
    figures = microphone.statistics()
    microphone.close()
    assert figures.callbacks == 300
    assert 0.0 < figures.body_p50 <= figures.body_p99
    assert 0.0 <= figures.lateness_p50 <= figures.lateness_p99 <= figures.lateness_max


def wait_until(condition: object, seconds: float = PATIENCE_S) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        pause.wait(0.005)
