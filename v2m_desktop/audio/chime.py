"""Two short, soft sounds: the microphone hears now, the microphone has stopped."""

from __future__ import annotations

import logging
import threading
import time
from enum import Enum
from typing import Any

import numpy as np

from v2m_desktop.audio import portaudio
from v2m_desktop.audio.portaudio import STREAMS
from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import AudioError

logger = logging.getLogger(__name__)

CHIME_RATE = 48_000

_playing: set[threading.Thread] = set()


class Chime(Enum):
    """Notes in Hz, one after the other. Rising opens, falling closes."""

    START = (587.3, 880.0)
    STOP = (880.0, 587.3)


def synthesize(chime: Chime, level_dbfs: float = -24.0) -> Samples:
    """The sound at 48 kHz, shape (n,), 100 ms, its peak at `level_dbfs`. Begins and ends at zero."""
    note = round(0.05 * CHIME_RATE)
    moments = np.arange(note) / CHIME_RATE
    envelope = np.sin(np.pi * np.arange(note) / (note - 1)) ** 2
    notes = [envelope * np.sin(2.0 * np.pi * frequency * moments) for frequency in chime.value]
    return np.asarray(np.concatenate(notes) * 10.0 ** (level_dbfs / 20.0), np.float32)


def play(chime: Chime, backend: Any = None) -> threading.Thread:
    """Play on a thread of its own and return at once. A sound that can't be played is left out."""
    _playing.difference_update([thread for thread in _playing if not thread.is_alive()])
    thread = threading.Thread(target=_play, args=(chime, backend), name="chime", daemon=True)
    thread.start()
    _playing.add(thread)
    return thread


def finish(seconds: float) -> bool:
    """Wait until no chime sounds; False if one still does.

    PortAudio aborts the process when it is taken down at exit while a stream plays.
    """
    deadline = time.monotonic() + seconds
    for thread in list(_playing):
        thread.join(max(0.0, deadline - time.monotonic()))
    return not any(thread.is_alive() for thread in _playing)


def _play(chime: Chime, backend: Any) -> None:
    try:
        module = backend or portaudio.load()
        with STREAMS.turn():
            stream = module.OutputStream(samplerate=CHIME_RATE, channels=1, dtype="float32")
            stream.start()
            STREAMS.opened()
        try:
            stream.write(synthesize(chime).reshape(-1, 1))
            stream.stop()
        finally:
            with STREAMS.turn():
                stream.close(ignore_errors=True)
            STREAMS.closed()
    except AudioError as error:
        logger.info("No chime: %s", error.message)
    except Exception:  # a missing sound must never cost a take
        logger.info("No chime: the output device could not be used.", exc_info=True)
