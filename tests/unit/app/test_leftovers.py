"""Recordings that wait are named once, and not twice where a kept text was told about already."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject

from v2m_desktop.app.leftovers import Leftovers
from v2m_desktop.core.audio import Seconds
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import Overlay, Settings
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.leftover import LeftoverTake


class Stations(QObject):
    """As much of a runtime as recordings that wait need. Errands are run at once."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.takes: list[LeftoverTake] = []
        self.settings = Settings()
        self.parked = SimpleNamespace(newest=SensitiveText())
        self.surface = SimpleNamespace(notify=self.told.append)
        self.spool = SimpleNamespace(leftovers=lambda: list(self.takes))
        self.errands = SimpleNamespace(run=self._run)
        self.presenter = SimpleNamespace(facts=SimpleNamespace(leftover_takes=0), know=self._know)

    def _run(self, _name: str, work: Callable[[], object], then: Callable[[object], object]) -> None:
        then(work())

    def _know(self, *, leftover_takes: int) -> None:
        self.presenter.facts.leftover_takes = leftover_takes

    def leave_take(self) -> None:
        name = f"take-{len(self.takes)}"
        take = LeftoverTake(
            name,
            Path(name),
            None,
            Seconds(1.0),
            TakeState.RECOGNIZED,
            0,
            has_text=True,
            reason="",
            details={},
        )
        self.takes.append(take)


@pytest.fixture
def stations(qapp: object) -> Iterator[Stations]:
    made = Stations()
    yield made
    shiboken6.delete(made)


def test_a_recording_that_waits_is_named_once(stations: Stations) -> None:
    leftovers = Leftovers(stations)  # type: ignore[arg-type]
    stations.leave_take()
    leftovers.find()
    leftovers.find()
    assert len(stations.told) == 1
    assert stations.presenter.facts.leftover_takes == 1


@pytest.mark.parametrize(("overlay", "notices"), [(True, 0), (False, 1)])
def test_a_kept_text_is_told_by_the_overlay_alone(stations: Stations, overlay: bool, notices: int) -> None:
    stations.settings = Settings(overlay=Overlay(shown=overlay))
    stations.parked.newest = SensitiveText("hello")
    stations.leave_take()
    Leftovers(stations).find()  # type: ignore[arg-type]
    assert len(stations.told) == notices
    assert stations.presenter.facts.leftover_takes == 1
