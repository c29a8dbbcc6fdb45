"""Whether a model fits into this computer, told before the computer begins to swap."""

from __future__ import annotations

from v2m_desktop.core.errors import ModelError, ModelNotice
from v2m_desktop.core.machine import MachineRam
from v2m_desktop.core.recognition import ModelChoice
from v2m_desktop.recognition.device_choice import CUDA, Rung

MODEL_FILE = "model.bin"

VIDEO_BASE = 100_000_000
VIDEO_SHARES = {"float16": 1.55, "bfloat16": 1.55, "float32": 3.1}
VIDEO_SHARE = 1.1
"""Video memory of a model: the base and this part of its file, which holds float16; the last is for integers.
Figures that people reported, see models/fit."""

SPARE_VIDEO = 300_000_000
"""Stays free: a beam needs some of it, and with less than that models are soon unloaded again."""


def refuse_hopeless(choice: ModelChoice, ram: MachineRam) -> None:
    """Raises ModelError for a model that is larger than all memory there is."""
    if _size(choice) > ram.total:
        raise ModelError(
            "The model {model} is larger than the memory of this computer: choose a smaller one.",
            model=choice.name,
        )


def notice_tight(choice: ModelChoice, ram: MachineRam) -> ModelNotice | None:
    """The sentence for a model that this computer can hold only by swapping.

    On a processor a model takes about as much memory as its file, measured with int8 from small upward.
    """
    if _size(choice) <= ram.available:
        return None
    return ModelNotice(
        "The model {model} is large for the free memory of this computer, which may become slow: "
        "close other programs, or choose a smaller model.",
        model=choice.name,
    )


def rungs_with_room(rungs: tuple[Rung, ...], choice: ModelChoice) -> tuple[Rung, ...]:
    """Those for which the graphics card had free memory, as far as that is known; the processor's stay."""
    free = choice.video_memory
    if free is None:
        return rungs
    return tuple(rung for rung in rungs if rung.device != CUDA or _video_need(choice, rung) <= free)


def _video_need(choice: ModelChoice, rung: Rung) -> int:
    share = VIDEO_SHARES.get(rung.compute_type, VIDEO_SHARE)
    return VIDEO_BASE + round(share * _size(choice)) + SPARE_VIDEO


def _size(choice: ModelChoice) -> int:
    return (choice.folder / MODEL_FILE).stat().st_size
