"""What the app is, what it does with your words, and which keys are in force."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from v2m_desktop.ui.about_table import SELECTABLE, AboutView, about_table
from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.licenses import LicensesWindow
from v2m_desktop.ui.placement import room_of_screen
from v2m_desktop.ui.theme import scaled_font
from v2m_desktop.ui.wording import APPLICATION, translate

ICON_SIDE = 64
LINE_LENGTH = 84
"""Width of the window in ordinary letters."""
SCREEN_SHARE = 0.9


class AboutWindow(QDialog):
    """Closing hides it. It never takes part in a dictation and blocks no other window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = AboutView()
        self.licenses: LicensesWindow | None = None
        self.setWindowIcon(application_icon())
        self.icon, self.name, self.version = QLabel(), QLabel(), QLabel()
        self.purpose, self.privacy_title, self.privacy = QLabel(), QLabel(), QLabel()
        self.licenses_button, self.close_button = QPushButton(), QPushButton()
        self._body, self._table, self._scroll = QWidget(), QWidget(), QScrollArea()
        self._column, self._buttons = QVBoxLayout(self._body), QHBoxLayout()
        self._dress()
        self._arrange()
        self.retranslate()

    def show_view(self, view: AboutView) -> None:
        if view != self._view:
            self._view = view
            self.retranslate()

    def show_in_front(self) -> None:
        """Blocks nothing."""
        self.fit_screen()
        self.show()
        self.raise_()
        self.activateWindow()

    def retranslate(self) -> None:
        title = translate("About", "About {application}").format(application=APPLICATION)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.name.setText(APPLICATION)
        self.version.setText(translate("About", "Version {version}").format(version=self._view.version))
        self.purpose.setText(translate("About", "You speak, and your words appear where you write."))
        self.privacy_title.setText(translate("About", "Privacy"))
        promises = _promises()
        self.privacy.setText(_as_list(promises))
        self.licenses_button.setText(translate("About", "&Licenses…"))
        self.close_button.setText(translate("About", "&Close"))
        for control in (self.name, self.version, self.purpose, self.privacy_title):
            control.setAccessibleName(control.text())
        self.icon.setAccessibleName(APPLICATION)
        self.privacy.setAccessibleName(" ".join(promises))
        for button in (self.licenses_button, self.close_button):
            button.setAccessibleName(button.text().replace("&", "").rstrip("…"))
        self._rebuild_table()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def fit_screen(self) -> None:
        """As large as the text asks for, if the screen has the room; what is left over is scrolled to."""
        width = LINE_LENGTH * self.fontMetrics().averageCharWidth() + 2 * 24
        needed = self._column.totalHeightForWidth(width) + self._buttons.sizeHint().height()
        screen = room_of_screen().size() * SCREEN_SHARE
        self.resize(QSize(width, needed).boundedTo(screen))

    def _dress(self) -> None:
        self.icon.setPixmap(application_icon().pixmap(QSize(ICON_SIDE, ICON_SIDE), self.devicePixelRatioF()))
        self.name.setFont(scaled_font(1.7, QFont.Weight.DemiBold))
        self.privacy_title.setFont(scaled_font(1.1, QFont.Weight.DemiBold))
        self.privacy.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.purpose, self.privacy):
            label.setWordWrap(True)
        for label in (self.version, self.purpose, self.privacy):
            label.setTextInteractionFlags(SELECTABLE)
        self.close_button.setDefault(True)
        self.licenses_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.licenses_button.clicked.connect(self._show_licenses)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self.name, self.version):
            words.addWidget(label)
        words.insertStretch(0)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(18)
        top.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        column = self._column
        column.setContentsMargins(24, 22, 24, 8)
        column.setSpacing(0)
        column.addLayout(top)
        column.addSpacing(14)
        column.addWidget(self.purpose)
        column.addSpacing(20)
        column.addWidget(self.privacy_title)
        column.addSpacing(4)
        column.addWidget(self.privacy)
        column.addSpacing(16)
        column.addWidget(self._table)
        column.addStretch(1)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._buttons.setContentsMargins(24, 12, 24, 18)
        self._buttons.addWidget(self.licenses_button)
        self._buttons.addStretch(1)
        self._buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addLayout(self._buttons)

    def _rebuild_table(self) -> None:
        old, self._table = self._table, about_table(self._view)
        self._column.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()

    @Slot()
    def _show_licenses(self) -> None:
        if self.licenses is None:
            self.licenses = LicensesWindow(self)
        self.licenses.show()
        self.licenses.raise_()
        self.licenses.activateWindow()


def _as_list(sentences: tuple[str, ...]) -> str:
    """Lines after the first of a sentence stand under its beginning, not under its bullet."""
    rows = (f"<tr><td>•&nbsp;&nbsp;</td><td>{html.escape(sentence)}</td></tr>" for sentence in sentences)
    return f'<table cellspacing="0" cellpadding="2">{"".join(rows)}</table>'


def _promises() -> tuple[str, ...]:
    return (
        translate("About", "Your voice is turned into text on this computer. It is never sent anywhere."),
        translate("About", "The microphone is open while you dictate, and longer only if you set it so."),
        translate("About", "A recording is kept until its text was delivered or you discard it."),
        translate("About", "Your words are never written to a log. There is no telemetry and no account."),
        translate("About", "A text leaves this computer only if you choose a rewriting service elsewhere."),
    )
