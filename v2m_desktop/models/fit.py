"""Which model suits this computer, and how well each of them does.

All thresholds stand here. Where memory was measured, the catalog has it; the rest is estimated, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.session import ResourceFigures
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.models.catalog import DOWNLOADABLE, DownloadableModel, downloadable
from v2m_desktop.models.speed import expected_seconds

MEGABYTE = 1_000_000
GIGABYTE = 1_000_000_000

MOST_OF_RAM = 0.5
"""A model may take half of the memory; beyond that, other programs would be pushed out to the disk."""
SPARE_RAM = 0.1
"""Stays free: a computer that is 90 % full counts as short of memory, and models are unloaded."""
DESKTOP_VRAM = 1_200 * MEGABYTE
"""Video memory that screens and other programs take beside the model."""

RAM_BASE_MB, RAM_SHARE = 180, 0.7
"""Estimated resident memory with int8 on the CPU: a line through seven measured models, at most 1 % below and
18 % above each of them."""
VRAM_BASE_MB, VRAM_SHARE = 100, 1.1
"""Estimated video memory with int8_float16. float16 was reported as 2.5 GB for large-v3-turbo, 2.4 GB for
distil-large-v3 and 4.5 GB for large-v3 (faster-whisper issue 1030), which is 0.1 GB and 1.55 times the
download; int8 halves the weights, and was reported as 1.7 GB for large-v3-turbo."""

SEVERAL_CORES = 4
ENOUGH_RAM = 7 * GIGABYTE
"""What 8 GB leave when firmware and graphics have taken their part."""
QUICK_MB, QUICK_MB_FEW_CORES = 600, 200
"""Up to this download a model answers within about a second without a graphics card. Measured on two cores,
5 s of speech: base 0.6 s, small 1.8 s, medium 4.7 s, large-v3-turbo 7.3 s."""
BEARABLE_SECONDS = 1.5
"""Where speed was measured: who waits longer for a sentence is told so."""
WANTED_SECONDS, WANTED_SECONDS_ON_CARD = 0.6, 0.3
"""The most accurate model that answers a sentence of 5 s within this is the recommended one."""

TURBO_VRAM = 3_800 * MEGABYTE
"""Cards that are sold with 4 GB. int8_float16 runs on them; from 6 GB on float16 does, too."""


@dataclass(frozen=True, slots=True)
class MachineSize:
    """Memory in bytes; `vram` is None without an NVIDIA card. `cores` are real ones, not threads."""

    ram: int
    ram_free: int
    cores: int
    vram: int | None = None

    @classmethod
    def of(cls, figures: ResourceFigures, cores: int) -> MachineSize:
        """From what the machine says of itself now."""
        return cls(figures.ram_total, figures.ram_total - figures.ram_used, cores, figures.vram_total)


class Suitability(Enum):
    FITS = "fits"
    SLOW = "slow"
    """There is room, but seconds pass before the words appear."""
    TIGHT = "tight"
    """There would be room if other programs gave some back."""
    TOO_LARGE = "too large"


@dataclass(frozen=True, slots=True)
class Fit:
    """`memory` is what the model takes while it works, in bytes of video memory if `on_card`.

    `seconds` pass from the end of a sentence of 5 s to its words; None where speed was not measured.
    """

    suitability: Suitability
    memory: int
    estimated: bool
    on_card: bool
    seconds: float | None = None


def memory_of(model: DownloadableModel) -> tuple[int, bool]:
    """Bytes of memory on the CPU, and whether that is only an estimate."""
    if model.memory_mb is not None:
        return model.memory_mb * MEGABYTE, False
    return round(RAM_BASE_MB + RAM_SHARE * model.download_mb) * MEGABYTE, True


def video_memory_of(model: DownloadableModel) -> int:
    """Bytes of video memory, estimated."""
    return round(VRAM_BASE_MB + VRAM_SHARE * model.download_mb) * MEGABYTE


def fits(model: DownloadableModel, machine: MachineSize, speed: MeasuredSpeed | None = None) -> Fit:
    """How well `model` would do here: on the card if it has room there, else on the processor."""
    memory, estimated = memory_of(model)
    # CTranslate2 reads the whole file, in float16, before it makes int8 of it or sends it to the card.
    loading = max(memory, model.download_mb * MEGABYTE)
    on_card = _runs_on_card(model, machine, speed)
    if on_card:
        memory, estimated = video_memory_of(model), True
    seconds = None
    if speed is not None:
        seconds = expected_seconds(model.shape, speed.card if on_card else speed.processor)
    quick = _is_quick(model, machine, seconds, on_card=on_card)
    return Fit(_suitability(machine, loading, quick=quick), memory, estimated, on_card, seconds)


def _runs_on_card(model: DownloadableModel, machine: MachineSize, speed: MeasuredSpeed | None) -> bool:
    """Whether it has room there, and the card could run anything when speed was measured."""
    if machine.vram is None or (speed is not None and not speed.card):
        return False
    return video_memory_of(model) + DESKTOP_VRAM <= machine.vram


def _is_quick(
    model: DownloadableModel, machine: MachineSize, seconds: float | None, *, on_card: bool
) -> bool:
    if seconds is not None:
        return seconds <= BEARABLE_SECONDS
    quick = QUICK_MB if machine.cores >= SEVERAL_CORES else QUICK_MB_FEW_CORES
    return on_card or model.download_mb <= quick


def _suitability(machine: MachineSize, loading: int, *, quick: bool) -> Suitability:
    if loading > MOST_OF_RAM * machine.ram:
        return Suitability.TOO_LARGE
    if loading + SPARE_RAM * machine.ram > machine.ram_free:
        return Suitability.TIGHT
    return Suitability.FITS if quick else Suitability.SLOW


def recommend(machine: MachineSize, speed: MeasuredSpeed | None = None) -> DownloadableModel:
    """The most accurate model that is quick here.

    It knows all languages; what is free just now is no matter.
    """
    wanted = _by_size(machine) if speed is None else _by_speed(machine, speed)
    for model in map(downloadable, wanted):
        if model.download_mb * MEGABYTE <= MOST_OF_RAM * machine.ram:
            return model
    return DOWNLOADABLE[0]


def _by_speed(machine: MachineSize, speed: MeasuredSpeed) -> list[str]:
    """What answers soon enough, most accurate first. large-v3 is left out: turbo is as good and far quicker.

    Where nothing does, base: tiny makes so many mistakes that only who waits far too long is better off.
    """
    wanted = []
    for name in ("large-v3-turbo", "medium", "small", "base", "tiny"):
        fit = fits(downloadable(name), machine, speed)
        assert fit.seconds is not None
        if name == "base":
            enough = BEARABLE_SECONDS
        else:
            enough = WANTED_SECONDS_ON_CARD if fit.on_card else WANTED_SECONDS
        if fit.seconds <= enough or name == "tiny":
            wanted.append(name)
    return wanted


def _by_size(machine: MachineSize) -> list[str]:
    """Where speed was not measured. large-v3-turbo on a card from 4 GB on; else small with four cores and
    8 GB; else base; tiny where even that is too much."""
    wanted = ["base", "tiny"]
    if machine.cores >= SEVERAL_CORES and machine.ram >= ENOUGH_RAM:
        wanted.insert(0, "small")
    if machine.vram is not None and machine.vram >= TURBO_VRAM:
        wanted.insert(0, "large-v3-turbo")
    return wanted
