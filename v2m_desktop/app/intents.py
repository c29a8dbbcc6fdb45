"""What people ask for by tray, window, hotkey or command line, and what is done about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot

from v2m_desktop.app.settings_change import HOTKEYS
from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.ui.view import Offer
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime


class Intents(QObject):
    """Commands for a runtime. GUI thread."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime

    @Slot(str)
    def start_action(self, action: str) -> None:
        """Begin a take to be refined or translated, or end the one being recorded.

        Where nobody rewrites, the settings open in which somebody is chosen.
        """
        if self._runtime.presenter.facts.place is None:
            self._runtime.settings_window.open_rewriting()
        else:
            self._runtime.controller.toggle(Action(action))

    @Slot(bool)
    def pause_hotkeys(self, paused: bool) -> None:
        """Also the way to try again where there are none; then people want to know why not."""
        runtime = self._runtime
        runtime.hotkeys.pause(paused)
        if not paused and runtime.hotkeys.missing is not None:
            runtime.notices.tell(runtime.hotkeys.missing)
        elif not paused:
            runtime.notices.settle(HOTKEYS)

    @Slot()
    def copy_last(self) -> None:
        runtime = self._runtime
        if runtime.presenter.last_text:
            has_it = partial(runtime.parked.forget, runtime.presenter.last_session)
            runtime.delivery.copy(runtime.presenter.last_text, has_it)
            runtime.reports.on_delivery()

    @Slot(object)
    def take_offer(self, offer: Offer) -> None:
        match offer:
            case Offer.INSERT:
                self._runtime.parked.insert()
            case Offer.COPY:
                self.copy_last()
            case Offer.PUT_BACK:
                self.put_back()

    @Slot()
    def put_back(self) -> None:
        """The clipboard as it was before the text that nobody took."""
        self._runtime.delivery.put_back()
        self._runtime.reports.on_delivery()

    @Slot()
    def copy_spoken(self) -> None:
        """The words as they were said, before they were rewritten."""
        if self._runtime.presenter.last_spoken:
            self._runtime.delivery.copy(self._runtime.presenter.last_spoken)
            self._runtime.reports.on_delivery()

    @Slot()
    def unload_model(self) -> None:
        self._runtime.recognition.unload()

    def _allow_keys(self) -> None:
        if not self._runtime.desktop_watch.ask(self._on_keys_answer):
            self._runtime.notices.tell(
                DeliveryError(
                    "There is nothing to allow: this desktop does not ask whether an app may press keys."
                )
            )

    def _on_keys_answer(self, refusal: DeliveryError | None) -> None:
        if refusal is None:
            self._runtime.surface.notify(translate("Controls", "The desktop lets the app press keys."))
        else:
            self._runtime.notices.tell(refusal)

    @Slot(str)
    def on_command(self, command: str) -> None:
        runtime, controller = self._runtime, self._runtime.controller
        match command:
            case "toggle":
                controller.toggle()
            case "start":
                controller.start()
            case "stop":
                controller.stop()
            case "cancel":
                controller.cancel()
            case "refine" | "translate":
                self.start_action(command)
            case "insert":
                runtime.parked.insert()
            case "take-back":
                runtime.take_back.request()
            case "settings":
                runtime.settings_window.open()
            case "allow-keys":
                self._allow_keys()
            case "show":
                runtime.surface.show()
                runtime.surface.notify(translate("Controls", "Voice2Machine is already running."))
            case "quit":
                QCoreApplication.quit()
