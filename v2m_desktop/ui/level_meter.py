"""A level meter that moves with the voice and costs nothing while nothing moves."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from v2m_desktop.ui.theme import Theme
from v2m_desktop.ui.view import SILENCE_DBFS

FRAME_MS = 33
FLOOR_DBFS, CEILING_DBFS = -56.0, -14.0
"""A quiet room is about -60 dBFS, a voice close to the microphone peaks near -15."""
ATTACK, DECAY = 0.6, 0.22
SETTLED = 0.01
SHAPE = (0.5, 0.72, 0.9, 1.0, 0.9, 0.72, 0.5)
"""Height of each bar at the same level: an arch."""
CENTER = len(SHAPE) // 2


def fraction_of(level_dbfs: float) -> float:
    """0 at FLOOR_DBFS, 1 at CEILING_DBFS."""
    return min(1.0, max(0.0, (level_dbfs - FLOOR_DBFS) / (CEILING_DBFS - FLOOR_DBFS)))


class LevelTrace:
    """The smoothed level and its last moments: the center bar shows now, outer bars what was before."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque([0.0] * (CENTER + 1), maxlen=CENTER + 1)

    def advance(self, target: float) -> bool:
        """One frame. False once every bar has come to rest."""
        now = self._levels[0]
        step = (target - now) * (ATTACK if target > now else DECAY)
        self._levels.appendleft(target if abs(target - now - step) < SETTLED else now + step)
        return any(abs(level - target) > SETTLED for level in self._levels)

    def heights(self) -> list[float]:
        """One value in [0, 1] per bar, left to right."""
        return [share * self._levels[abs(number - CENTER)] for number, share in enumerate(SHAPE)]

    def clear(self) -> None:
        self._levels.extend([0.0] * len(self._levels))


class LevelMeter(QWidget):
    """Seven bars. The timer runs only between a change of level and the moment the bars are at rest."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._trace = LevelTrace()
        self._target = 0.0
        self._speech = False
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME_MS)
        self._frames.timeout.connect(self._advance)
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(40, 28)

    @property
    def moving(self) -> bool:
        return self._frames.isActive()

    def show_level(self, level_dbfs: float, speech: bool) -> None:
        """`level_dbfs` of the latest audio; `speech` colors the bars."""
        if speech != self._speech:
            self._speech = speech
            self.update()
        target = fraction_of(level_dbfs)
        if target != self._target:
            self._target = target
            self._wake()

    def rest(self) -> None:
        """Fall silent at once: the recording is over."""
        self._frames.stop()
        self._trace.clear()
        self._target, self._speech = fraction_of(SILENCE_DBFS), False
        self.update()

    def _wake(self) -> None:
        if self.isVisible() and not self._frames.isActive():
            self._frames.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._target > 0:
            self._wake()

    def hideEvent(self, event: QHideEvent) -> None:
        self._frames.stop()
        super().hideEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.voice if self._speech else self.theme.quiet)
        wide, tall = 3.6, float(self.height())
        pitch = (self.width() - wide) / (len(SHAPE) - 1)
        for number, height in enumerate(self._trace.heights()):
            length = wide + height * (tall - wide)
            painter.drawRoundedRect(
                QRectF(number * pitch, (tall - length) / 2, wide, length), wide / 2, wide / 2
            )

    @Slot()
    def _advance(self) -> None:
        if not self._trace.advance(self._target):
            self._frames.stop()
        self.update()
