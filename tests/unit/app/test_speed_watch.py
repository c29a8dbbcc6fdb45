"""When speed is measured, and when it is not: with a real process that answers as a test wants."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.tools.speeds import speed
from v2m_desktop.app.measured_speed import load_speed, save_speed, this_machine
from v2m_desktop.app.speed_watch import SpeedWatch
from v2m_desktop.recognition.speed_measurement import SpeedMeasurement

PATIENCE_MS = 60_000


class Desk:
    """A watch, the process that it starts, and whether somebody dictates."""

    def __init__(self, folder: Path) -> None:
        self.file, self.asked = folder / "speed.json", folder / "asked"
        self.how, self.dictating = "fast", False
        self.watch = SpeedWatch(self.file, lambda: self.dictating, self._make)

    def _make(self) -> SpeedMeasurement:
        command = [sys.executable, "-m", "tests.fakes.measuring_process", self.how, str(self.asked)]
        return SpeedMeasurement(command, 120.0)

    @property
    def times_asked(self) -> int:
        return self.asked.stat().st_size if self.asked.exists() else 0

    @property
    def told(self) -> str:
        return self.watch.trouble.message if self.watch.trouble is not None else ""

    def dictate(self, dictating: bool) -> None:
        self.dictating = dictating
        self.watch.look()


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.watch.close()
    made.watch.deleteLater()


@pytest.fixture
def settled(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not desk.watch.pending, timeout=PATIENCE_MS)


def wait_asked(desk: Desk, qtbot: QtBot, times: int = 1) -> None:
    qtbot.waitUntil(lambda: desk.times_asked == times, timeout=PATIENCE_MS)


def test_it_is_measured_once_and_kept(desk: Desk, settled: Callable[[], None]) -> None:
    desk.watch.want()
    assert desk.watch.pending
    settled()
    assert desk.watch.speed == speed(0.2) == load_speed(desk.file, this_machine())
    desk.watch.want()
    settled()
    assert desk.times_asked == 1


def test_what_is_on_the_disk_is_not_measured_again(desk: Desk, settled: Callable[[], None]) -> None:
    save_speed(desk.file, this_machine(), speed(3.0))
    desk.watch.want()
    desk.watch.look()
    settled()
    assert desk.watch.speed == speed(3.0)
    assert desk.times_asked == 0


def test_what_was_measured_by_a_command_meanwhile_is_used(desk: Desk, qtbot: QtBot) -> None:
    save_speed(desk.file, this_machine(), speed(3.0))
    desk.watch.want()
    qtbot.waitUntil(lambda: desk.watch.speed == speed(3.0))
    save_speed(desk.file, this_machine(), speed(1.0))
    desk.watch.want()
    qtbot.waitUntil(lambda: desk.watch.speed == speed(1.0))


def test_it_can_be_measured_again(desk: Desk, settled: Callable[[], None]) -> None:
    desk.watch.want()
    settled()
    desk.how = "slow"
    desk.watch.measure()
    settled()
    assert desk.watch.speed == speed(2.0) == load_speed(desk.file, this_machine())


@pytest.mark.parametrize("how", ["die", "busy"])
def test_what_fails_is_logged_once_and_not_tried_again(
    desk: Desk, how: str, settled: Callable[[], None], caplog: pytest.LogCaptureFixture
) -> None:
    desk.how = how
    with caplog.at_level(logging.INFO, "v2m_desktop.app.speed_watch"):
        desk.watch.want()
        settled()
    (line,) = [record for record in caplog.records if record.name == "v2m_desktop.app.speed_watch"]
    assert "measure" in line.getMessage()
    assert (desk.watch.speed, desk.told) == (None, "")
    desk.watch.want()
    desk.watch.look()
    assert not desk.watch.pending
    assert desk.times_asked == 1


def test_who_asked_for_it_is_told_why_it_failed(desk: Desk, settled: Callable[[], None]) -> None:
    desk.how = "busy"
    desk.watch.measure()
    settled()
    assert "60 %" in desk.told
    desk.how = "fast"
    desk.watch.measure()
    settled()
    assert (desk.watch.speed, desk.told) == (speed(0.2), "")


def test_what_failed_is_not_told_again_when_the_window_opens_anew(
    desk: Desk, settled: Callable[[], None]
) -> None:
    desk.how = "busy"
    desk.watch.measure()
    settled()
    assert desk.told
    desk.watch.want()
    assert not desk.told


def test_it_can_be_skipped(desk: Desk, qtbot: QtBot) -> None:
    desk.how = "hang"
    desk.watch.want()
    wait_asked(desk, qtbot)
    with qtbot.waitSignal(desk.watch.changed):
        desk.watch.skip()
    assert not desk.watch.pending
    desk.watch.want()
    desk.watch.look()
    assert not desk.watch.pending
    assert desk.times_asked == 1


def test_it_waits_for_whoever_dictates(desk: Desk, qtbot: QtBot, settled: Callable[[], None]) -> None:
    desk.dictating = True
    desk.watch.measure()
    assert desk.watch.pending
    assert desk.times_asked == 0
    desk.dictate(False)
    settled()
    assert desk.watch.speed == speed(0.2)


def test_it_gives_way_to_whoever_begins_to_dictate(
    desk: Desk, qtbot: QtBot, settled: Callable[[], None]
) -> None:
    desk.how = "hang"
    desk.watch.measure()
    wait_asked(desk, qtbot)
    desk.dictate(True)
    assert desk.watch.pending
    desk.how = "slow"
    desk.dictate(False)
    settled()
    assert desk.watch.speed == speed(2.0)
    assert desk.times_asked == 2


def test_the_app_ends_in_the_middle_of_it(desk: Desk, qtbot: QtBot) -> None:
    desk.how = "hang"
    desk.watch.measure()
    wait_asked(desk, qtbot)
    desk.watch.close()
    assert not desk.watch.pending
