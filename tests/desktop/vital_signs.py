"""What a running app takes of the machine, and how much speech waits in it, looked at now and then."""

from __future__ import annotations

import contextlib
import threading
import time
from contextlib import AbstractContextManager
from dataclasses import dataclass
from statistics import median
from typing import Any

import psutil

from tests.desktop.app import RunningApp
from tests.tools.beside import beside
from v2m_desktop.app.control_client import ask
from v2m_desktop.core.errors import InstanceError
from v2m_desktop.storage.paths import Paths

QUEUE_SECONDS = 0.5
MEMORY_SECONDS = 4.0
"""Adding up the memory of a process takes some milliseconds."""


@dataclass(frozen=True, slots=True)
class Sample:
    """App and recognizer together. `cpu_seconds` count from the start of the processes.

    Private memory: what is shared counts less or more as other programs come and go.
    """

    at: float
    private_mb: float
    threads: int
    handles: int
    cpu_seconds: float


@dataclass(frozen=True, slots=True)
class Growth:
    """From the median of the first samples to that of the last ones."""

    private_mb: float
    threads: float
    handles: float


class VitalSigns:
    """Samples of one app. `with signs.watched():` takes them on a thread of its own."""

    def __init__(self, app: RunningApp) -> None:
        self._app = psutil.Process(app.process.pid)
        self._address = Paths.under(app.profile).runtime / "control.sock"
        self._over = threading.Event()
        self.samples: list[Sample] = []
        self.behind: list[tuple[float, int, float]] = []
        """Moment, segments and seconds of speech that waited for their words."""

    def watched(self) -> AbstractContextManager[None]:
        return beside(self._run, self._over, "vital-signs")

    @property
    def most_segments_behind(self) -> int:
        return max(segments for _, segments, _ in self.behind)

    @property
    def most_seconds_behind(self) -> float:
        return max(seconds for _, _, seconds in self.behind)

    def between(self, begin: float, end: float) -> list[Sample]:
        """Samples by time.monotonic."""
        return [sample for sample in self.samples if begin <= sample.at <= end]

    @staticmethod
    def growth(before: list[Sample], after: list[Sample]) -> Growth:
        def middle(name: str) -> float:
            first, last = ([getattr(sample, name) for sample in part] for part in (before, after))
            return float(median(last) - median(first))

        return Growth(middle("private_mb"), middle("threads"), middle("handles"))

    def _run(self) -> None:
        due = time.monotonic()
        while not self._over.wait(QUEUE_SECONDS):
            with contextlib.suppress(InstanceError):
                waiting: Any = ask(self._address, "status")["behind"]
                self.behind.append((time.monotonic(), waiting["segments"], waiting["seconds"]))
            if time.monotonic() >= due:
                due = time.monotonic() + MEMORY_SECONDS
                with contextlib.suppress(psutil.NoSuchProcess):
                    self.samples.append(self._look())

    def _look(self) -> Sample:
        family = [self._app, *self._app.children()]
        times = [process.cpu_times() for process in family]
        return Sample(
            time.monotonic(),
            sum(process.memory_full_info().uss for process in family) / 1e6,
            sum(process.num_threads() for process in family),
            sum(process.num_fds() for process in family),
            sum(each.user + each.system for each in times),
        )
