"""What was heard in the windows of one request, as one hypothesis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from v2m_desktop.core.recognition import Evidence, Hypothesis, RecognitionRequest, TimedWord
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.engine import Decoded
from v2m_desktop.recognition.evidence import compression_ratio, tokens_per_second
from v2m_desktop.recognition.timed_words import later


@dataclass(frozen=True, slots=True)
class Answer:
    """The words of one window of `seconds`."""

    decoded: Decoded
    seconds: float
    shortened: bool = False
    retried: bool = False


def combined(answers: Sequence[Answer], request: RecognitionRequest, inference_seconds: float) -> Hypothesis:
    """One hypothesis of all windows: evidence is averaged, by length or by tokens."""
    heard = [answer.decoded for answer in answers]
    text = " ".join(decoded.text.reveal() for decoded in heard if decoded.text)
    seconds = sum(answer.seconds for answer in answers)
    tokens = sum(decoded.tokens + 1 for decoded in heard)
    silence = sum(answer.decoded.no_speech_probability * answer.seconds for answer in answers)
    likelihood = sum(decoded.average_log_probability * (decoded.tokens + 1) for decoded in heard)
    return Hypothesis(
        text=SensitiveText(text),
        language=heard[0].language if heard else request.language or "",
        language_probability=heard[0].language_probability if heard else 0.0,
        evidence=Evidence(
            no_speech_probability=silence / seconds if heard else 1.0,
            average_log_probability=likelihood / tokens if heard else 0.0,
            compression_ratio=compression_ratio(text),
            audio_seconds=seconds,
            speech=request.speech,
            tokens_per_second=tokens_per_second(sum(decoded.tokens for decoded in heard), request.speech),
        ),
        inference_seconds=inference_seconds,
        words=_words(answers),
        shortened=any(answer.shortened for answer in answers),
        retried=any(answer.retried for answer in answers),
        fallback=any(decoded.fallback for decoded in heard),
        terms_told=next((each.terms_told for each in heard if each.terms_told is not None), None),
    )


def _words(answers: Sequence[Answer]) -> tuple[TimedWord, ...]:
    """With times from the beginning of the request."""
    words: tuple[TimedWord, ...] = ()
    begins = 0.0
    for answer in answers:
        words += later(answer.decoded.words, begins)
        begins += answer.seconds
    return words
