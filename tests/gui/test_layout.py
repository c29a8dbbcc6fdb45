"""Nothing is cut off, in any language, at 100 % and at 200 %."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize

from tests.gui.probes import SCREEN, report_of
from v2m_desktop.ui.placement import bottom_center
from v2m_desktop.ui.theme import SCREEN_MARGIN


@pytest.mark.parametrize("scale", ["1", "2"])
def test_every_state_fits_in_every_language(scale: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, "-m", "tests.gui.layout_probe", scale=scale)
    assert report["ratio"] == float(scale)
    assert report["drawn"] == 36
    assert report["problems"] == []


@pytest.mark.parametrize(
    "usable", [QRect(0, 0, 1280, 770), QRect(1920, 200, 1280, 1024), QRect(-800, 0, 800, 600)]
)
def test_panel_is_centered_above_the_lower_edge(usable: QRect) -> None:
    size = QSize(460, 120)
    placed = QRect(bottom_center(size, usable), size)
    assert usable.contains(placed)
    assert abs(placed.center().x() - usable.center().x()) <= 1
    assert usable.bottom() - placed.bottom() == SCREEN_MARGIN


def test_panel_on_a_tiny_screen_keeps_its_upper_edge_visible() -> None:
    assert bottom_center(QSize(200, 300), QRect(0, 0, 220, 240)).y() == 0


TWO_SCREENS = [SCREEN, {**SCREEN, "name": "right", "x": 2560, "width": 1280, "height": 1024}]
ASK = """
import json, sys
from PySide6.QtGui import QGuiApplication
from v2m_desktop.ui.placement import screen_of
application = QGuiApplication(sys.argv)
windows = [None, [100, 100, 300, 200], [2500, 10, 500, 500], [2300, 10, 300, 300], [9000, 9000, 10, 10]]
names = [screen_of(tuple(window) if window else None).name() for window in windows]
print(json.dumps([application.primaryScreen().name(), *names]))
"""


def test_overlay_goes_to_the_screen_that_shows_most_of_the_window(tmp_path: Path) -> None:
    primary, *places = report_of(tmp_path, "-c", ASK, screens=TWO_SCREENS)
    assert places == [primary, "wide", "right", "wide", primary]
