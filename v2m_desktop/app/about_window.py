"""Shows what the app is, with the keys in force and the places of its files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop import __version__
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.ui.about import AboutWindow
from v2m_desktop.ui.about_table import AboutView
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime


class About(QObject):
    """Makes the window when it is first asked for. GUI thread."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._window: AboutWindow | None = None

    @Slot()
    def open(self) -> None:
        if self._window is None:
            self._window = AboutWindow()
        self._window.show_view(self._view())
        self._window.show_in_front()

    def close(self) -> None:
        """The app ends."""
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()
            self._window = None

    def _view(self) -> AboutView:
        paths = self._runtime.paths
        keys = (
            (key_purpose(action), str(hotkey)) for action, hotkey in self._runtime.hotkeys.bindings.items()
        )
        return AboutView(
            version=__version__,
            hotkeys=tuple(keys),
            paths=(
                (translate("About", "Settings"), str(paths.settings_file)),
                (translate("About", "Recordings under way"), str(paths.spool)),
                (translate("About", "Models"), str(paths.models)),
                (translate("About", "Log"), str(paths.logs)),
            ),
        )


def key_purpose(action: KeyAction) -> str:
    match action:
        case KeyAction.DICTATE:
            return translate("About", "Dictate")
        case KeyAction.REFINE:
            return translate("About", "Dictate and refine")
        case KeyAction.TRANSLATE:
            return translate("About", "Dictate and translate")
        case KeyAction.INSERT:
            return translate("About", "Insert the text that was kept")
        case KeyAction.TAKE_BACK:
            return translate("About", "Take the last text back")
        case KeyAction.CANCEL:
            return translate("About", "Discard")
