"""GUI tests draw off screen; what needs a real display is in tests/desktop."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from tests.gui.probes import HARMLESS
from v2m_desktop.ui.translation import install_translation

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.qt_log_ignore(HARMLESS, extend=True))


@pytest.fixture
def english(qapp: QApplication) -> Iterator[QApplication]:
    """The interface in English, whatever the system speaks, put back afterwards."""
    before = QLocale()
    install_translation(qapp, "en")
    yield qapp
    install_translation(qapp, "en")
    QLocale.setDefault(before)
