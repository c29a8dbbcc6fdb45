"""What the stations report reaches people: once, and not after each dictation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject

from v2m_desktop.app.reports import SHORT_OF_MEMORY_SECONDS, Reports
from v2m_desktop.core.errors import V2mError
from v2m_desktop.pipeline.model_memory import UnloadReason


class Recognition:
    def __init__(self) -> None:
        self.unloads = 0

    def unload(self) -> None:
        self.unloads += 1


class Told:
    def __init__(self) -> None:
        self.sentences: list[str] = []

    def tell(self, error: V2mError) -> None:
        self.sentences.append(error.message)


class Desk(QObject):
    """As much of a runtime as memory that is short needs."""

    def __init__(self) -> None:
        super().__init__()
        self.recognition, self.notices = Recognition(), Told()
        self.reports = Reports(self)  # type: ignore[arg-type]
        self.now = 0.0
        self.reports.clock = self.read_clock

    def read_clock(self) -> float:
        return self.now


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    yield made
    shiboken6.delete(made)


def test_memory_that_stays_short_is_told_now_and_then_only(desk: Desk) -> None:
    for reason in (UnloadReason.RAM, UnloadReason.VRAM, UnloadReason.RAM):
        desk.reports.on_unload_wanted(reason)
        desk.now += 60.0
    assert desk.recognition.unloads == 3
    assert len(desk.notices.sentences) == 1
    desk.now += SHORT_OF_MEMORY_SECONDS
    desk.reports.on_unload_wanted(UnloadReason.RAM)
    assert len(desk.notices.sentences) == 2


@pytest.mark.parametrize("reason", [UnloadReason.IDLE, UnloadReason.AT_ONCE])
def test_memory_given_back_as_people_asked_is_not_told(desk: Desk, reason: UnloadReason) -> None:
    desk.reports.on_unload_wanted(reason)
    assert (desk.recognition.unloads, desk.notices.sentences) == (1, [])
