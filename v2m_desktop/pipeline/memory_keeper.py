"""Watches the memory and the clock while the model is loaded, and says when it should be given back."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.session import ModelState
from v2m_desktop.pipeline.model_memory import (
    Look,
    MemoryFigures,
    MemoryProbe,
    MemoryRules,
    ModelMemory,
)
from v2m_desktop.pipeline.recognition_service import RecognitionService

POLL_SECONDS = 5.0
BUSY_SECONDS = 0.5
"""A job may outlast its take, which was canceled; nobody tells when it is done."""

CUDA = "cuda"


class _Mail(QObject):
    """Belongs to the thread as well: a QObject must not end while another thread emits its signal."""

    read = Signal(object)


class MemoryKeeper(QObject):
    """Lives in the GUI thread. `unload_wanted` carries the UnloadReason, once until the model is used again.

    Call `look` whenever a take began or ended. The thread that reads the memory lives only while the model is
    loaded and pressure counts; while it is not loaded, nothing here ever wakes up.
    """

    unload_wanted = Signal(object)

    def __init__(
        self,
        recognition: RecognitionService,
        probe: MemoryProbe,
        takes_under_way: Callable[[], bool],
        rules: MemoryRules,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.clock: Callable[[], float] = time.monotonic
        self.poll_seconds = POLL_SECONDS
        self._recognition = recognition
        self._probe = probe
        self._takes_under_way = takes_under_way
        self._memory = ModelMemory(rules)
        self._asked = False
        self._video = False
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)
        self._mail = _Mail()
        self._mail.read.connect(self._on_figures, Qt.ConnectionType.QueuedConnection)
        recognition.model_changed.connect(self._on_model)

    def apply(self, rules: MemoryRules) -> None:
        """Obey other settings from now on."""
        self._memory.rules = rules
        self._asked = False
        self._watch()
        self.look()

    @Slot()
    def look(self) -> None:
        """A take began or ended, or time has passed."""
        self._look(None)

    def shut_down(self, deadline: float) -> bool:
        """False if the thread did not end within `deadline` seconds."""
        thread = self._thread
        self._timer.stop()
        self._end_thread()
        if thread is not None:
            thread.join(deadline)
        return thread is None or not thread.is_alive()

    @Slot(object, object, object)
    def _on_model(self, _state: ModelState, _model: LoadedModel | None, _error: object) -> None:
        self._asked = False
        self._watch()
        self.look()

    @Slot(object)
    def _on_figures(self, figures: MemoryFigures) -> None:
        self._look(figures)

    def _look(self, figures: MemoryFigures | None) -> None:
        takes = self._takes_under_way()
        in_use = takes or self._recognition.busy
        now = self.clock()
        look = Look(now, self._recognition.model_state, in_use, self._on_cuda(), figures)
        reason = self._memory.decide(look)
        if in_use:
            self._asked = False
        self._set_timer(now, job_alone=in_use and not takes)
        if reason is not None and not self._asked:
            self._asked = True
            self.unload_wanted.emit(reason)

    def _set_timer(self, now: float, *, job_alone: bool) -> None:
        """Look again when the model will have been idle for long, or a job without a take may be done."""
        idle_at = self._memory.idle_at
        if job_alone and self._recognition.model_state is ModelState.READY:
            self._timer.start(round(BUSY_SECONDS * 1000))
        elif idle_at is not None and idle_at > now:
            self._timer.start(round((idle_at - now) * 1000) + 1)
        else:
            self._timer.stop()

    def _on_cuda(self) -> bool:
        model = self._recognition.model
        return model is not None and model.device == CUDA

    # The thread that reads

    def _watch(self) -> None:
        """Have the thread while it is wanted."""
        self._video = self._on_cuda()
        wanted = self._memory.rules.under_pressure and self._recognition.model_state is ModelState.READY
        if not wanted:
            self._end_thread()
        elif self._thread is None or self._stop.is_set():
            self._stop = threading.Event()
            arguments = (self._mail, self._stop, self._thread)
            self._thread = threading.Thread(target=self._run, args=arguments, name="memory", daemon=True)
            self._thread.start()

    def _end_thread(self) -> None:
        self._stop.set()

    def _run(self, mail: _Mail, stop: threading.Event, before: threading.Thread | None) -> None:
        if before is not None:
            before.join()  # the probe belongs to one thread at a time
        while not stop.is_set():
            mail.read.emit(self._probe.read(video=self._video))
            stop.wait(self.poll_seconds)
        self._probe.close()
