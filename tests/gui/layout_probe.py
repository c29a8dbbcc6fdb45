"""Draws every state in every language and prints what does not fit, as JSON. One process per scale."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.desktop import samples
from v2m_desktop.ui.overlay import Overlay
from v2m_desktop.ui.small_window import SmallWindow
from v2m_desktop.ui.translation import LANGUAGES, install_translation


def cut_off(window: QWidget) -> list[str]:
    """Texts that need more room than they have, or lie outside their window."""
    found = []
    controls: list[QLabel | QPushButton] = [*window.findChildren(QLabel), *window.findChildren(QPushButton)]
    for control in controls:
        if not control.text() or not control.isVisibleTo(window) or control.window() is not window:
            continue
        place = control.mapTo(window, control.rect().topLeft())
        needed = control.sizeHint()
        if isinstance(control, QLabel) and control.wordWrap():
            needed.setWidth(control.width())
            needed.setHeight(control.heightForWidth(control.width()))
        fits = needed.width() <= control.width() and needed.height() <= control.height()
        inside = window.rect().contains(control.rect().translated(place))
        if not fits or not inside or control.text().endswith("…") != _whole(control).endswith("…"):
            found.append(control.text())
    return found


def _whole(control: QLabel | QPushButton) -> str:
    return str(getattr(control, "whole", control.text()))


def main() -> int:
    application = QApplication(sys.argv)
    problems: list[str] = []
    drawn = 0
    for language in LANGUAGES:
        install_translation(application, language)
        overlay = Overlay(compositor=lambda: True, scheme=Qt.ColorScheme.Dark)
        for name, view in samples.OVERLAYS.items():
            overlay.show_view(view)
            application.processEvents()
            problems += [f"{language} {name}: {text}" for text in cut_off(overlay)]
            drawn += 1
        surface = SmallWindow()
        for tray in (samples.TRAY, samples.TRAY_LISTENING):
            surface.show_view(tray)
            surface.show()
            application.processEvents()
            problems += [f"{language} small window: {text}" for text in cut_off(surface.window)]
            drawn += 1
        surface.hide()
        overlay.dismiss()
    ratio = application.primaryScreen().devicePixelRatio()
    print(json.dumps({"problems": problems, "drawn": drawn, "ratio": ratio}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
