"""One model in the model window: what it is, how far it is, and the button for what comes next."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from v2m_desktop.models.fit import Suitability
from v2m_desktop.ui.models.parts import Badge, SlimBar, TextLine, Title, opaque
from v2m_desktop.ui.models.view import AT_WORK, ModelRow, RowState
from v2m_desktop.ui.models.wording import facts, percent, progress_line, purpose, verdict
from v2m_desktop.ui.theme import Theme
from v2m_desktop.ui.wording import translate

RADIUS = 10
MARGINS = (18, 14, 16, 12)


class Intent(Enum):
    DOWNLOAD = "download"
    CANCEL = "cancel"
    USE = "use"
    REMOVE = "remove"


INTENTS = {
    RowState.AVAILABLE: Intent.DOWNLOAD,
    RowState.PARTIAL: Intent.DOWNLOAD,
    RowState.DOWNLOADING: Intent.CANCEL,
    RowState.IMPORTING: Intent.CANCEL,
    RowState.INSTALLED: Intent.USE,
}


class ModelCard(QFrame):
    """`asked` carries an Intent and the model's name."""

    asked = Signal(object, str)

    def __init__(self, row: ModelRow, theme: Theme) -> None:
        super().__init__()
        self.row, self._theme = row, theme
        self.title = Title()
        self.badge = Badge()
        self.purpose, self.facts, self.fit = TextLine(), TextLine(0.94), TextLine(0.94)
        self.bar, self.progress, self.error = SlimBar(), TextLine(0.94), TextLine()
        self.main, self.remove = QPushButton(), QPushButton()
        self.remove.setFlat(True)
        self.main.clicked.connect(self._on_main)
        self.remove.clicked.connect(self._on_remove)
        # A screen reader reads the card and then its buttons; a click beside them does nothing.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self.show_row(row, theme)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.badge)
        head.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addLayout(head)
        for line in (self.purpose, self.facts, self.fit):
            words.addWidget(line)
        for part in (self.bar, self.progress, self.error):
            words.addWidget(part)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.main)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*MARGINS)
        whole.setSpacing(20)
        whole.addLayout(words, 1)
        whole.addLayout(buttons)

    def show_row(self, row: ModelRow, theme: Theme) -> None:
        self.row, self._theme = row, theme
        self.title.say(row.title, theme.text)
        self._show_badge()
        self.purpose.say("" if row.state is RowState.IMPORTING else purpose(row.name), theme.text)
        self.facts.say("" if row.state is RowState.IMPORTING else facts(row), theme.quiet)
        self._show_fit()
        self.bar.setVisible(row.state in AT_WORK - {RowState.REMOVING} or row.state is RowState.PARTIAL)
        self.bar.setValue(percent(row))
        self.bar.paint_with(theme)
        self.bar.setAccessibleName(translate("Models", "Progress of {model}").format(model=row.title))
        self.progress.say(progress_line(row), theme.quiet)
        self.error.say(row.error, theme.problem)
        self._show_buttons()
        self.setAccessibleName(row.title)
        self.setAccessibleDescription(self.purpose.text())
        self.update()

    def _show_badge(self) -> None:
        if self.row.state is RowState.IN_USE:
            self.badge.say(translate("Models", "In use"), self._theme.done)
        elif self.row.recommended:
            self.badge.say(translate("Models", "Recommended"), self._theme.voice)
        else:
            self.badge.say("", self._theme.quiet)

    def _show_fit(self) -> None:
        if self.row.fit is None:
            self.fit.say("")
            return
        theme = self._theme
        mark, color = {
            Suitability.FITS: ("✓", theme.done),
            Suitability.SLOW: ("!", theme.warning),
            Suitability.TIGHT: ("!", theme.warning),
            Suitability.TOO_LARGE: ("✕", theme.problem),
        }[self.row.fit.suitability]
        self.fit.say(f"{mark}  {verdict(self.row.fit)}", color)
        self.fit.setAccessibleName(verdict(self.row.fit))

    def _show_buttons(self) -> None:
        state = self.row.state
        self.main.setVisible(state not in (RowState.IN_USE, RowState.REMOVING))
        self.main.setEnabled(state in INTENTS)
        _name(self.main, self._main_text(), self.row.title)
        self.remove.setVisible(self.row.removable and state in (RowState.INSTALLED, RowState.PARTIAL))
        discard = (
            translate("Models", "Discard") if state is RowState.PARTIAL else translate("Models", "Remove")
        )
        _name(self.remove, discard, self.row.title)

    def _main_text(self) -> str:
        match self.row.state:
            case RowState.INSTALLED:
                return translate("Models", "Use")
            case RowState.DOWNLOADING | RowState.IMPORTING | RowState.STOPPING:
                return translate("Models", "Cancel")
            case _ if self.row.error:
                return translate("Models", "Try again")
            case RowState.PARTIAL:
                return translate("Models", "Resume")
            case _:
                return translate("Models", "Download")

    def widen_buttons(self, width: int) -> None:
        """All cards have their buttons in one column."""
        for button in (self.main, self.remove):
            button.setMinimumWidth(width)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.row.recommended or self.row.state is RowState.IN_USE
        edge = self._theme.border
        if chosen:
            edge = self._theme.done if self.row.state is RowState.IN_USE else self._theme.voice
        painter.setPen(QPen(edge, 1.5 if chosen else 1.0))
        painter.setBrush(opaque(self._theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)

    @Slot()
    def _on_main(self) -> None:
        intent = INTENTS.get(self.row.state)
        if intent is not None:
            self.asked.emit(intent, self.row.name)

    @Slot()
    def _on_remove(self) -> None:
        self.asked.emit(Intent.REMOVE, self.row.name)


def _name(button: QPushButton, text: str, model: str) -> None:
    """Several buttons have the same text; by ear they differ by the model."""
    if button.text() != text:
        button.setText(text)
    button.setAccessibleName(translate("Models", "{action}: {model}").format(action=text, model=model))
