"""From 5 s of sound to words: our call path against plain faster-whisper, same weights, same run.

The weights are random and of the true shape, since nothing here is about words. Both sides have the same
threads, the same number format, 17 tokens (an end of text never comes), one temperature and no timestamps;
plain faster-whisper drops nothing by thresholds. It has its own defaults for the rest: a beam of 5, and a
language that is detected with an encoder pass of its own. Ours has what it decides on a processor: beam 1,
and the language detected from what was encoded anyway. Further ratios take these advantages away one by one.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import psutil

from tests.bench.figures import Measurement, quantile
from tests.bench.plan import Plan
from tests.bench.shaped_model import BASE, SMALL, Shape, make
from tests.tools.demo_recording import demo_recording
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.recognition.device_choice import CPU, Rung, choose_threads
from v2m_desktop.recognition.engine import Decoding, Told
from v2m_desktop.recognition.faster_whisper_engine import OpenWhisper
from v2m_desktop.recognition.short_context import FULL, context_frames

SECONDS = 5.0
SAMPLES = demo_recording().samples[: round(SECONDS * SAMPLE_RATE)]

TOKENS = 17
"""Of 5 s of speech, at the usual 3.3 a second."""

PROMPT = 4
"""Start, language, task and no timestamps. CTranslate2 lets an answer have half of all positions at most."""

COMPUTE_TYPE = "int8"
SHAPES = {"base": BASE, "small": SMALL}


@dataclass(frozen=True, slots=True)
class Pair:
    """A ratio: which of our ways is held against which of the plain ones."""

    suffix: str
    ours: str
    plain: str


PAIRS = (
    Pair("full", "full_auto", "plain_defaults"),
    Pair("short", "short_auto", "plain_defaults"),
    Pair("full_language_given", "full", "plain_language_given"),
    Pair("short_language_given", "short", "plain_language_given"),
    Pair("full_same_beam", "full", "plain_same_beam"),
    Pair("short_same_beam", "short", "plain_same_beam"),
)


def measure(plan: Plan) -> Iterator[Measurement]:
    """One shape after the other; all ways take turns, each round beginning with another one."""
    for name, shape in SHAPES.items():
        with tempfile.TemporaryDirectory() as folder:
            ways = _ways(make(shape, Path(folder) / name))
            seconds = _rounds(ways, plan.compute_rounds)
        del ways
        yield from _told(name, shape, seconds)


def _told(name: str, shape: Shape, seconds: dict[str, list[float]]) -> Iterator[Measurement]:
    milliseconds = {way: [1000 * each for each in times] for way, times in seconds.items()}
    for way in ("full", "short"):
        yield quantile(f"compute_latency_{name}_{way}_ms", milliseconds[way], width=shape.width)
    for pair in PAIRS:
        ours, plain = milliseconds[pair.ours], milliseconds[pair.plain]
        details = {
            "ours_ms": [round(each, 1) for each in ours],
            "plain_ms": [round(each, 1) for each in plain],
        }
        ratio = median(ours) / median(plain)
        yield Measurement(f"compute_vs_plain_{name}_{pair.suffix}", ratio, len(ours), details)


def _rounds(ways: dict[str, Callable[[], int]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each way in each round, after one round that warms up. Raises RuntimeError for cheating."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    names = list(ways)
    for number in range(rounds + 1):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            began = time.perf_counter()
            tokens = ways[name]()
            passed = time.perf_counter() - began
            if tokens != TOKENS:
                raise RuntimeError(f"{name} made {tokens} tokens instead of {TOKENS}")
            if number > 0:
                seconds[name].append(passed)
    return seconds


def _ways(folder: Path) -> dict[str, Callable[[], int]]:
    """What is compared: each hears the same 5 s, and says how many tokens it made."""
    threads = choose_threads(0, psutil.cpu_count(logical=False) or 1)
    ours = OpenWhisper(folder, Rung(CPU, COMPUTE_TYPE), threads)
    plain = _Plain(folder, threads)
    short = context_frames(SECONDS, ours.mel_bands)

    def way(told: Told, frames: int) -> Callable[[], int]:
        return lambda: ours.decode(SAMPLES, told, Decoding(1, (0.0,), TOKENS, frames)).tokens

    return {
        "full_auto": way(Told(), FULL),
        "plain_defaults": lambda: plain.transcribe(None, 5),
        "short_auto": way(Told(), short),
        "plain_language_given": lambda: plain.transcribe("en", 5),
        "full": way(Told("en"), FULL),
        "plain_same_beam": lambda: plain.transcribe("en", 1),
        "short": way(Told("en"), short),
    }


class _Plain:
    """faster-whisper as its documentation shows it."""

    def __init__(self, folder: Path, threads: int) -> None:
        from faster_whisper import WhisperModel

        class Counting(WhisperModel):  # type: ignore[misc, unused-ignore]
            """Words of random weights have no letters, and come out as no segment at all."""

            tokens = 0

            def generate_with_fallback(self, *arguments: Any, **options: Any) -> Any:
                answer = super().generate_with_fallback(*arguments, **options)
                self.tokens += len(answer[0].sequences_ids[0])
                return answer

        self._model: Any = Counting(str(folder), device=CPU, compute_type=COMPUTE_TYPE, cpu_threads=threads)

    def transcribe(self, language: str | None, beam: int) -> int:
        self._model.tokens = 0
        segments, _ = self._model.transcribe(
            SAMPLES,
            language=language,
            beam_size=beam,
            temperature=0.0,
            compression_ratio_threshold=None,
            log_prob_threshold=None,
            no_speech_threshold=None,
            without_timestamps=True,
            max_new_tokens=2 * TOKENS - PROMPT,
        )
        list(segments)
        return int(self._model.tokens)
