"""State icons of the tray, composed from the drawings in resources/icons."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap

from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import AppState

SIDES = (16, 22, 24, 32, 44, 48, 64, 128)
DRAWINGS = {
    AppState.IDLE: "idle",
    AppState.ARMING: "arming",
    AppState.LISTENING: "listening",
    AppState.WORKING: "working",
    AppState.PROBLEM: "problem",
}


def _drawing(name: str, side: int) -> QPixmap:
    return QIcon(str(resource(f"icons/{name}.svg"))).pixmap(QSize(side, side), 1.0)


@cache
def state_icon(state: AppState, microphone_open: bool) -> QIcon:
    """States differ in shape as well as in color; a green dot marks an open microphone."""
    icon = QIcon()
    for side in SIDES:
        pixmap = _drawing(DRAWINGS[state], side)
        if microphone_open:
            painter = QPainter(pixmap)
            painter.drawPixmap(0, 0, _drawing("microphone-open", side))
            painter.end()
        icon.addPixmap(pixmap)
    return icon


def application_icon() -> QIcon:
    return QIcon(str(resource("icons/voice2machine.svg")))
