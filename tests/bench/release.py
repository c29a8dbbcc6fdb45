"""Push-to-talk with models of the true shape: from the key let go to the text, and to the first words before.

The app is the whole one, with a microphone, the hotkey and its recognizer's process. The models have random
weights and say the same to everything: 17 words for 5 s, 5 words where the first live words are waited for,
since a look that early would not bring more.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from tests.bench.figures import Measurement, quantile
from tests.bench.hotkey_presser import HotkeyPresser
from tests.bench.length import TEXTS, has_words
from tests.bench.plan import Plan
from tests.bench.quiet_app import CHIME_SECONDS, rest
from tests.bench.sentences import BEFORE_SECONDS, Sentence, in_a_room, split
from tests.bench.shaped_model import BASE, SHAPES, TOKENS, make
from tests.desktop.app import RunningApp
from tests.desktop.virtual_microphone import RATE, VirtualMicrophone
from v2m_desktop.core.audio import SAMPLE_RATE

SECONDS = 5.0
GAP_SECONDS = 0.15
"""Between sentences: nobody takes it for a pause."""

LET_GO_SECONDS = 0.2
"""After the last word."""

BETWEEN_SECONDS = 0.4
PATIENCE = 120.0
"""Seconds. A busy machine is slow, which is told, and no reason to end."""

FIRST_WORDS = 5
FIRST_SECONDS = 2.0
"""Enough sound to wait for the first words in."""

ROOM_SECONDS = 0.7
"""Heard after the last word: longer than the app listens after the key."""
CONTEXTS = {"full": "off", "short": "on"}
METRICS = ("release_latency_ms", "final_latency_ms", "endpoint_delay_ms", "compute_latency_ms")


@dataclass(slots=True)
class Observed:
    """Milliseconds, one of each a take."""

    waits: dict[str, list[float]] = field(default_factory=lambda: {metric: [] for metric in METRICS})
    first_partial: list[float] = field(default_factory=list)


def measure(plan: Plan) -> Iterator[Measurement]:
    """One app for each shape and context; the first take of each does not count."""
    with tempfile.TemporaryDirectory() as folder, HotkeyPresser() as key:
        models = {name: make(shape, Path(folder) / name) for name, shape in SHAPES.items()}
        quick = make(BASE, Path(folder) / "first", FIRST_WORDS)
        for context in CONTEXTS:
            for name, model in models.items():
                waits = _takes(model, context, key, utterance(), plan.releases).waits
                for metric in METRICS:
                    place = "_in_app" if metric == "compute_latency_ms" else ""
                    yield quantile(f"{metric}_{name}_{context}{place}", waits[metric], weights="random")
            first = _takes(quick, context, key, utterance(FIRST_SECONDS), plan.releases).first_partial
            yield quantile(f"first_partial_ms_base_{context}", first, weights="random")


def utterance(seconds: float = SECONDS) -> Sentence:
    """Sentences without a pause, cut off at so many seconds."""
    gap = np.zeros(round(GAP_SECONDS * SAMPLE_RATE), np.float32)
    spoken = [part for text in TEXTS[:4] for part in (*split(text.samples, 1, SAMPLE_RATE), gap)]
    sound = in_a_room(np.concatenate(spoken)[: round(seconds * SAMPLE_RATE)])
    return replace(sound, samples=sound.samples[: round((sound.voice_ends + ROOM_SECONDS) * RATE)])


def _takes(model: Path, context: str, key: HotkeyPresser, sound: Sentence, count: int) -> Observed:
    settings = {
        "recognition": {"model": str(model), "device": "cpu", "short_context": CONTEXTS[context]},
        "hotkeys": {"activation": "hold"},
        "delivery": {"method": "copy"},
    }
    observed = Observed()
    with VirtualMicrophone() as microphone, RunningApp(settings) as app:
        app.wait_model()
        _take(app, microphone, key, sound, Observed())
        for _ in range(count):
            _take(app, microphone, key, sound, observed)
        rest(CHIME_SECONDS)
    return observed


def _take(
    app: RunningApp, microphone: VirtualMicrophone, key: HotkeyPresser, sound: Sentence, observed: Observed
) -> None:
    """Raises RuntimeError when the words of the model did not come out."""
    since = app.mark()
    key.hold()
    app.wait_listening(since)
    playback = microphone.start(sound.samples)
    rest(playback.wait_begun() + sound.voice_ends + LET_GO_SECONDS - time.perf_counter())
    released = key.let_go()
    closed = app.wait("the end of the take", lambda event: event["event"] == "take_closed", since, PATIENCE)
    words = len(app.wait_take(since, PATIENCE).text.split())
    if words not in (TOKENS, FIRST_WORDS):
        raise RuntimeError(f"a take brought {words} words and ended as {closed['stage']}")
    moments, ended = closed["moments"], (playback.started + sound.voice_ends) * 1e9
    text, endpoint = moments["recognized"], moments["capture_ended"]
    for metric, passed in zip(
        METRICS, (text - released, text - ended, endpoint - ended, text - endpoint), strict=True
    ):
        observed.waits[metric].append(passed / 1e6)
    first = app.wait("words", has_words, since)
    told = first["time"] - time.time() + time.perf_counter()
    observed.first_partial.append((told - playback.started - BEFORE_SECONDS) * 1000)
    playback.wait_ended()
    rest(BETWEEN_SECONDS)
