"""The licenses of the app and of everything in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.core.resources import resource
from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.placement import room_of_screen
from v2m_desktop.ui.wording import APPLICATION, translate

THIRD_PARTY = "licenses/THIRD_PARTY.txt"
COLUMNS, ROWS = 122, 24
"""Size of the text at first: the file has lines of up to 120 columns."""
SCREEN_SHARE = 0.9


class LicensesWindow(QDialog):
    """What may be done with the app in three sentences, and all the texts under it."""

    def __init__(self, parent: QWidget | None = None, file: Path | None = None) -> None:
        super().__init__(parent)
        self._file = resource(THIRD_PARTY) if file is None else file
        self.setWindowIcon(application_icon())
        self.summary, self.texts, self.close_button = QLabel(), QPlainTextEdit(), QPushButton()
        self.summary.setWordWrap(True)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.texts.setReadOnly(True)
        self.texts.setTabChangesFocus(True)
        self.texts.setTextInteractionFlags(self.summary.textInteractionFlags())
        self.texts.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self._arrange()
        self.retranslate()
        self._fit_screen()

    def retranslate(self) -> None:
        title = translate("About", "Licenses")
        self.setWindowTitle(f"{title} – {APPLICATION}")
        self.setAccessibleName(title)
        self.summary.setText("\n\n".join(_summary()))
        self.summary.setAccessibleName(self.summary.text())
        self.texts.setAccessibleName(translate("About", "Licenses of all parts"))
        self.texts.setPlainText(self._read())
        self.close_button.setText(translate("About", "&Close"))
        self.close_button.setAccessibleName(self.close_button.text().replace("&", ""))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _read(self) -> str:
        try:
            return self._file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return translate(
                "About",
                "The full texts are missing from this copy of the app. Install it again to read them here, "
                "or look for them at the projects named above.",
            )

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 18)
        whole.setSpacing(16)
        whole.addWidget(self.summary)
        whole.addWidget(self.texts, 1)
        whole.addLayout(buttons)

    def _fit_screen(self) -> None:
        metrics = self.texts.fontMetrics()
        margins = 2 * (24 + self.texts.frameWidth() + round(self.texts.document().documentMargin()))
        bar = self.texts.verticalScrollBar().sizeHint().width()
        width = metrics.horizontalAdvance("0" * COLUMNS) + margins + bar
        height = self.heightForWidth(width) + ROWS * metrics.lineSpacing()
        screen = room_of_screen().size() * SCREEN_SHARE
        self.resize(QSize(width, height).boundedTo(screen))


def _summary() -> tuple[str, ...]:
    return (
        translate(
            "About",
            "The code of Voice2Machine itself is under the MIT license: use it, change it, pass it on.",
        ),
        translate(
            "About",
            "Sound files are read by PyAV, which brings FFmpeg and with it x264 and x265, two libraries "
            "under the GNU General Public License. That changes nothing for using the app. But a bundle that "
            "contains them may be passed on only under the terms of that license, version 3, together with "
            "the sources.",
        ),
        translate(
            "About",
            "The sources are published by the projects: Voice2Machine, PyAV, FFmpeg, x264 and x265.",
        ),
    )
