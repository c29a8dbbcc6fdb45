"""Small drawn parts of the model window: colored text, a badge, a slim bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QWidget

from v2m_desktop.ui.theme import Theme, scaled_font

BAR_HEIGHT = 6
TINT = 30
"""Of 255: the ground of a badge, in the color of its text."""


def opaque(color: QColor) -> QColor:
    """The color as it is on a ground of its own."""
    solid = QColor(color)
    solid.setAlpha(255)
    return solid


class TextLine(QLabel):
    """Plain text that wraps, and is hidden while it is empty."""

    def __init__(self, size: float = 1.0, weight: QFont.Weight = QFont.Weight.Normal) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(scaled_font(size, weight))
        # Words that wrap give their height by their width; a policy without it would cut them off.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def say(self, text: str, color: QColor | None = None) -> None:
        if color is not None:
            palette = self.palette()
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(text)
        self.setVisible(bool(text))


class Title(TextLine):
    """On one line where there is room, so that what stands behind it follows at once."""

    def __init__(self) -> None:
        super().__init__(1.1, QFont.Weight.DemiBold)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


class Badge(QLabel):
    """A word on a tinted, rounded ground."""

    def __init__(self) -> None:
        super().__init__()
        self._color = QColor()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(scaled_font(0.86, QFont.Weight.DemiBold))
        self.setContentsMargins(8, 2, 8, 2)
        self.hide()

    def say(self, text: str, color: QColor) -> None:
        self._color = color
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color)
        self.setPalette(palette)
        self.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(self._color)
        ground.setAlpha(TINT)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        area = QRectF(self.rect())
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
        painter.end()
        super().paintEvent(event)


class SlimBar(QProgressBar):
    """A progress bar without text; screen readers read its value."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._track, self._fill = QColor(), QColor()
        self.setRange(0, 100)
        self.setTextVisible(False)
        self.setFixedHeight(BAR_HEIGHT)
        self.hide()

    def paint_with(self, theme: Theme) -> None:
        self._track, self._fill = theme.hover, theme.voice
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, BAR_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        radius = area.height() / 2
        painter.setBrush(self._track)
        painter.drawRoundedRect(area, radius, radius)
        share = self.value() / max(1, self.maximum())
        if share > 0:
            area.setWidth(max(area.height(), area.width() * share))
            if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
                area.moveRight(self.rect().right())
            painter.setBrush(self._fill)
            painter.drawRoundedRect(area, radius, radius)
