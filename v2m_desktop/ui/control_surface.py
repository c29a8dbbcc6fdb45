"""What tray and small window have in common: the intents they emit."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from v2m_desktop.ui.view import TrayView


class ControlSurface(QObject):
    """A place with the app's actions. It shows views and emits what the user wants; it decides nothing."""

    opened = Signal()
    """Somebody looks at the menu: what it offers should be what there is now."""
    toggle_requested = Signal()
    cancel_requested = Signal()
    action_requested = Signal(str)
    """A take whose words are refined or translated, whatever the usual action is."""
    model_chosen = Signal(str)
    language_chosen = Signal(str)
    microphone_chosen = Signal(str)
    action_chosen = Signal(str)
    models_requested = Signal()
    unload_requested = Signal()
    hotkeys_paused = Signal(bool)
    copy_last_requested = Signal()
    copy_spoken_requested = Signal()
    take_back_requested = Signal()
    put_back_requested = Signal()
    settings_requested = Signal()
    rewriting_settings_requested = Signal()
    about_requested = Signal()
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
