"""Cuts a take into segments of speech. Pure: time is counted in samples, never by a clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.audio.open_segment import HeardWindow, OpenSegment
from v2m_desktop.core.audio import SampleIndex, Samples, Segment, VadDecision, samples_of

CUT_SHORT_SAMPLES = 2 * WINDOW
"""Speech that ended this near the end of a take was cut short by it."""

UNCOMMITTED_LIMIT_MS = 54_000
"""90 % of a minute (THEO-157). However long a segment may become, no more audio waits for its end."""


CUT_SPAN_MS = 5_000
"""A forced cut is looked for in so much of the end: people take a breath within it. Where segments are to be
short, it may reach back to their middle, rather than through a word."""


@dataclass(frozen=True, slots=True)
class SegmenterConfig:
    """Lengths in milliseconds, and windows of 512 samples (32 ms)."""

    pre_roll_ms: int = 600
    hangover_ms: int = 700
    longest_segment_ms: int = 20_000
    dip_ms: int = 160
    """Longer than the stop inside a word."""
    kept_silence_ms: int = 224
    """Silence at the end of a segment. So much of it is enough to know how the segment will sound if nobody
    speaks on; the detector lets go of a word 60 to 120 ms late, so no consonant is lost."""
    onset_windows: int = 2
    minimum_speech_windows: int = 4
    """128 ms. The shortest spoken words have 5 windows; what a hum fools the detector with is 3."""


@dataclass(frozen=True, slots=True)
class SpeechStarted:
    """Speech was noticed; `at` is where it began."""

    at: SampleIndex


@dataclass(frozen=True, slots=True)
class SpeechDip:
    """The speaker paused; `at` is where speech stopped. Comes once a pause, before the segment closes."""

    at: SampleIndex


@dataclass(frozen=True, slots=True)
class SpeechPaused:
    """The pause is long enough that `segment` is what will be closed, sample by sample, if nobody speaks on.

    Comes once a pause, after SpeechDip. If somebody does, the segment of this number ends later.
    """

    segment: Segment


@dataclass(frozen=True, slots=True)
class SpeechEnded:
    """The segment is over; `at` is where speech stopped. A Segment follows unless it was only a noise."""

    at: SampleIndex


SegmenterEvent: TypeAlias = SpeechStarted | SpeechDip | SpeechPaused | SpeechEnded | Segment


class Segmenter:
    """Fed with windows and their decisions, in order. Make a new one, or reset, for each take."""

    def __init__(self, config: SegmenterConfig | None = None) -> None:
        self._config = config or SegmenterConfig()
        self._pre_roll = samples_of(self._config.pre_roll_ms)
        self._hangover = samples_of(self._config.hangover_ms)
        limit = samples_of(UNCOMMITTED_LIMIT_MS) - WINDOW  # a window more is heard before it is seen
        self._longest = min(samples_of(self._config.longest_segment_ms), limit)
        self._cut_span = max(self._longest // 4, min(self._longest // 2, samples_of(CUT_SPAN_MS)))
        self._dip = samples_of(self._config.dip_ms)
        self._kept_silence = samples_of(self._config.kept_silence_ms)
        self.reset()

    def reset(self) -> None:
        """Forget the take: nothing of it can reach the next one."""
        self._position = 0
        self._number = 0
        self._recent: list[HeardWindow] = []
        self._open: OpenSegment | None = None
        self._dipped = False
        self._paused = False

    @property
    def dipped(self) -> bool:
        """Whether the speaker pauses: a dip was told, and no speech has followed."""
        return self._open is not None and self._dipped

    def open_segment(self) -> Segment | None:
        """The open segment as far as it has come, for provisional text; None while it may be only a noise."""
        if self._open is None or self._open.speech_windows < self._config.minimum_speech_windows:
            return None
        return self._open.segment(self._number, self._open.length)

    def feed(self, window: Samples, decision: VadDecision) -> list[SegmenterEvent]:
        """Take the next window, 512 samples; only the last of a take may be shorter."""
        heard = HeardWindow.heard(SampleIndex(self._position), window, decision)
        self._position += len(window)
        if self._open is None:
            return self._wait(heard)
        self._open.append(heard)
        return self._advance(self._open)

    def finish(self) -> list[SegmenterEvent]:
        """Close what is open. A word that the end of the take cut short is kept, however short."""
        if self._open is None:
            return []
        cut_short = self._open.silence <= CUT_SHORT_SAMPLES
        return self._close(self._open, cut_short=cut_short)

    def _wait(self, heard: HeardWindow) -> list[SegmenterEvent]:
        self._recent.append(heard)
        self._forget_old()
        onset = self._recent[-self._config.onset_windows :]
        if len(onset) < self._config.onset_windows or not all(each.decision.speech for each in onset):
            return []
        self._open = OpenSegment(self._recent)
        self._recent = []
        self._dipped = self._paused = False
        return [SpeechStarted(onset[0].start)]

    def _forget_old(self) -> None:
        """Keep the pre-roll, counted back from the first window that may become an onset."""
        reach = self._position - self._pre_roll - self._config.onset_windows * WINDOW
        while self._recent and self._recent[0].end <= reach:
            self._recent.pop(0)

    def _advance(self, segment: OpenSegment) -> list[SegmenterEvent]:
        too_long = segment.length >= self._longest
        if segment.silence >= self._hangover or (too_long and segment.silence >= self._kept_silence):
            return self._close(segment)
        events: list[SegmenterEvent] = []
        if segment.silence == 0:
            self._dipped = self._paused = False
        if segment.silence >= self._dip and not self._dipped:
            self._dipped = True
            events.append(SpeechDip(segment.speech_end))
        if segment.silence >= self._kept_silence and not self._paused:
            self._paused = True
            if self._holds_speech(segment):
                events.append(SpeechPaused(self._finished(segment)))
        if too_long:
            events.append(self._force_cut(segment))
        return events

    def _force_cut(self, segment: OpenSegment) -> Segment:
        cut = segment.quietest_cut(self._cut_span)
        closed = segment.segment(self._number, cut, forced=True)
        self._number += 1
        self._open = segment.rest(cut)
        return closed

    def _close(self, segment: OpenSegment, *, cut_short: bool = False) -> list[SegmenterEvent]:
        events: list[SegmenterEvent] = [SpeechEnded(segment.speech_end)]
        if self._holds_speech(segment, cut_short=cut_short):
            closed = self._finished(segment)
            self._number += 1
            events.append(closed)
            self._recent = segment.after(closed.end)
        else:
            self._recent = segment.after(SampleIndex(0))
        self._open = None
        self._forget_old()
        return events

    def _holds_speech(self, segment: OpenSegment, *, cut_short: bool = False) -> bool:
        """Whether it is more than a noise. What a forced cut left over is a part of speech, however short."""
        if segment.speech_windows >= self._config.minimum_speech_windows:
            return True
        return segment.speech_windows > 0 and (cut_short or segment.continued)

    def _finished(self, segment: OpenSegment) -> Segment:
        """The segment as it is if speech is over."""
        kept = min(segment.length, segment.length - segment.silence + self._kept_silence)
        return segment.segment(self._number, kept)
