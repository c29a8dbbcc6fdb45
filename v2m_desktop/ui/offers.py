"""What the overlay offers for a text that was kept: a row of buttons in a window of its own.

Like the cancel button it takes clicks, never the focus: the window in which the text is wanted stays in
front. The keyboard's way is the key that inserts a kept text, and the tray menu.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QMargins, QMarginsF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from v2m_desktop.ui.cancel_button import float_quietly
from v2m_desktop.ui.theme import Theme, scaled_font
from v2m_desktop.ui.view import Offer
from v2m_desktop.ui.wording import translate

PADDING = QMargins(14, 6, 14, 6)
GAP = 8
HALF_A_LINE = QMarginsF(0.8, 0.8, 0.8, 0.8)


def offer_name(offer: Offer) -> str:
    match offer:
        case Offer.INSERT:
            return translate("Overlay", "Insert here")
        case Offer.COPY:
            return translate("Overlay", "Copy")
        case Offer.PUT_BACK:
            return translate("Overlay", "Put my clipboard back")


class OfferButton(QAbstractButton):
    """A quiet pill. The first of a row is the one that most people want."""

    offered = Signal(object)

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget, *, first: bool) -> None:
        super().__init__(parent)
        self.offer, self.theme = offer, theme
        self._first, self._hovered = first, False
        self.setFont(scaled_font(1.0, QFont.Weight.DemiBold if first else QFont.Weight.Normal))
        self.setText(offer_name(offer))
        self.setAccessibleName(self.text())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(self.sizeHint())
        self.clicked.connect(self._offer)

    @Slot()
    def _offer(self) -> None:
        self.offered.emit(self.offer)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        text = QSize(metrics.horizontalAdvance(self.text()), metrics.height())
        return text.grownBy(PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = QRectF(self.rect()).marginsRemoved(HALF_A_LINE)
        color = self.theme.voice if self._first else self.theme.quiet
        painter.setPen(QPen(color, 1.4 if self._first else 1.0))
        hot = self._hovered or self.isDown()
        painter.setBrush(self.theme.hover if hot else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inside, inside.height() / 2, inside.height() / 2)
        painter.setPen(self.theme.text)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)


class OfferRow(QWidget):
    """`chosen` carries the Offer."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        float_quietly(self)
        self.theme, self.blended = theme, True
        self.buttons: tuple[OfferButton, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self.setWindowTitle(translate("Overlay", "What to do with the text"))
        self.setAccessibleName(self.windowTitle())

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Make the buttons; none hides the row."""
        if tuple(button.offer for button in self.buttons) != tuple(offers):
            self._make(offers)
        if not offers:
            self.hide()

    def retranslate(self) -> None:
        self._make([button.offer for button in self.buttons])

    def _make(self, offers: Sequence[Offer]) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = tuple(
            OfferButton(offer, self.theme, self, first=number == 0) for number, offer in enumerate(offers)
        )
        for button in self.buttons:
            button.offered.connect(self.chosen)
            self._row.addWidget(button)
        self.setFixedSize(self._row.totalSizeHint())

    def paintEvent(self, _event: QPaintEvent) -> None:
        # Windows lets clicks through where nothing at all is painted.
        fill = QColor(self.theme.panel)
        fill.setAlpha(1 if self.blended else 255)
        QPainter(self).fillRect(self.rect(), fill)
