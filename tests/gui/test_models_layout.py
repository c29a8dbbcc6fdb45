"""The model window fits its words in every language and at 200 %, and follows the colors of the desktop."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.models_samples import BUSY
from tests.gui.test_layout import HARMLESS, SCREEN
from v2m_desktop.ui.models.window import ModelWindow
from v2m_desktop.ui.theme import current_theme


@pytest.mark.parametrize("scale", ["1", "2"])
def test_nothing_is_cut_off(scale: str, tmp_path: Path) -> None:
    """Qt takes its scale at start only, so a process of its own draws them."""
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}))
    platform = f"offscreen:configfile={screens}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.models_probe"],
        env={**os.environ, "QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": scale, "LC_ALL": "C.UTF-8"},
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    assert report["ratio"] == float(scale)
    assert report["drawn"] == 176
    assert report["problems"] == []
    assert [line for line in done.stderr.splitlines() if HARMLESS not in line] == []


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
