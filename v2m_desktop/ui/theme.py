"""Colors and sizes of the overlay. Sizes are logical pixels; fonts follow the user's own font size."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication, QPalette

PANEL_RADIUS = 16
PANEL_MARGINS = (18, 12, 18, 13)
PANEL_SPACING = 9
SCREEN_MARGIN = 40
"""Distance of the panel from the lower edge of the usable screen."""
CANCEL_SIDE = 28
CANCEL_OVERHANG = 9
"""So far the button reaches into the margin: its cross, not its edge, is aligned with the text."""
NARROWEST_PANEL = 460


@dataclass(frozen=True, slots=True)
class Theme:
    """Every text color has a contrast of at least 4.5:1 on `panel`, whatever shines through it."""

    panel: QColor
    border: QColor
    text: QColor
    tentative: QColor
    quiet: QColor
    voice: QColor
    done: QColor
    warning: QColor
    problem: QColor
    hover: QColor


DARK = Theme(
    panel=QColor(20, 22, 27, 245),
    border=QColor(255, 255, 255, 36),
    text=QColor("#f3f5f9"),
    tentative=QColor("#bfc7d4"),
    quiet=QColor("#a4adbc"),
    voice=QColor("#6cb8ff"),
    done=QColor("#6ddb97"),
    warning=QColor("#ffbd5c"),
    problem=QColor("#ff8f86"),
    hover=QColor(255, 255, 255, 40),
)

LIGHT = Theme(
    panel=QColor(252, 252, 253, 250),
    border=QColor(15, 20, 30, 72),
    text=QColor("#14171c"),
    tentative=QColor("#434b58"),
    quiet=QColor("#535c6a"),
    voice=QColor("#0b63c5"),
    done=QColor("#17703a"),
    warning=QColor("#855000"),
    problem=QColor("#b3261e"),
    hover=QColor(15, 20, 30, 28),
)


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """Desktops that name no scheme are judged by the window color of their palette."""
    if scheme == Qt.ColorScheme.Unknown:
        window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
        return DARK if window.lightnessF() < 0.5 else LIGHT
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def current_theme() -> Theme:
    """The theme that follows the desktop now."""
    return theme_for(QGuiApplication.styleHints().colorScheme())


def scaled_font(factor: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The user's font, `factor` times as large."""
    font = QFont(QGuiApplication.font())
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(round(font.pixelSize() * factor))
    font.setWeight(weight)
    return font


def panel_width(available: int) -> int:
    """Width of the overlay on a screen with `available` logical pixels, growing with the user's font."""
    wanted = max(NARROWEST_PANEL, round(30 * QFontMetricsF(scaled_font(1)).height()))
    return min(wanted, available - 32)
