"""Starts the text window of another program and follows what it holds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.desktop import x_state
from tests.desktop.held_text import HeldText

ROOT = Path(__file__).resolve().parents[2]


class TargetWindow(HeldText):
    """`with TargetWindow() as target:` gives a window with the focus. `options` are those of target.py."""

    program: Sequence[str] = (sys.executable, "-m", "tests.desktop.target")

    def __init__(self, *options: str) -> None:
        super().__init__()
        self._options = options
        self.keys: list[str] = []
        self.pasted: list[float] = []
        """When it turned to the clipboard, as perf_counter seconds."""
        self._obeyed = 0
        self._mode = "paste"

    def __enter__(self) -> Self:
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end(patience=0 if "--hang" in self._options else 10)

    @property
    def process(self) -> int:
        """Its number."""
        return self._process.pid

    def wait_keys(self, found: Callable[[list[str]], bool], seconds: float = 10.0) -> None:
        """Wait until `found` holds for the keys seen so far."""
        self._wait("the expected key did not arrive", lambda: found(self.keys), seconds)

    def wait_ended(self, seconds: float = 10.0) -> None:
        """Wait until it quit by itself."""
        self._process.wait(seconds)

    def order(self, *words: object) -> None:
        """Have it obey an order of target.py; returns once it did."""
        assert self._process.stdin is not None
        with self._changed:
            obeyed = self._obeyed + 1
        self._process.stdin.write(" ".join(map(str, words)) + "\n")
        self._process.stdin.flush()
        self._wait(f"it did not obey {words[0]}", lambda: self._obeyed >= obeyed, 20)

    def clear(self) -> None:
        """Empty the window, and forget what it held."""
        self.order("clear")
        self._forget()

    def prepare(self, mode: str, busy: float) -> None:
        """How it takes the next chord: "paste", "password" (in a field for one), "ignore", "hang", "quit"."""
        self._mode = mode
        self.order("password", "on" if mode == "password" else "off")
        self.order("mode", "paste" if mode == "password" else mode)
        self.order("busy", busy)

    def chord_sent(self) -> None:
        """It sees for itself."""

    def recover(self) -> None:
        """Afterwards: it is there again, and listens."""
        if self._mode in ("hang", "quit"):
            self.restart()

    def restart(self) -> None:
        """End it, however it is, and start it anew."""
        self._end(patience=0)
        self._start()

    def _start(self) -> None:
        self.window, self.text = 0, ""
        self._process = subprocess.Popen(
            [*self.program, *self._options], cwd=ROOT, text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "xcb"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read, name="target-window", daemon=True)
        self._reader.start()
        self._wait("the text window did not get the focus", lambda: self.window != 0, 30)
        self._wait_in_front()

    def _wait_in_front(self) -> None:
        x_state.wait_active(self.window)

    def _end(self, patience: float) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._reader.join(10)
        self._process.stdout.close()

    def _forget(self) -> None:
        super()._forget()
        self.keys.clear()
        self.pasted.clear()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            message = json.loads(line)
            with self._changed:
                match message["event"]:
                    case "ready":
                        self.window = message["window"]
                    case "text":
                        self._hold(message["text"])
                    case "paste":
                        self.pasted.append(message["at"])
                    case "obeyed":
                        self._obeyed += 1
                    case "key" if message["pressed"]:
                        self.keys.append(message["key"])
                self._changed.notify_all()


class GtkWindow(TargetWindow):
    """A GTK 3 text window."""

    program = ("/usr/bin/python3", "tests/desktop/gtk_target.py")


class ProxyWindow(TargetWindow):
    """A window for which another program reads the clipboard."""

    program = (sys.executable, "-m", "tests.desktop.proxy_target")
