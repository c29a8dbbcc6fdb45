"""A recognizer's process that misbehaves: `python -m tests.fakes.recognizer_process HOW [MARKER [TIMES]]`.

It behaves once the file MARKER has TIMES bytes (1 unless told), to which it adds one before it misbehaves.
"card RUNG,... [in load]" has a graphics card whose RUNGs abort.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import numpy as np

from tests.fakes.recognizer import FakeRecognizer
from v2m_desktop.core.errors import ModelNotice, RecognitionError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, RecognitionRequest
from v2m_desktop.recognition import host
from v2m_desktop.recognition.frames import Frame, write_frame

GIGABYTE = 1 << 30
SLOW_SECONDS = 6.0
"""Of "start slowly" and "late"."""


class Misbehaving(FakeRecognizer):
    def __init__(self, how: str, marker: Path | None, times: int) -> None:
        super().__init__()
        self._how = how
        self._marker = marker
        self._times = times

    def load(self, choice: ModelChoice) -> LoadedModel:
        if self._how.endswith("in load"):
            self._misbehave()
        return super().load(choice)

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        if not self._how.endswith("in load"):
            self._misbehave()
        return super().recognize(request)

    def _misbehave(self) -> None:
        if self._marker is not None:
            misbehaved = self._marker.stat().st_size if self._marker.exists() else 0
            if misbehaved >= self._times:
                return
            self._marker.write_bytes(b"x" * (misbehaved + 1))
        how = self._how.removesuffix(" in load")
        if how in ("step down", "lose the model"):
            self._change_model()
        elif how in MISBEHAVIORS:
            MISBEHAVIORS[how]()

    def _change_model(self) -> None:
        """In the next request, as after a graphics card that failed."""
        if self._how == "step down":
            note = ModelNotice("It runs as {compute_type}.", compute_type="int8")
            self.falls_to.append(LoadedModel("demo", "cpu", "int8", True, 0.1, note))
            return
        self.falls_to.append(None)
        self.failures.append(RecognitionError("There is not enough memory."))


class Card(FakeRecognizer):
    """A graphics card on which some rungs end the process: when they load, or at the first request."""

    def __init__(self, how: str) -> None:
        super().__init__()
        self._in_load = how.endswith("in load")
        self._deadly = set(how.removesuffix("in load").strip().split(","))

    def load(self, choice: ModelChoice) -> LoadedModel:
        model = super().load(choice)
        if choice.device != "cpu":
            compute_type = "float16" if choice.compute_type == "auto" else choice.compute_type
            model = replace(model, device="cuda", compute_type=compute_type)
        self.model = model
        if self._in_load:
            self._abort_if_deadly()
        return model

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        self._abort_if_deadly()
        return super().recognize(request)

    def _abort_if_deadly(self) -> None:
        assert self.model is not None
        if f"{self.model.device}/{self.model.compute_type}" in self._deadly:
            os.abort()


def _print() -> None:
    print("a library prints what it likes", flush=True)
    os.write(1, b"\xff\xff\xff\xff" * 100)


def _answer_nonsense() -> None:
    for descriptor in range(3, 20):
        with contextlib.suppress(OSError):
            os.write(descriptor, b"\xff" * 64)


def _raise() -> None:
    raise ValueError("what was said")


def _take_more_than_there_is() -> None:
    """As an engine does, under a limit of the system."""
    import resource

    mine = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (mine + GIGABYTE // 2,) * 2)
    np.ones(GIGABYTE, dtype=np.uint8)


def _answer_twice_from_now_on() -> None:
    def write_twice(stream: BinaryIO, frame: Frame) -> None:
        write_frame(stream, frame)
        write_frame(stream, frame)

    vars(host)["write_frame"] = write_twice


MISBEHAVIORS: dict[str, Callable[[], object]] = {
    "abort": os.abort,
    "exit": lambda: os._exit(3),
    "hang": lambda: threading.Event().wait(),
    "hang with the lock": lambda: ctypes.PyDLL(None).pause(),
    "late": lambda: threading.Event().wait(SLOW_SECONDS),
    "print": _print,
    "nonsense": _answer_nonsense,
    "raise": _raise,
    "refuse memory": _take_more_than_there_is,
    "answer twice": _answer_twice_from_now_on,
}


def main() -> None:
    how, *rest = sys.argv[1:]
    if how == "start slowly":
        threading.Event().wait(SLOW_SECONDS)
    marker, times = Path(rest[0]) if rest else None, int(rest[1]) if len(rest) > 1 else 1
    card = Card(how.removeprefix("card ")) if how.startswith("card ") else None
    host.make_recognizer = lambda: card or Misbehaving(how, marker, times)
    host.main()


if __name__ == "__main__":
    main()
