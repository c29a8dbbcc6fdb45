"""Keeps libraries from reporting home. They look at the environment once, when they are imported."""

from __future__ import annotations

import os

SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
}
"""onnxruntime writes a cache file and resolves a host name as soon as it is imported; the hub's client, which
faster-whisper imports, could ask for files. Models are read from folders, so nothing needs the network."""


def forbid_telemetry() -> None:
    """Call before a library that could report is imported. What the user set stays, also for children."""
    for name, value in SWITCHES.items():
        os.environ.setdefault(name, value)
