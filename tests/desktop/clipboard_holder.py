"""One other program that copies again and again, and stays."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parents[2]


class ClipboardHolder:
    """`with ClipboardHolder() as holder:`; `selection` is "clipboard" or "primary"."""

    def __init__(self, selection: str = "clipboard") -> None:
        self._options = ["--primary"] if selection == "primary" else []

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.clipboard_owner", *self._options],
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

    def copy(self, content: Mapping[str, bytes]) -> None:
        """Own it with these formats."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        encoded = {name: base64.b64encode(value).decode() for name, value in content.items()}
        self._process.stdin.write(json.dumps(encoded) + "\n")
        self._process.stdin.flush()
        assert self._process.stdout.readline() == "ready\n"
