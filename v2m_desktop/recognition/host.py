"""The recognizer's own process: `python -m v2m_desktop.recognition.host`.

Requests come on standard input, answers go to standard output. A crash of the engine ends this process and
nothing else, and ending it gives all its memory back. It ends itself when standard input does, even in the
middle of an inference, so it never outlives the app.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import signal
import sys
import threading
from typing import BinaryIO

from v2m_desktop.core.errors import RecognitionError, V2mError
from v2m_desktop.core.recognition import Recognizer
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.core.telemetry import forbid_telemetry
from v2m_desktop.recognition import heap
from v2m_desktop.recognition.frames import (
    BrokenFrameError,
    Frame,
    choice_of,
    done_frame,
    error_frame,
    hypothesis_frame,
    read_frame,
    request_of,
    speed_frame,
    with_model,
    write_frame,
)

_PR_SET_PDEATHSIG = 1

_NICE = 5
_BELOW_NORMAL = 0x4000

_IDLE_SECONDS = 2.0
"""Without a request for so long, freed memory is given back."""


def main() -> None:
    """Serve until standard input ends. Never returns."""
    _end_with_parent()
    heap.share_one()
    forbid_telemetry()
    answers = _own_standard_output()
    # Control-C in a terminal reaches us too; the app decides when we end.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests: queue.SimpleQueue[Frame] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=(sys.stdin.buffer, requests), daemon=True).start()
    recognizer = make_recognizer()
    while True:
        try:
            write_frame(answers, answer(recognizer, _next(requests)))
        except OSError:
            _end()


def _next(requests: queue.SimpleQueue[Frame]) -> Frame:
    try:
        return requests.get(timeout=_IDLE_SECONDS)
    except queue.Empty:
        heap.give_back()
        return requests.get()


def answer(recognizer: Recognizer, request: Frame) -> Frame:
    """What the recognizer says to a request, and what it has in memory then. Never raises an Exception."""
    said = with_model(_answer(recognizer, request), recognizer.model)
    return Frame({**said.header, "number": request.header.get("number")}, said.payload)


def _answer(recognizer: Recognizer, request: Frame) -> Frame:
    try:
        match request.header.get("do"):
            case "load":
                heap.take_apart()
                recognizer.load(choice_of(request))
                heap.keep_freed()
                return done_frame()
            case "recognize":
                return hypothesis_frame(recognizer.recognize(request_of(request)))
            case "measure":
                return speed_frame(_measure())
            case _:
                return error_frame(RecognitionError("The recognizer does not know this request."))
    except V2mError as error:
        return error_frame(error)
    except Exception as error:  # noqa: BLE001 - told to the app; only its kind, it could quote what was said
        return error_frame(
            RecognitionError(
                "The recognizer failed ({kind}). The recording is kept: try again or choose another model.",
                kind=type(error).__name__,
            )
        )


def _measure() -> MeasuredSpeed:
    """Behind everything else that runs here, for nobody waits for it as for words."""
    from v2m_desktop.core.machine import physical_cores
    from v2m_desktop.recognition.faster_whisper_engine import FasterWhisperEngine
    from v2m_desktop.recognition.speed_probe import measure_speed

    _step_back()
    heap.keep_freed()  # as for requests
    return measure_speed(FasterWhisperEngine(), physical_cores())


def _step_back() -> None:
    """Lower this process's priority for good; its owner ends it after the measurement."""
    if sys.platform == "win32":
        kernel = ctypes.windll.kernel32
        kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
    else:
        with contextlib.suppress(OSError):
            os.nice(_NICE)


def _end_with_parent() -> None:
    """An engine that hangs with Python's lock in its hand would not let us see that standard input ended.

    Linux ends us when the thread that started us does: the app's recognition thread, which lives as long.
    """
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError):  # another C library
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _own_standard_output() -> BinaryIO:
    """Keep standard output for answers: whatever a library prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _read_requests(stream: BinaryIO, requests: queue.SimpleQueue[Frame]) -> None:
    with contextlib.suppress(BrokenFrameError, OSError):
        while frame := read_frame(stream):
            requests.put(frame)
    _end()


def make_recognizer() -> Recognizer:
    from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

    return FasterWhisperRecognizer()


def _end() -> None:
    """Leave without destructors: those of a CUDA model are known to crash (OpenNMT/CTranslate2 #1782)."""
    sys.stderr.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
