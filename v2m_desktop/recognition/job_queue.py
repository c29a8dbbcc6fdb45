"""Work that waits for the one model: final words, guesses at them, provisional ones, files, checks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.recognition import Priority, RecognitionRequest
from v2m_desktop.core.session import SessionId


@dataclass(frozen=True, slots=True)
class Job:
    """A request and whose it is: segment `number` of take `session`.

    With `stored`, the samples are not in memory while it waits: this reads them. It may raise StorageError.
    """

    session: SessionId
    number: int
    request: RecognitionRequest
    stored: Callable[[], Samples] | None = None

    def whole_request(self) -> RecognitionRequest:
        """The request with its samples."""
        return self.request if self.stored is None else replace(self.request, samples=self.stored())


REPLACEABLE = (Priority.SPECULATIVE, Priority.PROVISIONAL)
"""Work whose answer is worth nothing once there is newer audio of the same segment."""


class JobQueue:
    """First come, first served within a priority. Not thread-safe: the worker holds its lock."""

    def __init__(self) -> None:
        self._waiting: dict[Priority, deque[Job]] = {priority: deque() for priority in sorted(Priority)}

    def __len__(self) -> int:
        return sum(len(jobs) for jobs in self._waiting.values())

    def put(self, job: Job) -> None:
        """Add a job. A speculative or provisional one takes the place of an older one of its take.

        A final one makes those of its segment, and of earlier ones, superfluous.
        """
        jobs = self._waiting[job.request.priority]
        if job.request.priority is Priority.FINAL:
            self._drop_overtaken(job)
        elif job.request.priority in REPLACEABLE:
            for position, older in enumerate(jobs):
                if older.session == job.session:
                    jobs[position] = job
                    return
        jobs.append(job)

    def promote(self, session: SessionId, number: int) -> None:
        """The speculative job of this segment, if it waits, is wanted now: it goes behind the final ones."""
        for job in self._waiting[Priority.SPECULATIVE]:
            if (job.session, job.number) == (session, number):
                self._waiting[Priority.SPECULATIVE].remove(job)
                self._drop_overtaken(job)
                self._waiting[Priority.FINAL].append(job)
                return

    def _drop_overtaken(self, final: Job) -> None:
        for priority in REPLACEABLE:
            self._waiting[priority] = deque(
                job
                for job in self._waiting[priority]
                if job.session != final.session or job.number > final.number
            )

    def take(self) -> Job | None:
        """The next job, or None."""
        return next((jobs.popleft() for jobs in self._waiting.values() if jobs), None)

    def drop(self, session: SessionId) -> None:
        """Forget the jobs of a take."""
        for priority, jobs in self._waiting.items():
            self._waiting[priority] = deque(job for job in jobs if job.session != session)

    def drop_all(self, priority: Priority) -> bool:
        """Forget the jobs of this priority; whether there were any."""
        jobs = self._waiting[priority]
        found = bool(jobs)
        jobs.clear()
        return found

    def clear(self) -> list[Job]:
        """Empty the queue and give what was in it, in order."""
        jobs = [job for waiting in self._waiting.values() for job in waiting]
        for waiting in self._waiting.values():
            waiting.clear()
        return jobs
