"""Makes what the model window shows out of what is known. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from v2m_desktop.app.model_downloads import Job, Kind
from v2m_desktop.core.speed import MeasuredSpeed
from v2m_desktop.models.catalog import DOWNLOADABLE, EMBEDDED, DownloadableModel
from v2m_desktop.models.fit import Fit, MachineSize, fits, recommend
from v2m_desktop.models.registry import InstalledModel
from v2m_desktop.ui.models.view import ModelRow, ModelsView, RowState

MEGABYTE = 1_000_000
SHIPPED = frozenset(entry.name for entry in EMBEDDED)


@dataclass(frozen=True, slots=True)
class ModelFacts:
    """What the disk and the machine said last. Sizes are bytes; `kept` has only what is there in part."""

    installed: tuple[InstalledModel, ...] = ()
    sizes: Mapping[str, int] = field(default_factory=dict)
    kept: Mapping[str, int] = field(default_factory=dict)
    machine: MachineSize | None = None

    @property
    def only_demo(self) -> bool:
        """Whether there is nothing here that understands people."""
        return bool(self.installed) and all(model.name in SHIPPED for model in self.installed)


@dataclass(frozen=True, slots=True)
class Situation:
    """What changes while the window is open. `errors` are sentences by name; `current` is in use.

    `speed` is None until it is known; `measuring` tells that it will be in a few seconds.
    """

    current: str = ""
    jobs: Mapping[str, Job] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    first_start: bool = False
    notice: str = ""
    speed: MeasuredSpeed | None = None
    measuring: bool = False


def models_view(facts: ModelFacts, now: Situation) -> ModelsView:
    """People's own models first and the demo after them; what is to download with the recommended one first.

    Who has the demo model only, sees what to download before it. Nothing is recommended that a measurement
    under way may put right a moment later.
    """
    present = {model.name for model in facts.installed}
    best = ""
    if facts.machine is not None and (now.speed is not None or not now.measuring):
        best = recommend(facts.machine, now.speed).name
    here = [_installed_row(model, facts, now) for model in facts.installed]
    here.sort(key=lambda row: row.name in SHIPPED)
    coming = [_import_row(folder, job) for folder, job in now.jobs.items() if job.kind is Kind.IMPORT]
    offered = [
        _offered_row(model, facts, now, recommended=model.name == best)
        for model in DOWNLOADABLE
        if model.name not in present
    ]
    offered.sort(key=lambda row: not row.recommended)
    first, last = (offered, [*coming, *here]) if facts.only_demo else ([*coming, *here], offered)
    return ModelsView(
        (*first, *last),
        only_demo=facts.only_demo,
        first_start=now.first_start and facts.only_demo,
        notice=now.notice,
        measuring=now.measuring,
    )


def _installed_row(model: InstalledModel, facts: ModelFacts, now: Situation) -> ModelRow:
    job, manifest = now.jobs.get(model.name), model.manifest
    known = _in_catalog(model.name) if manifest is not None else None
    state = RowState.IN_USE if model.name == now.current else RowState.INSTALLED
    if job is not None:
        state = _state_of(job)
    return ModelRow(
        name=model.name,
        title=model.name,
        state=state,
        here=True,
        size=facts.sizes.get(model.name, 0),
        languages=manifest.languages if manifest is not None else model.languages,
        translates=manifest.translates if manifest is not None else None,
        fit=_fit(known, facts, now) if known is not None else None,
        removable=manifest is not None,
        progress=job.progress if job is not None else None,
        error=now.errors.get(model.name, ""),
    )


def _offered_row(
    model: DownloadableModel, facts: ModelFacts, now: Situation, *, recommended: bool
) -> ModelRow:
    job, kept = now.jobs.get(model.name), facts.kept.get(model.name, 0)
    state = RowState.PARTIAL if kept else RowState.AVAILABLE
    if job is not None:
        state = _state_of(job)
    return ModelRow(
        name=model.name,
        title=model.name,
        state=state,
        here=False,
        size=model.download_mb * MEGABYTE,
        languages=model.languages,
        translates=model.translates,
        fit=_fit(model, facts, now),
        recommended=recommended,
        removable=kept > 0,
        kept=kept,
        progress=job.progress if job is not None else None,
        error=now.errors.get(model.name, ""),
    )


def _fit(model: DownloadableModel, facts: ModelFacts, now: Situation) -> Fit | None:
    return fits(model, facts.machine, now.speed) if facts.machine is not None else None


def _import_row(folder: str, job: Job) -> ModelRow:
    size = job.progress.total if job.progress is not None else 0
    return ModelRow(
        folder, Path(folder).name or folder, _state_of(job), True, size=size, progress=job.progress
    )


def _state_of(job: Job) -> RowState:
    if job.stopping:
        return RowState.STOPPING
    return {
        Kind.DOWNLOAD: RowState.DOWNLOADING,
        Kind.IMPORT: RowState.IMPORTING,
        Kind.REMOVAL: RowState.REMOVING,
    }[job.kind]


def _in_catalog(name: str) -> DownloadableModel | None:
    return next((model for model in DOWNLOADABLE if model.name == name), None)
