"""The model window fits its words in every language and at 200 %, and follows the colors of the desktop."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.models_samples import BUSY
from tests.gui.probes import report_of
from v2m_desktop.ui.models.window import ModelWindow
from v2m_desktop.ui.theme import current_theme


@pytest.mark.parametrize("scale", ["1", "2"])
def test_nothing_is_cut_off(scale: str, tmp_path: Path) -> None:
    report = report_of(tmp_path, "-m", "tests.gui.models_probe", scale=scale)
    assert report["ratio"] == float(scale)
    assert report["drawn"] == 264
    assert report["problems"] == []


def test_a_small_screen_scrolls_the_list_only(qtbot: QtBot, english: QApplication) -> None:
    window = ModelWindow()
    qtbot.addWidget(window)
    window.show_view(BUSY)
    window.show()
    window.resize(window.minimumSize())
    QApplication.processEvents()
    for part in (window.title, window.bring, window.leave, window.notice):
        assert window.rect().contains(part.geometry()), part
    assert window.area.verticalScrollBar().maximum() > 0
    assert window.area.horizontalScrollBar().maximum() == 0


def test_colors_follow_the_desktop(qtbot: QtBot, english: QApplication) -> None:
    window = ModelWindow()
    qtbot.addWidget(window)
    window.show_view(BUSY)
    window.show()
    before = QApplication.palette()
    try:
        for ground in ("#26292f", "#f0f0f0"):
            QApplication.setPalette(QPalette(QColor(ground), QColor(ground)))
            QApplication.processEvents()
            line = window.cards["base"].purpose
            assert line.palette().color(QPalette.ColorRole.WindowText) == current_theme().text
            shown = window.cards["base"].grab().toImage().pixelColor(12, 30)
            assert (shown.lightnessF() < 0.5) is (ground == "#26292f")
    finally:
        QApplication.setPalette(before)
