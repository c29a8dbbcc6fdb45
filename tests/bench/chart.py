"""A bar chart as SVG that reads well on light and dark pages, and aloud. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, MARGIN = 760, 20
LABELS_END, BARS_END = 300, 660
BAR, STEP, GROUP_HEAD, HEAD = 18, 28, 40, 50

STYLE = """
text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: #1f2328 }
.title { font-size: 17px; font-weight: 600 } .group { font-weight: 600 } .label { text-anchor: end }
.plain { fill: #8c959f } .ours { fill: #0969da } .whisker { stroke: #1f2328; stroke-width: 1.5 }
.axis { stroke: #8c959f }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 } .plain { fill: #7d8590 } .ours { fill: #4493f8 } .whisker { stroke: #e6edf3 }
}
""".strip()


@dataclass(frozen=True, slots=True)
class Bar:
    """A value in milliseconds, and between which two its median lies with 95 % certainty."""

    label: str
    value: float
    interval: tuple[float, float]
    ours: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Bars that are compared with each other; each group has a scale of its own."""

    name: str
    bars: Sequence[Bar]


def svg(title: str, description: str, groups: Sequence[Group]) -> str:
    """The picture. Raises ValueError for nothing to draw, or no lengths at all."""
    if not groups or any(not group.bars for group in groups):
        raise ValueError("there is nothing to draw")
    if any(not bar.value > 0 for group in groups for bar in group.bars):
        raise ValueError("a wait that is not above zero cannot be drawn")
    height = HEAD + sum(GROUP_HEAD + STEP * len(group.bars) for group in groups) + MARGIN
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" '
        f'height="{height}" role="img" aria-labelledby="title description">',
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="description">{escape(description)}</desc>',
        f"<style>{STYLE}</style>",
        f'<text class="title" x="{MARGIN}" y="30">{escape(title)}</text>',
    ]
    top = HEAD
    for group in groups:
        lines += _group(group, top)
        top += GROUP_HEAD + STEP * len(group.bars)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _group(group: Group, top: int) -> Iterator[str]:
    longest = max(max(bar.value, bar.interval[1]) for bar in group.bars)
    first = top + GROUP_HEAD - 10
    yield f'<text class="group" x="{MARGIN}" y="{top + 20}">{escape(group.name)}</text>'
    for place, bar in enumerate(group.bars):
        yield from _bar(bar, first + STEP * place, (BARS_END - LABELS_END) / longest)
    end = first + STEP * len(group.bars) - (STEP - BAR)
    yield f'<line class="axis" x1="{LABELS_END}" y1="{first - 4}" x2="{LABELS_END}" y2="{end + 4}"/>'


def _bar(bar: Bar, top: float, scale: float) -> Iterator[str]:
    kind, middle, base = "ours" if bar.ours else "plain", top + BAR / 2, top + BAR - 4
    low, high = (LABELS_END + scale * each for each in bar.interval)
    end = max(LABELS_END + scale * bar.value, high)
    yield f'<text class="label" x="{LABELS_END - 10}" y="{base}">{escape(bar.label)}</text>'
    size = f'width="{scale * bar.value:.1f}" height="{BAR}" rx="2"'
    yield f'<rect class="{kind}" x="{LABELS_END}" y="{top}" {size}/>'
    yield f'<line class="whisker" x1="{low:.1f}" y1="{middle}" x2="{high:.1f}" y2="{middle}"/>'
    yield f'<text x="{end + 8:.1f}" y="{base}">{bar.value:.0f} ms</text>'
