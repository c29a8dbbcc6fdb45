"""Text can be read on the panel, whatever shines through it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from v2m_desktop.ui.theme import DARK, LIGHT, Theme

LEAST_CONTRAST = 4.5
"""WCAG 2.2, success criterion 1.4.3."""


def _luminance(color: QColor) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _over(panel: QColor, behind: QColor) -> QColor:
    share = panel.alphaF()
    pairs = [
        (panel.redF(), behind.redF()),
        (panel.greenF(), behind.greenF()),
        (panel.blueF(), behind.blueF()),
    ]
    return QColor.fromRgbF(*(share * top + (1 - share) * under for top, under in pairs))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize("behind", ["black", "white"])
@pytest.mark.parametrize("role", ["text", "tentative", "quiet", "voice", "done", "warning", "problem"])
def test_contrast_is_enough(theme: Theme, behind: str, role: str) -> None:
    panel = _over(theme.panel, QColor(behind))
    assert _contrast(getattr(theme, role), panel) >= LEAST_CONTRAST
