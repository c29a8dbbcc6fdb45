"""Puts the model store together: the user's folder, the disk's ways, the hub."""

from __future__ import annotations

import os
from collections.abc import Mapping

from v2m_desktop.models.disk import Disk
from v2m_desktop.models.hub import HUGGING_FACE
from v2m_desktop.models.store import ModelStore
from v2m_desktop.storage.atomic_file import sync_folder, write_atomically
from v2m_desktop.storage.file_lock import FileLock
from v2m_desktop.storage.paths import Paths

HUB_VARIABLE = "V2M_HUB"
"""Names a mirror of the model hub."""


def make_disk() -> Disk:
    """The disk as the rest of the app uses it."""
    return Disk(lock=FileLock, write=write_atomically, sync=sync_folder)


def make_model_store(paths: Paths, environment: Mapping[str, str] | None = None) -> ModelStore:
    """The store of this user's models, fed by the hub or the mirror that V2M_HUB names."""
    hub = (os.environ if environment is None else environment).get(HUB_VARIABLE, "")
    return ModelStore(paths.models, make_disk(), hub or HUGGING_FACE)
