"""One take from captured blocks to segments: preprocessing, speech detector, segmenter."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from v2m_desktop.audio.gain import VoiceGain
from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.audio.preprocessing import SILENCE_DBFS, Preprocessor, level_dbfs
from v2m_desktop.audio.segmenter import Segmenter, SegmenterConfig, SegmenterEvent, SpeechPaused
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, SampleIndex, Samples, Segment, VadDecision

LONGEST_BRIDGED_GAP_S = 2.0
"""Missing samples are replaced by silence, so that time stays right, up to this much."""


def _no_samples() -> Samples:
    return np.empty(0, np.float32)


@dataclass(frozen=True, slots=True)
class TakeUpdate:
    """What a stretch of a take brought. `samples` are 16 kHz, `level_dbfs` is their RMS."""

    samples: Samples = field(default_factory=_no_samples)
    level_dbfs: float = SILENCE_DBFS
    decisions: tuple[VadDecision, ...] = ()
    events: tuple[SegmenterEvent, ...] = ()

    @property
    def segments(self) -> tuple[Segment, ...]:
        """The segments that were closed, in order."""
        return tuple(event for event in self.events if isinstance(event, Segment))

    @property
    def pauses(self) -> tuple[Segment, ...]:
        """The segments that will be closed as they are, if nobody speaks on."""
        return tuple(event.segment for event in self.events if isinstance(event, SpeechPaused))


class TakeAnalyzer:
    """Everything between a source and recognition, for one take. Make a new one for each take.

    In two steps, so that `preprocess`ed audio can be on disk before anything is `analyze`d; `feed` is both.
    Files take the same way, as blocks at 16 kHz. With a `gain`, quiet voices are raised in the segments.
    """

    def __init__(
        self, detector: SpeechDetector, config: SegmenterConfig | None = None, gain: VoiceGain | None = None
    ) -> None:
        self._detector = detector
        self._gain = gain
        self._detector.reset()
        self._segmenter = Segmenter(config)
        self._preprocessor: Preprocessor | None = None
        self._next_sample = -1
        self._pending = _no_samples()
        self._analyzed = 0

    @property
    def position(self) -> SampleIndex:
        """How many 16 kHz samples were analyzed."""
        return SampleIndex(self._analyzed)

    @property
    def dipped(self) -> bool:
        """Whether the speaker pauses in the open segment."""
        return self._segmenter.dipped

    def open_segment(self) -> Segment | None:
        """The segment being spoken as far as it has come, numbered as it will be when closed."""
        segment = self._segmenter.open_segment()
        return self._gain.preview(segment) if self._gain is not None and segment is not None else segment

    def preprocess(self, block: CapturedBlock) -> Samples:
        """The block as 16 kHz mono without DC. Gaps in `first_sample` become silence of their length.

        A new rate (another device in mid-take) begins a new stream. `first_sample` may start anywhere.
        """
        done = _no_samples()
        if self._preprocessor is None or self._preprocessor.rate != block.rate:
            done = self.flush()
            self._preprocessor = Preprocessor(block.rate)
            self._next_sample = block.first_sample
        gap = min(block.first_sample - self._next_sample, round(LONGEST_BRIDGED_GAP_S * block.rate))
        self._next_sample = block.first_sample + len(block.samples)
        samples = block.samples
        if gap > 0:
            samples = np.concatenate((np.zeros(gap, np.float32), samples))
        result = self._preprocessor.process(samples)
        return np.concatenate((done, result)) if len(done) else result

    def flush(self) -> Samples:
        """What preprocessing still holds, at the end of the take. To be analyzed like the rest."""
        if self._preprocessor is None:
            return _no_samples()
        rest = self._preprocessor.flush()
        self._preprocessor = None
        return rest

    def analyze(self, samples: Samples) -> TakeUpdate:
        """Find speech in the next 16 kHz samples of the take."""
        self._analyzed += len(samples)
        self._pending = np.concatenate((self._pending, samples))
        decisions = self._detector.feed(samples)
        return self._update(samples, decisions)

    def feed(self, block: CapturedBlock) -> TakeUpdate:
        """Both steps."""
        return self.analyze(self.preprocess(block))

    def finish(self) -> TakeUpdate:
        """Analyze what preprocessing still holds, if `flush` was not called, and close what is open."""
        last = self.analyze(self.flush())
        tail = self._update(_no_samples(), self._detector.finish())
        events = (*last.events, *tail.events, *map(self._raised, self._segmenter.finish()))
        return TakeUpdate(last.samples, last.level_dbfs, last.decisions + tail.decisions, events)

    def _update(self, samples: Samples, decisions: list[VadDecision]) -> TakeUpdate:
        events: list[SegmenterEvent] = []
        for decision in decisions:
            events += map(self._raised, self._segmenter.feed(self._pending[:WINDOW], decision))
            self._pending = self._pending[WINDOW:]
        return TakeUpdate(samples, level_dbfs(samples), tuple(decisions), tuple(events))

    def _raised(self, event: SegmenterEvent) -> SegmenterEvent:
        match event:
            case Segment() if self._gain is not None:
                return self._gain.close(event)
            case SpeechPaused(segment) if self._gain is not None:
                return SpeechPaused(self._gain.preview(segment))
            case _:
                return event
