"""A recognizer in a process of its own, as seen from the app."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, cast

from v2m_desktop.core.audio import seconds_of
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, RecognitionRequest
from v2m_desktop.recognition.frames import (
    BrokenFrameError,
    Frame,
    Header,
    hypothesis_of,
    load_frame,
    model_of,
    raise_error_in,
    read_frame,
    recognize_frame,
    write_frame,
)

log = logging.getLogger(__name__)

LOAD_SECONDS = 180.0
"""A large model from a slow disk takes a minute."""

ANSWER_SECONDS = 10.0
ANSWER_SECONDS_PER_SECOND = 3.0
"""Deadline of an inference: this much, and this much more per second of audio."""

_EXIT_SECONDS = 2.0


def host_command() -> list[str]:
    """How to start the recognizer's process: from the source, or from the bundle's second executable."""
    if getattr(sys, "frozen", False):
        here = Path(sys.executable)
        return [str(here.with_name("v2m-recognizer" + here.suffix))]
    return [sys.executable, "-m", "v2m_desktop.recognition.host"]


class RemoteRecognizer:
    """Implements core.recognition.Recognizer.

    A child that dies or misses its deadline costs the request a RecognitionError. The next request starts a
    new child, with the same model. `unload` ends the child.
    """

    def __init__(
        self,
        command: Sequence[str] | None = None,
        load_seconds: float = LOAD_SECONDS,
        answer_seconds: float = ANSWER_SECONDS,
    ) -> None:
        self._command = list(command or host_command())
        self._load_seconds = load_seconds
        self._answer_seconds = answer_seconds
        self._child: _Child | None = None
        self._choice: ModelChoice | None = None
        self._model: LoadedModel | None = None
        self._described: Header | None = None

    @property
    def model(self) -> LoadedModel | None:
        return self._model

    @property
    def process_id(self) -> int | None:
        """Of the child that lives now."""
        return self._child.process.pid if self._child is not None else None

    def load(self, choice: ModelChoice) -> LoadedModel:
        self.unload()
        self._load(choice)
        self._choice = choice
        assert self._model is not None
        return self._model

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        if self._choice is None:
            raise RecognitionError("No model is loaded: choose one in the tray menu, then try again.")
        if self._child is None or not self._child.alive:
            log.info("starting the recognizer's process again")
            self._end_child()
            self._load(self._choice)
        seconds = self._answer_seconds + ANSWER_SECONDS_PER_SECOND * seconds_of(len(request.samples))
        return hypothesis_of(self._ask(recognize_frame(request), seconds))

    def unload(self) -> None:
        self._choice = self._model = self._described = None
        self._end_child()

    def _load(self, choice: ModelChoice) -> None:
        try:
            self._child = _Child(self._command)
        except OSError as error:
            raise RecognitionError(
                "The recognizer's process cannot be started: install the app again."
            ) from error
        self._ask(load_frame(choice), self._load_seconds)

    def _ask(self, request: Frame, seconds: float) -> Frame:
        """Send a request and wait for its answer. A child that fails is ended."""
        assert self._child is not None
        try:
            answer = self._child.ask(request, seconds)
        except TimeoutError as error:
            self._end_child()
            raise RecognitionError(
                "The recognizer took too long. The recording is kept: try again, or choose a smaller model."
            ) from error
        except EOFError as error:
            self._end_child()
            raise RecognitionError(
                "The recognizer stopped unexpectedly. The recording is kept: try again."
            ) from error
        self._note_model(answer)
        raise_error_in(answer)
        return answer

    def _note_model(self, answer: Frame) -> None:
        """The model stays the same object while the child says the same of it."""
        described = answer.header.get("model")
        if described != self._described:
            self._model, self._described = model_of(answer), described

    def _end_child(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


class _Child:
    """The process, and the two threads that read what it says."""

    def __init__(self, command: list[str]) -> None:
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._requests, self._says, self._complains = _pipes(self.process)
        self._answers: queue.SimpleQueue[Frame | None] = queue.SimpleQueue()
        self._readers = [
            threading.Thread(target=_read_answers, args=(self._says, self._answers), daemon=True),
            threading.Thread(target=_log_lines, args=(self._complains,), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ask(self, request: Frame, seconds: float) -> Frame:
        """Raises TimeoutError, or EOFError: it died or talks nonsense. A late child is killed."""
        late = threading.Event()
        # A stopped child blocks the write as well as the wait; only its death ends both.
        timer = threading.Timer(seconds, self._kill, (late,))
        timer.daemon = True
        timer.start()
        try:
            write_frame(self._requests, request)
            answer = self._answers.get()
        except OSError:
            answer = None
        finally:
            timer.cancel()
        if answer is None:
            raise TimeoutError if late.is_set() else EOFError
        return answer

    def _kill(self, late: threading.Event) -> None:
        late.set()
        self.process.kill()

    def end(self) -> None:
        """Close its input, which ends it; a process that stays is killed."""
        with contextlib.suppress(OSError):
            self._requests.close()
        try:
            self.process.wait(_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        for reader in self._readers:
            reader.join(_EXIT_SECONDS)
        self._says.close()
        self._complains.close()


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
    with contextlib.suppress(BrokenFrameError, OSError):
        while frame := read_frame(stream):
            answers.put(frame)
    answers.put(None)


def _log_lines(stream: BinaryIO) -> None:
    """What engines print: their troubles, never what was said."""
    for line in stream:
        log.info("recognizer's process: %s", line.decode(errors="replace").rstrip())
