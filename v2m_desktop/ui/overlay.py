"""The overlay: a panel that shows a dictation and never gets in its way.

It takes no focus and no click (its buttons are windows of their own) and draws what views tell it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEasingCurve, QEvent, QPropertyAnimation, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from v2m_desktop.os_integration.compositing import compositor_running
from v2m_desktop.ui.cancel_button import FLOATING, CancelButton, float_quietly
from v2m_desktop.ui.level_meter import FLOOR_DBFS
from v2m_desktop.ui.offers import OfferRow
from v2m_desktop.ui.overlay_footer import OverlayFooter
from v2m_desktop.ui.overlay_header import OverlayHeader, headline
from v2m_desktop.ui.overlay_painting import paint_panel, panel_region
from v2m_desktop.ui.placement import Rectangle, bottom_center, screen_of
from v2m_desktop.ui.theme import (
    PANEL_MARGINS,
    PANEL_SPACING,
    current_theme,
    panel_width,
    scaled_font,
    theme_for,
)
from v2m_desktop.ui.transcript_text import TranscriptText
from v2m_desktop.ui.view import OverlayView, Phase, phase_of
from v2m_desktop.ui.wording import APPLICATION

LINGER_MS = {Phase.DONE: 1500, Phase.NOTICE: 3500, Phase.PROBLEM: 7000}
"""How long a phase that asks for nothing stays visible, at least."""
OFFER_MS = 20_000
"""How long a choice stays visible, at least."""
OFFER_GAP = 5
READ_MS_PER_LETTER = 55
"""A sentence stays for as long as it takes to read it, by somebody who looks up first."""
FADE_MS = 180


class Overlay(QWidget):
    """Call `show_view` as often as there is news, `place_on` when a take begins.

    `compositor` says whether the desktop blends translucent windows; `scheme` overrides the desktop's colors.
    """

    cancel_requested = Signal()
    offer_chosen = Signal(object)
    """Carries the Offer."""

    def __init__(
        self, *, compositor: Callable[[], bool] = compositor_running, scheme: Qt.ColorScheme | None = None
    ) -> None:
        super().__init__()
        float_quietly(self, FLOATING | Qt.WindowType.WindowTransparentForInput)
        self._compositor, self._scheme = compositor, scheme
        self._blended = True
        self._phase, self._view = Phase.HIDDEN, OverlayView()
        self._settled: tuple[object, ...] = ()
        self._screen = screen_of(None)
        self._theme = current_theme() if scheme is None else theme_for(scheme)
        self._build()
        self._fade = QPropertyAnimation(self, b"windowOpacity", self)
        self._fade.setDuration(FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fade.finished.connect(self.dismiss)
        self._linger = QTimer(self)
        self._linger.setSingleShot(True)
        self._linger.timeout.connect(self._fade_away)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self._use_theme()

    def _build(self) -> None:
        self.header = OverlayHeader(self._theme, self)
        self.words = TranscriptText(self._theme, self)
        self.message = QLabel(self)
        self.message.setFont(scaled_font(1.12))
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.footer = OverlayFooter(self._theme, self)
        self.cancel = CancelButton(self._theme, self)
        self.cancel.clicked.connect(self.cancel_requested)
        self._offer_room, self.offers = QWidget(self), OfferRow(self._theme, self)
        self.offers.chosen.connect(self.offer_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(*PANEL_MARGINS)
        column.setSpacing(PANEL_SPACING)
        for part in (self.header, self.words, self.message, self._offer_room, self.footer):
            column.addWidget(part)

    @property
    def phase(self) -> Phase:
        """What is shown, or was shown last."""
        return self._phase

    @property
    def lingers_ms(self) -> int:
        """How long what is shown stays, 0 where it stays until the next view."""
        return self._linger.interval() if self._linger.isActive() else 0

    def prepare(self) -> None:
        """Load what the first showing needs (about 80 ms), so that it need not wait. For an idle moment."""
        self._compositor()
        self.words.show_words("…", "")
        self.words.show_words("", "")
        self.winId()
        self.cancel.winId()
        self.offers.winId()

    def place_on(self, window: Rectangle | None) -> None:
        """Go to the screen that shows `window` (device pixels); None is the primary screen."""
        self._screen = screen_of(window)
        if self.isVisible():
            self._settle()

    def show_view(self, view: OverlayView) -> None:
        """Draw one moment. A view that asks for nothing new keeps fading or hidden what is."""
        phase, before = phase_of(view), self._phase
        if phase is before is Phase.LISTENING and self.isVisible() and _seen(view) == _seen(self._view):
            self._view = view
            return
        self._phase = phase
        if phase is Phase.HIDDEN:
            self._view = view
            fading = self._fade.state() == QPropertyAnimation.State.Running
            if before is Phase.PROBLEM and self._linger.isActive():
                self._linger.start(0)  # it was mended: it would be wrong from now on
            elif not fading and not self._linger.isActive():
                self.dismiss()
            return
        fresh = phase is not before or _lasting(view) != _lasting(self._view)
        self._view = view
        if phase in LINGER_MS and not fresh and not self.isVisible():
            return
        self._draw(phase, view)
        shape = self._shape()
        if fresh or not self.isVisible():
            self._appear(phase)
            self._settle()
        elif shape != self._settled:
            self._settle()
        self._settled = shape

    def _shape(self) -> tuple[object, ...]:
        """What the size of the panel depends on. Most views bring a new level and nothing else."""
        view, rows = self._view, (self.words, self.message, self.footer)
        visible = [row.isVisibleTo(self) for row in rows]
        return (*visible, len(self.words.lines), view.message, view.cancelable, view.offers)

    def _draw(self, phase: Phase, view: OverlayView) -> None:
        self.header.show_view(phase, view, cancelable=view.cancelable)
        spoken = view.transcript if phase is not Phase.PROBLEM else None
        self.words.show_words(
            spoken.committed.reveal() if spoken else "", spoken.tentative.reveal() if spoken else ""
        )
        self.message.setText(view.message or "")
        self.message.setVisible(bool(view.message))
        self.offers.show_offers(view.offers)
        self._offer_room.setFixedHeight(self.offers.height() + OFFER_GAP)
        self._offer_room.setVisible(bool(view.offers))
        self.footer.show_view(view)

    def _appear(self, phase: Phase) -> None:
        self._fade.stop()
        self.setWindowOpacity(1.0)
        if not self.isVisible():
            self._blended = self.cancel.blended = self.offers.blended = self._compositor()
        if phase in LINGER_MS:
            reading = LINGER_MS[Phase.DONE] + READ_MS_PER_LETTER * len(self._view.message or "")
            choosing = OFFER_MS if self._view.offers else 0
            self._linger.start(max(LINGER_MS[phase], reading if self._view.message else 0, choosing))
        else:
            self._linger.stop()
        self._announce(phase)

    def _announce(self, phase: Phase) -> None:
        """Tell screen readers: the phase and the message, never the words."""
        sentence = ". ".join(filter(None, [headline(phase, self._view), self._view.message]))
        self.setAccessibleDescription(sentence)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _settle(self) -> None:
        """Take the size that the content needs, the lower edge staying where it is, and show."""
        if self._screen is None:
            return
        usable = self._screen.availableGeometry()
        width = panel_width(usable.width())
        if self.width() != width:
            self.setFixedWidth(width)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.totalHeightForWidth(width)
        # -1 where no part wraps.
        size = QSize(width, height if height >= 0 else layout.totalSizeHint().height())
        corner = bottom_center(size, usable)
        self.setFixedHeight(size.height())
        self.move(corner)
        layout.activate()
        if self._blended:
            self.clearMask()
        else:
            self.setMask(panel_region(size))
        if not self.isVisible():
            self.show()
        self.cancel.move(corner + self.header.cancel_corner())
        self.cancel.setVisible(self._view.cancelable)
        self.offers.move(corner + self._offer_room.pos())
        self.offers.setVisible(bool(self._view.offers))

    @Slot()
    def _fade_away(self) -> None:
        self.offers.hide()
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.start()

    @Slot()
    def dismiss(self) -> None:
        """Gone at once; timers rest until the next view that has something to say."""
        self._linger.stop()
        self._fade.stop()
        self.header.meter.rest()
        self.cancel.hide()
        self.offers.hide()
        self.hide()

    @Slot()
    def _follow_desktop(self) -> None:
        if self._scheme is None:
            self._theme = current_theme()
            self._use_theme()

    def _use_theme(self) -> None:
        theme = self._theme
        self.words.theme = self.cancel.theme = self.offers.theme = theme
        self.message.setStyleSheet(f"color: {theme.text.name()}")
        self.header.use_theme(theme)
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        self.setWindowTitle(APPLICATION)
        self.setAccessibleName(APPLICATION)
        self.cancel.retranslate()
        self.offers.retranslate()
        self.footer.use_theme(self._theme)
        if self.isVisible():
            self._draw(self._phase, self._view)
            self._settle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(QPainter(self), self.rect(), self._theme, blended=self._blended)


def _lasting(view: OverlayView) -> tuple[object, ...]:
    """What makes a view that stays for a while another one."""
    return view.stop_to_text_ms, view.message, view.offers


def _seen(view: OverlayView) -> OverlayView:
    """The view as far as eyes can tell: whole seconds, and no level below that which moves the bars."""
    return replace(
        view, elapsed_seconds=int(view.elapsed_seconds), level_dbfs=max(view.level_dbfs, FLOOR_DBFS)
    )
