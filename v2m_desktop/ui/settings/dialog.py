"""The settings dialog. It shows what the view says, and every change is emitted at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from v2m_desktop.ui.icons import application_icon
from v2m_desktop.ui.settings.book import Book
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import APPLICATION, translate

SIZE = QSize(56, 42)
"""In lines of text, so that it grows with the user's font."""
FEWEST_LINES = 22
SCREEN_SHARE = 0.9


class SettingsDialog(QDialog):
    """Not modal. Decides nothing: a change that the app refuses is put back by the next view."""

    changed = Signal(str, object)
    """A setting such as "general.chime", and its new value as TOML knows it."""
    microphone_watched = Signal(bool)
    """The live level is on screen, or no longer."""
    models_requested = Signal()
    unload_requested = Signal()
    check_again_requested = Signal()
    provider_models_wanted = Signal()
    """Somebody asks for the list again, or sees the page while there is none."""
    key_entered = Signal(object)
    """Carries a SensitiveText."""
    key_forgotten = Signal()
    try_out_requested = Signal(str, object)
    """Carries "refine" or "translate", and a SensitiveText."""
    settings_file_requested = Signal()
    log_folder_requested = Signal()
    allow_keys_requested = Signal()
    desktop_wanted = Signal()
    """Somebody sees the page that says what the desktop allows."""
    hotkeys_recording = Signal(bool)
    """Someone is pressing a new hotkey: the app's own must not react now."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = SettingsView()
        self.setWindowIcon(application_icon())
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._language_change = QTimer(self, interval=0, singleShot=True)
        self._language_change.timeout.connect(self._rebuild)
        for keys, turn in (("Ctrl+Tab", self._next), ("Ctrl+Shift+Tab", self._previous)):
            QShortcut(QKeySequence(keys), self).activated.connect(turn)
        for keys, turn in (("Ctrl+PgDown", self._next), ("Ctrl+PgUp", self._previous)):
            QShortcut(QKeySequence(keys), self).activated.connect(turn)
        self.finished.connect(self.closed)
        self.book = self._new_book()
        self._fit_screen()

    def show_view(self, view: SettingsView) -> None:
        """Cheap enough to be called for every new level of the microphone."""
        self._view = view
        self.book.show_view(view)

    def open_page(self, name: str) -> None:
        """Come to the front with the page `name`, one of `book.PAGES`."""
        self.book.open_page(name)
        self.show()
        self.raise_()
        self.activateWindow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            # Later, and once: several translations change one after the other, perhaps on behalf of a control
            # of a page that is in the middle of saying so.
            self._language_change.start()
        super().changeEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.book.flush()
        super().hideEvent(event)

    def _new_book(self) -> Book:
        """All pages in the language of the interface."""
        title = translate("Settings", "Settings")
        self.setWindowTitle(f"{title} – {APPLICATION}")
        self.setAccessibleName(title)
        book = Book()
        for ours, theirs in (
            (self.changed, book.changed),
            (self.microphone_watched, book.microphone.watched),
            (self.models_requested, book.recognition.models_requested),
            (self.unload_requested, book.recognition.unload_requested),
            (self.check_again_requested, book.recognition.check_again_requested),
            (self.provider_models_wanted, book.rewriting.models_wanted),
            (self.key_entered, book.rewriting.key_entered),
            (self.key_forgotten, book.rewriting.key_forgotten),
            (self.try_out_requested, book.rewriting.try_out_requested),
            (self.settings_file_requested, book.privacy.settings_file_requested),
            (self.log_folder_requested, book.privacy.log_folder_requested),
            (self.allow_keys_requested, book.delivery.desktop.allow_requested),
            (self.desktop_wanted, book.delivery.seen),
            (self.hotkeys_recording, book.hotkeys.recording),
        ):
            theirs.connect(ours)
        book.close_button.clicked.connect(self.close)
        self._row.addWidget(book)
        book.show_view(self._view)
        return book

    @Slot()
    def _rebuild(self) -> None:
        old = self.book
        old.flush()
        focused = self.focusWidget()
        self._row.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.book = self._new_book()
        self.book.open_page(old.page_name)
        # Whoever changed the language by keyboard goes on where they were.
        control = self.book.findChild(QWidget, focused.objectName()) if focused is not None else None
        (control or self.book.index).setFocus()

    @Slot()
    def _next(self) -> None:
        self.book.turn(1)

    @Slot()
    def _previous(self) -> None:
        self.book.turn(-1)

    def _fit_screen(self) -> None:
        line = self.fontMetrics().lineSpacing()
        # Not QWidget.screen(): PySide makes the screen a child of the widget, and deletes both together.
        screen = QGuiApplication.primaryScreen().availableGeometry().size() * SCREEN_SHARE
        self.setMinimumHeight(min(FEWEST_LINES * line, screen.height()))
        self.resize((SIZE * line).boundedTo(screen))
        self.setWindowModality(Qt.WindowModality.NonModal)
