"""Input devices: which there are, which one a name means."""

from __future__ import annotations

from typing import Any

from v2m_desktop.audio import portaudio
from v2m_desktop.audio.portaudio import STREAMS, BoundedCall
from v2m_desktop.core.audio import AudioDevice
from v2m_desktop.core.errors import NoMicrophoneError

SOUND_SERVERS = ("default", "pipewire", "pulse")
"""ALSA names that go through the sound server, which shares the microphone and converts rates."""


REFRESH_DEADLINE_S = 2.0
"""Reading the devices anew takes 0.05 to 0.4 s; with a hung sound server it never ends."""


def refresh(backend: Any = None) -> bool:
    """Read the devices anew, for PortAudio freezes its list. False, and nothing done, while it is in use.

    Raises NoMicrophoneError where PortAudio does not come up again, StreamDeadError where it hangs.
    """
    module = backend or portaudio.load()
    try:
        return BoundedCall("devices-refresh", lambda: _restart(module)).result(REFRESH_DEADLINE_S)
    except TimeoutError as error:
        STREAMS.abandon(module)
        raise portaudio.hung("") from error


def list_devices(backend: Any = None) -> list[AudioDevice]:
    """Every input device there is now, the default one first. While a stream is open: as PortAudio began.

    Raises PortAudioMissingError, StreamDeadError.
    """
    fresh = backend is None and not portaudio.loaded()
    module = backend or portaudio.load()
    if not fresh:
        refresh(module)
    return _known_devices(module)


def find_device(name: str, backend: Any = None) -> AudioDevice:
    """The device called `name`, or the default one for "". One that was plugged in meanwhile is found, too.

    A name that several host APIs offer means the one of the default device's API. Raises NoMicrophoneError
    naming the device, PortAudioMissingError, or StreamDeadError.
    """
    module = backend or portaudio.load()
    try:
        return _choose(name, _known_devices(module))
    except NoMicrophoneError:
        if not refresh(module):
            raise
    return _choose(name, _known_devices(module))


def _restart(module: Any) -> bool:
    with STREAMS.turn():
        if STREAMS.open or STREAMS.crowded:
            return False
        with portaudio.mapped_errors("", module):
            module._terminate()
            module._initialize()
    return True


def _known_devices(module: Any) -> list[AudioDevice]:
    with STREAMS.turn(), portaudio.mapped_errors("", module):
        entries = list(module.query_devices())
        hosts = list(module.query_hostapis())
    default = _default_index(entries, hosts)
    devices = [
        AudioDevice(
            name=entry["name"],
            index=index,
            rate=round(entry["default_samplerate"]),
            channels=entry["max_input_channels"],
            host_api=hosts[entry["hostapi"]]["name"],
            is_default=index == default,
        )
        for index, entry in enumerate(entries)
        if entry["max_input_channels"] > 0
    ]
    return sorted(devices, key=lambda device: not device.is_default)


def _choose(name: str, devices: list[AudioDevice]) -> AudioDevice:
    if not devices:
        raise NoMicrophoneError("No microphone was found. Plug one in, then start the take again.")
    if not name:
        return devices[0]
    named = [device for device in devices if device.name == name]
    if not named:
        raise NoMicrophoneError(
            'The microphone "{device}" is not there. Plug it in, or choose another one in the tray menu.',
            device=name,
        )
    return min(named, key=lambda device: device.host_api != devices[0].host_api)


def _default_index(entries: list[Any], hosts: list[Any]) -> int:
    """PortAudio's default input, but on ALSA rather a sound server than the raw hardware (-1: none)."""
    preferred = next((host for host in hosts if host["default_input_device"] >= 0), None)
    if preferred is None:
        return -1
    default: int = preferred["default_input_device"]
    if preferred["name"] != "ALSA" or entries[default]["name"] in SOUND_SERVERS:
        return default
    inputs = {entry["name"]: i for i, entry in enumerate(entries) if entry["max_input_channels"] > 0}
    return next((inputs[name] for name in SOUND_SERVERS if name in inputs), default)
