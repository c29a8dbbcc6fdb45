"""Measures the app and its parts on a private desktop: tests/desktop/stage.sh python -m tests.bench

Writes build/bench.json, each observation to build/bench.csv, and prints a table. Goals are reported, never
asserted; the exit code is 1 only if something could not be measured.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.bench import (
    capture,
    compute,
    delivery,
    dictation,
    hotkey,
    length,
    machine,
    memory,
    plan,
    processor,
    release,
    tray,
    voice,
    words,
)
from tests.bench.figures import Figure, Measurement, Specification, join, ratios, raw, table

ROOT = Path(__file__).resolve().parents[2]
RESULT = ROOT / "build" / "bench.json"
RAW = RESULT.with_suffix(".csv")


@dataclass(frozen=True, slots=True)
class Part:
    """A group of figures that are measured together. What was yielded before an error counts."""

    name: str
    figures: Sequence[Specification]
    measure: Callable[[plan.Plan], Iterator[Measurement]]


PARTS = (
    Part("tray", plan.TRAY, tray.measure),
    Part("hotkey", plan.HOTKEY, hotkey.measure),
    Part("capture", plan.CAPTURE, capture.measure),
    Part("voice", plan.VOICE, voice.measure),
    Part("delivery", plan.DELIVERY, delivery.measure),
    Part("dictation", plan.DICTATION, dictation.measure),
    Part("length", plan.LENGTH, length.measure),
    Part("release", plan.RELEASE, release.measure),
    Part("words", plan.WORDS, words.measure),
    Part("processor", plan.PROCESSOR, processor.measure),
    Part("memory", plan.MEMORY, memory.measure),
    Part("compute", plan.COMPUTE, compute.measure),
)


def run(part: Part, chosen: plan.Plan) -> tuple[list[Figure], str]:
    """The figures of a part, and what went wrong in it ("" for nothing)."""
    measurements: list[Measurement] = []
    problem = ""
    try:
        for measurement in part.measure(chosen):
            measurements.append(measurement)  # noqa: PERF402 - one by one, to keep those before an error
    except Exception as error:  # noqa: BLE001 - whatever it is, the other parts still run
        traceback.print_exc()
        problem = (str(error).splitlines() or [""])[0] or type(error).__name__
    return join(part.figures, measurements, problem), problem


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.bench", description="Measure the app and print a table.")
    parser.add_argument("--quick", action="store_true", help="fewer repetitions")
    parser.add_argument("--only", nargs="+", choices=[part.name for part in PARTS], help="these parts alone")
    options = parser.parse_args()
    if "STAGE_PULSE_PID" not in os.environ:
        parser.error("run it on the private desktop: tests/desktop/stage.sh python -m tests.bench")
    chosen = plan.QUICK if options.quick else plan.FULL
    surroundings: dict[str, Any] = machine.describe()
    if not surroundings["quiet"]:
        print(f"The machine is busy (load {surroundings['load_before'][0]}): do not compare these figures.")
    figures: list[Figure] = []
    problems: dict[str, str] = {}
    seconds: dict[str, float] = {}
    for part in PARTS:
        if options.only and part.name not in options.only:
            continue
        began = time.monotonic()
        print(f"measuring: {part.name} ...", file=sys.stderr, flush=True)
        made, problem = run(part, chosen)
        figures += made
        seconds[part.name] = round(time.monotonic() - began, 1)
        if problem:
            problems[part.name] = problem
    surroundings["load_after"] = [round(load, 2) for load in os.getloadavg()]
    document = {
        "date": datetime.now(UTC).date().isoformat(),
        "command": " ".join(["make bench", *([f'ARGS="{" ".join(sys.argv[1:])}"'] if sys.argv[1:] else [])]),
        "machine": surroundings,
        "quick": options.quick,
        "seconds": seconds,
        "problems": problems,
        "ratios": ratios(figures),
        "figures": {figure.specification.name: figure.as_json() for figure in figures},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    with RAW.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("figure", "observation", "value"), *raw(figures)])
    print(f"\n{table(figures)}\n")
    for name, problem in problems.items():
        print(f"{name}: {problem}")
    print(f"{RESULT.relative_to(ROOT)}, {sum(seconds.values()):.0f} s, load {surroundings['load_after'][0]}")
    return 1 if problems or any(figure.problem for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
