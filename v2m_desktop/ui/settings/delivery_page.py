"""How a text gets into the window."""

from __future__ import annotations

import sys

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from v2m_desktop.core.settings import DeliveryMethod, PasteChord, TrailingSpace
from v2m_desktop.ui.settings.controls import CheckControl, ChoiceControl
from v2m_desktop.ui.settings.desktop_rows import DesktopRows
from v2m_desktop.ui.settings.labels import CHOICES, value_name
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.view import Choice
from v2m_desktop.ui.wording import translate

MAC_ONLY = PasteChord.CMD_V.value


class DeliveryPage(Page):
    seen = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Delivery"))
        self.add("delivery.method")
        chord = ChoiceControl("delivery.chord")
        names = [name for name in CHOICES[chord.key] if name != MAC_ONLY or sys.platform == "darwin"]
        chord.show_choices([Choice(name, value_name(chord.key, name)) for name in names])
        self.add("delivery.chord", chord)
        self.add("delivery.command")
        self.add("delivery.manners")
        space = (TrailingSpace.NEVER.value, TrailingSpace.ALWAYS.value)
        self.add("delivery.trailing_space", CheckControl("delivery.trailing_space", values=space))
        self.add("delivery.restore_clipboard")
        self.add("delivery.press_enter")
        self.form.add_section(translate("Settings", "Where it goes"))
        self.add("delivery.window_changed")
        self.add("delivery.terminal_newlines")
        self.add("delivery.blocked_applications")
        self.form.add_section(translate("Settings", "What this desktop allows"))
        self.desktop = DesktopRows()
        self.form.add_wide(self.desktop)

    def show_view(self, view: SettingsView) -> None:
        self.desktop.show_lines(view.desktop, can_allow=view.can_allow_keys)
        super().show_view(view)
        method = view.settings.delivery.method
        for key in ("delivery.chord", "delivery.restore_clipboard"):
            self.rows[key].set_enabled(method is DeliveryMethod.PASTE)
        for key in ("delivery.manners", "delivery.press_enter", "delivery.window_changed"):
            self.rows[key].set_enabled(method in (DeliveryMethod.PASTE, DeliveryMethod.TYPE))
        self.rows["delivery.terminal_newlines"].set_enabled(method is not DeliveryMethod.COMMAND)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.seen.emit()
