"""A program that reads the clipboard all the time: python -m tests.desktop.observer

As clipboard synchronizers do. Obeys lines on standard input: "watch" (every 20 ms over its one connection),
"glance" (each time with a program that lives for that one reading), "rest". Prints "ready" after each, and a
JSON line [perf_counter second, text] whenever the text is another one. Ends when standard input ends.
"""

from __future__ import annotations

import json
import select
import subprocess
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from Xlib.display import Display

from tests.desktop.selections import read_text

ROOT = Path(__file__).resolve().parents[2]
EVERY_SECONDS = 0.02
PATIENCE_SECONDS = 1.0


class Observer:
    """`with Observer() as observer:`; `seen` are the moments and texts at which it read another text."""

    def __init__(self) -> None:
        self.seen: list[tuple[float, str]] = []
        self._ready = threading.Semaphore(0)

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.observer"],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._thread = threading.Thread(target=self._read, name="observer", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._thread.join(10)
        self._process.stdout.close()

    def order(self, word: str) -> None:
        """ "watch", "glance" or "rest"; returns once it does."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        assert self._ready.acquire(timeout=20), f"the observer did not obey {word}"

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line == "ready\n":
                self._ready.release()
            else:
                moment, text = json.loads(line)
                self.seen.append((moment, text))


def main() -> int:
    display, order, before = Display(), "rest", ""
    while True:
        if select.select([sys.stdin], [], [], None if order == "rest" else EVERY_SECONDS)[0]:
            order = sys.stdin.readline().strip()
            if not order:
                return 0
            print("ready", flush=True)
            continue
        text = read_text(display, seconds=PATIENCE_SECONDS) if order == "watch" else _glance()
        if text is not None and text != before:
            before = text
            print(json.dumps([time.perf_counter(), text]), flush=True)


def _glance() -> str | None:
    command = ["xclip", "-o", "-selection", "clipboard", "-target", "UTF8_STRING"]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None
    return done.stdout.decode() if done.returncode == 0 else None


if __name__ == "__main__":
    sys.exit(main())
