"""Drawings of the overlay: the panel and the glyph of each phase."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, QRegion
from PySide6.QtWidgets import QWidget

from v2m_desktop.ui.theme import PANEL_RADIUS, Theme
from v2m_desktop.ui.view import Phase


def paint_panel(painter: QPainter, rect: QRect, theme: Theme, *, blended: bool) -> None:
    """The rounded panel; opaque where no compositor blends it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = QColor(theme.panel)
    if not blended:
        fill.setAlpha(255)
        painter.fillRect(rect, fill)
    painter.setPen(QPen(theme.border, 1))
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), PANEL_RADIUS, PANEL_RADIUS)


def panel_region(size: QSize) -> QRegion:
    """The panel as a window shape, for desktops without a compositor."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(0, 0, size.width(), size.height()), PANEL_RADIUS, PANEL_RADIUS)
    return QRegion(path.toFillPolygon().toPolygon())


class PhaseGlyph(QWidget):
    """A small drawing that tells the phase by shape, not by color alone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._phase = Phase.HIDDEN
        self.setFixedSize(28, 28)

    def show_phase(self, phase: Phase) -> None:
        if phase is not self._phase:
            self._phase = phase
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        match self._phase:
            case Phase.WORKING:
                _draw_dots(painter, self.theme.voice)
            case Phase.DONE:
                _draw_check(painter, self.theme.done)
            case Phase.PROBLEM:
                _draw_warning(painter, self.theme.problem)
            case Phase.NOTICE:
                _draw_notice(painter, self.theme.voice)
            case _:
                _draw_ring(painter, self.theme.quiet)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


def _draw_dots(painter: QPainter, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for x in (-8.0, 0.0, 8.0):
        painter.drawEllipse(QPointF(x, 0), 2.8, 2.8)


def _draw_ring(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color, 2.2))
    painter.drawEllipse(QPointF(0, 0), 8, 8)


def _draw_check(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color, 2))
    painter.drawEllipse(QPointF(0, 0), 10, 10)
    painter.setPen(_pen(color, 2.4))
    painter.drawPolyline(QPolygonF([QPointF(-4.4, 0.4), QPointF(-1.3, 3.6), QPointF(4.6, -3.4)]))


def _draw_warning(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color, 2))
    painter.drawPolygon(QPolygonF([QPointF(0, -10), QPointF(11, 9), QPointF(-11, 9)]))
    painter.setPen(_pen(color, 2.4))
    painter.drawLine(QPointF(0, -3.5), QPointF(0, 2.2))
    painter.drawPoint(QPointF(0, 5.6))


def _draw_notice(painter: QPainter, color: QColor) -> None:
    painter.setPen(_pen(color, 2))
    painter.drawEllipse(QPointF(0, 0), 10, 10)
    painter.setPen(_pen(color, 2.4))
    painter.drawLine(QPointF(0, -0.8), QPointF(0, 4.8))
    painter.drawPoint(QPointF(0, -4.8))
