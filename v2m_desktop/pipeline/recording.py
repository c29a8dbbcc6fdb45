"""One take while it is recorded: on disk first, then searched for speech."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from v2m_desktop.audio.analysis import TakeAnalyzer, TakeUpdate
from v2m_desktop.audio.gain import VoiceGain
from v2m_desktop.audio.hands_free import START_MS, HandsFree, HandsFreeEnd
from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.audio.preprocessing import SILENCE_DBFS
from v2m_desktop.audio.segmenter import SegmenterConfig
from v2m_desktop.audio.tail import Tail
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import (
    SAMPLE_RATE,
    CapturedBlock,
    Samples,
    Segment,
    VadDecision,
    samples_of,
    seconds_of,
)
from v2m_desktop.core.errors import AudioError, V2mError
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Settings, Voice

PREVIEW_SAMPLES = samples_of(400)
"""Provisional words are asked for at least every half second of speech (V2M-065): a look at the microphone
every 60 ms and blocks of 20 ms still come on top of this."""

QUIET_SAMPLES = samples_of(1000)
"""Longer than the pauses that end a segment: whoever is silent for so long is not about to be waited for."""

ZERO_SAMPLES = samples_of(2000)
"""A microphone that gives exact zeros for two seconds is muted or not routed; quiet rooms are never exact."""


def segmenter_config(voice: Voice) -> SegmenterConfig:
    """The segmenter's figures out of the settings."""
    return SegmenterConfig(
        pre_roll_ms=voice.pre_roll_ms,
        hangover_ms=voice.hangover_ms,
        longest_segment_ms=voice.longest_segment_s * 1000,
    )


def analyzer_for(detector: SpeechDetector, voice: Voice) -> TakeAnalyzer:
    """The analyzer of one take by the settings."""
    return TakeAnalyzer(detector, segmenter_config(voice), VoiceGain() if voice.gain else None)


@dataclass(slots=True)
class Recording:
    """Figures of the take, kept up to date by `hear`. Capture thread only."""

    session: SessionId
    analyzer: TakeAnalyzer
    voice: Voice
    hands_free: HandsFree
    blocks: int = 0
    segments: int = 0
    level_dbfs: float = SILENCE_DBFS
    decision: VadDecision = field(default_factory=lambda: VadDecision(False, 0.0, SILENCE_DBFS))
    speech_ended_ns: int = 0
    only_zeros: bool = True
    tail: Tail | None = None
    tail_over: bool = False
    ended_by_itself: HandsFreeEnd | None = None
    _previewed_at: int = 0
    _spoke_at: int = 0

    @classmethod
    def begin(cls, session: SessionId, detector: SpeechDetector, settings: Settings) -> Recording:
        analyzer = analyzer_for(detector, settings.voice)
        return cls(session, analyzer, settings.voice, HandsFree(settings.microphone.auto_stop_s))

    @property
    def seconds(self) -> float:
        """Length of what was recorded."""
        return seconds_of(self.analyzer.position)

    @property
    def muted(self) -> bool:
        """The stream runs, but holds nothing but zeros."""
        return self.only_zeros and self.analyzer.position >= ZERO_SAMPLES

    @property
    def quiet(self) -> bool:
        """Nobody has spoken for a while."""
        return self.analyzer.position - self._spoke_at > QUIET_SAMPLES

    def hear(self, block: CapturedBlock, update: TakeUpdate) -> None:
        """Count a block and what was found in it."""
        self.blocks += 1
        self._count(update, block.captured_ns)
        self.only_zeros = self.only_zeros and not block.samples.any()
        ended = self.hands_free.feed(update.decisions)
        self.ended_by_itself = self.ended_by_itself or ended
        if self.tail is not None:
            self.tail_over = self.tail.feed(len(update.samples), update.decisions) or self.tail_over

    def start_tail(self) -> None:
        """The key was let go: record on until silence, at most the tail of the settings."""
        if self.tail is None:
            self.tail = Tail(self.voice.tail_ms)
            self.tail_over = self.tail.over or self.blocks == 0

    def due_preview(self) -> Segment | None:
        """The open segment, when half a second of it is new and the speaker does not pause."""
        if self.analyzer.position - self._previewed_at < PREVIEW_SAMPLES or self.tail is not None:
            return None
        if self.analyzer.dipped:
            return None
        segment = self.analyzer.open_segment()
        if segment is None:
            return None
        self._previewed_at = self.analyzer.position
        return segment

    def finish(self, rest: Samples) -> tuple[Segment, ...]:
        """Analyze the `rest` that preprocessing held and close what is open; the last segments."""
        segments: tuple[Segment, ...] = ()
        for update in (self.analyzer.analyze(rest), self.analyzer.finish()):
            self._count(update, time.perf_counter_ns())
            segments += update.segments
        return segments

    def _count(self, update: TakeUpdate, captured_ns: int) -> None:
        self.level_dbfs = update.level_dbfs
        self.segments += len(update.segments)
        for windows_ago, decision in enumerate(reversed(update.decisions)):
            if decision.speech:
                self.speech_ended_ns = captured_ns - round(windows_ago * WINDOW / SAMPLE_RATE * 1e9)
                self._spoke_at = self.analyzer.position
                break
        if update.decisions:
            self.decision = update.decisions[-1]


def muted_error(name: str) -> V2mError:
    """What to tell about a microphone that gives only zeros."""
    return AudioError('The microphone "{name}" gives only silence. Is it muted or switched off?', name=name)


def no_speech_error(name: str) -> V2mError:
    """What to tell when a take ended because nobody spoke."""
    return AudioError(
        'No speech for {seconds} s: the dictation ended. Is "{name}" the right microphone?',
        name=name,
        seconds=START_MS // 1000,
    )
