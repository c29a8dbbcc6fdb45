"""`v2m devices`: the microphones that settings can name."""

from __future__ import annotations

from v2m_desktop.audio.devices import list_devices
from v2m_desktop.core.errors import NoMicrophoneError


def print_devices() -> int:
    """One microphone a line, the default marked. Raises AudioError."""
    devices = list_devices()
    if not devices:
        raise NoMicrophoneError("There is no microphone. Connect one, then try again.")
    for device in devices:
        mark = "*" if device.is_default else " "
        print(f"{mark} {device.name}  ({device.host_api}, {device.rate} Hz, {device.channels} channels)")
    return 0
