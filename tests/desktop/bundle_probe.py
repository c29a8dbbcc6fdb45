"""Dictates into a window with the app that V2M_COMMAND names: a bundle, whose smoke test runs this.

Its icon must be in the tray, the words must land in the window, with the model in the app and in a process of
its own; what had been copied before must be there when the app has ended; and the app must print nothing.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress

import psutil

from tests.desktop.app import RunningApp
from tests.desktop.dictation import Dictation
from tests.desktop.sound_server import wait_until
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone, read_recording
from tests.tools.word_error_rate import word_error_rate
from v2m_desktop.core.resources import resource

SCRIPT = " ".join(resource("demo/speech.txt").read_text(encoding="utf-8").split())


def tray_icon() -> str:
    """The line of xwininfo about our window inside the tray host's, "" if there is none."""
    host = subprocess.run(
        ["xdotool", "search", "--class", "tint2"], capture_output=True, text=True, check=True
    ).stdout.split()
    for window in host:
        tree = subprocess.run(
            ["xwininfo", "-tree", "-id", window], capture_output=True, text=True, check=True
        ).stdout
        if found := re.search(r'^.*\("v2m" .*$|^.*"Voice2Machine".*$', tree, re.MULTILINE):
            return found[0].strip()
    return ""


def copy(text: str) -> None:
    """As another program; xclip stays behind until something else is copied."""
    subprocess.run(["xclip", "-selection", "clipboard"], input=text, text=True, check=True)


def copied() -> str:
    command = ["xclip", "-o", "-selection", "clipboard"]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout


def keepers() -> list[int]:
    """Processes on this display that keep a clipboard for an app that ended."""
    found: list[int] = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            here = process.environ().get("DISPLAY") == os.environ["DISPLAY"]
            if here and "--keep-clipboard" in process.cmdline():
                found.append(process.pid)
    return found


def dictate(host: str) -> None:
    settings = {"recognition": {"language": "en", "host": host}}
    copy(f"copied before the {host}")
    with VirtualMicrophone() as microphone, TargetWindow() as target, RunningApp(settings) as app:
        wait_until(lambda: bool(tray_icon()), "the icon in the tray")
        app.wait_model()
        outcome = Dictation(microphone, app, target).take(*read_recording(resource("demo/speech.wav")))
        if outcome.take.stage != "delivered" or word_error_rate(SCRIPT, outcome.pasted):
            raise SystemExit(f"bundle probe: the window holds {outcome.pasted!r}\n{app.report()}")
        if app.output().strip():
            raise SystemExit(f"bundle probe: the app printed\n{app.output()}")
    if copied() != f"copied before the {host}":
        raise SystemExit(f"bundle probe: after the app's end the clipboard holds {copied()!r}")
    copy("copied afterwards")
    wait_until(lambda: not keepers(), "the end of what kept the clipboard")
    print(f"bundle probe: icon in the tray; dictated with the model in a {host}: {outcome.pasted}")


def main() -> int:
    for host in ("thread", "process"):
        dictate(host)
    return 0


if __name__ == "__main__":
    sys.exit(main())
