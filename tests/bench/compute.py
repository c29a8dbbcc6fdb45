"""From 5 s of sound to words: our recognizer against plain faster-whisper, same weights, same run.

Each side has a process of its own with the model in memory; ours is the one that the app starts, with all
that it does to an answer. The weights are random and of the true shape, since nothing here is about words:
the models say the same 17 words to everything. Both sides have the same threads, the same number format, one
temperature and no timestamps; plain faster-whisper drops nothing by thresholds. It has its own defaults for
the rest: a beam of 5, a language that is detected with an encoder pass of its own, memory as the C library
gives it. Ours has what it decides on a processor: beam 1, the language detected from what was encoded anyway,
freed memory kept between passes. Further ratios take the advantages of language and beam away one by one.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import psutil

from tests.bench.figures import Measurement, median_interval, quantile
from tests.bench.plain import COMPUTE_TYPE, PlainWhisper
from tests.bench.plan import Plan
from tests.bench.shaped_model import SHAPES, TOKENS, Shape, make
from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.core.recognition import ModelChoice, Priority, RecognitionRequest
from v2m_desktop.recognition.device_choice import CPU, choose_threads
from v2m_desktop.recognition.remote import RemoteRecognizer

SECONDS = 5.0
SAMPLES = demo_recording().samples[: round(SECONDS * SAMPLE_RATE)]

Way = Callable[[], str]
"""One recognition; the text."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A ratio: which of our ways is held against which of the plain ones."""

    suffix: str
    ours: str
    plain: str


PAIRS = (
    Pair("full", "full_auto", "plain"),
    Pair("short", "short_auto", "plain"),
    Pair("full_language_given", "full", "plain_language_given"),
    Pair("short_language_given", "short", "plain_language_given"),
    Pair("full_same_beam", "full", "plain_same_beam"),
    Pair("short_same_beam", "short", "plain_same_beam"),
)
WAYS = tuple(dict.fromkeys(way for pair in PAIRS for way in (pair.ours, pair.plain)))


def measure(plan: Plan) -> Iterator[Measurement]:
    """One shape after the other; all ways take turns, each round beginning with another one."""
    threads = choose_threads(0, psutil.cpu_count(logical=False) or 1)
    for name, shape in SHAPES.items():
        with tempfile.TemporaryDirectory() as folder:
            seconds = compare(make(shape, Path(folder) / name), threads, plan.compute_rounds)
        yield from told(name, shape, seconds)


def compare(folder: Path, threads: int, rounds: int) -> dict[str, list[float]]:
    """Seconds of each way, with both sides' models in memory."""
    ours = RemoteRecognizer()
    try:
        ours.load(ModelChoice("bench", folder, CPU, COMPUTE_TYPE, threads))
        with PlainWhisper(folder, threads) as plain:
            return take_turns(_ways(ours, plain), rounds)
    finally:
        ours.unload()


def take_turns(ways: dict[str, Way], rounds: int) -> dict[str, list[float]]:
    """Seconds of each way in each round, after one round that warms up. Raises RuntimeError for cheating."""
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    names = list(ways)
    for number in range(rounds + 1):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            began = time.perf_counter()
            words = len(ways[name]().split())
            passed = time.perf_counter() - began
            if words != TOKENS:
                raise RuntimeError(f"{name} made {words} words instead of {TOKENS}")
            if number > 0:
                seconds[name].append(passed)
    return seconds


def told(name: str, shape: Shape, seconds: dict[str, list[float]]) -> Iterator[Measurement]:
    """A latency for each way, and the ratios of their medians."""
    milliseconds = {way: [1000 * each for each in times] for way, times in seconds.items()}
    for way in WAYS:
        yield quantile(
            f"compute_latency_ms_{name}_{way}", milliseconds[way], width=shape.width, weights="random"
        )
    for pair in PAIRS:
        ours, plain = milliseconds[pair.ours], milliseconds[pair.plain]
        each = [mine / theirs for mine, theirs in zip(ours, plain, strict=True)]
        yield Measurement(
            f"compute_vs_plain_{name}_{pair.suffix}",
            median(ours) / median(plain),
            len(ours),
            {"ci95_of_each_round": median_interval(each), "weights": "random"},
            tuple(each),
        )


def _ways(ours: RemoteRecognizer, plain: PlainWhisper) -> dict[str, Way]:
    """What is compared, by name: each hears the same 5 s."""

    def way(language: str | None, short: bool) -> Way:
        request = RecognitionRequest(SAMPLES, language, Priority.FINAL, CLEAR_SPEECH, short_context=short)

        def recognize() -> str:
            return ours.recognize(request).text.reveal()

        return recognize

    return {
        "full_auto": way(None, short=False),
        "plain": lambda: plain.transcribe(SAMPLES, None, 5),
        "short_auto": way(None, short=True),
        "plain_language_given": lambda: plain.transcribe(SAMPLES, "en", 5),
        "full": way("en", short=False),
        "plain_same_beam": lambda: plain.transcribe(SAMPLES, "en", 1),
        "short": way("en", short=True),
    }
