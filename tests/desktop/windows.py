"""Finds windows of the app on the private desktop, as a person's eye does."""

from __future__ import annotations

import subprocess
import time

POLL_SECONDS = 0.1


def find(title: str) -> list[int]:
    """Visible windows whose title contains `title`."""
    command = ["xdotool", "search", "--onlyvisible", "--name", title]
    found = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False)
    return [int(line) for line in found.stdout.split()]


def wait_shown(title: str, seconds: float = 20.0, *, focused: bool = True) -> int:
    """The window, once it is there and, if it is to have it, has the focus."""
    deadline = time.monotonic() + seconds
    command = ["xdotool", "getwindowfocus", "getwindowname"]
    while True:
        windows = find(title)
        front = subprocess.run(command, capture_output=True, text=True, timeout=10, check=False).stdout
        if windows and (title in front or not focused):
            return windows[0]
        assert time.monotonic() < deadline, f"no window {title!r} in front, but {front!r}"
        subprocess.run(["sleep", str(POLL_SECONDS)], check=True)


def wait_gone(title: str, seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while find(title):
        assert time.monotonic() < deadline, f"the window {title!r} stays"
        subprocess.run(["sleep", str(POLL_SECONDS)], check=True)
