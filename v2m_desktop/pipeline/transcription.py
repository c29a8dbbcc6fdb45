"""Turns recorded audio into text by the rules of a take: same detector, same segments, same evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from v2m_desktop.audio.analysis import TakeAnalyzer
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock, Segment, seconds_of
from v2m_desktop.core.recognition import Priority, RecognitionRequest, Recognizer, Speaker
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Voice
from v2m_desktop.pipeline.recording import analyzer_for
from v2m_desktop.recognition.language_choice import CONFIDENT
from v2m_desktop.recognition.so_far import SoFar


@dataclass(frozen=True, slots=True)
class TranscribedSegment:
    """Words of one segment, its times in seconds from the start of the recording."""

    start: float
    end: float
    text: SensitiveText
    language: str


def transcribe(
    blocks: Iterable[CapturedBlock],
    recognizer: Recognizer,
    detector: SpeechDetector,
    voice: Voice,
    language: str | None,
    speaker: Speaker | None = None,
) -> Iterator[TranscribedSegment]:
    """Segments with words, in order, as they are found. The recognizer must be loaded.

    `language` None is detected until that is beyond doubt, then kept, as in a take. Raises RecognitionError,
    and what `blocks` raises.
    """
    so_far, speaker = SoFar(), speaker or Speaker()
    for segment in _segments(blocks, analyzer_for(detector, voice)):
        request = RecognitionRequest(
            segment.samples,
            language,
            Priority.FILE,
            segment.speech,
            previous_text=so_far.before(segment),
            hints=speaker.languages,
            hotwords=speaker.hotwords,
        )
        so_far.close(segment)
        hypothesis = so_far.judge(segment.number, recognizer.recognize(request))
        if not hypothesis.text:
            continue
        if hypothesis.language_probability >= CONFIDENT:
            language = hypothesis.language
        yield TranscribedSegment(
            seconds_of(segment.start), seconds_of(segment.end), hypothesis.text, hypothesis.language
        )


def _segments(blocks: Iterable[CapturedBlock], analyzer: TakeAnalyzer) -> Iterator[Segment]:
    for block in blocks:
        yield from analyzer.feed(block).segments
    yield from analyzer.finish().segments
