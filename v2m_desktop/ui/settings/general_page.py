"""Language, start, sound and overlay."""

from __future__ import annotations

from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import translate


class GeneralPage(Page):
    def __init__(self) -> None:
        super().__init__(translate("Settings", "General"))
        self.add("general.interface_language")
        self.add("general.autostart")
        self.form.add_section(translate("Settings", "While dictating"))
        for key in ("general.chime", "overlay.shown", "overlay.resources"):
            self.add(key)

    def show_view(self, view: SettingsView) -> None:
        super().show_view(view)
        self.rows["overlay.resources"].set_enabled(view.settings.overlay.shown)
