"""The journal of a take: what is known about its recording, in a small JSON file beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from v2m_desktop.core.audio import SAMPLE_RATE
from v2m_desktop.storage.atomic_file import write_atomically

JOURNAL = "journal.json"
SCHEMA = 1


class TakeState(StrEnum):
    """How far a take is on disk. It may go away once it is delivered or discarded."""

    RECORDING = "recording"
    RECORDED = "recorded"
    RECOGNIZED = "recognized"
    DELIVERED = "delivered"
    FAILED = "failed"
    EMPTY = "empty"
    """No words were understood. Kept for a day, in case there were some."""
    DISCARDED = "discarded"

    @property
    def settled(self) -> bool:
        """Nobody needs the recording any more."""
        return self in (TakeState.DELIVERED, TakeState.DISCARDED)


@dataclass(frozen=True, slots=True)
class Journal:
    """`started` is UTC in ISO 8601, "" if unknown. `reason` is a message of ours, never dictated words.

    `details` says how to recognize the take again: model, language, device, application.
    """

    state: TakeState = TakeState.RECORDING
    attempts: int = 0
    started: str = ""
    reason: str = ""
    details: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


def write_journal(folder: Path, journal: Journal, *, durable: bool = False) -> None:
    """Replace the journal in `folder`. Raises StorageError or DiskFullError; the old one is whole then."""
    content = {
        "schema": SCHEMA,
        "rate": SAMPLE_RATE,
        "format": "s16le",
        "state": journal.state,
        "attempts": journal.attempts,
        "started": journal.started,
        "reason": journal.reason,
        "details": dict(journal.details),
    }
    write_atomically(folder / JOURNAL, json.dumps(content, indent=1), durable=durable)


def read_journal(folder: Path) -> Journal:
    """The journal in `folder`. What is missing or damaged is left at its default; never raises."""
    try:
        found = json.loads((folder / JOURNAL).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Journal()
    if not isinstance(found, dict):
        return Journal()
    attempts, details = found.get("attempts"), found.get("details")
    return Journal(
        state=_state(found.get("state")),
        attempts=max(0, attempts) if type(attempts) is int else 0,
        started=_text(found.get("started")),
        reason=_text(found.get("reason")),
        details=MappingProxyType(
            {_text(key): _text(value) for key, value in details.items()} if isinstance(details, dict) else {}
        ),
    )


def start_of(journal: Journal) -> datetime | None:
    """When the take began, with its time zone; None if the journal does not say."""
    try:
        return datetime.fromisoformat(journal.started).astimezone()
    except (ValueError, OverflowError, OSError):
        return None


def _state(value: object) -> TakeState:
    """An unknown state is taken for an unfinished recording, so that nothing is thrown away by mistake."""
    try:
        return TakeState(value)  # type: ignore[arg-type]
    except ValueError:
        return TakeState.RECORDING


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
