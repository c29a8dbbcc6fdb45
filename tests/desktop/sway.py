"""A Wayland compositor of our own, without a screen: sway, headless, beside the stage's X server."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.patience import PATIENCE_S

NOBODY = 65534
CONFIG = """
xwayland disable
output HEADLESS-1 resolution 800x600
default_border none
focus_follows_mouse no
"""


@dataclass(frozen=True, slots=True)
class Sway:
    """`environment` is that of a program inside. Its user may be another one than ours."""

    environment: Mapping[str, str]


@contextlib.contextmanager
def running_sway() -> Iterator[Sway]:
    """sway does not run as root, who can become nobody."""
    folder = Path(tempfile.mkdtemp(prefix="v2m-sway-", dir="/tmp"))  # the stage's own is closed to others
    become: list[str] = []
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        become = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
    (folder / "config").write_text(CONFIG)
    kept = {name: os.environ[name] for name in ("PATH", "LC_ALL", "V2M_STAGE") if name in os.environ}
    place = {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}
    headless = {"WLR_BACKENDS": "headless", "WLR_LIBINPUT_NO_DEVICES": "1", "WLR_RENDERER": "pixman"}
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*become, "sway", "-c", str(folder / "config")],
            env={**kept, **place, **headless}, stdout=output, stderr=output, cwd=folder,
        )  # fmt: skip
    try:
        wayland = _await_socket(process, folder, "wayland-[0-9]", log)
        ipc = _await_socket(process, folder, "sway-ipc.*.sock", log)
        outer = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "HOME")}
        yield Sway({**outer, **place, "WAYLAND_DISPLAY": wayland.name, "SWAYSOCK": str(ipc)})
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _await_socket(process: subprocess.Popen[bytes], folder: Path, pattern: str, log: Path) -> Path:
    deadline = time.monotonic() + PATIENCE_S
    while not (found := sorted(folder.glob(pattern))):
        assert process.poll() is None, f"sway ended:\n{log.read_text()}"
        assert time.monotonic() < deadline, f"sway did not start:\n{log.read_text()}"
        threading.Event().wait(0.02)
    return found[0]


@pytest.fixture(scope="module")
def sway() -> Iterator[Sway]:
    with running_sway() as started:
        yield started
