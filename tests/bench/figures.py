"""What a benchmark says: figures, their goals, and how they become a table and a JSON file. Pure."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

RATIO = "ratio"
"""The unit of figures that say how many times as long as something else in the same run."""

FEWEST_FOR_INTERVAL = 5


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure is to be below `limit`, or at most `limit` where `reached_is_met`."""

    limit: float
    reached_is_met: bool = False

    def met(self, value: float) -> bool:
        return value <= self.limit if self.reached_is_met else value < self.limit

    def __str__(self) -> str:
        return f"{'<=' if self.reached_is_met else '<'} {self.limit:g}"


@dataclass(frozen=True, slots=True)
class Specification:
    """A figure that a bench reports: its name, its unit, how it is measured, and the goal if there is one."""

    name: str
    unit: str
    how: str
    goal: Goal | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """The value of a figure, from `count` observations. `details` are further numbers for the JSON file.

    `observed` are the observations themselves, in their order, for the CSV file.
    """

    name: str
    value: float
    count: int = 1
    details: Mapping[str, Any] = field(default_factory=dict)
    observed: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A specification with what came of it: a measurement, or the `problem` that kept it from being made."""

    specification: Specification
    measurement: Measurement | None = None
    problem: str = ""

    @property
    def met(self) -> bool | None:
        """None where there is no goal, or no value to hold against it."""
        if self.specification.goal is None or self.measurement is None:
            return None
        return self.specification.goal.met(self.measurement.value)

    def as_json(self) -> dict[str, Any]:
        specification, measurement = self.specification, self.measurement
        values: dict[str, Any] = {
            "value": None if measurement is None else round(measurement.value, 4),
            "unit": specification.unit,
            "goal": str(specification.goal) if specification.goal else None,
            "met": self.met,
            "n": 0 if measurement is None else measurement.count,
            "how": specification.how,
        }
        if measurement is not None and measurement.details:
            values["details"] = dict(measurement.details)
        if self.problem:
            values["problem"] = self.problem
        return values


def percentile(values: Sequence[float], percent: float) -> float:
    """Linear between the two nearest values, as numpy does. Raises ValueError without a value."""
    if not values:
        raise ValueError("there is no percentile of nothing")
    ordered = sorted(values)
    place = (len(ordered) - 1) * percent / 100
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def median_interval(values: Sequence[float], rounds: int = 1000) -> list[float]:
    """Where the median lies with 95 % certainty: by drawing from the observations again and again."""
    chance = random.Random(0)
    drawn = [median(chance.choices(values, k=len(values))) for _ in range(rounds)]
    return [round(percentile(drawn, percent), 3) for percent in (2.5, 97.5)]


def quantile(name: str, values: Sequence[float], percent: float = 50, **details: Any) -> Measurement:
    """A percentile of observations; of a few, the JSON file gets how certain their median is, and all."""
    if len(values) <= 50:
        if len(values) >= FEWEST_FOR_INTERVAL and percent == 50:
            details["ci95"] = median_interval(values)
        details["values"] = [round(value, 2) for value in values]
    return Measurement(name, percentile(values, percent), len(values), details, tuple(values))


def join(
    specifications: Sequence[Specification], measurements: Sequence[Measurement], problem: str = ""
) -> list[Figure]:
    """Figures in the order of `specifications`; the `problem` belongs to those without a measurement.

    Raises ValueError for a measurement that nobody announced.
    """
    made = {measurement.name: measurement for measurement in measurements}
    if unknown := made.keys() - {specification.name for specification in specifications}:
        raise ValueError(f"not announced: {', '.join(sorted(unknown))}")
    return [
        Figure(specification, made[specification.name])
        if specification.name in made
        else Figure(specification, problem=problem or "no value came out")
        for specification in specifications
    ]


def ratios(figures: Sequence[Figure]) -> dict[str, float | None]:
    """Those among the figures, by name; None for one that could not be measured."""
    return {
        figure.specification.name: None if figure.measurement is None else round(figure.measurement.value, 4)
        for figure in figures
        if figure.specification.unit == RATIO
    }


def raw(figures: Sequence[Figure]) -> Iterator[tuple[str, int, float]]:
    """Each observation behind the figures: the figure's name, the observation's place, the value."""
    for figure in figures:
        if figure.measurement is not None:
            for place, value in enumerate(figure.measurement.observed, 1):
                yield figure.specification.name, place, round(value, 4)


def table(figures: Sequence[Figure]) -> str:
    """Figure, value, number of observations, goal, met, how; problems in full below."""
    head = ("figure", "value", "n", "goal", "met", "how measured")
    rows = [head, *(_row(figure) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    aligned = (
        "  ".join(
            text.rjust(width) if column in (1, 2, 3) else text.ljust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    lines = list(aligned)
    lines.insert(1, "  ".join("-" * width for width in widths))
    problems = [f"{figure.specification.name}: {figure.problem}" for figure in figures if figure.problem]
    if problems:
        lines += ["", "Not measured:", *problems]
    return "\n".join(lines)


def _row(figure: Figure) -> tuple[str, str, str, str, str, str]:
    specification, measurement = figure.specification, figure.measurement
    value = "none" if measurement is None else f"{_short(measurement.value)} {specification.unit}".strip()
    return (
        specification.name,
        value,
        "-" if measurement is None else str(measurement.count),
        str(specification.goal) if specification.goal else "-",
        {True: "yes", False: "no", None: "-"}[figure.met],
        specification.how,
    )


def _short(value: float) -> str:
    """Three digits that mean something, no exponent."""
    size = abs(value)
    if value == round(value):
        return f"{value:.0f}"
    return f"{value:.0f}" if size >= 100 else f"{value:.1f}" if size >= 10 else f"{value:.3g}"
