"""The line in the model window that says that the computer's speed is being measured."""

from __future__ import annotations

from PySide6.QtCore import QTimeLine, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.ui.models.parts import SlimBar, TextLine
from v2m_desktop.ui.theme import Theme
from v2m_desktop.ui.wording import translate

USUAL_MS = 6000
FULL, FRAME_MS = 95, 100
"""The bar tells time, not work: it stays just short of its end until the answer is there."""


class MeasuringLine(QWidget):
    """Hidden while nothing is measured."""

    skipped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.text, self.bar, self.skip = TextLine(), SlimBar(), QPushButton()
        self.skip.clicked.connect(self.skipped)
        self._time = QTimeLine(USUAL_MS, self)
        self._time.setFrameRange(0, FULL)
        self._time.setUpdateInterval(FRAME_MS)
        self._time.frameChanged.connect(self.bar.setValue)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.text)
        words.addWidget(self.bar)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 6, 0, 4)
        whole.setSpacing(20)
        whole.addLayout(words, 1)
        whole.addWidget(self.skip)
        self.hide()

    def show_state(self, measuring: bool, theme: Theme) -> None:
        self.bar.paint_with(theme)
        self.text.say(
            translate("Models", "Measuring for a few seconds how fast this computer is…"), theme.quiet
        )
        self.bar.setAccessibleName(translate("Models", "Progress of the measurement"))
        self.skip.setText(translate("Models", "&Skip"))
        self.skip.setAccessibleName(translate("Models", "Skip the measurement"))
        self.bar.setVisible(measuring)
        if measuring and self.isHidden():
            self.bar.setValue(0)
            self._time.start()
        elif not measuring:
            self._time.stop()
        self.setVisible(measuring)
