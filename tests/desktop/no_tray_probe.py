"""Starts the app on a desktop without a tray host and tells which windows there are, as one JSON object."""

from __future__ import annotations

import json
import subprocess
import sys

from tests.desktop.app import RunningApp
from tests.desktop.sound_server import wait_until
from tests.desktop.target_window import TargetWindow


def windows_named(name: str) -> list[str]:
    """Titles of the visible windows whose title is `name`."""
    search = ["xdotool", "search", "--onlyvisible", "--name", f"^{name}$"]
    found = subprocess.run(search, capture_output=True, text=True, check=False).stdout.split()
    titles = (
        subprocess.run(["xdotool", "getwindowname", each], capture_output=True, text=True, check=True)
        for each in found
    )
    return sorted({title.stdout.strip() for title in titles})


def main() -> int:
    with TargetWindow("--title", "target"), RunningApp() as app:
        wait_until(lambda: windows_named("Voice2Machine") != [], "the small window")
        app.wait_model()
        active = subprocess.run(
            ["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True, check=True
        )
        report = {
            "windows": windows_named("Voice2Machine"),
            "state": app.status()["state"],
            "focus": active.stdout.strip(),
        }
    print(json.dumps(report))
    return 0


if __name__ == "__main__":
    sys.exit(main())
