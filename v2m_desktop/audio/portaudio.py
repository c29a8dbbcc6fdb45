"""The one place that knows sounddevice: its import, its errors, its calls that may never come back."""

from __future__ import annotations

import atexit
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from v2m_desktop.core.errors import NoMicrophoneError, PortAudioMissingError, StreamDeadError

T = TypeVar("T")


def loaded() -> bool:
    """Whether PortAudio was initialized before."""
    return sys.modules.get("sounddevice") is not None


def load() -> Any:
    """The sounddevice module. Its import initializes PortAudio (0.05 to 0.4 s), once.

    Raises PortAudioMissingError: the Linux wheel holds no PortAudio of its own.
    """
    try:
        import sounddevice
    except (OSError, ImportError) as error:
        raise PortAudioMissingError(
            "The sound library PortAudio is missing, so no microphone can be opened. "
            "Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again."
        ) from error
    return sounddevice


@contextmanager
def mapped_errors(device: str, module: Any) -> Iterator[None]:
    """Turn what sounddevice raises while a microphone is looked up or opened into NoMicrophoneError."""
    try:
        yield
    except (module.PortAudioError, ValueError) as error:
        raise NoMicrophoneError(
            "{device} could not be opened. Check that it is plugged in and no other program keeps it busy, "
            "or choose another microphone.",
            device=described(device),
        ) from error


def described(device: str) -> str:
    """How messages name a device."""
    return f'The microphone "{device}"' if device else "The default microphone"


class OpenStreams:
    """Counts streams, because PortAudio may be re-initialized only while none is open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._turn = threading.Lock()
        self._open = 0
        self._inside = 0
        self._abandoned = 0

    @property
    def open(self) -> int:
        """Streams that are open, being closed, or abandoned."""
        return self._open

    @property
    def abandoned(self) -> int:
        """Calls into PortAudio that did not come back in time."""
        return self._abandoned

    @property
    def crowded(self) -> bool:
        """Whether another call is inside PortAudio, where it hangs perhaps. Asked during a turn."""
        return self._inside > 1

    @contextmanager
    def turn(self) -> Iterator[None]:
        """One call at a time, for PortAudio's lists of devices and streams have no lock.

        A call that hangs keeps its turn for ever; after a second the next one goes on without.
        """
        mine = self._turn.acquire(timeout=1.0)
        with self._lock:
            self._inside += 1
        try:
            yield
        finally:
            with self._lock:
                self._inside -= 1
            if mine:
                self._turn.release()

    def opened(self) -> None:
        with self._lock:
            self._open += 1

    def closed(self) -> None:
        with self._lock:
            self._open -= 1

    def abandon(self, module: Any) -> None:
        """A call hangs inside PortAudio. Pa_Terminate at exit would wait for it, so it must not run."""
        with self._lock:
            self._abandoned += 1
        handler = getattr(module, "_exit_handler", None)
        if handler is not None:
            atexit.unregister(handler)


STREAMS = OpenStreams()


class BoundedCall(Generic[T]):
    """Runs `function` on a disposable daemon thread: with a hung sound server it may never return.

    `late` gets the result of a call that was given up before it came back.
    """

    def __init__(self, name: str, function: Callable[[], T], late: Callable[[T], None] | None = None) -> None:
        self._function = function
        self._late = late
        self._lock = threading.Lock()
        self._given_up = False
        self._done = threading.Event()
        self._results: list[T] = []
        self._error: Exception | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def result(self, deadline_s: float) -> T:
        """What the call returned or raised. Raises TimeoutError, and then the call is given up."""
        self._done.wait(deadline_s)
        with self._lock:
            if not self._done.is_set():
                self._given_up = True
                raise TimeoutError
        self._thread.join()
        if self._error is not None:
            raise self._error
        return self._results[0]

    def _run(self) -> None:
        try:
            self._results.append(self._function())
        except Exception as error:  # noqa: BLE001 -- handed to whoever waits
            self._error = error
        with self._lock:
            self._done.set()
            late = self._given_up and self._results
        if late and self._late is not None:
            self._late(self._results[0])


def hung(device: str) -> StreamDeadError:
    """The error for a sound system that does not answer."""
    return StreamDeadError(
        "{device} did not open, because the sound system does not answer. "
        "Try again, and restart the sound system if it stays silent.",
        device=described(device),
    )
