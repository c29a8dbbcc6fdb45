"""The menu of tray and small window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from v2m_desktop.core.session import AppState
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.pick_menu import PickMenu
from v2m_desktop.ui.view import Choice, TrayView
from v2m_desktop.ui.wording import action_choices, headline, language_name, microphone_name, translate

RECORDING = frozenset({AppState.ARMING, AppState.LISTENING})
LONGEST_HEADLINE = 64


class ControlMenu(QMenu):
    """Draws a TrayView as a menu and speaks through the signals of a ControlSurface."""

    _pause_chosen = Signal(bool)
    _action_wanted = Signal(str)

    def __init__(self, surface: ControlSurface, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = TrayView()
        self.setToolTipsVisible(True)
        self._build()
        self._connect(surface)
        self.retranslate()

    def _build(self) -> None:
        self.headline = self.addAction("")
        self.headline.setEnabled(False)
        self.remote = self.addAction("")
        self.addSeparator()
        self.toggle = self.addAction("")
        self.refine = self.addAction("")
        self.translate = self.addAction("")
        self.cancel = self.addAction("")
        self.copy_last = self.addAction("")
        self.copy_spoken = self.addAction("")
        self.take_back = self.addAction("")
        self.put_back = self.addAction("")
        self.recover = self.addAction("")
        self.discard = self.addAction("")
        self.addSeparator()
        self.models, self.languages = PickMenu(self), PickMenu(self)
        self.actions_menu, self.microphones = PickMenu(self), PickMenu(self)
        for menu in (self.models, self.languages, self.actions_menu, self.microphones):
            self.addMenu(menu)
        self.get_model, self.unload = self.models.add_last(), self.models.add_last()
        self.addSeparator()
        self.pause = self.addAction("")
        self.pause.setCheckable(True)
        self.settings = self.addAction("")
        self.about = self.addAction("")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.addSeparator()
        self.quit = self.addAction("")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _connect(self, surface: ControlSurface) -> None:
        # No reference to the surface is kept: a ring of Python references around Qt objects is deleted in
        # an order that nobody chooses.
        self.aboutToShow.connect(surface.opened)
        self.toggle.triggered.connect(surface.toggle_requested)
        self.remote.triggered.connect(surface.rewriting_settings_requested)
        self.refine.triggered.connect(self._ask_to_refine)
        self.translate.triggered.connect(self._ask_to_translate)
        self._action_wanted.connect(surface.action_requested)
        self.cancel.triggered.connect(surface.cancel_requested)
        self.copy_last.triggered.connect(surface.copy_last_requested)
        self.copy_spoken.triggered.connect(surface.copy_spoken_requested)
        self.take_back.triggered.connect(surface.take_back_requested)
        self.put_back.triggered.connect(surface.put_back_requested)
        self.recover.triggered.connect(surface.recover_requested)
        self.discard.triggered.connect(surface.discard_requested)
        self.models.chosen.connect(surface.model_chosen)
        self.languages.chosen.connect(surface.language_chosen)
        self.microphones.chosen.connect(surface.microphone_chosen)
        self.actions_menu.chosen.connect(surface.action_chosen)
        self.get_model.triggered.connect(surface.models_requested)
        self.unload.triggered.connect(surface.unload_requested)
        self.pause.triggered.connect(self._pause)
        self._pause_chosen.connect(surface.hotkeys_paused)
        self.settings.triggered.connect(surface.settings_requested)
        self.about.triggered.connect(surface.about_requested)
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
        self.remote.setVisible(view.remote_host is not None)
        self.remote.setText(
            translate("Controls", "Te&xt leaves this computer: {host}").format(host=view.remote_host)
        )
        for action in (self.refine, self.translate):
            action.setEnabled(not recording)
        self.translate.setText(
            translate("Controls", "Dictate and &translate: {language}").format(
                language=language_name(view.target_language)
            )
        )
        self.cancel.setEnabled(recording or view.rewriting)
        self.cancel.setText(
            translate("Controls", "&Discard this recording")
            if recording or not view.rewriting
            else translate("Controls", "Stop rewritin&g, keep the words")
        )
        self.copy_last.setEnabled(view.has_last_text)
        self.copy_spoken.setVisible(view.has_spoken)
        self.take_back.setEnabled(view.can_take_back)
        self.take_back.setText(
            translate("Controls", "&Insert the text again")
            if view.taken_back
            else translate("Controls", "Take &back the last text")
        )
        self.put_back.setVisible(view.clipboard_lost)
        self.unload.setEnabled(view.model_loaded)
        self.recover.setVisible(view.leftover_takes > 0)
        self.recover.setText(
            translate("Controls", "Reco&ver recordings… ({count})").format(count=view.leftover_takes)
        )
        self.discard.setVisible(view.leftover_takes > 0)
        self.models.show_choices(view.models, view.model)
        self.languages.show_choices(
            [Choice(code, language_name(code)) for code in view.languages], view.language
        )
        self.microphones.show_choices(
            [Choice(name, microphone_name(name)) for name in view.microphones], view.microphone
        )
        self.actions_menu.show_choices(action_choices(view.target_language), view.action)
        self.pause.setChecked(view.hotkeys_paused)
        self.pause.setText(
            translate("Controls", "Pause &hotkeys")
            if view.hotkeys_missing is None
            else translate("Controls", "Try to take &hotkeys again")
        )

    def retranslate(self) -> None:
        self.setAccessibleName(translate("Controls", "Voice2Machine menu"))
        self.refine.setText(translate("Controls", "Dictate and &refine"))
        self.copy_last.setText(translate("Controls", "&Copy last text"))
        self.copy_spoken.setText(translate("Controls", "Copy last text as sp&oken"))
        self.put_back.setText(translate("Controls", "P&ut my clipboard back"))
        self.actions_menu.setTitle(translate("Controls", "&What the hotkey does"))
        self.get_model.setText(translate("Controls", "&Get another model…"))
        self.unload.setText(translate("Controls", "&Unload the model"))
        self.about.setText(translate("Controls", "&About Voice2Machine"))
        self.models.setTitle(translate("Controls", "&Model"))
        self.languages.setTitle(translate("Controls", "&Language"))
        self.microphones.setTitle(translate("Controls", "Micro&phone"))
        self.discard.setText(translate("Controls", "Discard &kept recordings…"))
        self.settings.setText(translate("Controls", "S&ettings…"))
        self.quit.setText(translate("Controls", "&Quit"))
        self.show_view(self._view)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    @Slot()
    def _ask_to_refine(self) -> None:
        self._action_wanted.emit("refine")

    @Slot()
    def _ask_to_translate(self) -> None:
        self._action_wanted.emit("translate")

    @Slot(bool)
    def _pause(self, paused: bool) -> None:
        self.pause.setChecked(self._view.hotkeys_paused)
        self._pause_chosen.emit(paused and self._view.hotkeys_missing is None)


def _shortened(text: str) -> str:
    """A menu must not get as wide as a long sentence; the tooltip has all of it."""
    return text if len(text) <= LONGEST_HEADLINE else text[: LONGEST_HEADLINE - 1].rstrip() + "…"
