"""The overlay's cancel button.

It is a window of its own: the panel lets every click through, and a window either takes clicks or does not.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from v2m_desktop.ui.theme import CANCEL_SIDE, Theme
from v2m_desktop.ui.wording import translate

FLOATING = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    | Qt.WindowType.NoDropShadowWindowHint
    # Past the window manager: no taskbar entry, and no window manager that gives it the focus.
    | Qt.WindowType.X11BypassWindowManagerHint
)


def float_quietly(window: QWidget, flags: Qt.WindowType = FLOATING) -> None:
    """Make `window` float above others and never become the active one."""
    window.setWindowFlags(flags)
    for attribute in (
        Qt.WidgetAttribute.WA_ShowWithoutActivating,
        Qt.WidgetAttribute.WA_TranslucentBackground,
        Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification,
        Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
    ):
        window.setAttribute(attribute)
    window.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class CancelButton(QAbstractButton):
    """A cross that is easy to hit. Never takes the focus; the keyboard's way is Esc."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        float_quietly(self)
        # Tooltips of windows that are never active need this.
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.theme = theme
        self.blended = True
        self._hovered = False
        self.setFixedSize(self.sizeHint())
        self.retranslate()

    def sizeHint(self) -> QSize:
        return QSize(CANCEL_SIDE, CANCEL_SIDE)

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Overlay", "Discard this recording"))
        self.setToolTip(translate("Overlay", "Discard this recording (Esc)"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        # Windows lets clicks through where nothing at all is painted.
        fill = QColor(self.theme.panel)
        fill.setAlpha(1 if self.blended else 255)
        painter.fillRect(self.rect(), fill)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self._hovered or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.hover)
            painter.drawEllipse(middle, CANCEL_SIDE / 2 - 1, CANCEL_SIDE / 2 - 1)
        pen = QPen(self.theme.text if self._hovered else self.theme.quiet, 1.8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm = 4.6
        for sign in (-1, 1):
            painter.drawLine(middle - QPointF(arm, sign * arm), middle + QPointF(arm, sign * arm))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)
