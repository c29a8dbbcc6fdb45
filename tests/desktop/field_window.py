"""Starts forms of other programs whose fields can be told apart, and moves the focus in them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.patience import PATIENCE_S

ROOT = Path(__file__).resolve().parents[2]
QT = (sys.executable, "-m", "tests.desktop.field_target")
GTK = ("/usr/bin/python3", "tests/desktop/gtk_field_target.py")


def start_accessibility_bus() -> None:
    """As a login does. Nothing is switched on: programs that start later are accessible if they want."""
    subprocess.run(
        ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
         "org.a11y.Bus.GetAddress"],
        check=True, capture_output=True, timeout=PATIENCE_S,
    )  # fmt: skip


@contextmanager
def screen_reader_runs() -> Iterator[None]:
    """Some programs are accessible only while one does."""
    start_accessibility_bus()
    _say_enabled("true")
    yield
    _say_enabled("false")


def _say_enabled(value: str) -> None:
    subprocess.run(
        ["dbus-send", "--session", "--print-reply", "--dest=org.a11y.Bus", "/org/a11y/bus",
         "org.freedesktop.DBus.Properties.Set", "string:org.a11y.Status", "string:IsEnabled",
         f"variant:boolean:{value}"],
        check=True, capture_output=True, timeout=PATIENCE_S,
    )  # fmt: skip


class FieldWindow:
    """`with FieldWindow() as form:` gives a form with the focus in its field "text". `command` makes it."""

    def __init__(self, command: tuple[str, ...] = QT) -> None:
        self._command = command
        self.focused = ""
        self.texts: dict[str, str] = {}
        """What the fields were changed to."""
        self._changed = threading.Condition()

    def __enter__(self) -> Self:
        environment = {**os.environ, "QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        self.process = subprocess.Popen(
            self._command, cwd=ROOT, text=True, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._reader = threading.Thread(target=self._read, name="field-window", daemon=True)
        self._reader.start()
        self.focus("text")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self._reader.join(10)
        self.process.stdout.close()

    def focus(self, name: str) -> None:
        """Put the focus into this field, and wait until it is there."""
        assert self.process.stdin is not None
        self.process.stdin.write(name + "\n")
        self.process.stdin.flush()
        deadline = time.monotonic() + PATIENCE_S
        with self._changed:
            while self.focused != name:
                left = deadline - time.monotonic()
                assert left > 0, f"the field {name} did not get the focus"
                self._changed.wait(left)

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            message = json.loads(line)
            with self._changed:
                if message["event"] == "focus":
                    self.focused = message["field"]
                elif message["event"] == "text":
                    self.texts[message["field"]] = message["text"]
                self._changed.notify_all()
