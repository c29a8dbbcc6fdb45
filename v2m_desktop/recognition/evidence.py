"""Decides whether words were really spoken, from acoustic evidence alone.

There is no list of phrases: what a list deletes, somebody dictates one day. What is weighed is how sure the
model is that nobody spoke, how likely its own words seem to it, how much speech the voice activity detector
found, and whether the words fit into that speech. One sign is never enough, and whoever was clearly heard is
believed, unless the model is certain that nobody spoke.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, replace
from enum import Enum

from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.core.recognition import Evidence, Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.recognition.repetition import trim_loops

LIKELY_SILENCE = 0.6
"""No-speech probability above which Whisper's authors call a window silent, if the words are unlikely too."""

UNLIKELY_WORDS = -1.0
"""Average log-probability below which Whisper's authors decode again."""

LOOP_COMPRESSION = 2.4
"""Text length over its zlib length above which Whisper's authors see a loop."""

MOST_TOKENS_PER_SECOND = 13.0
"""Of speech. People need 3 to 5, twice that in scripts of which the tokenizer knows few words."""

_CERTAIN_SILENCE = 0.9
_DOUBTFUL_WORDS = -0.6
"""Clicks through the demo model give 0.98 and -0.8, noise and silence 0.95 to 0.99 and -1.0 to -1.5, hum 0.95
and -1.6; its speech at any level 0.00 and -0.3."""

_LEAST_SPEECH = 0.1
"""Seconds; three windows of the detector. The shortest word lasts twice that."""

_CLEAR_SPEECH = 0.5
_CLEAR_PROBABILITY = 0.8
_WEAK_PROBABILITY = 0.6

_SHORT_SECONDS = 1.5
_DOUBTFUL_SHORT_WORDS = -0.8
"""In so little sound a phrase learned by heart comes with less doubt than elsewhere."""

_FLUENT = 4.5
_FASTEST = 6.0
"""Words per second of speech: fluent people speak 2 to 4, counting fast 6; a loop fills the answer up."""


class Reason(Enum):
    """Why words are kept or dropped."""

    SPOKEN = "spoken"
    TRIMMED = "a loop was cut short"
    NO_WORDS = "no words"
    NO_SPEECH_HEARD = "the voice activity detector heard no speech"
    SILENCE = "the model is certain that nobody spoke"
    IMPROBABLE = "the model doubts both the speech and the words"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`hypothesis` is the one to go on with: its loops cut short, its text empty where `keep` is False."""

    keep: bool
    reason: Reason
    hypothesis: Hypothesis


def verdict(hypothesis: Hypothesis) -> Verdict:
    """Judge the words of one request by the evidence that came with them."""
    reason = _objection(hypothesis)
    if reason is not None:
        return Verdict(False, reason, replace(hypothesis, text=SensitiveText()))
    words = hypothesis.text.reveal()
    trimmed = trim_loops(words) if _may_loop(words, hypothesis.evidence) else words
    if trimmed == words:
        return Verdict(True, Reason.SPOKEN, hypothesis)
    return Verdict(True, Reason.TRIMMED, replace(hypothesis, text=SensitiveText(trimmed)))


def compression_ratio(text: str) -> float:
    """UTF-8 length over zlib length: Whisper's measure of repetition."""
    data = text.encode()
    return len(data) / len(zlib.compress(data))


def clearly_heard(speech: SpeechEvidence) -> bool:
    """Whether somebody spoke beyond doubt, whatever the model makes of it."""
    return speech.speech_seconds >= _CLEAR_SPEECH and speech.mean_probability >= _CLEAR_PROBABILITY


def faintly_heard(evidence: Evidence) -> bool:
    """Whether it may well be no speech at all. A single word that was spoken is not faint, however softly.

    It is too short to be clearly heard, and models are seldom sure of it: where the detector is, that alone
    is no doubt.
    """
    speech = evidence.speech
    unlikely = (
        evidence.average_log_probability < _DOUBTFUL_WORDS and speech.mean_probability < _CLEAR_PROBABILITY
    )
    doubted = evidence.no_speech_probability > LIKELY_SILENCE or unlikely
    return speech.mean_probability < _WEAK_PROBABILITY or (doubted and not clearly_heard(speech))


def tokens_per_second(tokens: int, speech: SpeechEvidence) -> float:
    """Of speech, as the model counts them."""
    return tokens / max(speech.speech_seconds, _LEAST_SPEECH)


def _objection(hypothesis: Hypothesis) -> Reason | None:
    evidence = hypothesis.evidence
    if not any(character.isalnum() for character in hypothesis.text.reveal()):
        return Reason.NO_WORDS
    if evidence.speech.speech_seconds < _LEAST_SPEECH:
        return Reason.NO_SPEECH_HEARD
    silence, likelihood = evidence.no_speech_probability, evidence.average_log_probability
    if silence > _CERTAIN_SILENCE and likelihood < _DOUBTFUL_WORDS:
        return Reason.SILENCE
    if not clearly_heard(evidence.speech) and _improbable(evidence):
        return Reason.IMPROBABLE
    return None


def _improbable(evidence: Evidence) -> bool:
    """At least two signs, of which one is about the words."""
    weak = evidence.speech.mean_probability < _WEAK_PROBABILITY
    doubtful_sound = weak or evidence.no_speech_probability > LIKELY_SILENCE
    likelihood = evidence.average_log_probability
    unlikely, rushed = likelihood < UNLIKELY_WORDS, evidence.tokens_per_second > MOST_TOKENS_PER_SECOND
    by_heart = evidence.audio_seconds < _SHORT_SECONDS and likelihood < _DOUBTFUL_SHORT_WORDS
    return (doubtful_sound and (unlikely or rushed)) or (unlikely and rushed) or (weak and by_heart)


def _may_loop(words: str, evidence: Evidence) -> bool:
    """People do say "no no no no": only words that cannot be as many as were spoken are cut short."""
    if evidence.tokens_per_second > MOST_TOKENS_PER_SECOND:
        return True
    rate = len(words.split()) / max(evidence.speech.speech_seconds, _LEAST_SPEECH)
    return rate > (_FLUENT if evidence.compression_ratio > LOOP_COMPRESSION else _FASTEST)
