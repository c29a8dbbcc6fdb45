"""The pages of the dialog and the list of their names."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from v2m_desktop.ui.settings.delivery_page import DeliveryPage
from v2m_desktop.ui.settings.general_page import GeneralPage
from v2m_desktop.ui.settings.hotkeys_page import HotkeysPage
from v2m_desktop.ui.settings.microphone_page import MicrophonePage
from v2m_desktop.ui.settings.mnemonics import key_of, with_keys
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.privacy_page import PrivacyPage
from v2m_desktop.ui.settings.recognition_page import RecognitionPage
from v2m_desktop.ui.settings.rewriting_page import RewritingPage
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import translate

PAGES = ("general", "hotkeys", "microphone", "recognition", "rewriting", "delivery", "privacy")

INDEX_PADDING = 10
AIR = 5


class Book(QWidget):
    """Made anew when the language of the interface changes."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.general, self.hotkeys, self.microphone = GeneralPage(), HotkeysPage(), MicrophonePage()
        self.recognition, self.rewriting = RecognitionPage(), RewritingPage()
        self.delivery, self.privacy = DeliveryPage(), PrivacyPage()
        self.index, self.stack = QListWidget(), QStackedWidget()
        self._air = QPixmap(AIR, AIR)
        self._air.fill(Qt.GlobalColor.transparent)
        self.index.setIconSize(self._air.size())
        self.close_button = QPushButton(with_keys([translate("Settings", "Close")])[0])
        self.close_button.setAutoDefault(False)
        for page in self.pages:
            page.changed.connect(self.changed)
            page.finish(frozenset(key_of(self.close_button.text())))
            self.stack.addWidget(page)
            self.index.addItem(self._entry(page.title))
        self._prepare_index()
        self._arrange()

    @property
    def pages(self) -> tuple[Page, ...]:
        """In the order of PAGES."""
        pages: list[Page] = [getattr(self, name) for name in PAGES]
        return tuple(pages)

    @property
    def page_name(self) -> str:
        return PAGES[self.index.currentRow()]

    def open_page(self, name: str) -> None:
        self.index.setCurrentRow(PAGES.index(name))

    def turn(self, step: int) -> None:
        """To the next page, and from the last one to the first."""
        self.index.setCurrentRow((self.index.currentRow() + step) % len(PAGES))

    def show_view(self, view: SettingsView) -> None:
        for page in self.pages:
            page.show_view(view)

    def flush(self) -> None:
        """Emit what was typed and not yet emitted."""
        for page in self.pages:
            page.flush()

    def _entry(self, title: str) -> QListWidgetItem:
        # The picture is only air: styles put the text right at the edge otherwise.
        entry = QListWidgetItem(QIcon(self._air), title)
        height = self.index.fontMetrics().height() + 2 * INDEX_PADDING
        width = self.index.fontMetrics().horizontalAdvance(title) + 4 * INDEX_PADDING
        entry.setSizeHint(QSize(width, height))
        return entry

    def _prepare_index(self) -> None:
        index = self.index
        index.setAccessibleName(translate("Settings", "Pages"))
        index.setFrameShape(QFrame.Shape.NoFrame)
        index.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        index.setFixedWidth(index.sizeHintForColumn(0) + 2 * INDEX_PADDING)
        index.currentRowChanged.connect(self._show_page)
        index.setCurrentRow(0)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(28, 10, 16, 14)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.stack, 1)
        right.addWidget(_line(QFrame.Shape.HLine))
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.index)
        row.addWidget(_line(QFrame.Shape.VLine))
        row.addLayout(right, 1)

    @Slot(int)
    def _show_page(self, place: int) -> None:
        self.stack.setCurrentIndex(place)


def _line(shape: QFrame.Shape) -> QFrame:
    line = QFrame()
    line.setFrameShape(shape)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.foregroundRole().Mid)
    return line
