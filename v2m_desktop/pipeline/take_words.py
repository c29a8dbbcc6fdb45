"""What is asked about one take: looks at its open segment, guesses, and the final words. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.core.audio import Segment, seconds_of
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.cadence import Cadence
from v2m_desktop.recognition.job_queue import Job
from v2m_desktop.recognition.so_far import SoFar

Answer = Hypothesis | V2mError


@dataclass(slots=True)
class Guess:
    """A speculative job. The same number of samples of a segment are the same samples."""

    job: Job
    answer: Answer | None = None

    @property
    def _samples(self) -> tuple[int, int]:
        return self.job.number, len(self.job.request.samples)

    def fits(self, segment: Segment) -> bool:
        return self._samples == (segment.number, len(segment.samples))

    def made_by(self, job: Job) -> bool:
        return self._samples == (job.number, len(job.request.samples))


class TakeWords:
    """Segments are closed in order; answers come in any order, or never where a job was overtaken."""

    def __init__(self) -> None:
        self.cadence = Cadence()
        self.so_far = SoFar()
        self.guess: Guess | None = None
        """At the open segment, in its latest pause."""
        self._claimed: dict[int, Guess] = {}
        self._owed: dict[int, float] = {}

    @property
    def seconds_owed(self) -> float:
        """How much closed speech waits for its words."""
        return sum(self._owed.values())

    @property
    def segments_owed(self) -> int:
        return len(self._owed)

    def close(self, segment: Segment) -> tuple[SensitiveText, Guess | None]:
        """What its final words are told, and the guess at them if nobody spoke on since."""
        self.cadence.close(segment.number)
        told = self.so_far.before(segment)
        self.so_far.close(segment)
        guess, self.guess = self.guess, None
        return told, guess if guess is not None and guess.fits(segment) else None

    def owe(self, segment: Segment) -> None:
        """Its final words are asked for."""
        self._owed[segment.number] = seconds_of(len(segment.samples))

    def settle(self, number: int) -> None:
        """The final words of this segment are here, or will never be."""
        self._owed.pop(number, None)

    def claim(self, guess: Guess) -> None:
        """This guess, still under way, will be the final answer. Later pauses make guesses of their own."""
        self._claimed[guess.job.number] = guess

    def is_final(self, job: Job, answer: Answer) -> bool:
        """Whether this answer to a guess is waited for now; one that may be wanted later is kept."""
        claimed = self._claimed.get(job.number)
        if claimed is not None and claimed.made_by(job):
            del self._claimed[job.number]
            return True
        if self.guess is not None and self.guess.made_by(job):
            if isinstance(answer, V2mError):
                self.guess = None  # the final attempt says what is wrong
            else:
                self.guess.answer = answer
        return False
