"""Where the running app of this user listens. Standard library only, like all that `v2m toggle` needs."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

from v2m_desktop.core.errors import InstanceError


def profile_folder() -> str:
    """The folder that V2M_PROFILE names, or "" for the user's own profile."""
    return os.environ.get("V2M_PROFILE", "")


def control_address() -> Path:
    """The socket's path (the pipe's name on Windows); one for each user and profile.

    Sockets live in the runtime folder, which is local even where the home is on a network, and their paths may
    not be longer than 107 bytes.
    """
    user = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "user")
    key = hashlib.sha256(f"{user}:{profile_folder()}".encode()).hexdigest()[:12]
    if sys.platform == "win32":
        return Path(f"voice2machine-{key}")
    return runtime_folder(user) / f"control-{key}.sock"


def runtime_folder(user: str) -> Path:
    """A folder that only this user can enter. Created when missing."""
    base = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(base) / "voice2machine" if base else Path(tempfile.gettempdir()) / f"voice2machine-{user}"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise InstanceError(
            "{folder} belongs to somebody else. Set XDG_RUNTIME_DIR to a folder of yours.", folder=folder
        )
    return folder
