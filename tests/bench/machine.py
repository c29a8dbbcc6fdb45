"""On what a bench ran. No host or user name."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from typing import Any

import psutil

from v2m_desktop.diagnostics.machine_figures import processor_name

QUIET_LOAD = 0.3
"""Programs that want a processor, over the last minute. With more, times say little about ours."""

LIBRARIES = ("PySide6-Essentials", "ctranslate2", "faster-whisper", "onnxruntime", "numpy", "sounddevice")


def describe() -> dict[str, Any]:
    """Processor, memory, system and versions, and how busy the machine was before the bench began."""
    return {
        "processor": processor_name(),
        "processors": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "quiet": os.getloadavg()[0] <= QUIET_LOAD,
        "load_before": [round(load, 2) for load in os.getloadavg()],
    }
