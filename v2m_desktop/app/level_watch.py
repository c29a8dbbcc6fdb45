"""The live level of a microphone, for the settings: a stream of its own, open only while somebody looks."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal, Slot

from v2m_desktop.audio.preprocessing import Preprocessor, level_dbfs
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, Sensitivity
from v2m_desktop.core.errors import AudioError
from v2m_desktop.core.ports import AudioSource

INTERVAL_SECONDS = 0.05
VOICE_LASTS_SECONDS = 0.8
"""Between words a voice is still a voice."""


@dataclass(frozen=True, slots=True)
class Ear:
    """Which microphone, "" for the default one, and what counts as a voice."""

    device: str
    sensitivity: Sensitivity = Sensitivity.NORMAL


class _Mail(QObject):
    """Belongs to the threads as well: a QObject must not end while another thread emits its signals."""

    heard = Signal(object, float, bool)
    found = Signal(object, object)
    failed = Signal(object, object)


class LevelWatch(QObject):
    """`heard` carries the level in dBFS and whether that is a voice, about twenty times a second.

    `found` carries the microphones there are, before one of them is opened; `failed` the AudioError.
    """

    heard = Signal(float, bool)
    found = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        make_source: Callable[[], AudioSource],
        list_names: Callable[[], Sequence[str]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make_source, self._list_names = make_source, list_names
        self._stop: threading.Event | None = None
        self._threads: list[threading.Thread] = []
        self._mail = _Mail()
        self._mail.heard.connect(self._on_heard, Qt.ConnectionType.QueuedConnection)
        self._mail.found.connect(self._on_found, Qt.ConnectionType.QueuedConnection)
        self._mail.failed.connect(self._on_error, Qt.ConnectionType.QueuedConnection)

    @property
    def watching(self) -> bool:
        return self._stop is not None

    def watch(self, ear: Ear | None) -> None:
        """Listen from now on; None ends it. The thread closes its stream by itself."""
        if self._stop is not None:
            self._stop.set()
            self._stop = None
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        if ear is not None:
            self._stop = stop = threading.Event()
            thread = threading.Thread(
                target=self._run, args=(self._mail, ear, stop), name="level", daemon=True
            )
            self._threads.append(thread)
            thread.start()

    def shut_down(self, seconds: float) -> bool:
        """The app ends: no stream may be in the middle of its end when PortAudio's own comes."""
        self.watch(None)
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))
        return not any(thread.is_alive() for thread in self._threads)

    @Slot(object, float, bool)
    def _on_heard(self, stop: threading.Event, level: float, voice: bool) -> None:
        if stop is self._stop:
            self.heard.emit(level, voice)

    @Slot(object, object)
    def _on_found(self, stop: threading.Event, names: tuple[str, ...]) -> None:
        if stop is self._stop:
            self.found.emit(names)

    @Slot(object, object)
    def _on_error(self, stop: threading.Event, error: AudioError) -> None:
        if stop is self._stop:
            self.failed.emit(error)

    def _run(self, mail: _Mail, ear: Ear, stop: threading.Event) -> None:
        source = self._make_source()
        try:
            # First: the list can be read anew only while no stream is open.
            mail.found.emit(stop, tuple(self._list_names()))
            if not stop.is_set():
                source.open(ear.device)
                _listen(mail, source, _Voice(ear.sensitivity), stop)
        except AudioError as error:
            mail.failed.emit(stop, error)
        finally:
            source.close()


class _Voice:
    """Judges as a dictation would."""

    def __init__(self, sensitivity: Sensitivity) -> None:
        self._detector = SpeechDetector(sensitivity)
        self._preprocessor: Preprocessor | None = None
        self._last = float("-inf")

    def hear(self, block: CapturedBlock) -> bool:
        if self._preprocessor is None or self._preprocessor.rate != block.rate:
            self._preprocessor = Preprocessor(block.rate)
        decisions = self._detector.feed(self._preprocessor.process(block.samples))
        if any(decision.speech for decision in decisions):
            self._last = time.monotonic()
        return time.monotonic() - self._last < VOICE_LASTS_SECONDS


def _listen(mail: _Mail, source: AudioSource, voice: _Voice, stop: threading.Event) -> None:
    while not stop.wait(INTERVAL_SECONDS) and not source.dead:
        block = source.read()
        if block is not None and not stop.is_set():
            mail.heard.emit(stop, level_dbfs(block.samples), voice.hear(block))
