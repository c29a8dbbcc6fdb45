"""Where the running app of this user and profile listens, and the lock that makes it the only one."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from v2m_desktop.core.errors import InstanceError
from v2m_desktop.storage.paths import Paths


def control_address() -> Path:
    """The socket's path; on Windows the name of a pipe. Raises InstanceError."""
    runtime = Paths.for_user().runtime
    if sys.platform == "win32":
        return Path("voice2machine-" + hashlib.sha256(str(runtime).encode()).hexdigest()[:12])
    if runtime.exists() and runtime.stat().st_uid != os.getuid():
        raise InstanceError(
            "{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours.", folder=runtime
        )
    return runtime / "control.sock"


def lock_file() -> Path:
    """Held by the one app of this profile as long as it lives."""
    return Paths.for_user().runtime / "instance.lock"
