"""What a bundle made by PyInstaller needs before anything else, and a checkout does not."""

from __future__ import annotations

import ctypes.util
import os
import sys
from collections.abc import MutableMapping
from pathlib import Path

LIBRARY_VARIABLES = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def prepare() -> None:
    """Undo what the bundle's start did to the environment, and make up for what it does not bring."""
    restore_library_paths(os.environ)
    _open_missing_streams()
    _offer_bundled_portaudio(Path(getattr(sys, "_MEIPASS", sys.prefix)))


def restore_library_paths(environment: MutableMapping[str, str]) -> None:
    """Programs that we start, such as xdg-open, must load the system's libraries and not the bundle's.

    This process keeps those of the bundle: the system's loader looked at the variable once, at its start.
    """
    for name in LIBRARY_VARIABLES:
        original = environment.pop(f"{name}_ORIG", None)
        if original is not None:
            environment[name] = original
        else:
            environment.pop(name, None)


def _open_missing_streams() -> None:
    """A windowed program has no standard streams on Windows, and libraries write to them all the same."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end


def _offer_bundled_portaudio(bundle: Path) -> None:
    """The system's PortAudio is taken where there is one, for it fits the system's sound; else ours."""
    find = ctypes.util.find_library
    bundled = bundle / "libportaudio.so.2"

    def find_library(name: str) -> str | None:
        found = find(name)
        return str(bundled) if found is None and name == "portaudio" and bundled.exists() else found

    if sys.platform.startswith("linux"):
        ctypes.util.find_library = find_library
