"""The segment that is being spoken: its windows, its evidence, and where best to cut it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from v2m_desktop.core.audio import SampleIndex, Samples, Segment, SpeechEvidence, VadDecision, seconds_of

_SMOOTHING = 5
"""Windows over which loudness is averaged to find a pause: 160 ms, so that a stop consonant is none."""


@dataclass(frozen=True, slots=True)
class HeardWindow:
    """A window of a take, where it starts, and what the detector said."""

    start: SampleIndex
    samples: Samples
    decision: VadDecision
    peak: float = 0.0

    @classmethod
    def heard(cls, start: SampleIndex, samples: Samples, decision: VadDecision) -> HeardWindow:
        """A window as it comes from the microphone; its peak matters only where it is speech."""
        peak = float(np.max(np.abs(samples), initial=0.0)) if decision.speech else 0.0
        return cls(start, samples, decision, peak)

    @property
    def end(self) -> SampleIndex:
        return SampleIndex(self.start + len(self.samples))


def summarize(windows: Iterable[HeardWindow]) -> SpeechEvidence:
    """Evidence in windows."""
    speech = [window for window in windows if window.decision.speech]
    if not speech:
        return SpeechEvidence(0.0, 0.0, -120.0)
    return SpeechEvidence(
        speech_seconds=seconds_of(sum(len(window.samples) for window in speech)),
        mean_probability=sum(window.decision.probability for window in speech) / len(speech),
        peak_dbfs=max(window.decision.level_dbfs for window in speech),
        peak=max(window.peak for window in speech),
    )


class OpenSegment:
    """Windows without a gap, from the pre-roll on. `continued` says that it began with a forced cut."""

    def __init__(self, windows: Sequence[HeardWindow], continued: bool = False) -> None:
        self._windows: list[HeardWindow] = []
        self.start = windows[0].start
        self.length = 0
        self.silence = 0
        self.speech_windows = 0
        self.continued = continued
        for window in windows:
            self.append(window)

    @property
    def speech_end(self) -> SampleIndex:
        """Where the last speech window ended."""
        return SampleIndex(self.start + self.length - self.silence)

    def append(self, window: HeardWindow) -> None:
        """Add the next window."""
        self._windows.append(window)
        self.length += len(window.samples)
        if window.decision.speech:
            self.speech_windows += 1
            self.silence = 0
        else:
            self.silence += len(window.samples)

    def segment(self, number: int, length: int, *, forced: bool = False) -> Segment:
        """The first `length` samples as a value."""
        samples = np.concatenate([window.samples for window in self._windows])[:length]
        return Segment(number, self.start, samples, self.evidence(length), forced)

    def evidence(self, length: int) -> SpeechEvidence:
        """What was found in the first `length` samples."""
        end = self.start + length
        return summarize(window for window in self._windows if window.start < end)

    def quietest_cut(self, span: int) -> int:
        """Samples from the start to the middle of the quietest 160 ms among the last `span` samples."""
        earliest = self.start + self.length - span
        candidates = [index for index, window in enumerate(self._windows) if window.start >= earliest]
        power = 10.0 ** (np.array([self._windows[index].decision.level_dbfs for index in candidates]) / 10.0)
        smooth = np.convolve(power, np.ones(_SMOOTHING), mode="valid")
        quietest = candidates[int(np.argmin(smooth)) + _SMOOTHING // 2]
        return int(self._windows[quietest].start - self.start)

    def rest(self, cut: int) -> OpenSegment:
        """What follows a cut at a window's border, as the segment that goes on."""
        return OpenSegment([w for w in self._windows if w.start >= self.start + cut], continued=True)

    def after(self, position: SampleIndex) -> list[HeardWindow]:
        """The windows, or parts of windows, from `position` on."""
        later: list[HeardWindow] = []
        for window in self._windows:
            skipped = max(0, position - window.start)
            if skipped < len(window.samples):
                start = SampleIndex(window.start + skipped)
                later.append(HeardWindow(start, window.samples[skipped:], window.decision, window.peak))
        return later
