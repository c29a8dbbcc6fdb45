"""From the end of speech to the words: recognized, delivered, seen in the window of another program."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.bench.figures import Measurement, percentile, quantile
from tests.bench.hotkey_presser import HotkeyPresser
from tests.bench.plan import Plan
from tests.bench.quiet_app import CHIME_SECONDS, rest
from tests.bench.sentences import Sentence, sentences
from tests.desktop.app import RunningApp
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone

BETWEEN_SECONDS = 0.6


@dataclass(slots=True)
class Delays:
    """Milliseconds of the takes that were delivered."""

    end_to_text: list[float] = field(default_factory=list)
    end_to_paste: list[float] = field(default_factory=list)
    end_to_visible: list[float] = field(default_factory=list)
    stop_to_text: list[float] = field(default_factory=list)
    stop_to_delivered: list[float] = field(default_factory=list)
    tapped_after: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a dictation needs."""

    app: RunningApp
    target: TargetWindow
    microphone: VirtualMicrophone
    key: HotkeyPresser


@contextmanager
def staged() -> Iterator[Stage]:
    """The app with its model in memory, and all that speaks to it; the last chime is heard out."""
    with (
        VirtualMicrophone() as microphone,
        TargetWindow() as target,
        HotkeyPresser() as key,
        RunningApp() as app,
    ):
        app.wait_model()
        yield Stage(app, target, microphone, key)
        rest(CHIME_SECONDS)


def measure(plan: Plan) -> Iterator[Measurement]:
    """Toggled takes of one sentence each with the demo model, the key tapped as the voice ends."""
    delays = Delays()
    with staged() as stage:
        spoken = itertools.cycle(sentences())
        dictate(stage, next(spoken), Delays())  # a first take has costs of its own; see the hotkey's figures
        for _ in range(plan.dictations):
            dictate(stage, next(spoken), delays)
    yield Measurement(
        "takes_not_delivered", len(delays.failed), plan.dictations, {"stages": sorted(delays.failed)}
    )
    for percent in (50, 90):
        yield quantile(
            f"speech_end_to_text_p{percent}_ms", delays.end_to_text, percent,
            tapped_after_end_ms=round(percentile(delays.tapped_after, 50), 1),
        )  # fmt: skip
        yield quantile(f"speech_end_to_paste_p{percent}_ms", delays.end_to_paste, percent)
        yield quantile(f"stop_to_text_p{percent}_ms", delays.stop_to_text, percent)
        yield quantile(f"stop_to_delivered_p{percent}_ms", delays.stop_to_delivered, percent)
    yield quantile("speech_end_to_visible_p50_ms", delays.end_to_visible)


def dictate(stage: Stage, sentence: Sentence, delays: Delays) -> float:
    """One take into the empty text window; when its first sample was heard, as perf_counter has it."""
    stage.target.clear()
    since = stage.app.mark()
    stage.key.tap()
    stage.app.wait_listening(since)
    playback = stage.microphone.start(sentence.samples)
    ended = playback.wait_begun() + sentence.voice_ends
    rest(ended - time.perf_counter())
    ended = playback.started + sentence.voice_ends  # by now known better
    tapped = stage.key.tap() / 1e9
    closed = stage.app.wait("the end of the take", lambda event: event["event"] == "take_closed", since)
    if closed["stage"] != "delivered":
        delays.failed.append(closed["stage"])
    else:
        moments, milliseconds = closed["moments"], closed["milliseconds"]
        seen = stage.target.wait_text(bool) and stage.target.texts[-1][0]
        delays.end_to_text.append(moments["recognized"] / 1e6 - ended * 1000)
        delays.end_to_paste.append(moments["delivered"] / 1e6 - ended * 1000)
        delays.end_to_visible.append((float(seen) - ended) * 1000)
        delays.stop_to_text.append(milliseconds["stop_to_text"])
        delays.stop_to_delivered.append(milliseconds["stop_to_delivered"])
        delays.tapped_after.append((tapped - ended) * 1000)
    playback.wait_ended()
    rest(BETWEEN_SECONDS)
    return playback.started
