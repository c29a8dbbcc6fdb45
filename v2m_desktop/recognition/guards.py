"""Signs that a model went astray, seen in its answer alone: it is then asked again, with all it can hear."""

from __future__ import annotations

from collections import Counter
from enum import Enum

from v2m_desktop.core.audio import SpeechEvidence
from v2m_desktop.recognition.engine import Decoded, Decoding, Told
from v2m_desktop.recognition.evidence import (
    LIKELY_SILENCE,
    LOOP_COMPRESSION,
    MOST_TOKENS_PER_SECOND,
    UNLIKELY_WORDS,
    clearly_heard,
    compression_ratio,
    tokens_per_second,
)

_TRIGRAM = 3
_LOOP_ROUNDS = 3


class Doubt(Enum):
    """Why an answer is not taken as it is."""

    CAPPED = "it is as long as an answer may be"
    LOOP = "it repeats itself"
    UNLIKELY = "its words are unlikely"
    ECHO = "it says what the model was told"


def doubt_about(decoded: Decoded, decoding: Decoding, told: Told, speech: SpeechEvidence) -> Doubt | None:
    """The first sign found, None for an answer to go on with."""
    text = decoded.text.reveal()
    if decoded.tokens >= decoding.most_tokens:
        return Doubt.CAPPED
    if loops(text):
        return Doubt.LOOP
    heard = clearly_heard(speech)
    rushed = tokens_per_second(decoded.tokens, speech) > MOST_TOKENS_PER_SECOND
    if echoes(text, told) and (rushed or not heard):
        return Doubt.ECHO
    silent = decoded.no_speech_probability > LIKELY_SILENCE and not heard
    if decoded.average_log_probability < UNLIKELY_WORDS and not silent:
        return Doubt.UNLIKELY
    return None


def loops(text: str) -> bool:
    """By Whisper's own measure, which says little about short texts, or by three words said three times."""
    if compression_ratio(text) > LOOP_COMPRESSION:
        return True
    words = _plain(text)
    rounds = Counter(zip(words, words[1:], words[2:], strict=False))
    return len(words) >= _TRIGRAM and max(rounds.values()) >= _LOOP_ROUNDS


def echoes(text: str, told: Told) -> bool:
    """Whether the words of the answer follow each other just so in what the model was told."""
    answer, prompt = _plain(text), _plain(told.words)
    starts = range(len(prompt) - len(answer) + 1)
    return bool(answer) and any(prompt[start : start + len(answer)] == answer for start in starts)


def _plain(text: str) -> list[str]:
    words = ("".join(filter(str.isalnum, word)).casefold() for word in text.split())
    return [word for word in words if word]
