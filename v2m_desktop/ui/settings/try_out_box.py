"""Refines or translates a text that somebody types, to see what the instructions do."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.settings.text_controls import show_lines
from v2m_desktop.ui.settings.view import TryOut
from v2m_desktop.ui.welcome import welcome_dictation
from v2m_desktop.ui.wording import translate

EXAMPLE_LINES, RESULT_LINES = 3, 4


class TryOutBox(QWidget):
    requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.text, self.result = QPlainTextEdit(), QPlainTextEdit()
        welcome_dictation(self.text)
        self.text_label = QLabel(translate("Settings", "Text"))
        self.result_label = QLabel(translate("Settings", "Result"))
        self.refine = QPushButton(translate("Settings", "Refine"))
        self.translate_text = QPushButton(translate("Settings", "Translate"))
        self.message = Note(Tone.QUIET)
        self._shown = TryOut()
        self.text.setPlainText(
            translate(
                "Settings", "so um I think we should we should meet on monday no wait on tuesday at ten"
            )
        )
        self.result.setReadOnly(True)
        for label, editor, lines in (
            (self.text_label, self.text, EXAMPLE_LINES),
            (self.result_label, self.result, RESULT_LINES),
        ):
            label.setBuddy(editor)
            editor.setAccessibleName(label.text())
            editor.setTabChangesFocus(True)
            show_lines(editor, lines)
        for button in (self.refine, self.translate_text):
            button.setAutoDefault(False)
        self.refine.clicked.connect(self._ask_to_refine)
        self.translate_text.clicked.connect(self._ask_to_translate)
        self.text.textChanged.connect(self._on_text)
        self._arrange()

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.refine)
        buttons.addWidget(self.translate_text)
        buttons.addSpacing(6)
        buttons.addWidget(self.message, 1)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text_label)
        column.addWidget(self.text)
        column.addSpacing(2)
        column.addLayout(buttons)
        column.addSpacing(2)
        column.addWidget(self.result_label)
        column.addWidget(self.result)

    def show_try_out(self, try_out: TryOut) -> None:
        if try_out == self._shown:
            return
        self._shown = try_out
        self.result.setPlainText(try_out.text.reveal())
        self.message.say(translate("Settings", "Working…") if try_out.busy else try_out.message)
        self._on_text()

    @Slot()
    def _on_text(self) -> None:
        ready = not self._shown.busy and bool(self.text.toPlainText().strip())
        for button in (self.refine, self.translate_text):
            button.setEnabled(ready)

    @Slot()
    def _ask_to_refine(self) -> None:
        self._ask(Action.REFINE)

    @Slot()
    def _ask_to_translate(self) -> None:
        self._ask(Action.TRANSLATE)

    def _ask(self, action: Action) -> None:
        self.requested.emit(action.value, SensitiveText(self.text.toPlainText().strip()))
