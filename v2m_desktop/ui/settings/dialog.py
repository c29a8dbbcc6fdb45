"""The settings dialog. It shows what the view says, and every change is emitted at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from v2m_desktop.ui.settings.view import SettingsView

PAGES = ("general", "hotkeys", "microphone", "recognition", "rewriting", "delivery", "privacy")


class SettingsDialog(QDialog):
    """Not modal. Decides nothing: a change that the app refuses is put back by the next view."""

    changed = Signal(str, object)
    """A setting such as "general.chime", and its new value as TOML knows it."""
    microphone_watched = Signal(bool)
    """The live level is on screen, or no longer."""
    models_requested = Signal()
    unload_requested = Signal()
    provider_models_wanted = Signal()
    key_entered = Signal(object)
    """Carries a SensitiveText."""
    key_forgotten = Signal()
    try_out_requested = Signal(str, object)
    """Carries "refine" or "translate", and a SensitiveText."""
    settings_file_requested = Signal()
    log_folder_requested = Signal()
    hotkeys_recording = Signal(bool)
    """Someone is pressing a new hotkey: the app's own must not react now."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = SettingsView()
        self._page = PAGES[0]
        self.finished.connect(self.closed)

    def show_view(self, view: SettingsView) -> None:
        """Cheap enough to be called for every new level of the microphone."""
        self._view = view

    def open_page(self, name: str) -> None:
        """Come to the front with the page `name`, one of PAGES."""
        self._page = name
        self.show()
