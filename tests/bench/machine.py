"""On what a bench ran. No host or user name."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

QUIET_LOAD = 0.3
"""Programs that want a processor, over the last minute. With more, times say little about ours."""

LIBRARIES = ("PySide6-Essentials", "ctranslate2", "faster-whisper", "onnxruntime", "numpy", "sounddevice")


def describe() -> dict[str, Any]:
    """Processor, memory, system and versions, and how busy the machine was before the bench began."""
    return {
        "processor": _processor(),
        "processors": psutil.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in LIBRARIES},
        "quiet": os.getloadavg()[0] <= QUIET_LOAD,
        "load_before": [round(load, 2) for load in os.getloadavg()],
    }


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
