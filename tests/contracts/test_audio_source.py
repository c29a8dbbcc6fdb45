"""What every AudioSource promises, run on the fake and on MicrophoneStream over a PortAudio of ours.

The same stream on a real sound server is in tests/desktop/test_capture.py.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest

from tests.fakes.audio_source import FAKE_DEVICE, FakeAudioSource
from tests.fakes.portaudio import FakePortAudio, input_device
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import NoMicrophoneError
from v2m_desktop.core.ports import AudioSource


@dataclass
class Rig:
    """A source, and hands on the world that it hears."""

    source: AudioSource
    hear: Callable[[Samples], None]
    lose: Callable[[int], None]
    die: Callable[[], None]


def fake_rig() -> Rig:
    source = FakeAudioSource()
    return Rig(source, source.say, source.lose, source.die)


def microphone_rig() -> Rig:
    backend = FakePortAudio([input_device(FAKE_DEVICE.name)], host=FAKE_DEVICE.host_api)
    lost = [0]

    def lose(count: int) -> None:
        backend.streams[-1].lose(count)
        lost[0] += count

    def hear(samples: Samples) -> None:
        backend.streams[-1].hear(samples, overflow=lost[0] > 0)
        lost[0] = 0

    def die() -> None:
        backend.streams[-1].end()

    return Rig(MicrophoneStream(backend), hear, lose, die)


@pytest.fixture(params=[fake_rig, microphone_rig], ids=["fake", "microphone"])
def rig(request: pytest.FixtureRequest) -> Rig:
    made: Rig = request.param()
    return made


def ramp(start: int, count: int) -> Samples:
    return np.arange(start, start + count, dtype=np.float32) / 1e6


def test_open_says_which_device_it_is(rig: Rig) -> None:
    assert rig.source.open("") == FAKE_DEVICE
    assert rig.source.open(FAKE_DEVICE.name) == FAKE_DEVICE
    rig.source.close()


def test_an_unknown_device_is_named(rig: Rig) -> None:
    with pytest.raises(NoMicrophoneError, match="Studio 9"):
        rig.source.open("Studio 9")
    assert rig.source.read() is None


def test_nothing_heard_reads_as_none(rig: Rig) -> None:
    assert rig.source.read() is None
    rig.source.open("")
    assert rig.source.read() is None
    assert not rig.source.dead
    rig.source.close()


def test_samples_arrive_once_in_order_and_numbered(rig: Rig) -> None:
    rig.source.open("")
    rig.hear(ramp(0, 2000))
    rig.hear(ramp(2000, 960))
    first = rig.source.read()
    rig.hear(ramp(2960, 960))
    second = rig.source.read()
    assert first is not None
    assert second is not None
    assert (first.first_sample, second.first_sample) == (0, 2960)
    np.testing.assert_array_equal(np.concatenate((first.samples, second.samples)), ramp(0, 3920))
    assert 0 < first.captured_ns <= second.captured_ns
    assert first.rate == FAKE_DEVICE.rate
    assert first.samples.dtype == np.float32
    assert rig.source.read() is None
    assert rig.source.missing_samples == 0
    rig.source.close()


def test_a_gap_is_counted_and_shows_in_the_numbers(rig: Rig) -> None:
    rig.source.open("")
    rig.hear(ramp(0, 960))
    rig.lose(480)
    rig.hear(ramp(1440, 960))
    before, after = rig.source.read(), rig.source.read()
    assert before is not None
    assert after is not None
    assert (before.first_sample, len(before.samples)) == (0, 960)
    assert after.first_sample == 1440
    np.testing.assert_array_equal(after.samples, ramp(1440, 960))
    assert rig.source.missing_samples == 480
    rig.source.close()


def test_a_stream_that_ended_is_dead_and_what_it_heard_is_kept(rig: Rig) -> None:
    rig.source.open("")
    rig.hear(ramp(0, 960))
    rig.die()
    assert rig.source.dead
    block = rig.source.read()
    assert block is not None
    assert len(block.samples) == 960
    rig.source.close()


def test_closing_ends_it_and_opening_begins_anew(rig: Rig) -> None:
    rig.source.open("")
    rig.hear(ramp(0, 960))
    rig.lose(10)
    rig.source.close()
    rig.source.close()
    assert rig.source.read() is None
    assert not rig.source.dead
    rig.source.open("")
    assert rig.source.read() is None
    assert rig.source.missing_samples == 0
    rig.source.close()
