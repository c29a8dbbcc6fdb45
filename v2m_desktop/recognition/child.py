"""One recognizer's process, as seen from the app: asked one thing at a time, ended when it fails."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from v2m_desktop.recognition.frames import BrokenFrameError, Frame, read_frame, write_frame

log = logging.getLogger(__name__)

_EXIT_SECONDS = 2.0

_QUOTED = re.compile(r"""`[^`]*`?|"[^"]*"?|(?<!\w)'[^']*'?""")
_NAME = re.compile(
    r"""["'`]?(
        (v2m_desktop|faster_whisper|ctranslate2|tokenizers|onnxruntime|numpy|av)(\.\w+)*  # modules
        |(/|[A-Z]:\\)[\w./\\+-]+ | [\w+-]+\.(so|dll|dylib|bin|json|py)[\w.]*  # files
        |[A-Z]+_[A-Z_]+  # states of a graphics card
    )["'`]?""",
    re.ASCII | re.VERBOSE,
)
"""What is quoted and was surely not dictated."""


class ChildLostError(Exception):
    """It died, answered out of turn or not in frames, was late, or was killed on purpose. It is ended."""

    def __init__(self, *, late: bool = False, killed: bool = False) -> None:
        self.late = late
        self.killed = killed
        super().__init__("was ended on purpose" if killed else "was late" if late else "died")


class Child:
    """The process, and the two threads that read what it says. Raises OSError if it cannot be started.

    Each answer must carry the number of its request, and each child has pipes of its own: what an old one
    says late reaches nobody.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process = subprocess.Popen(
            list(command),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._requests, self._says, self._complains = _pipes(self._process)
        self._numbers = itertools.count(1)
        self._killed = False
        self._answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._readers = [
            threading.Thread(target=_read_answers, args=(self._says, self._answers), daemon=True),
            threading.Thread(target=_log_lines, args=(self._complains,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it can be asked: one that was killed may take a moment to end."""
        return not self._killed and self._process.poll() is None

    def ask(self, request: Frame, seconds: float) -> Frame:
        """Its answer within `seconds`. Raises ChildLostError."""
        number, late = next(self._numbers), threading.Event()
        # A stopped child blocks the write as well as the wait; only its death ends both.
        timer = threading.Timer(seconds, self._kill_late, (late,))
        timer.daemon = True
        timer.start()
        try:
            write_frame(self._requests, Frame({**request.header, "number": number}, request.payload))
            answer = self._answers.get()
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None or answer.header.get("number") != number:
            self.end()
            raise ChildLostError(late=late.is_set(), killed=self._killed)
        return answer

    def kill(self) -> None:
        """End it in the middle of a request, from any thread; whoever waits for its answer is told."""
        self._killed = True
        self._process.kill()

    def end(self) -> None:
        """Close its input, which ends it; a process that stays is killed."""
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self._process.wait(_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        for reader in self._readers:
            reader.join(_EXIT_SECONDS)
        self._says.close()
        self._complains.close()

    def _kill_late(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO, BinaryIO]:
    """Its standard input, output and error."""
    assert process.stdin
    assert process.stdout
    assert process.stderr
    return cast(BinaryIO, process.stdin), cast(BinaryIO, process.stdout), cast(BinaryIO, process.stderr)


def _environment() -> dict[str, str]:
    """The child finds our package wherever it is started; a bundle's child holds its own."""
    if getattr(sys, "frozen", False):
        return dict(os.environ)
    root = str(Path(__file__).resolve().parents[2])
    inherited = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, inherited)))}


def _read_answers(stream: BinaryIO, answers: queue.SimpleQueue[Frame | None]) -> None:
    """Hand over each answer, at last None: the end of the stream, or something that is no frame."""
    try:
        with contextlib.suppress(BrokenFrameError, OSError, RecursionError, MemoryError):
            while frame := read_frame(stream):
                answers.put(frame)
    finally:
        answers.put(None)  # whatever happened: somebody waits for it without an end


def _log_lines(stream: BinaryIO) -> None:
    """What engines print: their troubles, never what was said.

    A panic of the tokenizer, which is told the words before, quotes what it stumbled over.
    """
    for line in stream:
        log.info("recognizer's process: %s", _QUOTED.sub(_if_name, line.decode(errors="replace").rstrip()))


def _if_name(quoted: re.Match[str]) -> str:
    return quoted[0] if _NAME.fullmatch(quoted[0]) else "[...]"
