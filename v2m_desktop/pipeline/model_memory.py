"""Decides when the recognition model gives its memory back. Pure: it is told the time and the figures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import KeepLoaded, Recognition

RAM_BEGINS_PERCENT = 90.0
RAM_ENDS_PERCENT = 85.0
"""Memory in use, as psutil counts it. Between the two, what was decided last holds."""

VRAM_FREE_SHARE = 0.05
VRAM_FREE_BYTES = 512 * 1024**2
"""Free video memory below the smaller of the two is too little: about what a desktop asks for when one more
window opens. It is less than 10 % as for RAM, because the model itself fills most of a small card, and that
hurts nobody until others want it."""

VRAM_ENDS_FACTOR = 2
"""Pressure on a graphics card ends when this many times as much is free."""


class UnloadReason(StrEnum):
    """Why the model gives its memory back."""

    IDLE = "idle"
    AT_ONCE = "at-once"
    RAM = "ram"
    VRAM = "vram"


@dataclass(frozen=True, slots=True)
class MemoryFigures:
    """Memory of the machine, video memory in bytes: None without an NVIDIA card, or where nobody asked."""

    ram_percent: float
    vram_free: int | None = None
    vram_total: int | None = None


class MemoryProbe(Protocol):
    """Reads the figures without ever raising. Belongs to one thread; the first read may take a second."""

    def read(self, *, video: bool) -> MemoryFigures:
        """With `video` also those of the graphics card, which asking keeps awake."""
        ...

    def close(self) -> None:
        """Let the driver go. A later read looks for it again."""
        ...


@dataclass(frozen=True, slots=True)
class MemoryRules:
    """What the user wants."""

    keep_loaded: KeepLoaded = KeepLoaded.IDLE
    idle_seconds: float = 300.0
    under_pressure: bool = True

    @classmethod
    def of(cls, settings: Recognition) -> MemoryRules:
        return cls(settings.keep_loaded, settings.idle_minutes * 60.0, settings.unload_under_pressure)


@dataclass(frozen=True, slots=True)
class Look:
    """What is to be seen at a moment. `in_use`: a job runs or waits, or a take is under way.

    `figures` are None where they were not read this time.
    """

    at: float
    state: ModelState
    in_use: bool
    on_cuda: bool = False
    figures: MemoryFigures | None = None


class ModelMemory:
    """Give it a look at every change and every reading. It never takes the model from somebody."""

    def __init__(self, rules: MemoryRules) -> None:
        self.rules = rules
        self._unused_since: float | None = None
        self._ram_pressure = False
        self._vram_pressure = False
        self._felt = False

    @property
    def idle_at(self) -> float | None:
        """When the model will have been idle for long enough; None while that is not what counts."""
        if self._unused_since is None or self.rules.keep_loaded is not KeepLoaded.IDLE:
            return None
        return self._unused_since + self.rules.idle_seconds

    def decide(self, look: Look) -> UnloadReason | None:
        """Why the model is to be unloaded now, None to leave it."""
        if look.state is not ModelState.READY:
            self._felt = False  # what was felt when the model was last here is old by the time it is back
        elif look.figures is not None:
            self._felt = True
            self._feel(look.figures, look.on_cuda)
        if look.state is not ModelState.READY or look.in_use:
            self._unused_since = None
            return None
        if self._unused_since is None:
            self._unused_since = look.at
        pressure = self._pressure(look.on_cuda)
        if pressure is not None:
            return pressure
        if self.rules.keep_loaded is KeepLoaded.AT_ONCE:
            return UnloadReason.AT_ONCE
        return UnloadReason.IDLE if self.idle_at is not None and look.at >= self.idle_at else None

    def _pressure(self, on_cuda: bool) -> UnloadReason | None:
        if not (self.rules.under_pressure and self._felt):
            return None
        if self._ram_pressure:
            return UnloadReason.RAM
        return UnloadReason.VRAM if self._vram_pressure and on_cuda else None

    def _feel(self, figures: MemoryFigures, on_cuda: bool) -> None:
        """Pressure begins at one bound and ends at another, so that it does not come and go by the second."""
        if self._ram_pressure:
            self._ram_pressure = figures.ram_percent >= RAM_ENDS_PERCENT
        else:
            self._ram_pressure = figures.ram_percent > RAM_BEGINS_PERCENT
        if not on_cuda or figures.vram_free is None or figures.vram_total is None:
            self._vram_pressure = False
            return
        least = min(VRAM_FREE_SHARE * figures.vram_total, VRAM_FREE_BYTES)
        if self._vram_pressure:
            self._vram_pressure = figures.vram_free <= VRAM_ENDS_FACTOR * least
        else:
            self._vram_pressure = figures.vram_free < least
