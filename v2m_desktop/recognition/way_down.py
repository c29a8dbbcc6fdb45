"""Where the next process begins after rungs that ended one, and the memory of them for later starts.

A rung that fails in an orderly way is left by the process itself, and tried again at each start: who installs
a missing library wants to see it used. One that ends or hangs the process costs it each time, so that it is
skipped until the driver or the user's wish changes.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.recognition import LoadedModel, ModelChoice
from v2m_desktop.recognition.device_choice import AUTO, CPU, CUDA, PREFERRED, Rung

log = logging.getLogger(__name__)

BEST, SMALLER = (Rung(CUDA, compute_type) for compute_type in PREFERRED[CUDA][:2])

Lost = frozenset[Rung]
"""Rungs that ended a process."""


def begin_below(choice: ModelChoice, lost: Lost) -> ModelChoice:
    """What to ask of a new process: float16, then int8_float16, then the processor, as a ladder goes."""
    if not lost:
        return choice
    if lost == {BEST}:
        return replace(choice, device=CUDA, compute_type=SMALLER.compute_type)
    return replace(choice, device=CPU)


def rung_of(model: LoadedModel) -> Rung:
    return Rung(model.device, model.compute_type)


class WayDown:
    """The rungs that were lost with each model. Used by one thread.

    `load` gives the text that `save` was given last, "" at first; both may raise StorageError. `driver` is
    the version of the graphics driver, None without one.
    """

    def __init__(
        self,
        load: Callable[[], str] = str,
        save: Callable[[str], None] = lambda _text: None,
        driver: Callable[[], str | None] = lambda: None,
    ) -> None:
        self._load = load
        self._save = save
        self.driver = driver

    def first_rung(self, choice: ModelChoice) -> Rung:
        """The rung that a process begins with, as far as can be told from outside."""
        if choice.device == CPU or (choice.device == AUTO and self.driver() is None):
            return Rung(CPU, choice.compute_type)
        return BEST if choice.compute_type == AUTO else Rung(CUDA, choice.compute_type)

    def lost(self, choice: ModelChoice) -> Lost:
        """What earlier starts lost; nothing if the driver or the wish changed since."""
        entries = self._read()
        entry = entries.get(str(choice.folder))
        if entry is None:
            return frozenset()
        if {**entry, "lost": None} == self._entry(choice, None):
            return frozenset(Rung(*rung.split("/")) for rung in entry["lost"])
        del entries[str(choice.folder)]
        self._write(entries)
        return frozenset()

    def remember(self, choice: ModelChoice, lost: Lost) -> None:
        """Another rung works: later starts begin there."""
        entries = self._read()
        entries[str(choice.folder)] = self._entry(choice, sorted(map(str, lost)))
        self._write(entries)

    def _entry(self, choice: ModelChoice, lost: list[str] | None) -> dict[str, Any]:
        wish = {"device": choice.device, "compute_type": choice.compute_type}
        return {"driver": self.driver(), **wish, "lost": lost}

    def _read(self) -> dict[str, Any]:
        """A file that cannot be read costs what it held."""
        try:
            entries = json.loads(self._load() or "{}")
            return {folder: entry for folder, entry in entries.items() if _is_entry(entry)}
        except (StorageError, ValueError, TypeError, AttributeError) as error:
            log.info("the rungs that were lost before cannot be read: %s", type(error).__name__)
            return {}

    def _write(self, entries: dict[str, Any]) -> None:
        try:
            self._save(json.dumps(entries, indent=1))
        except StorageError as error:
            log.warning("a lost rung cannot be remembered: %s", error.message)


def _is_entry(entry: Any) -> bool:
    lost = entry.get("lost") if isinstance(entry, dict) else None
    return (
        isinstance(lost, list)
        and bool(lost)
        and all(isinstance(rung, str) and rung.count("/") == 1 for rung in lost)
    )
