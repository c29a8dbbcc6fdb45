"""First row of the overlay: level meter or glyph, state, time, and room for the cancel button."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from v2m_desktop.ui.level_meter import LevelMeter
from v2m_desktop.ui.overlay_painting import PhaseGlyph
from v2m_desktop.ui.theme import CANCEL_OVERHANG, CANCEL_SIDE, Theme, scaled_font
from v2m_desktop.ui.view import OverlayView, Phase
from v2m_desktop.ui.wording import translate


def phase_name(phase: Phase) -> str:
    """What the overlay calls a phase; "" for one without a name of its own."""
    match phase:
        case Phase.ARMING:
            return translate("Overlay", "Opening the microphone…")
        case Phase.LISTENING:
            return translate("Overlay", "Listening")
        case Phase.WORKING:
            return translate("Overlay", "Working…")
        case Phase.DONE:
            return translate("Overlay", "Done")
        case Phase.PROBLEM:
            return translate("Overlay", "Something went wrong")
        case Phase.NOTICE:
            return translate("Overlay", "Please note")
        case Phase.HIDDEN:
            return ""


def headline(phase: Phase, view: OverlayView) -> str:
    """What the overlay says first. A text that is on offer is no failure."""
    if phase is Phase.WORKING and view.activity:
        return view.activity
    return translate("Overlay", "Your text is kept") if view.offers else phase_name(phase)


def clock_text(seconds: float) -> str:
    """Minutes and seconds; an hour is 60:00."""
    whole = int(max(seconds, 0))
    return f"{whole // 60}:{whole % 60:02d}"


class OverlayHeader(QWidget):
    """Shows phase, level and time of a view."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.meter, self.glyph = LevelMeter(theme), PhaseGlyph(theme)
        self.state, self.clock, self._room = QLabel(), QLabel(), QWidget()
        self.state.setFont(scaled_font(1.08, QFont.Weight.DemiBold))
        clock_font = scaled_font(1.08)
        # Digits of one width: the clock must not tremble.
        clock_font.setFeature(QFont.Tag("tnum"), 1)
        self.clock.setFont(clock_font)
        self._room.setFixedSize(CANCEL_SIDE - CANCEL_OVERHANG, CANCEL_SIDE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for part in (self.meter, self.glyph, self.state):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.clock, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._room)
        self.setMinimumHeight(CANCEL_SIDE)

    def use_theme(self, theme: Theme) -> None:
        self.meter.theme = self.glyph.theme = theme
        self.state.setStyleSheet(f"color: {theme.text.name()}")
        self.clock.setStyleSheet(f"color: {theme.quiet.name()}")

    def show_view(self, phase: Phase, view: OverlayView, *, cancelable: bool) -> None:
        listening = phase is Phase.LISTENING
        self.glyph.setVisible(not listening)
        self.meter.setVisible(listening)
        if listening:
            self.meter.show_level(view.level_dbfs, view.speech)
        else:
            self.meter.rest()
            self.glyph.show_phase(phase)
        self.state.setText(headline(phase, view))
        self.clock.setText(self._time(phase, view))
        self._room.setVisible(cancelable)

    def _time(self, phase: Phase, view: OverlayView) -> str:
        if phase is Phase.DONE and view.stop_to_text_ms is not None:
            return translate("Overlay", "Stop to text: {milliseconds} ms").format(
                milliseconds=view.stop_to_text_ms
            )
        return clock_text(view.elapsed_seconds) if phase in (Phase.LISTENING, Phase.WORKING) else ""

    def cancel_corner(self) -> QPoint:
        """Top left corner of the cancel button, in coordinates of the overlay."""
        return self.mapToParent(self._room.pos())
