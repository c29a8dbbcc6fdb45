"""The processor's name."""

from __future__ import annotations

import platform
from pathlib import Path


def processor_name() -> str:
    """As people know it, where the system tells."""
    information = Path("/proc/cpuinfo")
    if information.is_file():
        for line in information.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
