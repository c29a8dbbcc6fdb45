"""What a dictation session looks like from outside: states and the view that the UI draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from v2m_desktop.core.sensitive import SensitiveText

SessionId = NewType("SessionId", int)
"""Counts takes from 1 within one run of the app. Stale ids are ignored everywhere."""


class CaptureState(StrEnum):
    """The one capture slot."""

    IDLE = "idle"
    ARMING = "arming"
    LISTENING = "listening"
    FINISHING = "finishing"


class TakeStage(StrEnum):
    """How far a take is."""

    RECORDING = "recording"
    RECOGNIZING = "recognizing"
    REWRITING = "rewriting"
    DELIVERING = "delivering"
    DELIVERED = "delivered"
    EMPTY = "empty"
    PARKED = "parked"
    FAILED = "failed"
    CANCELLED = "cancelled"


class AppState(StrEnum):
    """One word for tray and status."""

    IDLE = "idle"
    ARMING = "arming"
    LISTENING = "listening"
    WORKING = "working"
    PROBLEM = "problem"


class ModelState(StrEnum):
    UNLOADED = "unloaded"
    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Transcript:
    """Words of a take: `committed` will not change, `tentative` may."""

    committed: SensitiveText = field(default_factory=SensitiveText)
    tentative: SensitiveText = field(default_factory=SensitiveText)


@dataclass(frozen=True, slots=True)
class ResourceFigures:
    """Load of the machine. GPU figures are None where there is no NVIDIA driver; memory in bytes."""

    cpu_percent: float
    ram_used: int
    ram_total: int
    gpu_percent: int | None = None
    vram_used: int | None = None
    vram_total: int | None = None
    gpu_celsius: int | None = None
    process_cpu_percent: float | None = None
    """Of one processor, by this process alone."""
    process_ram: int | None = None
