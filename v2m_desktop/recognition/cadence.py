"""When the words of the open segment may be looked at again. Pure: time is counted in samples of the take."""

from __future__ import annotations

from v2m_desktop.core.audio import SAMPLE_RATE, Segment, samples_of

LEAST_NEW_AUDIO_MS = 500
"""At best so often."""

FIRST_SPEECH_S = 0.4
"""A segment is not looked at before it holds so much speech: less is hardly a word."""


class Cadence:
    """One take's passes over its open segment: one at a time, and no faster than the machine works them off.

    The next pass waits for as much new audio as the last one took. Nobody asks in a pause, which is left to
    the final words: a pass that cannot be called back would only be in their way.
    """

    def __init__(self) -> None:
        self._under_way = False
        self._number = -1
        self._heard_up_to = 0
        self._needed = samples_of(LEAST_NEW_AUDIO_MS)
        self._closed = -1

    def due(self, segment: Segment) -> bool:
        """Whether a pass over the open segment may start now."""
        if self._under_way or segment.number <= self._closed:
            return False
        if segment.speech.speech_seconds < FIRST_SPEECH_S:
            return False
        known = self._heard_up_to if segment.number == self._number else segment.start
        return segment.end - known >= self._needed

    def start(self, segment: Segment) -> None:
        """A pass over the segment as far as it has come begins."""
        self._under_way = True
        self._number = segment.number
        self._heard_up_to = segment.end

    def finish(self, number: int, seconds: float) -> bool:
        """The pass over this segment is over, after so long. False: it was overtaken, so drop its words."""
        if number <= self._closed:
            return False
        self._under_way = False
        self._needed = max(samples_of(LEAST_NEW_AUDIO_MS), round(seconds * SAMPLE_RATE))
        return True

    def close(self, number: int) -> None:
        """The segment was closed or cut: a pass over it may never end, and nobody waits for it."""
        self._closed = max(self._closed, number)
        self._under_way = False
        self._needed = samples_of(LEAST_NEW_AUDIO_MS)
