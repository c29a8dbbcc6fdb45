"""From key edges on the hotkey source's thread to commands for the controller in the GUI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.hotkeys import parse_hotkey
from v2m_desktop.core.ports import HotkeySource, KeyAction, KeyEdge
from v2m_desktop.core.session import CaptureState
from v2m_desktop.core.settings import Hotkeys
from v2m_desktop.pipeline.activation import ActivationMachine, Command
from v2m_desktop.pipeline.controller import Controller

ACTIVE = (CaptureState.ARMING, CaptureState.LISTENING)


class HotkeyBridge(QObject):
    """Owns the hotkey source. `missing` is the sentence that says why there are no hotkeys, or None."""

    changed = Signal()
    _edge = Signal(object)

    def __init__(
        self, source: HotkeySource, controller: Controller, settings: Hotkeys, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.missing: HotkeyError | None = None
        self.paused = False
        self._source = source
        self._controller = controller
        self._settings = settings
        self._machine = ActivationMachine(settings.activation, settings.hold_ms)
        self._cancel_grabbed = False
        self._running = False
        self._edge.connect(self._on_edge, Qt.ConnectionType.QueuedConnection)
        controller.changed.connect(self._follow)

    @property
    def dictate(self) -> str:
        """The hotkey in force, which need not be the one that is wished for."""
        return self._settings.dictate

    @property
    def key_down(self) -> bool:
        """Whether the dictation key is physically down: no chord may be sent meanwhile."""
        return self._running and self._source.is_down()

    def start(self) -> None:
        """Take the keys; a refusal is remembered in `missing`."""
        try:
            self._source.start(parse_hotkey(self._settings.dictate), self._edge.emit)
        except HotkeyError as error:
            self.missing = error
        else:
            self.missing, self._running = None, True
        self.changed.emit()

    def configure(self, settings: Hotkeys) -> HotkeyError | None:
        """Change the hotkey and what it does. Where a new one cannot be had the old one stays; why not."""
        self._machine = ActivationMachine(settings.activation, settings.hold_ms)
        if not self._running:
            self._settings = settings
            if not self.paused:
                self.start()
            return self.missing
        if settings.dictate == self._settings.dictate:
            self._settings = settings
            return None
        try:
            self._source.start(parse_hotkey(settings.dictate), self._edge.emit)
        except HotkeyError as error:
            self._settings = settings.model_copy(update={"dictate": self._settings.dictate})
            return error
        self._settings = settings
        self.changed.emit()
        return None

    def pause(self, paused: bool) -> None:
        """Give the keys back for a while, or take them again; False tries again where they are missing."""
        if not paused and self.missing is not None:
            self.paused = False
            self.start()
            return
        if paused == self.paused:
            return
        self.paused = paused
        if paused:
            self.stop()
            self.changed.emit()
        else:
            self.start()

    def stop(self) -> None:
        if self._running:
            self._source.stop()
        self._running = self._cancel_grabbed = False

    @Slot(object)
    def _on_edge(self, edge: KeyEdge) -> None:
        if edge.action is KeyAction.CANCEL:
            if edge.pressed:
                self._controller.cancel()
            return
        state = self._controller.state
        # A start that waits for the slot is ended by letting go as well, or push-to-talk would record with
        # the key up.
        active = state.capture in ACTIVE or state.start_queued
        match self._machine.step(edge, active):
            case Command.START:
                self._controller.start(edge.at_ns)
            case Command.STOP:
                self._controller.stop(edge.at_ns)
            case Command.CANCEL:
                self._controller.cancel()
            case None:
                pass

    @Slot()
    def _follow(self) -> None:
        """Escape is ours only while we listen. Grabbing may take a moment: not inside the reducer's loop."""
        wanted = self._running and self._controller.state.capture in ACTIVE
        if wanted != self._cancel_grabbed:
            self._cancel_grabbed = wanted
            QTimer.singleShot(0, self._grab)

    @Slot()
    def _grab(self) -> None:
        if self._running:
            self._source.grab_cancel(self._cancel_grabbed)
