"""Presses real keys on the private desktop."""

from __future__ import annotations

import os
import subprocess

HOTKEY = "ctrl+alt+space"


def _press(*words: str) -> None:
    if "STAGE_PULSE_PID" not in os.environ:
        raise RuntimeError("keys are pressed on the private desktop only: use tests/desktop/stage.sh")
    subprocess.run(["xdotool", *words], check=True, timeout=10)


def hold(keys: str = HOTKEY) -> None:
    """Press and keep down, modifiers first."""
    _press(*(word for key in keys.split("+") for word in ("keydown", key)))


def let_go(keys: str = HOTKEY) -> None:
    """Let go, modifiers last."""
    _press(*(word for key in reversed(keys.split("+")) for word in ("keyup", key)))


def tap(keys: str = HOTKEY) -> None:
    """Press and let go at once."""
    down = [word for key in keys.split("+") for word in ("keydown", key)]
    up = [word for key in reversed(keys.split("+")) for word in ("keyup", key)]
    _press(*down, *up)
