"""Phantom words that come again: a noise that goes on makes a model say the same thing every time."""

from __future__ import annotations

from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.recognition.evidence import faintly_heard

MOST_REPEATED = 2
"""From the third time on, the same faint words in a row are dropped."""


class PhantomRun:
    """Fed with what was believed of each segment of a take, in order."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._times = 0

    def goes_on(self, hypothesis: Hypothesis) -> bool:
        """Whether these words are to be dropped, too. Whoever is heard well may repeat himself at will."""
        words = ["".join(filter(str.isalnum, word)).casefold() for word in hypothesis.text.reveal().split()]
        if not words:
            return False
        if faintly_heard(hypothesis.evidence):
            self._times = self._times + 1 if words == self._words else 1
        else:
            self._times = 0
        self._words = words
        return self._times > MOST_REPEATED
