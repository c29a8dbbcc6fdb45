"""Applications that get no dictation, as the user lists them."""

from __future__ import annotations

from v2m_desktop.core.targets import Window


def is_blocked(window: Window | None, listed: str) -> bool:
    """Whether `window` belongs to one of the applications in `listed`: window classes, between commas."""
    if window is None:
        return False
    names = {name.strip().casefold() for name in listed.split(",")} - {""}
    return window.application.strip().casefold() in names
