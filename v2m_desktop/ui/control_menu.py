"""The menu of tray and small window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from v2m_desktop.core.session import AppState
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.pick_menu import PickMenu
from v2m_desktop.ui.view import Choice, TrayView
from v2m_desktop.ui.wording import headline, language_name, microphone_name, translate

RECORDING = frozenset({AppState.ARMING, AppState.LISTENING})
LONGEST_HEADLINE = 64


class ControlMenu(QMenu):
    """Draws a TrayView as a menu and speaks through the signals of a ControlSurface."""

    _pause_chosen = Signal(bool)

    def __init__(self, surface: ControlSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TrayView()
        self._build()
        self._connect(surface)
        self.retranslate()

    def _build(self) -> None:
        self.headline = self.addAction("")
        self.headline.setEnabled(False)
        self.addSeparator()
        self.toggle = self.addAction("")
        self.cancel = self.addAction("")
        self.copy_last = self.addAction("")
        self.recover = self.addAction("")
        self.discard = self.addAction("")
        self.addSeparator()
        self.models, self.languages, self.microphones = PickMenu(self), PickMenu(self), PickMenu(self)
        for menu in (self.models, self.languages, self.microphones):
            self.addMenu(menu)
        self.addSeparator()
        self.pause = self.addAction("")
        self.pause.setCheckable(True)
        self.settings = self.addAction("")
        self.addSeparator()
        self.quit = self.addAction("")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _connect(self, surface: ControlSurface) -> None:
        # No reference to the surface is kept: a ring of Python references around Qt objects is deleted in
        # an order that nobody chooses.
        self.toggle.triggered.connect(surface.toggle_requested)
        self.cancel.triggered.connect(surface.cancel_requested)
        self.copy_last.triggered.connect(surface.copy_last_requested)
        self.recover.triggered.connect(surface.recover_requested)
        self.discard.triggered.connect(surface.discard_requested)
        self.models.chosen.connect(surface.model_chosen)
        self.languages.chosen.connect(surface.language_chosen)
        self.microphones.chosen.connect(surface.microphone_chosen)
        self.pause.triggered.connect(self._pause)
        self._pause_chosen.connect(surface.hotkeys_paused)
        self.settings.triggered.connect(surface.settings_requested)
        self.quit.triggered.connect(surface.quit_requested)

    def show_view(self, view: TrayView) -> None:
        """Cheap if nothing changed; submenus are rebuilt only when their entries differ."""
        self._view = view
        recording = view.state in RECORDING
        text = headline(view)
        self.headline.setText(_shortened(text).replace("&", "&&"))
        self.headline.setToolTip(text)
        # Disabled items are gray; what the user must read is not.
        self.headline.setEnabled(bool(view.problem or view.hotkeys_missing))
        self.toggle.setText(
            translate("Controls", "&Stop dictation")
            if recording
            else translate("Controls", "&Start dictation")
        )
        self.cancel.setEnabled(recording)
        self.copy_last.setEnabled(view.has_last_text)
        self.recover.setVisible(view.leftover_takes > 0)
        self.recover.setText(
            translate("Controls", "&Recover recordings… ({count})").format(count=view.leftover_takes)
        )
        self.discard.setVisible(view.leftover_takes > 0)
        self.models.show_choices(view.models, view.model)
        self.languages.show_choices(
            [Choice(code, language_name(code)) for code in view.languages], view.language
        )
        self.microphones.show_choices(
            [Choice(name, microphone_name(name)) for name in view.microphones], view.microphone
        )
        self.pause.setChecked(view.hotkeys_paused)
        self.pause.setText(
            translate("Controls", "Pause &hotkeys")
            if view.hotkeys_missing is None
            else translate("Controls", "Try to take &hotkeys again")
        )

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Controls", "Voice2Machine menu"))
        self.cancel.setText(translate("Controls", "&Discard this recording"))
        self.copy_last.setText(translate("Controls", "&Copy last text"))
        self.models.setTitle(translate("Controls", "&Model"))
        self.languages.setTitle(translate("Controls", "&Language"))
        self.microphones.setTitle(translate("Controls", "Micro&phone"))
        self.discard.setText(translate("Controls", "Discard &kept recordings…"))
        self.settings.setText(translate("Controls", "Open settings &file"))
        self.quit.setText(translate("Controls", "&Quit"))
        self.show_view(self._view)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        self.pause.setChecked(self._view.hotkeys_paused)
        self._pause_chosen.emit(paused and self._view.hotkeys_missing is None)


def _shortened(text: str) -> str:
    """A menu must not get as wide as a long sentence; the tooltip has all of it."""
    return text if len(text) <= LONGEST_HEADLINE else text[: LONGEST_HEADLINE - 1].rstrip() + "…"
