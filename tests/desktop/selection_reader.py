"""Another program that reads: python -m tests.desktop.selection_reader

For each line on standard input, "text SELECTION" or "all SELECTION", prints a line of JSON: {FORMAT: BASE64}.
Ends when standard input ends.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from Xlib.display import Display

from tests.desktop.selections import read, read_all

ROOT = Path(__file__).resolve().parents[2]


class SelectionReader:
    """`with SelectionReader() as reader:`; waits for the answer, so the owner must be another process.

    Or another thread. `start` and `done` are for an owner that lives in the event loop of this one.
    """

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.selection_reader"],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(20)
        self._process.stdout.close()

    def text(self, selection: str = "CLIPBOARD") -> str | None:
        """The text; None where there is none."""
        found = self._ask(f"text {selection}").get("UTF8_STRING")
        return None if found is None else found.decode()

    def all(self, selection: str = "CLIPBOARD") -> dict[str, bytes]:
        """Every format with a media type, and the text."""
        return self._ask(f"all {selection}")

    def _ask(self, order: str) -> dict[str, bytes]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        return {name: base64.b64decode(content) for name, content in answer.items()}


def main() -> int:
    display = Display()
    for line in sys.stdin:
        order, selection = line.split()
        found = read(display, selection, "UTF8_STRING") if order == "text" else None
        contents = {} if found is None else {"UTF8_STRING": found}
        if order == "all":
            contents = read_all(display, selection)
        answer = {name: base64.b64encode(content).decode() for name, content in contents.items()}
        print(json.dumps(answer), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
