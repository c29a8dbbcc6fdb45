"""Names for files that cannot be understood: they are kept, out of the way."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from v2m_desktop.storage.atomic_file import storage_errors


def free_name(path: Path) -> Path:
    """NAME.broken-DATE, beside the file, that nothing has yet."""
    base = path.with_name(f"{path.name}.broken-{datetime.now(UTC):%Y%m%d-%H%M%S}")
    name, number = base, 1
    while name.exists():
        number += 1
        name = base.with_name(f"{base.name}-{number}")
    return name


def set_aside(path: Path) -> Path:
    """Rename the file and say where it is now. Raises StorageError."""
    with storage_errors(path):
        return path.rename(free_name(path))
