"""One run of a program that sends keys, and what is done when it fails."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.os_integration.key_tools import HalfSentError

RUN_SECONDS = 5.0
"""A tool that takes longer than it should, by this, has hung."""

_KILL_SECONDS = 0.01
"""A killed process is gone at once, save where the kernel itself is busy with it."""

_END_SECONDS = 0.5
"""For letting keys go, when the app ends."""

_GIST = 120


@dataclass(frozen=True, slots=True)
class Command:
    """A program, what it reads from standard input, and how long it works if all is well.

    `secret`: what it says of a failure might hold what it was given, and is not repeated.
    """

    line: Sequence[str]
    given: bytes = field(default=b"", repr=False)
    seconds: float = 0.0
    secret: bool = False


class _State(Enum):
    SENDING = "sending"
    ENDING = "ending"
    RELEASING = "releasing"


class ToolRun:
    """`command` is started at once. If it fails, `release` lifts the keys that it may have left down.

    Raises DeliveryError if it cannot be started. The program is left alone unless it hangs.
    """

    def __init__(
        self, name: str, command: Command, release: Command | None, environment: Mapping[str, str]
    ) -> None:
        self._name = name
        self._secret = command.secret
        self._release = release
        self._environment = environment
        self._state = _State.SENDING
        self._error: DeliveryError | None = None
        self._output = -1
        self._processes: list[subprocess.Popen[bytes]] = []
        self._start(command)

    def done(self) -> bool:
        """True once it has done its work. Raises DeliveryError or HalfSentError, after the release."""
        code = self._process.poll()
        late = time.monotonic() > self._deadline
        if code is None and not late:
            return False
        if code is None:
            self._end_hung()
            return False
        said = self._said()
        if self._state is _State.SENDING:
            if code == 0:
                return True
            self._error = self._failure(code, said)
        return self._after_end()

    def stop(self) -> None:
        """End it at once, wherever it is, and lift the keys. At any time, more than once if need be."""
        code = self._process.poll()
        if self._state is _State.RELEASING or code == 0:
            self._said()
            return
        if code is None:
            self._process.kill()
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_KILL_SECONDS)
        self._said()
        if self._release is not None:
            self._state = _State.RELEASING
            with suppress(DeliveryError):
                self._start(self._release)
                self._said()

    def await_end(self) -> None:
        """Wait for the end of what still runs after `stop`."""
        for process in self._processes:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_END_SECONDS)

    def _end_hung(self) -> None:
        """It may have hung between a press and its release; once it is gone, the release follows."""
        if self._error is None:
            self._error = HalfSentError(
                "{tool} hung while it sent keys. The text is kept: copy it from the tray menu.",
                tool=self._name,
            )
        if self._state is _State.SENDING:
            self._state = _State.ENDING
        self._process.kill()
        self._deadline = time.monotonic() + RUN_SECONDS

    def _after_end(self) -> bool:
        """The tool is gone and failed: release its keys, then say so."""
        if self._state is not _State.RELEASING and self._release is not None:
            self._state = _State.RELEASING
            self._start(self._release)
            return False
        assert self._error is not None
        raise self._error

    def _failure(self, code: int, said: str) -> DeliveryError:
        """Killed from outside it may have sent some; ended by itself with an error, it refused."""
        if code < 0:
            return HalfSentError(
                "{tool} was ended while it sent keys. The text is kept: copy it from the tray menu.",
                tool=self._name,
            )
        reason = said or f"it ended with {code}"
        return DeliveryError("{tool} failed: {reason}.", tool=self._name, reason=reason)

    def _said(self) -> str:
        """The first line it said. Once only."""
        if self._output < 0:
            return ""
        said = os.pread(self._output, 4096, 0).decode(errors="replace")
        os.close(self._output)
        self._output = -1
        if self._secret:
            return ""
        lines = [line.strip() for line in said.splitlines() if line.strip()]
        return lines[0][:_GIST].rstrip(".") if lines else ""

    def _start(self, command: Command) -> None:
        """Input and output go through memory: no pipe can be full, and nobody has to read along."""
        source = os.memfd_create("keys")
        output = os.memfd_create("said")
        try:
            os.write(source, command.given)
            os.lseek(source, 0, os.SEEK_SET)
            self._process = subprocess.Popen(
                list(command.line), stdin=source, stdout=output, stderr=output,
                env=dict(self._environment), start_new_session=True,
            )  # fmt: skip
        except OSError as cause:
            os.close(output)
            raise DeliveryError("{tool} could not be started.", tool=self._name) from cause
        finally:
            os.close(source)
        self._processes.append(self._process)
        self._output = output
        self._deadline = time.monotonic() + command.seconds + RUN_SECONDS
