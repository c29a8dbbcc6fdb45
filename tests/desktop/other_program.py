"""What other programs do with the clipboard. Meanwhile this process goes on serving its own."""

from __future__ import annotations

import base64
import json
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from pytestqt.qtbot import QtBot

ROOT = Path(__file__).resolve().parents[2]


class OtherProgram:
    """`with OtherProgram(qtbot) as other:`; `selection` is "clipboard" or "primary"."""

    def __init__(self, bot: QtBot, selection: str = "clipboard") -> None:
        self._bot = bot
        self._selection = selection
        self._owners: list[subprocess.Popen[str]] = []
        self.reader = 0
        """Pid of the program that read last."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for owner in self._owners:
            assert owner.stdin is not None
            assert owner.stdout is not None
            owner.send_signal(signal.SIGCONT)
            owner.stdin.close()
            owner.wait(10)
            owner.stdout.close()

    def copy(self, content: Mapping[str, bytes]) -> None:
        """Copy, and stay: the content lives as long as its owner."""
        options = ["--primary"] if self._selection == "primary" else []
        owner = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.clipboard_owner", *options],
            cwd=ROOT, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        self._owners.append(owner)
        assert owner.stdin is not None
        assert owner.stdout is not None
        encoded = {name: base64.b64encode(value).decode() for name, value in content.items()}
        owner.stdin.write(json.dumps(encoded) + "\n")
        owner.stdin.flush()
        assert owner.stdout.readline() == "ready\n"
        self._bot.wait(50)  # let Qt hear of its loss

    def stop(self) -> None:
        """Stop the program that copied last, until the end: it hangs."""
        self._owners[-1].send_signal(signal.SIGSTOP)

    def read(self, name: str) -> bytes | None:
        """The content of a format; None if it is not offered."""
        offered = self._convert("TARGETS") or b""
        return self._convert(name) if name.encode() in offered.split() else None

    def _convert(self, name: str) -> bytes | None:
        with tempfile.TemporaryFile() as output:
            reader = subprocess.Popen(
                ["xclip", "-o", "-selection", self._selection, "-t", name],
                stdout=output, stderr=subprocess.DEVNULL,
            )  # fmt: skip
            self.reader = reader.pid
            self._bot.waitUntil(lambda: reader.poll() is not None, timeout=10_000)
            output.seek(0)
            return output.read() if reader.returncode == 0 else None
