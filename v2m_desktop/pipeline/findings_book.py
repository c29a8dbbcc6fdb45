"""Keeps what self-checks found, in a small file: one entry for each model, counts and dates only."""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from v2m_desktop.core.errors import StorageError
from v2m_desktop.pipeline.self_check import RULE, Findings, Verdict
from v2m_desktop.storage.atomic_file import storage_errors, write_atomically
from v2m_desktop.storage.set_aside import set_aside

log = logging.getLogger(__name__)

FILE = "short-context.json"
"""In the data folder."""

MOST_MODELS = 50


class FindingsBook:
    """The only owner of its file. What cannot be written holds until the app ends."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._findings = self._read()
        self._changed = False

    @property
    def changed(self) -> bool:
        """Whether there is something to save."""
        return self._changed

    def of(self, model: str) -> Findings:
        return self._findings.get(model, Findings())

    def note(self, model: str, findings: Findings) -> None:
        """Goes to disk with the next `save`."""
        if self.of(model) == findings:
            return
        self._findings.pop(model, None)
        self._findings[model] = findings
        for oldest in list(self._findings)[:-MOST_MODELS]:
            del self._findings[oldest]
        self._changed = True

    def forget(self, model: str) -> None:
        self._changed = self._findings.pop(model, None) is not None or self._changed

    def save(self) -> None:
        """Write what is new. If it is lost in a power cut, only counts are."""
        if not self._changed:
            return
        models = {model: asdict(findings) for model, findings in self._findings.items()}
        try:
            write_atomically(
                self._file, json.dumps({"rule": RULE, "models": models}, indent=1), durable=False
            )
            self._changed = False
        except StorageError as error:
            log.warning("what a self-check found cannot be kept: %s", error.message)

    def _read(self) -> dict[str, Findings]:
        try:
            with storage_errors(self._file):
                content = json.loads(self._file.read_bytes()) if self._file.exists() else {}
            if content and content["rule"] != RULE:
                log.info("another rule was in force: self-checks begin anew")
                return {}
            return {model: _findings(entry) for model, entry in content.get("models", {}).items()}
        except StorageError as error:
            log.warning("what self-checks found cannot be read: %s", error.message)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            self._set_aside(type(error).__name__)
        return {}

    def _set_aside(self, reason: str) -> None:
        try:
            aside = set_aside(self._file)
            log.warning("what self-checks found cannot be understood (%s), and is now %s", reason, aside.name)
        except StorageError as error:
            log.warning("what self-checks found cannot be put aside: %s", error.message)


def _findings(entry: dict[str, Any]) -> Findings:
    """Raises KeyError, TypeError or ValueError for what nobody here wrote."""
    counts = {field.name: entry[field.name] for field in fields(Findings) if field.type == "int"}
    retries, since = entry["retries"], entry["since"]
    numbers = [*counts.values(), *retries]
    if not isinstance(since, str) or not all(type(number) is int and number >= 0 for number in numbers):
        raise ValueError("no counts")
    return Findings(verdict=Verdict(entry["verdict"]), retries=tuple(retries), since=since, **counts)
