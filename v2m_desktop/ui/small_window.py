"""An ordinary small window with the tray's actions, for desktops that show no tray icons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from v2m_desktop.ui.control_menu import RECORDING, ControlMenu
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.icons import application_icon, state_icon
from v2m_desktop.ui.theme import scaled_font
from v2m_desktop.ui.view import TrayView
from v2m_desktop.ui.wording import APPLICATION, headline, state_name, translate

ICON_SIDE = 48


class SmallWindow(ControlSurface):
    """The same intents as the tray. Closing the window asks to quit: nothing else would be left to see."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.window = _Window(self)

    def show(self) -> None:
        # A window that took the focus would also take the dictated text.
        self.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.window.show()

    def hide(self) -> None:
        self.window.hide()

    def show_view(self, view: TrayView) -> None:
        self.window.show_view(view)

    def notify(self, sentence: str) -> None:
        self.window.show_notice(sentence)


class _Window(QWidget):
    _close_wanted = Signal()

    def __init__(self, surface: ControlSurface) -> None:
        super().__init__()
        self._view = TrayView()
        self._notice = ""
        self.menu = ControlMenu(surface, self)
        self.setWindowIcon(application_icon())
        self.icon, self.state, self.detail = QLabel(), QLabel(), QLabel()
        self.toggle, self.more = QPushButton(), QPushButton()
        self.state.setFont(scaled_font(1.2))
        self.detail.setWordWrap(True)
        self.toggle.setDefault(True)
        self.toggle.clicked.connect(surface.toggle_requested)
        self._close_wanted.connect(surface.quit_requested)
        self.more.setMenu(self.menu)
        self._arrange()
        self.retranslate()

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch()
        words.addWidget(self.state)
        words.addWidget(self.detail)
        words.addStretch()
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(self.icon)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.toggle, 1)
        buttons.addWidget(self.more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(14)
        whole.addLayout(top)
        whole.addLayout(buttons)
        self.setMinimumWidth(360)

    def show_view(self, view: TrayView) -> None:
        if view.state in RECORDING:
            self._notice = ""
        self._view = view
        self.icon.setPixmap(
            state_icon(view.state, view.microphone_open).pixmap(
                QSize(ICON_SIDE, ICON_SIDE), self.devicePixelRatioF()
            )
        )
        state = state_name(view.state)
        self.state.setText(state)
        self.icon.setAccessibleName(state)
        microphone = translate("Controls", "The microphone is open") if view.microphone_open else ""
        self.detail.setText(self._notice or "\n".join(filter(None, [_detail(view), microphone])))
        self.toggle.setText(
            translate("Controls", "&Stop dictation")
            if view.state in RECORDING
            else translate("Controls", "&Start dictation")
        )
        for control in (self.state, self.detail, self.toggle):
            control.setAccessibleName(control.text().replace("&", ""))
        self.menu.show_view(view)

    def show_notice(self, sentence: str) -> None:
        """Stays until the next recording."""
        self._notice = sentence
        self.show_view(self._view)

    def retranslate(self) -> None:
        self.setWindowTitle(APPLICATION)
        self.setAccessibleName(APPLICATION)
        self.more.setText(translate("Controls", "M&ore"))
        self.more.setAccessibleName(translate("Controls", "More actions"))
        self.show_view(self._view)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._close_wanted.emit()


def _detail(view: TrayView) -> str:
    """The headline without the state, which stands above it."""
    text, state = headline(view), state_name(view.state)
    return text.removeprefix(state).lstrip(" .,·")
