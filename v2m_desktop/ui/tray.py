"""The tray icon."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from v2m_desktop.ui.control_menu import ControlMenu
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.icons import state_icon
from v2m_desktop.ui.view import TrayView
from v2m_desktop.ui.wording import APPLICATION, tooltip

NOTICE_MS = 6000


def tray_host_present() -> bool:
    """Whether this desktop shows tray icons. It may begin to later, so asking again makes sense."""
    return QSystemTrayIcon.isSystemTrayAvailable()


class Tray(ControlSurface):
    """State icon and menu. A plain click starts or stops, as the hotkey does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.menu = ControlMenu(self)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._clicked)
        self._view: TrayView | None = None
        self.show_view(TrayView())

    def show(self) -> None:
        self.icon.show()

    def hide(self) -> None:
        self.icon.hide()

    def show_view(self, view: TrayView) -> None:
        """Icon, tooltip and menu follow the view."""
        if view == self._view:
            return
        self._view = view
        self.icon.setIcon(state_icon(view.state, view.microphone_open))
        self.icon.setToolTip(tooltip(view))
        self.menu.show_view(view)

    def notify(self, sentence: str) -> None:
        self.icon.showMessage(APPLICATION, sentence, self.icon.icon(), NOTICE_MS)

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.toggle_requested.emit()
