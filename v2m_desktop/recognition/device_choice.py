"""Decides where a model runs: a ladder of attempts, best first, that always ends on the CPU."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from v2m_desktop.core.errors import ModelNotice

CPU = "cpu"
CUDA = "cuda"
AUTO = "auto"

PREFERRED = {
    CUDA: ("float16", "int8_float16", "int8", "float32"),
    CPU: ("int8", "int8_float32", "float32"),
}
"""On a CPU int8 takes 1/2.4 of the memory of float32 and encodes 2.5 times as fast; float16 it cannot do."""

MOST_THREADS = 6
"""Beyond this a decoder waits for memory, not for processors."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One attempt: device and number format of the weights."""

    device: str
    compute_type: str

    def __str__(self) -> str:
        return f"{self.device}/{self.compute_type}"


class EngineFacts(Protocol):
    """What the engine says about this machine."""

    def cuda_devices(self) -> int:
        """Number of usable NVIDIA GPUs; 0 where the driver is missing or broken."""
        ...

    def compute_types(self, device: str) -> frozenset[str]:
        """Number formats the device can compute with; empty where it cannot be asked."""
        ...


class Trouble(Enum):
    """Why a rung was left."""

    MEMORY = auto()
    LIBRARY = auto()
    OTHER = auto()


def ladder(device: str, compute_type: str, facts: EngineFacts) -> tuple[Rung, ...]:
    """Attempts in order. Never empty: the last rung is one that every CPU can do."""
    devices = (CUDA, CPU) if device != CPU and facts.cuda_devices() > 0 else (CPU,)
    rungs = []
    for candidate in devices:
        can = facts.compute_types(candidate)
        order = (compute_type, *PREFERRED[candidate])
        usable = [name for name in dict.fromkeys(order) if name in can]
        # One format to save memory when the first fails is enough: after that the GPU is the problem.
        rungs += [Rung(candidate, name) for name in usable[: 2 if candidate == CUDA else 1]]
    if not rungs or rungs[-1].device != CPU:
        rungs.append(Rung(CPU, "default"))
    return tuple(rungs)


def explain(device: str, compute_type: str, used: Rung, trouble: Trouble | None) -> ModelNotice | None:
    """One sentence for the user where `used` is not what was asked for.

    `trouble` is that of the rung before it, if one was tried and did not work.
    """
    if used.device == CPU and trouble is not None:
        return _given_up(trouble)
    if device == CUDA and used.device == CPU:
        return ModelNotice("No usable NVIDIA graphics card was found, so the model runs on the processor.")
    if trouble is not None:
        return ModelNotice(
            "The graphics card could not run the model as asked, so it runs as {compute_type}.",
            compute_type=used.compute_type,
        )
    if compute_type in (AUTO, used.compute_type):
        return None
    if used.device == CUDA:
        return ModelNotice(
            "This graphics card cannot compute {asked}, so {compute_type} is used.",
            asked=compute_type,
            compute_type=used.compute_type,
        )
    return ModelNotice(
        "This processor cannot compute {asked}, so {compute_type} is used.",
        asked=compute_type,
        compute_type=used.compute_type,
    )


def _given_up(trouble: Trouble) -> ModelNotice:
    """Why the processor does what the graphics card was to do."""
    match trouble:
        case Trouble.MEMORY:
            return ModelNotice(
                "The graphics card has too little free memory for the model, so it runs on the processor."
            )
        case Trouble.LIBRARY:
            return ModelNotice(
                "The model runs on the processor, because a library of CUDA is missing: "
                "install cuBLAS and cuDNN for CUDA 12 to use the graphics card."
            )
        case Trouble.OTHER:
            return ModelNotice("The graphics card could not run the model, so it runs on the processor.")


def choose_threads(asked: int, cores: int) -> int:
    """Threads for the engine: `asked`, or (for 0) the physical `cores` less one for audio and windows."""
    if asked > 0:
        return asked
    return max(1, min(MOST_THREADS, cores if cores <= 2 else cores - 1))
