"""Everything behind the tray icon: threads, session controller, overlay, hotkeys, control socket."""

from __future__ import annotations

import logging
import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from v2m_desktop.app.addresses import control_address
from v2m_desktop.app.broadcast import Broadcast
from v2m_desktop.app.choices import Choices
from v2m_desktop.app.control_server import ControlServer
from v2m_desktop.app.diagnosis import Diagnosis
from v2m_desktop.app.errands import Errands
from v2m_desktop.app.figures import FigureWatch
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.app.leftovers import Leftovers
from v2m_desktop.app.notices import Notices
from v2m_desktop.app.presenter import Facts, Presenter
from v2m_desktop.app.recognizing import make_recognizer
from v2m_desktop.app.settings_change import HOTKEYS
from v2m_desktop.app.status import status_message
from v2m_desktop.audio import chime
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import LoadedModel
from v2m_desktop.core.session import CaptureState, ModelState
from v2m_desktop.core.settings import Settings
from v2m_desktop.diagnostics.system_monitor import SystemMonitor
from v2m_desktop.os_integration.hotkey_choice import choose_hotkeys
from v2m_desktop.os_integration.qt_clipboard import QtClipboard
from v2m_desktop.os_integration.target_choice import choose_focus_probe, choose_key_injector
from v2m_desktop.pipeline.capture_service import CaptureService
from v2m_desktop.pipeline.capture_worker import CaptureWorker
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.spool import Spool
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.overlay import Overlay
from v2m_desktop.ui.view import OverlayView
from v2m_desktop.ui.wording import translate

log = logging.getLogger(__name__)

OVERLAY_PREPARE_MS = 700
"""The overlay's first drawing takes 80 ms: paid here, not with the first key press."""


class Runtime(QObject):
    """Owns the parts; nothing else keeps them alive. Built and used in the GUI thread."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        surface: ControlSurface,
        diagnosis: Diagnosis,
    ) -> None:
        super().__init__(diagnosis.parent())
        self.diagnosis = diagnosis
        self.settings = settings
        self.tray_visible_at = 0.0
        self.paths = paths
        self.surface = surface
        self.spool = Spool(paths.spool)
        self.focus = choose_focus_probe(os.environ, sys.platform)
        self.clipboard = QtClipboard()
        self.capture = CaptureService(self._make_capture_worker, self)
        self.recognition = RecognitionService(make_recognizer(settings.recognition.host), self)
        self.delivery = DeliveryService(
            self.clipboard,
            QtClipboard.primary(),
            choose_key_injector(os.environ, sys.platform),
            self.focus,
            settings.delivery,
            self,
        )
        self.controller = Controller(self.capture, self.recognition, self.delivery, self.focus, self)
        self.presenter = Presenter(self.controller, Facts(settings), self)
        self.notices = Notices(surface, self.presenter, self)
        self.errands = Errands(self)
        self.hotkeys = HotkeyBridge(
            choose_hotkeys(os.environ, sys.platform), self.controller, settings.hotkeys, self
        )
        self.delivery.key_down = lambda: self.hotkeys.key_down
        self.overlay = Overlay()
        self.figures = FigureWatch(SystemMonitor(), self)
        self.server = ControlServer(lambda: status_message(self), self)
        self.broadcast = Broadcast(self.server, self.controller, self.presenter, self)
        self.choices = Choices(self)
        self.leftovers = Leftovers(self)
        self._shown = CaptureState.IDLE
        self._connect()

    def _make_capture_worker(self) -> CaptureWorker:
        return CaptureWorker(
            MicrophoneStream,
            lambda settings: SpeechDetector(settings.voice.sensitivity),
            self.spool,
            self.settings,
        )

    def _connect(self) -> None:
        surface, controller, presenter = self.surface, self.controller, self.presenter
        surface.toggle_requested.connect(controller.toggle)
        surface.cancel_requested.connect(controller.cancel)
        surface.hotkeys_paused.connect(self._pause_hotkeys)
        surface.copy_last_requested.connect(self._copy_last)
        surface.quit_requested.connect(QCoreApplication.quit)
        surface.settings_requested.connect(self.choices.open_settings_file)
        surface.recover_requested.connect(self.leftovers.explain)
        surface.discard_requested.connect(self.leftovers.ask_to_discard)
        surface.model_chosen.connect(self.choices.choose_model)
        surface.language_chosen.connect(self.choices.choose_language)
        surface.microphone_chosen.connect(self.choices.choose_microphone)
        presenter.tray_changed.connect(surface.show_view)
        presenter.overlay_changed.connect(self._show_overlay)
        self.overlay.cancel_requested.connect(controller.cancel)
        self.figures.sampled.connect(presenter.on_figures)
        self.capture.progressed.connect(presenter.on_progress)
        self.capture.progressed.connect(self.broadcast.on_progress)
        self.capture.notice.connect(self.notices.on_capture)
        self.capture.microphone.connect(self._on_microphone)
        self.recognition.model_changed.connect(self._on_model)
        self.recognition.recognized.connect(self.diagnosis.remember)
        self.recognition.provisional.connect(self.diagnosis.remember)
        controller.changed.connect(self._on_state)
        controller.listening.connect(self._on_listening)
        self.capture.recordings_changed.connect(self.leftovers.find)
        self.hotkeys.changed.connect(self._on_hotkeys)
        self.server.commanded.connect(self._on_command)

    def start(self) -> None:
        """Take the hotkeys first, so that people can begin; the model loads behind them."""
        self.choices.apply()
        self.hotkeys.start()
        try:
            self.server.listen(control_address())
        except V2mError as error:
            self.notices.hold("commands", error)
        self.capture.prepare()
        self.choices.load_model()
        self.choices.find_devices()
        self.leftovers.sweep()
        self.choices.watch.start()
        self.presenter.refresh()
        QTimer.singleShot(OVERLAY_PREPARE_MS, self.overlay.prepare)

    def shut_down(self, deadline: float) -> bool:
        """Stop taking orders, keep what is under way on disk, give the clipboard back, end the threads."""
        until = time.monotonic() + deadline
        self.hotkeys.stop()
        self.server.close()
        self.delivery.settle_now()
        self.overlay.dismiss()
        self.errands.close()
        self.leftovers.close()
        parts = (self.capture, self.recognition, self.figures)
        late = [part for part in parts if not part.shut_down(max(0.2, until - time.monotonic()))]
        for part in late:
            log.error("%s did not end in time", type(part).__name__)
        quiet = chime.finish(max(0.5, until - time.monotonic()))
        self.overlay.deleteLater()
        self.diagnosis.end()
        return quiet and not late

    # Reports

    @Slot()
    def _on_state(self) -> None:
        state = self.controller.state
        if state.capture is CaptureState.ARMING and self._shown is not CaptureState.ARMING:
            window = self.focus.focused()
            self.overlay.place_on(window.geometry if window else None)
        self._shown = state.capture
        watched = self.settings.overlay.shown and self.settings.overlay.resources
        self.figures.watch(watched and bool(state.takes))

    @Slot(bool)
    def _on_listening(self, listening: bool) -> None:
        if self.settings.general.chime:
            chime.play(chime.Chime.START if listening else chime.Chime.STOP)

    @Slot(object)
    def _show_overlay(self, view: OverlayView) -> None:
        if self.settings.overlay.shown:
            self.overlay.show_view(view)

    @Slot(bool, str)
    def _on_microphone(self, is_open: bool, _name: str) -> None:
        self.presenter.know(microphone_open=is_open)

    @Slot(object, object, object)
    def _on_model(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        self.presenter.know(model_state=state, model=model, model_error=error)
        if error is not None:
            self.notices.tell(error)

    @Slot()
    def _on_hotkeys(self) -> None:
        missing, paused = self.hotkeys.missing, self.hotkeys.paused
        self.presenter.know(hotkeys_missing=missing, hotkeys_paused=paused, hotkey=self.hotkeys.dictate)
        if missing is not None:
            log.warning("no hotkeys: %s", missing)

    @Slot(bool)
    def _pause_hotkeys(self, paused: bool) -> None:
        """Also the way to try again where there are none; then people want to know why not."""
        self.hotkeys.pause(paused)
        if not paused and self.hotkeys.missing is not None:
            self.notices.tell(self.hotkeys.missing)
        elif not paused:
            self.notices.settle(HOTKEYS)

    @Slot()
    def _copy_last(self) -> None:
        if self.presenter.last_text:
            self.clipboard.publish(self.presenter.last_text.reveal(), private=False)
            self.capture.fetched(self.presenter.last_session)

    @Slot(str)
    def _on_command(self, command: str) -> None:
        match command:
            case "toggle":
                self.controller.toggle()
            case "start":
                self.controller.start()
            case "stop":
                self.controller.stop()
            case "cancel":
                self.controller.cancel()
            case "show":
                self.surface.show()
                self.surface.notify(translate("Controls", "Voice2Machine is already running."))
            case "quit":
                QGuiApplication.quit()
