"""Where the files that ship with the app are: icons, sounds, the demo model."""

from __future__ import annotations

import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource(path: str) -> Path:
    """The shipped file or folder at `path`, written with "/", relative to the resources folder.

    The answer is not checked for existence.
    """
    return resource_root().joinpath(*path.split("/"))


def resource_root() -> Path:
    """The resources folder: of the frozen bundle, of the installed wheel, or of the source tree."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    installed = _PACKAGE / "resources"
    return installed if installed.is_dir() else _PACKAGE.parent / "resources"
