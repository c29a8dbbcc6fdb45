"""Which device a name means, and what is said when there is none."""

from __future__ import annotations

import sys

import pytest

from tests.fakes.portaudio import FakePortAudio, input_device
from v2m_desktop.audio import portaudio
from v2m_desktop.audio.devices import find_device, list_devices
from v2m_desktop.core.errors import NoMicrophoneError, PortAudioMissingError


def test_outputs_are_left_out_and_the_default_comes_first() -> None:
    backend = FakePortAudio(
        [input_device("Speaker", channels=0), input_device("Webcam"), input_device("Headset")],
        host="Core Audio",
    )
    backend.hosts[0]["default_input_device"] = 2
    assert [device.name for device in list_devices(backend)] == ["Headset", "Webcam"]
    assert find_device("", backend).name == "Headset"
    assert find_device("", backend).is_default
    assert find_device("Webcam", backend).index == 1


def test_no_default_still_finds_a_microphone() -> None:
    backend = FakePortAudio([input_device("Webcam")])
    backend.hosts[0]["default_input_device"] = -1
    assert find_device("", backend).name == "Webcam"


def test_raw_hardware_gives_way_to_the_sound_server_on_alsa() -> None:
    backend = FakePortAudio([input_device("HDA Intel (hw:0,0)"), input_device("pulse", channels=32)])
    assert find_device("", backend).name == "pulse"


def test_a_name_on_two_host_apis_means_that_of_the_default() -> None:
    backend = FakePortAudio(
        [input_device("Main", host=0), input_device("Mic", host=1), input_device("Mic", host=0)], host="MME"
    )
    backend.hosts.append({"name": "Windows WASAPI", "default_input_device": 1})
    assert find_device("Mic", backend).host_api == "MME"


def test_no_microphone_at_all_says_what_to_do() -> None:
    with pytest.raises(NoMicrophoneError, match=r"No microphone was found. Plug one in"):
        find_device("", FakePortAudio([]))


def test_a_missing_microphone_is_named() -> None:
    with pytest.raises(NoMicrophoneError, match=r'"Blue Yeti" is not there. Plug it in'):
        find_device("Blue Yeti", FakePortAudio([input_device("Webcam")]))


def test_missing_portaudio_names_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sounddevice", None)
    with pytest.raises(PortAudioMissingError, match=r"libportaudio2"):
        portaudio.load()
