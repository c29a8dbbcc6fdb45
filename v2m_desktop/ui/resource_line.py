"""The line that says what the machine is doing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale

from v2m_desktop.core.session import ResourceFigures
from v2m_desktop.ui.wording import translate

NEARLY_FULL = 0.9
GIBIBYTE = 1024**3
SEPARATOR = " · "


@dataclass(frozen=True, slots=True)
class ResourceLine:
    """`nearly_full` asks for amber: at least 90 % of the video memory (RAM without a GPU) is used."""

    text: str
    nearly_full: bool


def resource_line(figures: ResourceFigures | None) -> ResourceLine | None:
    """None where there is nothing to say. Memory counts 1,024-based gigabytes, as drivers and systems do."""
    if figures is None:
        return None
    if figures.vram_used is None or not figures.vram_total:
        ram = _memory(figures.ram_used, figures.ram_total)
        cpu = translate("Resources", "CPU {percent} %").format(percent=round(figures.cpu_percent))
        text = SEPARATOR.join([cpu, translate("Resources", "RAM {memory}").format(memory=ram)])
        return ResourceLine(text, _nearly_full(figures.ram_used, figures.ram_total))
    video = _memory(figures.vram_used, figures.vram_total)
    parts = [translate("Resources", "VRAM {memory}").format(memory=video)]
    if figures.gpu_percent is not None:
        parts.append(translate("Resources", "GPU {percent} %").format(percent=figures.gpu_percent))
    if figures.gpu_celsius is not None:
        parts.append(f"{figures.gpu_celsius} °C")
    return ResourceLine(SEPARATOR.join(parts), _nearly_full(figures.vram_used, figures.vram_total))


def _memory(used: int, total: int) -> str:
    locale = QLocale()
    numbers = [locale.toString(value / GIBIBYTE, "f", 1) for value in (used, total)]
    return "/".join(numbers) + " GB"


def _nearly_full(used: int, total: int) -> bool:
    return total > 0 and used >= NEARLY_FULL * total
