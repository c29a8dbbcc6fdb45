"""Texts that were kept: one key inserts the newest, and its recording goes once it is in."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
import shiboken6
from PySide6.QtCore import QObject

from tests.fakes.focus import FakeFocus, window
from v2m_desktop.app.parked import MOST_TEXTS, ParkedTexts
from v2m_desktop.core.errors import DeliveryError, V2mError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.core.targets import Window
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.take_record import ClosedTake

EDITOR, CHAT = window(1), window(2)


class Stations(QObject):
    """As much of a runtime as kept texts need; notes what it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.delivered: list[tuple[SessionId, str, Window | None]] = []
        self.released: list[SessionId] = []
        self.told: list[V2mError] = []
        self.key_wanted: list[bool] = []
        self.mended = 0
        self.focus = FakeFocus(EDITOR)
        self.delivery = SimpleNamespace(deliver=self._deliver)
        self.capture = SimpleNamespace(fetched=self.released.append)
        self.notices = SimpleNamespace(tell=self.told.append)
        self.hotkeys = SimpleNamespace(want_insert=self.key_wanted.append)
        self.presenter = SimpleNamespace(overcome=self._overcome)

    def _deliver(self, session: SessionId, text: SensitiveText, target: Window | None) -> None:
        self.delivered.append((session, text.reveal(), target))

    def _overcome(self) -> None:
        self.mended += 1


@pytest.fixture
def stations(qapp: object) -> Iterator[Stations]:
    made = Stations()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def parked(stations: Stations) -> ParkedTexts:
    return ParkedTexts(stations)  # type: ignore[arg-type]


def closed(number: int, stage: TakeStage = TakeStage.PARKED) -> ClosedTake:
    return ClosedTake(SessionId(number), stage, SensitiveText(f"text {number}"), None, Timeline(requested=1))


def test_the_newest_is_inserted_wherever_the_cursor_is(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.on_closed(closed(2))
    parked.on_closed(closed(3, TakeStage.DELIVERED))
    assert stations.key_wanted == [True, True]
    parked.insert()
    assert stations.delivered == [(2, "text 2", EDITOR)]
    parked.insert()
    assert len(stations.delivered) == 1, "one at a time"
    parked.on_delivered(SessionId(2), DeliveryResult(Outcome.DELIVERED))
    assert stations.released == [2]
    assert stations.mended == 1
    stations.focus.front = CHAT
    parked.insert()
    assert stations.delivered[-1] == (1, "text 1", CHAT)
    parked.on_delivered(SessionId(1), DeliveryResult(Outcome.COPIED))
    assert stations.key_wanted[-1] is False
    assert not parked.newest


def test_a_text_that_cannot_be_inserted_stays_and_people_hear_why(
    stations: Stations, parked: ParkedTexts
) -> None:
    parked.on_closed(closed(1))
    parked.insert()
    error = DeliveryError("A key was held down.")
    parked.on_delivered(SessionId(1), DeliveryResult(Outcome.PARKED, error))
    assert stations.told == [error]
    assert stations.released == []
    parked.insert()
    assert len(stations.delivered) == 2


def test_what_went_wrong_beside_an_insertion_is_told(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.insert()
    notice = DeliveryError("What the clipboard held before could not be kept.")
    parked.on_delivered(SessionId(1), DeliveryResult(Outcome.DELIVERED, notice))
    assert stations.told == [notice]
    assert stations.released == [1]


def test_results_of_other_deliveries_are_not_its_own(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.insert()
    parked.on_delivered(SessionId(7), DeliveryResult(Outcome.DELIVERED))
    assert stations.released == []
    assert parked.newest == SensitiveText("text 1")


def test_a_text_that_was_copied_is_done_with(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.forget(SessionId(1))
    assert stations.released == [1]
    parked.insert()
    assert stations.delivered == []


def test_the_problem_of_a_later_take_stays(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.on_closed(closed(2, TakeStage.FAILED))
    parked.forget(SessionId(1))
    assert stations.released == [1]
    assert stations.mended == 0


def test_what_was_discarded_is_not_inserted_any_more(stations: Stations, parked: ParkedTexts) -> None:
    parked.on_closed(closed(1))
    parked.clear()
    parked.insert()
    assert stations.delivered == []
    assert stations.key_wanted[-1] is False


def test_only_the_newest_few_are_held(stations: Stations, parked: ParkedTexts) -> None:
    for number in range(1, MOST_TEXTS + 3):
        parked.on_closed(closed(number))
    inserted = []
    while parked.newest:
        parked.insert()
        inserted.append(stations.delivered[-1][0])
        parked.on_delivered(stations.delivered[-1][0], DeliveryResult(Outcome.DELIVERED))
    assert inserted == [7, 6, 5, 4, 3]
