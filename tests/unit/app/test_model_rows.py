"""Which rows the model window shows, in which order and state."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.speeds import speed
from v2m_desktop.app.model_downloads import Job, Kind
from v2m_desktop.app.model_rows import ModelFacts, Situation, models_view
from v2m_desktop.models.fit import MachineSize, Suitability
from v2m_desktop.models.manifest import Manifest
from v2m_desktop.models.progress import Progress
from v2m_desktop.models.registry import InstalledModel
from v2m_desktop.ui.models.view import ModelRow, ModelsView, RowState

GIB = 1024**3
DEMO = InstalledModel("demo", "demo (a label)", ("en", "es"), Path("demo"))
OWN = InstalledModel("own", "own", (), Path("own"))
MANIFEST = Manifest("small", "r", "h", "o/small", "now", ("en", "es", "pt"), True, 464, ())
SMALL = InstalledModel("small", "small", (), Path("small"), MANIFEST)
LAPTOP = MachineSize(16 * GIB, 12 * GIB, 8)
HALF = Progress("model.bin", 5, 10, None, None)


def names(view: ModelsView) -> list[str]:
    return [row.name for row in view.rows]


def row(view: ModelsView, name: str) -> ModelRow:
    return next(row for row in view.rows if row.name == name)


def test_with_the_demo_alone_what_to_download_comes_first() -> None:
    view = models_view(ModelFacts((DEMO,), machine=LAPTOP), Situation("demo", first_start=True))
    assert (view.only_demo, view.first_start) == (True, True)
    assert names(view)[:3] == ["small", "tiny", "base"]
    assert names(view)[-1] == "demo"
    assert [row.name for row in view.rows if row.recommended] == ["small"]
    assert row(view, "demo").state is RowState.IN_USE
    assert not row(view, "demo").removable


def test_with_a_model_of_ones_own_that_is_first_and_the_demo_behind_it() -> None:
    view = models_view(ModelFacts((DEMO, OWN, SMALL), machine=LAPTOP), Situation("own", first_start=True))
    assert (view.only_demo, view.first_start) == (False, False)
    assert names(view)[:4] == ["own", "small", "demo", "tiny"]
    assert not any(row.recommended for row in view.rows)
    assert [row.name for row in view.rows if row.removable] == ["small"]


def test_what_is_known_of_an_installed_model_is_shown() -> None:
    facts = ModelFacts((DEMO, OWN, SMALL), {"small": 486_000_000}, machine=LAPTOP)
    small, own = (row(models_view(facts, Situation("small")), name) for name in ("small", "own"))
    assert (small.state, small.size, small.translates) == (RowState.IN_USE, 486_000_000, True)
    assert small.languages == ("en", "es", "pt")
    assert small.fit is not None
    assert small.fit.suitability is Suitability.FITS
    assert (own.state, own.fit, own.translates, own.languages) == (RowState.INSTALLED, None, None, ())


def test_before_the_machine_is_known_nothing_is_recommended() -> None:
    view = models_view(ModelFacts((DEMO,)), Situation())
    assert not any(row.recommended or row.fit for row in view.rows)


def test_what_is_recommended_follows_the_measured_speed() -> None:
    facts = ModelFacts((DEMO, OWN), machine=LAPTOP)
    slow = models_view(facts, Situation(speed=speed(1.0)))
    assert [row.name for row in slow.rows if row.recommended] == ["base"]
    fit = row(slow, "small").fit
    assert fit is not None
    assert fit.seconds == pytest.approx(2.8, rel=0.1)
    assert fit.suitability is Suitability.SLOW


def test_while_speed_is_measured_the_recommendation_waits() -> None:
    facts = ModelFacts((DEMO,), machine=LAPTOP)
    first, again = Situation(measuring=True), Situation(speed=speed(0.2), measuring=True)
    assert [row.name for row in models_view(facts, first).rows if row.recommended] == []
    assert [row.name for row in models_view(facts, again).rows if row.recommended] == ["small"]
    assert models_view(facts, first).measuring
    assert not models_view(facts, Situation()).measuring


def test_before_the_disk_was_looked_at_nothing_is_said_to_be_missing() -> None:
    assert not models_view(ModelFacts(), Situation()).only_demo


def test_what_arrived_can_go_on_or_be_discarded() -> None:
    view = models_view(
        ModelFacts((DEMO,), kept={"tiny": 7}, machine=LAPTOP), Situation(errors={"tiny": "Oh."})
    )
    tiny = row(view, "tiny")
    assert (tiny.state, tiny.kept, tiny.removable, tiny.error) == (RowState.PARTIAL, 7, True, "Oh.")


@pytest.mark.parametrize(
    ("job", "state"),
    [
        (Job(Kind.DOWNLOAD), RowState.DOWNLOADING),
        (Job(Kind.DOWNLOAD, HALF), RowState.DOWNLOADING),
        (Job(Kind.DOWNLOAD, HALF, stopping=True), RowState.STOPPING),
        (Job(Kind.REMOVAL), RowState.REMOVING),
    ],
)
def test_a_job_shows_on_its_row(job: Job, state: RowState) -> None:
    view = models_view(
        ModelFacts((DEMO, SMALL), kept={"tiny": 7}), Situation(jobs={"tiny": job, "small": job})
    )
    for name in ("tiny", "small"):
        assert (row(view, name).state, row(view, name).progress) == (state, job.progress)


def test_an_import_has_a_row_of_its_own() -> None:
    view = models_view(ModelFacts((DEMO, SMALL)), Situation(jobs={"/x/whisper": Job(Kind.IMPORT, HALF)}))
    coming = view.rows[0]
    assert (coming.name, coming.title, coming.state) == ("/x/whisper", "whisper", RowState.IMPORTING)
    assert (coming.here, coming.size, coming.progress) == (True, 10, HALF)
