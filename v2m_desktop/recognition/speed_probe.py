"""Measures how fast this computer is. Meant for a process of its own, which gives everything back.

Models of known shape and random weights are timed, by the way on which real ones recognize. They have the
true widths but few layers, as more layers only cost more of the same; models/speed says what follows.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Protocol

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples
from v2m_desktop.core.errors import RecognitionError
from v2m_desktop.core.machine import ProcessorTimes, processor_times
from v2m_desktop.core.recognition import Priority
from v2m_desktop.core.speed import MeasuredSpeed, ModelShape, TimedShape
from v2m_desktop.recognition.decoding_policy import decoding_for
from v2m_desktop.recognition.device_choice import AUTO, CPU, CUDA, EngineFacts, Rung, choose_threads, ladder
from v2m_desktop.recognition.engine import Decoding
from v2m_desktop.recognition.processor_share import share_of_others
from v2m_desktop.recognition.shaped_model import shaped_model

log = logging.getLogger(__name__)

SHAPES = {
    CPU: (ModelShape(384, 4, 4), ModelShape(768, 4, 4)),
    CUDA: (ModelShape(768, 4, 4), ModelShape(1280, 4, 4)),
}
"""Narrow and wide, around what the device may be asked to run. To a card all that is narrow is the same."""

SECONDS = {CPU: 4.0, CUDA: 1.5}
SECONDS_BESIDE_CARD = 2.0
"""After this much no other round begins on the device; where a card works, its speed matters more."""

ROUNDS = 3
"""The first one warms up; of all of them the best counts, as other programs only make a round slower."""

WIDE_COSTS = 4.0
"""A wide model is left out where so many times the narrow one's round would not fit into the time."""

HEARD_SECONDS = 5.0
TOKENS = 17
"""Of 5 s of speech, at the usual 3.3 a second."""


class TimeableModel(Protocol):
    """An open model whose two halves can be timed. Raises whatever the library raises."""

    def time_parts(self, samples: Samples, decoding: Decoding) -> tuple[float, float]:
        """Seconds to encode, and for the whole answer."""
        ...

    def close(self) -> None: ...


class ProbeEngine(EngineFacts, Protocol):
    """The library, as far as it is needed here."""

    def open_files(self, files: Mapping[str, bytes], rung: Rung, threads: int) -> TimeableModel: ...


def measure_speed(
    engine: ProbeEngine,
    cores: int,
    clock: Callable[[], float] = time.perf_counter,
    times_now: Callable[[], ProcessorTimes] = processor_times,
) -> MeasuredSpeed:
    """About 5 s of work. Raises RecognitionError if not even the processor runs a model."""
    before = times_now()
    times: dict[str, tuple[TimedShape, ...]] = {}
    for rung in ladder(AUTO, AUTO, engine):
        if rung.device in times:
            continue  # another format for a card that was measured already
        try:
            until = clock() + (SECONDS_BESIDE_CARD if times else SECONDS[rung.device])
            times[rung.device] = _time_on(engine, rung, choose_threads(0, cores), until, clock)
        except Exception as error:  # noqa: BLE001 - the library's; a card that fails is not used later either
            log.warning("%s could not be measured: %s", rung, type(error).__name__)
    if CPU not in times:
        raise RecognitionError("The speed of this computer could not be measured: try again later.")
    return MeasuredSpeed(times[CPU], times.get(CUDA, ()), share_of_others(before, times_now()))


def _time_on(
    engine: ProbeEngine, rung: Rung, threads: int, until: float, clock: Callable[[], float]
) -> tuple[TimedShape, ...]:
    timed: list[TimedShape] = []
    for shape in SHAPES[rung.device]:
        if timed and clock() + WIDE_COSTS * _round_seconds(timed[-1]) > until:
            break
        model = engine.open_files(shaped_model(shape), rung, threads)
        try:
            timed.append(_best_of(model, shape, rung.device, until, clock))
        finally:
            model.close()
    return tuple(timed)


def _best_of(
    model: TimeableModel, shape: ModelShape, device: str, until: float, clock: Callable[[], float]
) -> TimedShape:
    noise = np.random.default_rng(0).standard_normal(round(HEARD_SECONDS * SAMPLE_RATE), dtype=np.float32)
    beam = decoding_for(Priority.FINAL, HEARD_SECONDS, device).beam
    encode = answer = float("inf")
    for number in range(ROUNDS):
        if number > 0 and clock() > until:
            break
        # A single temperature: words of random weights are never likely.
        encoding, answering = model.time_parts(noise * np.float32(0.01), Decoding(beam, (0.0,), TOKENS))
        encode, answer = min(encode, encoding), min(answer, answering)
    return TimedShape(shape, encode, answer / TOKENS)


def _round_seconds(timed: TimedShape) -> float:
    return timed.encode_seconds + TOKENS * timed.token_seconds
