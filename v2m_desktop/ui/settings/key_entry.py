"""Takes the key of a remote service, and says where the one in use is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from v2m_desktop.core.secrets import SecretPlace, SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.wording import translate


class KeyEntry(QWidget):
    """The field never shows a key, and is emptied the moment one is taken from it."""

    entered = Signal(object)
    forgotten = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.field.setPlaceholderText(translate("Settings", "Paste the key here"))
        self.save = QPushButton(translate("Settings", "Keep"))
        self.forget = QPushButton(translate("Settings", "Forget"))
        self.field.setAccessibleName(translate("Settings", "Key"))
        self.save.setAccessibleName(translate("Settings", "Keep the key"))
        self.forget.setAccessibleName(translate("Settings", "Forget the key"))
        self.state = Note(Tone.QUIET)
        for button in (self.save, self.forget):
            button.setAutoDefault(False)
        self.save.setEnabled(False)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self._take)
        self.save.clicked.connect(self._take)
        self.forget.clicked.connect(self.forgotten)
        self._arrange()

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.save)
        line.addWidget(self.forget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.state)

    def show_state(self, state: SecretState) -> None:
        self.state.say(_sentence(state))
        self.field.setAccessibleDescription(self.state.text())
        self.forget.setEnabled(state.place is not SecretPlace.NOWHERE)

    def empty(self) -> None:
        """Nobody who opens the dialog later finds half a key in it."""
        # Unlike clear(), this leaves nothing that undo could bring back.
        self.field.setText("")

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    @Slot()
    def _take(self) -> None:
        key = SensitiveText(self.field.text().strip())
        self.empty()
        if key:
            self.entered.emit(key)


def _sentence(state: SecretState) -> str:
    match state.place:
        case SecretPlace.NOWHERE:
            return translate("Settings", "No key.")
        case SecretPlace.KEYRING:
            return translate("Settings", "Kept in {keyring}.").format(keyring=state.keyring)
        case SecretPlace.SESSION:
            return translate("Settings", "Kept until the app ends: no keyring answers.")
