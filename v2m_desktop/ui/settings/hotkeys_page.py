"""The hotkeys, and what pressing one means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton

from v2m_desktop.core.settings import Activation
from v2m_desktop.ui.settings.hotkey_edit import HotkeyEdit
from v2m_desktop.ui.settings.labels import wording
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.schema import value_of
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.wording import translate

HOTKEYS = (
    "hotkeys.dictate",
    "hotkeys.refine",
    "hotkeys.translate",
    "hotkeys.insert",
    "hotkeys.take_back",
)
NEEDED = HOTKEYS[0]


class HotkeysPage(Page):
    recording = Signal(bool)

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Hotkeys"))
        self._edits: dict[str, HotkeyEdit] = {}
        self._removers: dict[str, QPushButton] = {}
        for key in HOTKEYS:
            self._add_hotkey(key)
        self.form.add_section(translate("Settings", "Tap or hold"))
        self.add("hotkeys.activation")
        self.add("hotkeys.hold_ms")

    def _add_hotkey(self, key: str) -> None:
        edit = HotkeyEdit(key, optional=key != NEEDED)
        edit.setToolTip(translate("Settings", "Click, then press the keys. Esc gives up."))
        edit.recording.connect(self.recording)
        self._edits[key] = edit
        if key == NEEDED:
            self.add(key, edit)
            return
        remove = QPushButton(translate("Settings", "Remove"))
        remove.setAccessibleName(translate("Settings", "Remove: {name}").format(name=wording(key).name))
        remove.setAutoDefault(False)
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.clicked.connect(edit.clear)
        self._removers[key] = remove
        self.add(key, edit, beside=[remove])

    def show_view(self, view: SettingsView) -> None:
        super().show_view(view)
        hotkeys = {key: str(value_of(view.settings, key)) for key in HOTKEYS}
        for key, edit in self._edits.items():
            edit.taken = {
                hotkey: wording(other).name for other, hotkey in hotkeys.items() if hotkey and other != key
            }
        for key, remove in self._removers.items():
            remove.setEnabled(bool(hotkeys[key]))
        self.rows["hotkeys.hold_ms"].set_enabled(view.settings.hotkeys.activation is Activation.TAP_OR_HOLD)
