"""Everything behind the tray icon: threads, session controller, overlay, hotkeys, control socket."""

from __future__ import annotations

import logging
import os
import sys
import time
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from v2m_desktop.app.about_window import About
from v2m_desktop.app.addresses import control_address
from v2m_desktop.app.broadcast import Broadcast
from v2m_desktop.app.choices import Choices
from v2m_desktop.app.control_server import ControlServer
from v2m_desktop.app.desktop_parts import close_desktop, make_desktop
from v2m_desktop.app.desktop_watch import DesktopWatch
from v2m_desktop.app.diagnosis import Diagnosis
from v2m_desktop.app.errands import Errands
from v2m_desktop.app.figures import FigureWatch
from v2m_desktop.app.hotkey_bridge import HotkeyBridge
from v2m_desktop.app.intents import Intents
from v2m_desktop.app.leftovers import Leftovers
from v2m_desktop.app.notices import Notices
from v2m_desktop.app.own_models import OwnModels
from v2m_desktop.app.parked import ParkedTexts
from v2m_desktop.app.presenter import Facts, Presenter
from v2m_desktop.app.recognizing import make_recognizer
from v2m_desktop.app.reports import Reports
from v2m_desktop.app.rewriting import RewriterMaker, place_of
from v2m_desktop.app.settings_change import use_rewriting
from v2m_desktop.app.settings_window import SettingsWindow
from v2m_desktop.app.start_at_login import StartAtLogin
from v2m_desktop.app.status import status_message
from v2m_desktop.app.taking_back import TakingBack
from v2m_desktop.audio import chime
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.settings import Settings
from v2m_desktop.diagnostics.memory_probe import FreeVideoMemory, MachineMemory
from v2m_desktop.diagnostics.system_monitor import SystemMonitor
from v2m_desktop.os_integration.hotkey_choice import choose_hotkeys
from v2m_desktop.os_integration.keyring_secrets import KeyringSecrets
from v2m_desktop.os_integration.touch_choice import choose_touch
from v2m_desktop.pipeline.capture_service import CaptureService
from v2m_desktop.pipeline.capture_worker import CaptureWorker
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.field_guard import FieldGuard
from v2m_desktop.pipeline.findings_book import FILE as FINDINGS_FILE
from v2m_desktop.pipeline.findings_book import FindingsBook
from v2m_desktop.pipeline.memory_keeper import MemoryKeeper
from v2m_desktop.pipeline.model_memory import MemoryRules
from v2m_desktop.pipeline.recognition_service import RecognitionService
from v2m_desktop.pipeline.rewrite_service import RewriteService
from v2m_desktop.pipeline.self_check_service import SelfCheckService
from v2m_desktop.pipeline.take_back import TakeBack
from v2m_desktop.recognition.video_room import VideoRoom
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.spool import Spool
from v2m_desktop.ui.control_surface import ControlSurface
from v2m_desktop.ui.overlay import Overlay

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
        self.desktop = make_desktop(os.environ, sys.platform, paths.data)
        self.focus, self.clipboard = self.desktop.focus, self.desktop.clipboard
        self.capture = CaptureService(self._make_capture_worker, self)
        self.recognition = RecognitionService(
            make_recognizer(settings.recognition.host, paths), self, VideoRoom(FreeVideoMemory())
        )
        self.delivery = DeliveryService(self.desktop, settings.delivery, self)
        self.secrets = KeyringSecrets()
        self.make_rewriter = RewriterMaker(self.secrets)
        self.rewriting = RewriteService(settings.rewriting, self.make_rewriter, self)
        self.guard = FieldGuard(self.focus, self.desktop.fields, self)
        self.controller = Controller(
            self.capture, self.recognition, self.rewriting, self.delivery, self.guard, self
        )
        self.take_back = TakeBack(
            self.desktop, choose_touch(os.environ, sys.platform), self.delivery, self.controller, self
        )
        self.presenter = Presenter(self.controller, Facts(settings), self)
        self.notices = Notices(surface, self.presenter, self)
        self.errands = Errands(self)
        self.hotkeys = HotkeyBridge(
            choose_hotkeys(os.environ, sys.platform), self.controller, settings.hotkeys, self
        )
        self.delivery.key_down = lambda: self.hotkeys.key_down
        self.self_check = SelfCheckService(
            self.recognition,
            FindingsBook(paths.data / FINDINGS_FILE),
            partial(_takes_under_way, self.controller),
            settings.recognition.short_context,
            self,
        )
        self.memory = MemoryKeeper(
            self.recognition,
            MachineMemory(),
            partial(_model_wanted, self.controller, self.self_check),
            MemoryRules.of(settings.recognition),
            self,
        )
        self.overlay = Overlay()
        self.figures = FigureWatch(SystemMonitor(), self)
        self.desktop_watch = DesktopWatch(self.desktop, self.hotkeys, self)
        self.server = ControlServer(
            lambda: status_message(self), self, lambda: {"desktop": self.desktop_watch.figures()}
        )
        self.broadcast = Broadcast(self.server, self.controller, self.presenter, self)
        self.choices = Choices(self)
        self.leftovers = Leftovers(self)
        self.start_at_login = StartAtLogin(self)
        self.models = OwnModels(self)
        self.parked = ParkedTexts(self)
        self.about = About(self)
        self.settings_window = SettingsWindow(self)
        self.taking_back = TakingBack(self)
        self.reports, self.intents = Reports(self), Intents(self)
        self._connect()

    def _make_capture_worker(self) -> CaptureWorker:
        return CaptureWorker(
            MicrophoneStream,
            lambda settings: SpeechDetector(settings.voice.sensitivity),
            self.spool,
            self.settings,
        )

    def _connect(self) -> None:
        self._connect_surface()
        controller, presenter, reports = self.controller, self.presenter, self.reports
        presenter.tray_changed.connect(self.surface.show_view)
        presenter.overlay_changed.connect(reports.show_overlay)
        self.overlay.cancel_requested.connect(controller.cancel)
        self.overlay.offer_chosen.connect(self.intents.take_offer)
        self.figures.sampled.connect(presenter.on_figures)
        self.capture.progressed.connect(presenter.on_progress)
        self.capture.progressed.connect(self.broadcast.on_progress)
        self.capture.notice.connect(self.notices.on_capture)
        self.capture.microphone.connect(reports.on_microphone)
        self.capture.recordings_changed.connect(self.leftovers.find)
        self.recognition.model_changed.connect(reports.on_model)
        self.recognition.recognized.connect(self.diagnosis.remember)
        self.recognition.provisional.connect(self.diagnosis.remember)
        self.rewriting.finished.connect(self.diagnosis.remember_rewriting)
        self.memory.unload_wanted.connect(reports.on_unload_wanted)
        controller.changed.connect(reports.on_state)
        controller.changed.connect(self.self_check.look)
        controller.changed.connect(self.memory.look)
        controller.closed.connect(self.self_check.on_closed)
        self.self_check.changed.connect(self.memory.look)
        self.self_check.changed.connect(self.settings_window.refresh)
        self.desktop_watch.changed.connect(self.settings_window.refresh)
        controller.changed.connect(self.models.speed.look)
        controller.listening.connect(reports.on_listening)
        controller.closed.connect(self.parked.on_closed)
        self.delivery.finished.connect(self.parked.on_delivered)
        self.delivery.finished.connect(reports.on_delivery)
        self.hotkeys.changed.connect(reports.on_hotkeys)
        self.hotkeys.held.connect(self.capture.hold_key)
        self.hotkeys.insert_requested.connect(self.parked.insert)
        self.server.commanded.connect(self.intents.on_command)

    def _connect_surface(self) -> None:
        surface, intents, choices = self.surface, self.intents, self.choices
        surface.opened.connect(choices.find_devices)
        surface.opened.connect(self.reports.on_delivery)
        surface.toggle_requested.connect(self.controller.toggle)
        surface.action_requested.connect(intents.start_action)
        surface.cancel_requested.connect(self.controller.cancel)
        surface.hotkeys_paused.connect(intents.pause_hotkeys)
        surface.copy_last_requested.connect(intents.copy_last)
        surface.copy_spoken_requested.connect(intents.copy_spoken)
        surface.put_back_requested.connect(intents.put_back)
        surface.models_requested.connect(self.models.open)
        surface.unload_requested.connect(intents.unload_model)
        surface.quit_requested.connect(QCoreApplication.quit)
        surface.settings_requested.connect(self.settings_window.open)
        surface.rewriting_settings_requested.connect(self.settings_window.open_rewriting)
        surface.about_requested.connect(self.about.open)
        surface.recover_requested.connect(self.leftovers.explain)
        surface.discard_requested.connect(self.leftovers.ask_to_discard)
        surface.model_chosen.connect(choices.choose_model)
        surface.language_chosen.connect(choices.choose_language)
        surface.microphone_chosen.connect(choices.choose_microphone)
        surface.action_chosen.connect(choices.choose_action)

    def start(self) -> None:
        """Take the hotkeys first, so that people can begin; the model loads behind them."""
        self.choices.apply()
        use_rewriting(self)
        self.hotkeys.configure(self.settings.hotkeys, rewriting=place_of(self.settings.rewriting) is not None)
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
        self.start_at_login.look()
        self.models.welcome()
        QTimer.singleShot(OVERLAY_PREPARE_MS, self.overlay.prepare)

    def shut_down(self, deadline: float) -> bool:
        """Stop taking orders, keep what is under way on disk, give the clipboard back, end the threads."""
        until = time.monotonic() + deadline
        self.hotkeys.stop()
        self.server.close()
        self.delivery.settle_now()
        self.take_back.shut_down()
        self.guard.close()
        close_desktop(self.desktop)
        self.overlay.dismiss()
        self.errands.close()
        self.leftovers.close()
        self.settings_window.close()
        self.models.close()
        self.about.close()
        self.rewriting.close()
        self.self_check.close()
        level = self.settings_window.level
        parts = (level, self.capture, self.recognition, self.figures, self.memory)
        late = [part for part in parts if not part.shut_down(max(0.2, until - time.monotonic()))]
        for part in late:
            log.error("%s did not end in time", type(part).__name__)
        quiet = chime.finish(max(0.5, until - time.monotonic()))
        self.overlay.deleteLater()
        self.diagnosis.end()
        return quiet and not late


def _takes_under_way(controller: Controller) -> bool:
    return bool(controller.state.takes)


def _model_wanted(controller: Controller, self_check: SelfCheckService) -> bool:
    return controller.needs_model() or self_check.waiting
