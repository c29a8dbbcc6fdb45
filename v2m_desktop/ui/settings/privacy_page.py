"""What is kept where, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.ui.settings.notes import Note, Tone
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import translate


class PrivacyPage(Page):
    settings_file_requested = Signal()
    log_folder_requested = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Privacy"))
        self.form.add_wide(_Facts())
        self.form.add_section(translate("Settings", "Files"))
        self.add("logging.level")
        self.log_folder = QPushButton(translate("Settings", "Open the folder"))
        self.settings_file = QPushButton(translate("Settings", "Open the file"))
        self.log_folder.clicked.connect(self.log_folder_requested)
        self.settings_file.clicked.connect(self.settings_file_requested)
        self._log_row = self.form.add_row(self.log_folder, translate("Settings", "Log folder"))
        self._file_row = self.form.add_row(self.settings_file, translate("Settings", "Settings file"))
        for button in (self.log_folder, self.settings_file):
            button.setAutoDefault(False)
        for row in (self._log_row, self._file_row):
            row.help.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_view(self, view: SettingsView) -> None:
        super().show_view(view)
        self._log_row.help.say(view.log_folder)
        self._file_row.help.say(view.settings_path)


class _Facts(QWidget):
    """A list of promises."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for fact in _facts():
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(Note(Tone.PLAIN, "•"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Note(Tone.PLAIN, fact), 1)
            column.addLayout(line)


def _facts() -> tuple[str, ...]:
    return (
        translate("Settings", "Your voice is recognized on this computer. It is never sent anywhere."),
        translate(
            "Settings",
            "A recording and its text are on your disk until the text was delivered or you discarded it; "
            "a recording without words for a day.",
        ),
        translate("Settings", "The last text is kept in memory only. It is gone when the app ends."),
        translate("Settings", "A text leaves this computer only if you have it rewritten on another one."),
        translate(
            "Settings",
            "Keys of services are kept in the system's keyring or, without one, until the app ends.",
        ),
        translate("Settings", "No telemetry and no account. Models are downloaded only when you ask for it."),
    )
