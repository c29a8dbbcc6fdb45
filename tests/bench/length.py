"""How much longer people wait after a long dictation than after a short one, and for the first words."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median

import numpy as np

from tests.bench.dictation import Delays, Stage, dictate, staged
from tests.bench.figures import Measurement, quantile
from tests.bench.plan import Plan
from tests.bench.sentences import BEFORE_SECONDS, Sentence, in_a_room, split
from tests.desktop.app import Event
from tests.desktop.sentences import SENTENCES
from tests.desktop.sentences import Sentence as SpokenSentence
from tests.tools.streaming_metrics import flicker
from tests.tools.word_error_rate import word_error_rate
from v2m_desktop.core.audio import SAMPLE_RATE, Samples

SHORT_SECONDS, LONG_SECONDS = 5.0, 60.0
PAUSES = (0.8, 1.5)
"""Seconds between sentences, as people breathe: each ends a segment."""
TEXTS = tuple(sentence for sentence in SENTENCES if sentence.voice.startswith("en"))


@dataclass(frozen=True, slots=True)
class Dictation:
    """What is played, and what is said in it."""

    sound: Sentence
    sentences: tuple[SpokenSentence, ...]

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def voice_seconds(self) -> float:
        """From the first sample of speech to the last one."""
        return self.sound.voice_ends - BEFORE_SECONDS


@dataclass(slots=True)
class Observed:
    """What came of the takes of one length."""

    delays: Delays = field(default_factory=Delays)
    voice_seconds: list[float] = field(default_factory=list)
    word_error_rates: list[float] = field(default_factory=list)
    capture_end_to_text: list[float] = field(default_factory=list)
    """Milliseconds that recognition alone takes, without the rest of the recording after the key."""
    first_words: list[float] = field(default_factory=list)
    """Milliseconds from the first sample of speech."""
    flicker: list[float] = field(default_factory=list)

    def wait(self, name: str) -> Measurement:
        return quantile(
            name,
            self.delays.end_to_text,
            voice_seconds=[round(seconds, 1) for seconds in self.voice_seconds],
            word_error_rates=[round(rate, 3) for rate in self.word_error_rates],
            stop_to_text_ms=self.delays.stop_to_text,
            capture_end_to_text_ms=self.capture_end_to_text,
        )


def measure(plan: Plan) -> Iterator[Measurement]:
    """Pairs of a short and a long take that end with the same sentences, in one app."""
    short, long = Observed(), Observed()
    with staged() as stage:
        _observe(stage, dictation(SHORT_SECONDS, 0), Observed())  # a first take has costs of its own
        for pair in range(plan.length_pairs):
            _observe(stage, dictation(SHORT_SECONDS, pair), short)
            _observe(stage, dictation(LONG_SECONDS, pair), long)
    yield short.wait("wait_after_5s_ms")
    yield long.wait("wait_after_60s_ms")
    ratio = median(long.delays.end_to_text) / median(short.delays.end_to_text)
    yield Measurement("wait_60s_vs_5s", ratio, plan.length_pairs)
    yield quantile("first_partial_ms", [*short.first_words, *long.first_words])
    yield quantile("partial_flicker", [*short.flicker, *long.flicker])


def dictation(seconds: float, number: int) -> Dictation:
    """Sentences with pauses between them, as near to `seconds` as whole ones come.

    It is put together from its end, so that all lengths of a `number` end alike.
    """
    pauses = np.random.default_rng(number)
    parts: list[Samples] = []
    sentences: list[SpokenSentence] = []
    length = 0.0
    for place in range(number, number + 100):
        sentence = TEXTS[-1 - place % len(TEXTS)]
        (voice,) = split(sentence.samples, 1, SAMPLE_RATE)
        pause = np.zeros(round(pauses.uniform(*PAUSES) * SAMPLE_RATE if parts else 0), np.float32)
        longer = length + (len(voice) + len(pause)) / SAMPLE_RATE
        if parts and longer - seconds > seconds - length:
            break
        parts += [pause, voice]
        sentences.append(sentence)
        length = longer
    return Dictation(in_a_room(np.concatenate(parts[::-1])), tuple(sentences[::-1]))


def _observe(stage: Stage, spoken: Dictation, observed: Observed) -> None:
    """One take. Raises RuntimeError when its text did not arrive."""
    since = stage.app.mark()
    begun = dictate(stage, spoken.sound, observed.delays) + BEFORE_SECONDS
    if observed.delays.failed:
        raise RuntimeError(f"a take of {spoken.voice_seconds:.0f} s ended as {observed.delays.failed[-1]}")
    take = stage.app.wait_take(since)
    first = stage.app.wait("words", has_words, since)
    told = first["time"] - time.time() + time.perf_counter()
    observed.voice_seconds.append(spoken.voice_seconds)
    observed.word_error_rates.append(word_error_rate(spoken.text, take.text))
    observed.capture_end_to_text.append(take.milliseconds["capture_end_to_text"])
    observed.first_words.append((told - begun) * 1000)
    shown = [
        (event["committed"], event["tentative"])
        for event in stage.app.events[since:]
        if event["event"] == "transcription_update" and not event["final"]
    ]
    observed.flicker.append(flicker(shown, take.text))


def has_words(event: Event) -> bool:
    return event["event"] == "transcription_update" and bool(event["committed"] or event["tentative"])
