"""Where the overlay goes: bottom center of the screen on which the user works."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication, QScreen

from v2m_desktop.ui.theme import SCREEN_MARGIN

Rectangle = tuple[int, int, int, int]
"""x, y, width, height."""


def native_geometry(screen: QScreen) -> QRect:
    """The screen in device pixels. Qt scales the size of a screen, but leaves its origin where it is."""
    geometry, ratio = screen.geometry(), screen.devicePixelRatio()
    size = QSize(round(geometry.width() * ratio), round(geometry.height() * ratio))
    return QRect(geometry.topLeft(), size)


def screen_of(window: Rectangle | None) -> QScreen | None:
    """The screen that shows most of `window` (device pixels); the primary one where that is unknown."""
    best, most = QGuiApplication.primaryScreen(), 0
    if window is None:
        return best
    wanted = QRect(*window)
    for screen in QGuiApplication.screens():
        shared = native_geometry(screen).intersected(wanted)
        area = shared.width() * shared.height() if shared.isValid() else 0
        if area > most:
            best, most = screen, area
    return best


def room_of_screen() -> QRect:
    """The usable part of the primary screen, in logical pixels.

    Not by QWidget.screen(): PySide makes the screen a child of the widget, and deletes both together.
    """
    screen = QGuiApplication.primaryScreen()
    return screen.availableGeometry() if screen is not None else QRect(0, 0, 1280, 720)


def bottom_center(size: QSize, usable: QRect) -> QPoint:
    """Top left corner for a panel of `size` within `usable`, both in logical pixels."""
    x = usable.x() + (usable.width() - size.width()) // 2
    y = usable.y() + usable.height() - SCREEN_MARGIN - size.height()
    return QPoint(x, max(y, usable.y()))
