"""Tells people what went wrong: once where it happened once, until it is mended where it lasts."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Slot

from v2m_desktop.app.presenter import MICROPHONE, STORAGE, Presenter
from v2m_desktop.core.errors import AudioError, V2mError
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.error_text import error_sentence

log = logging.getLogger(__name__)


class Notices(QObject):
    """The one way from an error to log, notification, tray and overlay. GUI thread."""

    def __init__(self, surface: ControlSurface, presenter: Presenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._surface = surface
        self._presenter = presenter

    def tell(self, error: V2mError) -> None:
        """It happened, and that is that."""
        log.warning("%s", error.message)
        self._surface.notify(error_sentence(error))

    def hold(self, key: str, *errors: V2mError) -> None:
        """It is so until `settle(key)`; people are notified when it begins, and when it changes."""
        if self._presenter.hold(key, *errors):
            for error in errors:
                self.tell(error)

    def settle(self, key: str) -> None:
        self._presenter.settle(key)

    @Slot(object)
    def on_capture(self, error: V2mError) -> None:
        """Capture has something to say: about the microphone, or about where recordings are kept."""
        self.hold(MICROPHONE if isinstance(error, AudioError) else STORAGE, error)
        self._presenter.note_take(error)
