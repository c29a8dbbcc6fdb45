"""What was understood of a take so far, and what follows from it for the next segment."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace

from v2m_desktop.core.audio import SampleIndex, Segment, seconds_of
from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.decoding_policy import MOST_PREVIOUS, end_of
from v2m_desktop.recognition.evidence import verdict
from v2m_desktop.recognition.phantom_run import PhantomRun

LONGEST_SILENCE = 3.0
"""Seconds. Whoever pauses for so long may go on with something else."""

MOST_SEGMENTS = 32
"""More of them never fit into what the model is told, unless they are words like "yes"."""


@dataclass(slots=True)
class _Said:
    """A closed segment. `text` is empty until it is known; nothing is built on what was `doubted`."""

    number: int
    start: SampleIndex
    end: SampleIndex
    text: SensitiveText = field(default_factory=SensitiveText)
    doubted: bool = False


class SoFar:
    """One take's. Its segments are closed in order, and their answers come when they come."""

    def __init__(self) -> None:
        self._said: deque[_Said] = deque(maxlen=MOST_SEGMENTS)
        self._told: tuple[int, SensitiveText] = -1, SensitiveText()
        self._run = PhantomRun()

    def before(self, segment: Segment) -> SensitiveText:
        """What the model is told with a segment: the end of the words before it, as far as they are known.

        Guesses at a segment and its final words are told the same, whatever becomes known in between. The
        words end where the speaker paused for long, or where the model was in trouble: that may come again.
        """
        if self._told[0] != segment.number:
            self._told = segment.number, self._words_before(segment)
        return self._told[1]

    def close(self, segment: Segment) -> None:
        """The segment is over, and its words are on their way."""
        self._said.append(_Said(segment.number, segment.start, segment.end))

    def judge(self, number: int, hypothesis: Hypothesis) -> Hypothesis:
        """The words of a closed segment as far as they are to be believed, empty if not at all."""
        judged = verdict(hypothesis)
        believed = judged.hypothesis
        if judged.keep and self._run.goes_on(believed):
            believed = replace(believed, text=SensitiveText())
        for said in self._said:
            if said.number == number:
                said.text = believed.text
                said.doubted = hypothesis.retried or hypothesis.fallback or not believed.text
        return believed

    def fail(self, number: int) -> None:
        """The closed segment could not be recognized."""
        for said in self._said:
            if said.number == number:
                said.doubted = True

    def _words_before(self, segment: Segment) -> SensitiveText:
        words: list[str] = []
        start = segment.start
        for said in reversed(self._said):
            long_ago = seconds_of(start - said.end) >= LONGEST_SILENCE
            if said.doubted or long_ago or sum(map(len, words)) > MOST_PREVIOUS:
                break
            if said.text:
                words.insert(0, said.text.reveal())
            start = said.start
        return end_of(SensitiveText(" ".join(words)))
