"""Starts the text window of another program and follows what it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]


class TargetWindow:
    """`with TargetWindow() as target:` gives a window with the focus. `options` are those of target.py."""

    program: Sequence[str] = (sys.executable, "-m", "tests.desktop.target")

    def __init__(self, *options: str) -> None:
        self._options = options
        self.text = ""
        self.texts: list[tuple[float, str]] = []
        """Every text it held, with the perf_counter second at which we were told."""
        self.keys: list[str] = []
        self.window = 0
        self._changed = threading.Condition()

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [*self.program, *self._options], cwd=ROOT, text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, name="target-window", daemon=True)
        self._reader.start()
        self._wait("the text window did not get the focus", lambda: self.window != 0, 30)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(10)
        self._process.stdout.close()

    def wait_text(self, found: Callable[[str], bool], seconds: float = 10.0) -> str:
        """Wait until `found` holds for the text, then return it. Raises AssertionError with the text."""
        self._wait("the expected text did not arrive", lambda: found(self.text), seconds)
        return self.text

    def wait_keys(self, found: Callable[[list[str]], bool], seconds: float = 10.0) -> None:
        """Wait until `found` holds for the keys seen so far."""
        self._wait("the expected key did not arrive", lambda: found(self.keys), seconds)

    def clear(self) -> None:
        """Empty the window, and forget what it held."""
        assert self._process.stdin is not None
        self._process.stdin.write("clear\n")
        self._process.stdin.flush()
        self.wait_text(lambda text: text == "")
        with self._changed:
            self.texts.clear()
            self.keys.clear()

    def _wait(self, failure: str, condition: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        with self._changed:
            while not condition():
                left = deadline - time.monotonic()
                assert left > 0, f"{failure}; the window holds {self.text!r}"
                self._changed.wait(left)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            message = json.loads(line)
            with self._changed:
                match message["event"]:
                    case "ready":
                        self.window = message["window"]
                    case "text":
                        self.text = message["text"]
                        self.texts.append((time.perf_counter(), self.text))
                    case "key" if message["pressed"]:
                        if message["pressed"]:
                            self.keys.append(message["key"])
                self._changed.notify_all()
