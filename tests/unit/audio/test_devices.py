"""Which device a name means, and what is said when there is none."""

from __future__ import annotations

import sys
import threading

import pytest

from tests.fakes.portaudio import FakePortAudio, input_device
from v2m_desktop.audio import devices, portaudio
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.audio.devices import find_device, list_devices
from v2m_desktop.core.errors import NoMicrophoneError, PortAudioMissingError, StreamDeadError


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


@pytest.mark.parametrize("name", ["", "Headset"])
def test_a_microphone_that_is_plugged_in_later_is_found(name: str) -> None:
    backend = FakePortAudio([])
    backend.plug_in(input_device("Headset"))
    assert find_device(name, backend).name == "Headset"
    assert backend.restarts == 1
    find_device(name, backend)
    assert backend.restarts == 1  # only when something is missing: it takes its time


def test_the_list_shows_what_is_plugged_in_now() -> None:
    backend = FakePortAudio([input_device("Webcam")])
    backend.plug_in(input_device("Headset"))
    assert [device.name for device in list_devices(backend)] == ["Webcam", "Headset"]


def test_devices_are_not_read_anew_under_an_open_stream() -> None:
    backend = FakePortAudio([input_device("Webcam")])
    microphone = MicrophoneStream(backend)
    microphone.open("")
    backend.plug_in(input_device("Headset"))
    with pytest.raises(NoMicrophoneError):
        find_device("Headset", backend)
    assert [device.name for device in list_devices(backend)] == ["Webcam"]
    assert backend.restarts == 0
    microphone.close()
    assert find_device("Headset", backend).name == "Headset"


def test_a_sound_server_that_hangs_cannot_hold_up_the_search(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "REFRESH_DEADLINE_S", 0.05)
    backend = FakePortAudio([])
    backend.hangs_on_restart = threading.Event()
    try:
        with pytest.raises(StreamDeadError, match="does not answer"):
            find_device("", backend)
    finally:
        backend.hangs_on_restart.set()


def test_devices_are_not_read_anew_while_another_call_is_inside_portaudio() -> None:
    backend = FakePortAudio([])
    with portaudio.STREAMS.turn():
        assert not devices.refresh(backend)
    assert backend.restarts == 0
