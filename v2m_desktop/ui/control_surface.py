"""What tray and small window have in common: the intents they emit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from v2m_desktop.ui.view import TrayView


class ControlSurface(QObject):
    """A place with the app's actions. It shows views and emits what the user wants; it decides nothing."""

    toggle_requested = Signal()
    cancel_requested = Signal()
    model_chosen = Signal(str)
    language_chosen = Signal(str)
    microphone_chosen = Signal(str)
    hotkeys_paused = Signal(bool)
    copy_last_requested = Signal()
    settings_requested = Signal()
    recover_requested = Signal()
    discard_requested = Signal()
    quit_requested = Signal()

    def show(self) -> None:
        raise NotImplementedError

    def hide(self) -> None:
        raise NotImplementedError

    def show_view(self, view: TrayView) -> None:
        raise NotImplementedError

    def notify(self, sentence: str) -> None:
        """Tell the user one thing that is not about a take. Never dictated words."""
        raise NotImplementedError
