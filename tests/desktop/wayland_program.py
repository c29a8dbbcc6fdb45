"""What other programs do with the clipboard of a Wayland compositor."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from types import TracebackType
from typing import Self

from pytestqt.qtbot import QtBot

from tests.patience import PATIENCE_S
from v2m_desktop.core.targets import ClipboardSnapshot
from v2m_desktop.os_integration.wayland_clipboard import WaylandClipboard


@contextlib.contextmanager
def hanging_owner(environment: Mapping[str, str]) -> Iterator[None]:
    """A program that copied something, and hangs."""
    owner = subprocess.Popen(["wl-copy", "--foreground", "words"], env=dict(environment))
    try:
        deadline = time.monotonic() + PATIENCE_S
        while b"text/plain" not in _types(environment):
            assert time.monotonic() < deadline
            threading.Event().wait(0.02)
        owner.send_signal(signal.SIGSTOP)
        yield
    finally:
        owner.kill()
        owner.wait()


def _types(environment: Mapping[str, str]) -> bytes:
    """Asking for them is a matter of the compositor."""
    asked = subprocess.run(
        ["wl-paste", "--list-types"], env=dict(environment), capture_output=True, timeout=PATIENCE_S,
        check=False,
    )  # fmt: skip
    return asked.stdout


class WaylandProgram:
    """`with WaylandProgram(qtbot, environment) as other:`; meanwhile this process serves its own clipboard.

    One format is copied by wl-copy; several, which it cannot do, by a second connection of ours. All of it
    is read by wl-paste.
    """

    def __init__(self, bot: QtBot, environment: Mapping[str, str], *, primary: bool = False) -> None:
        self._bot = bot
        self._environment = environment
        self._options = ["--primary"] if primary else []
        self._second = WaylandClipboard({**environment, "PATH": ""}, primary=primary)

    def __enter__(self) -> Self:
        self._run("wl-copy", "--clear")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._second.close()

    def copy(self, content: Mapping[str, bytes]) -> None:
        """Copy, and stay."""
        if len(content) == 1:
            ((name, value),) = content.items()
            self._run("wl-copy", "--type", name, given=value)
        else:
            self._second.restore(ClipboardSnapshot(content))
        self._bot.waitUntil(lambda: set(content) <= set(self.formats()))

    def read(self, name: str) -> bytes | None:
        """The content of a format; None if it is not offered."""
        if name not in self.formats():
            return None
        return self._run("wl-paste", "--no-newline", "--type", name)

    def formats(self) -> list[str]:
        return self._run("wl-paste", "--list-types").decode().split("\n")

    def _run(self, program: str, *arguments: str, given: bytes = b"") -> bytes:
        with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as source:
            source.write(given)
            source.seek(0)
            process = subprocess.Popen(
                [program, *self._options, *arguments],
                stdin=source, stdout=output, stderr=subprocess.DEVNULL, env=dict(self._environment),
            )  # fmt: skip
            self._bot.waitUntil(lambda: process.poll() is not None)
            output.seek(0)
            return output.read() if process.returncode == 0 else b""
