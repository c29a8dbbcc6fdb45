"""Last row of the overlay: model and language on the left, what the machine is doing on the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from v2m_desktop.ui.resource_line import SEPARATOR, resource_line
from v2m_desktop.ui.theme import Theme, scaled_font
from v2m_desktop.ui.view import OverlayView
from v2m_desktop.ui.wording import language_name, translate

SIZE = 0.94
DOT_SIDE = 8


class ElidingLabel(QLabel):
    """Gives way to its neighbor: a long model name ends in an ellipsis."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def whole(self) -> str:
        return self._whole

    def show_text(self, text: str) -> None:
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.font())
        self.setText(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class OverlayFooter(QWidget):
    """Quiet figures. The dot says that the microphone is open."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: object = None
        self.dot, self.model, self.resources = QLabel(), ElidingLabel(), QLabel()
        self.dot.setFixedSize(DOT_SIDE, DOT_SIDE)
        self.model.setFont(scaled_font(SIZE))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.dot)
        row.addWidget(self.model, 1)
        row.addWidget(self.resources)

    def use_theme(self, theme: Theme) -> None:
        self._theme, self._shown = theme, None
        self.dot.setStyleSheet(f"background: {theme.done.name()}; border-radius: {DOT_SIDE // 2}px")
        self.model.setStyleSheet(f"color: {theme.quiet.name()}")

    def show_view(self, view: OverlayView) -> None:
        """Views come twenty times a second with a new level; these figures change once a second."""
        shown = (view.model, view.language, view.action, view.microphone_open, view.resources)
        if shown != self._shown:
            self._shown = shown
            self._draw(view)

    def _draw(self, view: OverlayView) -> None:
        language = language_name(view.language, short=True) if view.language else ""
        self.dot.setVisible(view.microphone_open)
        self.dot.setAccessibleName(translate("Overlay", "The microphone is open"))
        self.model.show_text(SEPARATOR.join(filter(None, [view.model, language, view.action])))
        line = resource_line(view.resources)
        self.resources.setVisible(line is not None)
        if line is not None:
            color = self._theme.warning if line.nearly_full else self._theme.quiet
            weight = QFont.Weight.DemiBold if line.nearly_full else QFont.Weight.Normal
            self.resources.setFont(scaled_font(SIZE, weight))
            self.resources.setStyleSheet(f"color: {color.name()}")
            self.resources.setText(line.text)
            self.resources.setAccessibleName(line.text)
            self.resources.setAccessibleDescription(
                translate("Overlay", "Memory is nearly full") if line.nearly_full else ""
            )
        self.setVisible(bool(self.model.whole) or view.microphone_open or line is not None)
