"""Sentences beside and under controls, and titles above them."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from v2m_desktop.ui.theme import current_theme, scaled_font

SMALL = 0.92


class Tone(Enum):
    PLAIN = "plain"
    QUIET = "quiet"
    DONE = "done"
    WARNING = "warning"
    PROBLEM = "problem"


class Note(QLabel):
    """A sentence that wraps. It takes no room while it is empty."""

    def __init__(self, tone: Tone, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if tone is not Tone.PLAIN:
            self.setFont(scaled_font(SMALL))
        self._color()
        self.setText(text)
        if not text:
            self.hide()

    def say(self, text: str) -> None:
        """Only once the note is in a window, or it would become one."""
        if text != self.text():
            self.setText(text)
            self.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.EnabledChange):
            self._color()
        super().changeEvent(event)

    def _color(self) -> None:
        """Readable on light and dark; what belongs to a disabled control is gray like the control."""
        theme, palette = current_theme(), self.palette()
        colors: dict[Tone, QColor] = {
            Tone.QUIET: theme.quiet,
            Tone.DONE: theme.done,
            Tone.WARNING: theme.warning,
            Tone.PROBLEM: theme.problem,
        }
        wanted = colors.get(self._tone)
        active = QPalette.ColorGroup.Active
        if wanted is None or palette.color(active, QPalette.ColorRole.WindowText) == wanted:
            return
        for group in (active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, wanted)
        self.setPalette(palette)


def title_label(text: str, factor: float) -> QLabel:
    """A title, `factor` times as large as ordinary text."""
    label = QLabel(text)
    label.setFont(scaled_font(factor, QFont.Weight.DemiBold))
    label.setWordWrap(True)
    return label
