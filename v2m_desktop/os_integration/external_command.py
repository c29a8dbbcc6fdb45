"""Hands the text to a program of the user's own choice."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from v2m_desktop.core.errors import DeliveryError

_POLITE_S = 2.0
"""From the request to end until it is made to."""

_OURS = ("V2M_", "GEMINI_API_KEY", "GOOGLE_API_KEY")
"""How variables begin that are for us and for nobody else."""


class ExternalCommand:
    """A TextCommand. Its output is dropped: it may repeat the words."""

    def __init__(self, seconds: float = 10.0, environment: Mapping[str, str] = os.environ) -> None:
        """It may take `seconds`."""
        self._seconds = seconds
        self._environment = environment
        self._run: _Run | None = None

    def begin(self, command: str, text: str) -> None:
        self.cancel()
        words = _words(command)
        environment = {
            name: value for name, value in self._environment.items() if not name.upper().startswith(_OURS)
        }
        try:
            process = subprocess.Popen(
                words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, **_apart(),
            )  # fmt: skip
        except (OSError, ValueError) as problem:
            raise _refusal(words[0], problem) from None
        self._run = _Run(words[0], process, text.encode("utf-8", "replace"), self._seconds)

    def done(self) -> bool:
        if self._run is None or not self._run.ended.is_set():
            return False
        if self._run.failure is not None:
            raise self._run.failure
        return True

    def cancel(self) -> None:
        run, self._run = self._run, None
        if run is not None:
            run.cancel()


class _Run:
    """One process, and the thread that feeds it and waits for it."""

    def __init__(
        self, program: str, process: subprocess.Popen[bytes], content: bytes, seconds: float
    ) -> None:
        self.ended = threading.Event()
        self.failure: DeliveryError | None = None
        self._program = program
        self._process = process
        self._seconds = seconds
        thread = threading.Thread(target=self._attend, args=(content,), name="external-command", daemon=True)
        thread.start()

    def cancel(self) -> None:
        if not self.ended.is_set():
            _signal(self._process, force=False)

    def _attend(self, content: bytes) -> None:
        try:
            self._process.communicate(content, timeout=self._seconds)
            if status := self._process.returncode:
                self.failure = DeliveryError(
                    '"{program}" failed with status {status}. The text is kept.',
                    program=self._program, status=status,
                )  # fmt: skip
        except subprocess.TimeoutExpired:
            self.failure = DeliveryError(
                '"{program}" took longer than {seconds:g} s, so it was ended. The text is kept.',
                program=self._program, seconds=self._seconds,
            )  # fmt: skip
            self._end()
        finally:
            self.ended.set()

    def _end(self) -> None:
        """Its children with it: they may be what hangs."""
        _signal(self._process, force=False)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_POLITE_S)
        _signal(self._process, force=True)
        self._process.wait()
        if self._process.stdin is not None:
            with suppress(OSError):  # what it did not read
                self._process.stdin.close()


def _words(command: str) -> list[str]:
    """Raises DeliveryError. Backslashes are for paths on Windows, and for quoting elsewhere."""
    posix = sys.platform != "win32"
    try:
        words = [word if posix else word.strip('"') for word in shlex.split(command, posix=posix)]
    except ValueError:
        raise DeliveryError(
            "The command has a quotation mark without its twin. Correct it under Delivery in the settings."
        ) from None
    if not words:
        raise DeliveryError("No command is set. Enter one under Delivery in the settings.")
    return words


def _refusal(program: str, problem: Exception) -> DeliveryError:
    if isinstance(problem, FileNotFoundError):
        return DeliveryError(
            'There is no program "{program}". Correct the command under Delivery in the settings.',
            program=program,
        )
    return DeliveryError(
        '"{program}" cannot be started: {reason}. Correct the command under Delivery in the settings.',
        program=program, reason=(problem.strerror if isinstance(problem, OSError) else None) or "unknown",
    )  # fmt: skip


def _apart() -> dict[str, Any]:
    """A process group of its own, and no console window."""
    if sys.platform == "win32":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW}
    return {"start_new_session": True}


def _signal(process: subprocess.Popen[bytes], *, force: bool) -> None:
    """To the whole group. Its leader is not waited for meanwhile, so the number is still its own."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill() if force else process.send_signal(signal.CTRL_BREAK_EVENT)
        else:
            os.killpg(process.pid, signal.SIGKILL if force else signal.SIGTERM)
