"""What streaming and short contexts do to the words: the demo model, in this process, faster than real time.

The segments are those that the app closes. They are held against the sentences one by one, as they were
spoken, which is the best that this model can do: it was trained on nothing longer, and fails on a minute in
one piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import soxr

from tests.bench.figures import Measurement
from tests.bench.length import LONG_SECONDS, Dictation, dictation
from tests.bench.plan import Plan
from tests.bench.wordless import clips
from tests.desktop.virtual_microphone import RATE
from tests.tools.demo_recording import CLEAR_SPEECH
from tests.tools.streaming_metrics import wer
from tests.tools.word_error_rate import words
from v2m_desktop.audio.analysis import TakeAnalyzer
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import SAMPLE_RATE, CapturedBlock, Samples, Segment, seconds_of
from v2m_desktop.core.recognition import Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.models.registry import resolve
from v2m_desktop.recognition.evidence import verdict
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

BLOCKS_PER_SECOND = 50
CONTEXTS = {"full": False, "short": True}


@dataclass(slots=True)
class Heard:
    """What came of the sounds heard with one context."""

    stream_errors: list[float] = field(default_factory=list)
    alone_errors: list[float] = field(default_factory=list)
    finals: int = 0
    retried: int = 0


def measure(plan: Plan) -> Iterator[Measurement]:
    """Long dictations; then sounds in which nobody speaks."""
    recognizer = FasterWhisperRecognizer()
    recognizer.load(resolve("demo", resource("models")))
    ear = _Ear(recognizer)
    spoken = [dictation(LONG_SECONDS, number) for number in range(plan.long_dictations)]
    wordless = clips()
    try:
        for context, short in CONTEXTS.items():
            yield from _told(context, ear.compare(spoken, short))
            yield from ear.imagined(wordless, context)
    finally:
        recognizer.unload()


def _told(context: str, heard: Heard) -> Iterator[Measurement]:
    points = [
        100 * (stream - alone) for stream, alone in zip(heard.stream_errors, heard.alone_errors, strict=True)
    ]
    details = {
        "wer_stream": [round(rate, 4) for rate in heard.stream_errors],
        "wer_sentences_alone": [round(rate, 4) for rate in heard.alone_errors],
    }
    yield Measurement(
        f"wer_stream_delta_{context}", sum(points) / len(points), len(points), details, tuple(points)
    )
    if CONTEXTS[context]:
        yield Measurement("loop_rate", heard.retried / heard.finals, heard.finals)


class _Ear:
    def __init__(self, recognizer: FasterWhisperRecognizer) -> None:
        self._recognizer = recognizer
        self._detector = SpeechDetector()

    def compare(self, spoken: Sequence[Dictation], short: bool) -> Heard:
        heard = Heard()
        for each in spoken:
            texts = []
            for segment in self._segments(each.sound.samples):
                request = RecognitionRequest(
                    segment.samples, "en", Priority.FINAL, segment.speech, short_context=short
                )
                answer = self._recognizer.recognize(request)
                texts.append(verdict(answer).hypothesis.text.reveal())
                heard.finals += 1
                heard.retried += answer.retried
            heard.stream_errors.append(wer(each.text, " ".join(texts)))
            alone = [self._alone(sentence.samples) for sentence in each.sentences]
            heard.alone_errors.append(wer(each.text, " ".join(alone)))
        return heard

    def _alone(self, samples: Samples) -> str:
        request = RecognitionRequest(samples, "en", Priority.FINAL, CLEAR_SPEECH)
        return self._recognizer.recognize(request).text.reveal()

    def imagined(self, sounds: dict[str, Samples], context: str) -> Iterator[Measurement]:
        """Words heard where there are none. The language is detected, as at the first take of a user."""
        counts = {}
        for name, samples in sounds.items():
            said = []
            for segment in self._segments(np.asarray(soxr.resample(samples, SAMPLE_RATE, RATE), np.float32)):
                request = RecognitionRequest(
                    segment.samples, None, Priority.FINAL, segment.speech, short_context=CONTEXTS[context]
                )
                said += words(verdict(self._recognizer.recognize(request)).hypothesis.text.reveal())
            counts[name] = len(said)
        minutes = sum(seconds_of(len(samples)) for samples in sounds.values()) / 60
        yield Measurement(
            f"hallucination_words_per_min_{context}",
            sum(counts.values()) / minutes,
            len(counts),
            {
                "words": counts,
                "clips_with_text_percent": 100 * np.count_nonzero([*counts.values()]) / len(counts),
            },
            tuple(float(count) for count in counts.values()),
        )

    def _segments(self, samples: Samples) -> Iterator[Segment]:
        """As the app closes them while it captures."""
        analyzer, size = TakeAnalyzer(self._detector), RATE // BLOCKS_PER_SECOND
        for start in range(0, len(samples), size):
            block = CapturedBlock(samples[start : start + size], RATE, start, 0)
            yield from analyzer.feed(block).segments
        yield from analyzer.finish().segments
