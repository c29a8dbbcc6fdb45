"""Where icons and translations lie, from a checkout and from an installed package."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def asset(relative: str) -> Path:
    """A file below resources/. An installed package carries that folder inside itself."""
    inside = PACKAGE / "resources"
    return (inside if inside.is_dir() else PACKAGE.parent / "resources") / relative
