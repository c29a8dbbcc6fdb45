"""Where this user's files are. Every other module is handed its folder from here."""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from v2m_desktop.core.errors import StorageError
from v2m_desktop.storage.atomic_file import prepare_folder

APPLICATION = "Voice2Machine"

PROFILE_VARIABLE = "V2M_PROFILE"
"""Names a folder that holds everything: a second profile, a portable copy, a test."""

LONGEST_RUNTIME_PATH = 80
"""A socket's path may have 107 bytes; this leaves room for its name."""


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders of one profile, and its settings file. Nothing exists until `prepare` was called."""

    settings_file: Path
    data: Path
    spool: Path
    models: Path
    logs: Path
    runtime: Path

    @classmethod
    def for_user(cls, environment: Mapping[str, str] | None = None) -> Paths:
        """The user's own folders, or those under the folder that V2M_PROFILE names.

        Raises StorageError for a user of whom the system knows no home.
        """
        profile = (os.environ if environment is None else environment).get(PROFILE_VARIABLE, "")
        if profile:
            return cls.under(Path(profile))
        import platformdirs

        folders = platformdirs.PlatformDirs(APPLICATION, appauthor=False)
        try:
            data, settings, logs = folders.user_data_path, folders.user_config_path, folders.user_log_path
        except RuntimeError as error:
            raise StorageError(
                "Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again."
            ) from error
        return cls(
            settings_file=settings / "settings.toml",
            data=data,
            spool=data / "spool",
            models=data / "models",
            logs=logs,
            runtime=_runtime_folder(),
        )

    @classmethod
    def under(cls, folder: Path) -> Paths:
        """Everything under `folder`; only a runtime folder whose path is too long for a socket moves away."""
        root = Path(folder).absolute()
        runtime = root / "runtime"
        if len(os.fsencode(runtime)) > LONGEST_RUNTIME_PATH:
            name = hashlib.sha256(os.fsencode(root)).hexdigest()[:12]
            runtime = Path(tempfile.gettempdir()) / f"voice2machine-{name}"
        return cls(
            settings_file=root / "settings.toml",
            data=root / "data",
            spool=root / "data" / "spool",
            models=root / "data" / "models",
            logs=root / "logs",
            runtime=runtime,
        )

    def prepare(self) -> tuple[StorageError, ...]:
        """Create all folders for their owner only. The answer names those that cannot be used.

        The app starts all the same: the spool then keeps takes in memory, the log goes to standard error and
        settings stay as they are.
        """
        problems: list[StorageError] = []
        for folder in (
            self.settings_file.parent,
            self.data,
            self.spool,
            self.models,
            self.logs,
            self.runtime,
        ):
            try:
                prepare_folder(folder)
            except StorageError as problem:
                problems.append(problem)
        return tuple(problems)


def _runtime_folder() -> Path:
    """The folder for sockets and locks: local even where the home is on a network."""
    if sys.platform == "win32":
        return Path(tempfile.gettempdir()) / "voice2machine"
    base = os.environ.get("XDG_RUNTIME_DIR")
    return (
        Path(base) / "voice2machine" if base else Path(tempfile.gettempdir()) / f"voice2machine-{os.getuid()}"
    )
