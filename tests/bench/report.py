"""Our waits against plain faster-whisper, for the README: python -m tests.bench.report

Takes build/bench.json as `make bench` left it; writes the part of README.md between two marks, and a picture.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.chart import Bar, Group, svg

ROOT = Path(__file__).resolve().parents[2]
BENCH = ROOT / "build" / "bench.json"
README = ROOT / "README.md"
PICTURE = ROOT / "resources" / "screenshots" / "waits.svg"
BEGIN, END = "<!-- make bench-report: begin -->", "<!-- make bench-report: end -->"

MODELS = ("base", "small")
WAYS = {
    "plain": "plain faster-whisper, defaults",
    "plain_same_beam": "plain, language given, beam 1",
    "full_auto": "ours, as shipped",
    "short_auto": "ours, short context on",
}
OURS = ("full_auto", "short_auto")
TITLE = "Computing 5 s of speech (shorter is better)"
SHIPPED = "full_auto"

Figures = Mapping[str, Any]


class ReportError(Exception):
    """The measurements are not there, or not whole; the message says what to do."""


def main() -> int:
    try:
        bench = read(BENCH)
        text, drawing = markdown(bench), picture(bench)
        README.write_text(between_marks(README.read_text(encoding="utf-8"), text), encoding="utf-8")
    except ReportError as error:
        print(f"bench-report: {error}", file=sys.stderr)
        return 1
    PICTURE.write_text(drawing, encoding="utf-8")
    print(f"Written anew: {README.relative_to(ROOT)}, {PICTURE.relative_to(ROOT)}")
    return 0


def read(path: Path) -> Figures:
    """What the bench left. Raises ReportError."""
    try:
        bench = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ReportError(f"there is no {path.name}: run make bench first.") from None
    except ValueError:
        raise ReportError(f"{path.name} is damaged: run make bench again.") from None
    if not isinstance(bench, dict) or not isinstance(bench.get("figures"), dict):
        raise ReportError(f"{path.name} holds no figures: run make bench again.")
    return bench


def value(bench: Figures, name: str) -> float:
    """A figure's value. Raises ReportError where it was not measured."""
    figure = bench["figures"].get(name)
    if figure is None:
        raise ReportError(f"the figure {name} is missing: run make bench without ARGS.")
    if not isinstance(figure.get("value"), int | float):
        raise ReportError(
            f"the figure {name} could not be measured: {figure.get('problem', 'no reason told')}."
        )
    return float(figure["value"])


def markdown(bench: Figures) -> str:
    """Headline, picture, tables and what they rest on. Raises ReportError."""
    headline = ", ".join(
        f"{model} {_seconds(value(bench, _latency(model, SHIPPED)))} where plain faster-whisper computes "
        f"{_seconds(value(bench, _latency(model, 'plain')))}"
        for model in MODELS
    )
    return "\n\n".join(
        (
            f"As shipped, 5 s of speech are text after this much computing: {headline}.",
            f"![Bar chart of the times in the table below](resources/screenshots/{PICTURE.name})",
            _computing(bench),
            _waits(bench),
            _rests_on(bench),
        )
    )


def picture(bench: Figures) -> str:
    """The chart. Raises ReportError."""
    groups = [
        Group(f"Whisper {model}", [_bar(bench, model, way, label) for way, label in WAYS.items()])
        for model in MODELS
    ]
    description = "; ".join(
        f"{group.name}: " + ", ".join(f"{bar.label} {bar.value:.0f} ms" for bar in group.bars)
        for group in groups
    )
    return svg(TITLE, f"{description}. Lines show 95 % intervals of the medians.", groups)


def between_marks(document: str, text: str) -> str:
    """The document with `text` between its marks. Raises ReportError without them."""
    before, begin, rest = document.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ReportError(f"README.md lacks the marks {BEGIN} and {END}: put them where the figures belong.")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def _computing(bench: Figures) -> str:
    rows = [
        "| 5 s of speech to text, median | "
        + " | ".join(WAYS.values())
        + " | as shipped / plain | short / plain |",
        "| --- |" + " ---: |" * (len(WAYS) + 2),
    ]
    for model in MODELS:
        cells = [f"{value(bench, _latency(model, way)):.0f} ms" for way in WAYS]
        cells += [
            f"{value(bench, f'compute_vs_plain_{model}_{context}'):.2f}" for context in ("full", "short")
        ]
        rows.append(f"| {model} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _waits(bench: Figures) -> str:
    rows = ["| in the whole app, median | as shipped | short context on |", "| --- | ---: | ---: |"]
    for model in MODELS:
        full, short = (value(bench, f"release_latency_ms_{model}_{context}") for context in ("full", "short"))
        rows.append(f"| key let go to text, 5 s of speech, {model} | {full:.0f} ms | {short:.0f} ms |")
    full, short = (value(bench, f"first_partial_ms_base_{context}") for context in ("full", "short"))
    rows.append(f"| first sound to first live words, base | {full:.0f} ms | {short:.0f} ms |")
    ratio = value(bench, "wait_60s_vs_5s")
    rows.append(f"| wait after 60 s of speech / wait after 5 s, demo model | {ratio:.2f} | |")
    return "\n".join(rows)


def _rests_on(bench: Figures) -> str:
    """Machine, date, command, and what must not be read into the figures."""
    machine = bench.get("machine", {})
    try:
        where = (
            f"{machine['processor']}, {machine['processors']} processors, {machine['memory_gb']} GB, "
            f"{machine['system']}, load {machine['load_before'][0]} before"
        )
        libraries = machine["libraries"]
        versions = f"faster-whisper {libraries['faster-whisper']}, CTranslate2 {libraries['ctranslate2']}"
        when, command = bench["date"], bench["command"]
    except (KeyError, IndexError, TypeError):
        raise ReportError("the bench does not say where it ran: run make bench again.") from None
    sentences = [
        f"Measured {when} by `{command}` on {where}; {versions}, int8, one machine, each way in turns.",
        "The models have Whisper's shapes and random weights, so these are times alone: of accuracy they say "
        "nothing. Both sides make the same 17 words with the same threads, and have a process each; plain "
        "faster-whisper runs without timestamps and without second tries, which could only cost it more.",
        "With a short context the encoder hears what was said instead of 30 s. It is off until a check with "
        "your own sentences shows that your model bears it.",
    ]
    if bench.get("quick"):
        sentences.append("**Few repetitions: a trial run.**")
    if not machine.get("quiet", False):
        sentences.append("**Other programs were at work meanwhile; times are less certain than they look.**")
    return " ".join(sentences)


def _bar(bench: Figures, model: str, way: str, label: str) -> Bar:
    name = _latency(model, way)
    median = value(bench, name)
    low, high = bench["figures"][name].get("details", {}).get("ci95", (median, median))
    return Bar(label, median, (low, high), way in OURS)


def _latency(model: str, way: str) -> str:
    return f"compute_latency_ms_{model}_{way}"


def _seconds(milliseconds: float) -> str:
    return f"{milliseconds / 1000:.2f} s"


if __name__ == "__main__":
    sys.exit(main())
