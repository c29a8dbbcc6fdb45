"""The programs wl-copy and wl-paste, where the compositor gives us nothing better.

Where there is no data control either, they open a window of their own for a moment. One format at a time.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from PySide6.QtCore import QProcess, QProcessEnvironment

from v2m_desktop.core.targets import ClipboardRead, ClipboardSnapshot
from v2m_desktop.os_integration.pipes import SNAPSHOT_BYTES, SNAPSHOT_SECONDS

TEXT = "text/plain;charset=utf-8"
_TEXT_NAMES = frozenset([TEXT, "text/plain", "UTF8_STRING", "TEXT", "STRING"])
_EMPTY = (b"No selection", b"Nothing is copied")
"""What wl-paste says of an empty clipboard, up to version 2.1 and since."""

_START_SECONDS = 1.0

_END_MS = 500


def wl_tools_present(environment: Mapping[str, str]) -> bool:
    """Whether both programs are installed."""
    return all(shutil.which(name, path=environment.get("PATH", "")) for name in ("wl-copy", "wl-paste"))


def hand_over(content: Mapping[str, bytes], environment: Mapping[str, str], *, primary: bool) -> bool:
    """Leave one format of `content` with wl-copy, which stays when we end; False where it cannot be had.

    The content goes through memory, not through the command line. Waits until wl-copy is on its own.
    """
    program = shutil.which("wl-copy", path=environment.get("PATH", ""))
    if program is None or not content:
        return False
    name = next((name for name in (TEXT, "text/plain") if name in content), next(iter(content)))
    memory = os.memfd_create("clipboard")
    try:
        _write_all(memory, content[name])
        os.lseek(memory, 0, os.SEEK_SET)
        process = subprocess.Popen(
            [program, *(["--primary"] if primary else []), "--type", name],
            stdin=memory, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env=dict(environment), start_new_session=True,
        )  # fmt: skip
        with suppress(subprocess.TimeoutExpired):
            return process.wait(_START_SECONDS) == 0
    except OSError:
        return False
    finally:
        os.close(memory)
    return False


def _write_all(fd: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(fd, left) :]


class WlToolsClipboard:
    """A Clipboard on wl-copy and wl-paste. Nobody tells of reads. Private text cannot be marked."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._copying: QProcess | None = None
        self._pasting: QProcess | None = None
        self._processes: list[QProcess] = []
        self._format = ""
        self._deadline = 0.0
        self._looked: ClipboardSnapshot | None = None
        self._content: dict[str, bytes] = {}
        self._lent = False
        self.news: Callable[[], None] = lambda: None

    def look(self) -> None:
        """Its formats first, then the one that can come back."""
        if self._pasting is not None:
            self._pasting.kill()
        self._looked = None
        self._format = ""
        self._deadline = time.monotonic() + SNAPSHOT_SECONDS
        self._pasting = self._start("wl-paste", ["--list-types"])

    def seen(self) -> ClipboardSnapshot | None:
        """More than one format cannot come back, so that it is incomplete."""
        if self._looked is None and self._pasting is not None:
            if self._pasting.state() is QProcess.ProcessState.NotRunning:
                self._take_up(self._pasting)
            elif time.monotonic() > self._deadline:
                self._looked = ClipboardSnapshot({}, complete=False)
            if self._looked is not None and self._pasting is not None:
                self._pasting.kill()
        return self._looked

    def _take_up(self, process: QProcess) -> None:
        output = bytes(process.readAllStandardOutput().data())
        said = bytes(process.readAllStandardError().data())
        if process.error() is QProcess.ProcessError.FailedToStart or process.exitCode() != 0:
            self._looked = ClipboardSnapshot({}, complete=any(word in said for word in _EMPTY))
        elif self._format:
            fits = len(output) <= SNAPSHOT_BYTES
            self._looked = ClipboardSnapshot({self._format: output} if fits else {}, complete=fits)
        else:
            names = output.decode(errors="replace").split("\n")
            kinds = {TEXT if name in _TEXT_NAMES else name for name in names if name}
            if len(kinds) == 1:
                self._format = kinds.pop()
                self._pasting = self._start("wl-paste", ["--no-newline", "--type", self._format])
            else:
                self._looked = ClipboardSnapshot({}, complete=not kinds)

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:  # noqa: ARG002
        """Over whatever is there: nobody tells of copies made since the look."""
        self._copy({TEXT: text.encode()})
        self._lent = True

    def owned(self) -> bool:
        """wl-copy ends when somebody else copies."""
        running = self._copying is not None and self._copying.state() is not QProcess.ProcessState.NotRunning
        return self._lent and running

    def reads(self) -> Sequence[ClipboardRead]:
        return ()

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        if over_ours and not self.owned():
            return
        self._lent = False
        self._copy(dict(list(snapshot.formats.items())[:1]))

    def close(self) -> None:
        """Another wl-copy keeps what is ours."""
        if self._copying is not None and self._copying.state() is not QProcess.ProcessState.NotRunning:
            hand_over(self._content, self._environment, primary=False)
        for process in self._processes:
            process.kill()
            process.waitForFinished(_END_MS)
        self._processes.clear()
        self._pasting = self._copying = None

    def _copy(self, content: dict[str, bytes]) -> None:
        """The wl-copy before ends by itself: ending it first would empty the clipboard for a moment."""
        self._content = content
        if not content:
            self._copying = self._start("wl-copy", ["--clear"])
        for name, value in content.items():
            self._copying = self._start("wl-copy", ["--foreground", "--type", name])
            self._copying.write(value)
            self._copying.closeWriteChannel()

    def _start(self, program: str, arguments: list[str]) -> QProcess:
        """Kept until it has ended: Qt waits for a process whose object goes."""
        ended = QProcess.ProcessState.NotRunning
        self._processes = [process for process in self._processes if process.state() is not ended]
        process = QProcess()
        variables = QProcessEnvironment()
        for name, value in self._environment.items():
            variables.insert(name, value)
        process.setProcessEnvironment(variables)
        process.finished.connect(self._on_ended)
        self._processes.append(process)
        process.start(program, arguments)
        return process

    def _on_ended(self) -> None:
        self.news()
