"""What people pick in the tray: written to the settings file and in force at once."""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from v2m_desktop.app.model_request import choice_from
from v2m_desktop.audio import devices
from v2m_desktop.core.errors import AudioError, ModelError, V2mError
from v2m_desktop.core.session import ModelState
from v2m_desktop.models.registry import list_models, resolve
from v2m_desktop.storage import settings_file
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.view import Choice
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

log = logging.getLogger(__name__)

COMMON_LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "ca", "gl", "pl", "uk", "ja", "zh")
"""Offered for a model that does not say which languages it knows."""


class Choices(QObject):
    """Carries out picks. GUI thread, but for the search for devices, which may take a second."""

    _devices_found = Signal(object)

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._devices_found.connect(self._on_devices)

    def apply(self) -> None:
        """Hand the settings to everybody who needs them."""
        runtime, settings = self._runtime, self._runtime.settings
        language = settings.recognition.language
        runtime.controller.language = None if language == "auto" else language
        runtime.controller.longest_take_seconds = settings.microphone.longest_take_minutes * 60.0
        models = list_models(runtime.paths.models)
        current = next((model for model in models if model.name == settings.recognition.model), None)
        known = current.languages if current and current.languages else COMMON_LANGUAGES
        choices = [Choice(model.name, model.label) for model in models]
        if current is None:
            choices.append(Choice(settings.recognition.model, settings.recognition.model))
        runtime.presenter.know(settings=settings, models=tuple(choices), languages=("auto", *known))

    def load_model(self) -> None:
        """Load the model of the settings in the background."""
        runtime = self._runtime
        try:
            found = resolve(runtime.settings.recognition.model, runtime.paths.models)
        except ModelError as error:
            runtime.recognition.fail_load(error)
            return
        runtime.presenter.know(model_state=ModelState.LOADING, model_error=None)
        runtime.recognition.load(choice_from(runtime.settings, found))

    def find_devices(self) -> None:
        """List microphones on a thread of its own; this also wakes PortAudio before the first take."""
        threading.Thread(target=self._search, name="devices", daemon=True).start()

    def _search(self) -> None:
        try:
            found: object = tuple(device.name for device in devices.list_devices())
        except AudioError as error:
            found = error
        self._devices_found.emit(found)

    @Slot(object)
    def _on_devices(self, found: object) -> None:
        if isinstance(found, V2mError):
            self._runtime.presenter.know(notices=(error_sentence(found),))
        elif isinstance(found, tuple):
            self._runtime.presenter.know(microphones=("", *dict.fromkeys(found)))

    @Slot()
    def name_leftovers(self) -> None:
        """Tell of recordings whose words were not delivered."""
        count = len(self._runtime.spool.leftovers())
        if count > self._runtime.presenter.facts.leftover_takes:
            self._runtime.surface.notify(self._leftover_sentence(count))
        self._runtime.presenter.know(leftover_takes=count)

    @staticmethod
    def _leftover_sentence(count: int) -> str:
        sentence = translate("Controls", "Recordings not delivered: {count}. To get their text: v2m recover")
        return sentence.format(count=count)

    @Slot()
    def explain_recovery(self) -> None:
        self._runtime.surface.notify(self._leftover_sentence(self._runtime.presenter.facts.leftover_takes))

    @Slot()
    def open_settings_file(self) -> None:
        path = self._runtime.paths.settings_file
        try:
            settings_file.create(path)
        except V2mError as error:
            self._refuse(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot(str)
    def choose_model(self, name: str) -> None:
        self._change("recognition.model", name)
        self.load_model()

    @Slot(str)
    def choose_language(self, code: str) -> None:
        self._change("recognition.language", code)

    @Slot(str)
    def choose_microphone(self, device: str) -> None:
        self._change("microphone.device", device)
        self._runtime.capture.configure(self._runtime.settings)

    def _change(self, key: str, value: str) -> None:
        """Change one setting. Where it cannot be written it still holds for this session."""
        runtime = self._runtime
        group_name, name = key.split(".")
        group = getattr(runtime.settings, group_name).model_copy(update={name: value})
        runtime.settings = runtime.settings.model_copy(update={group_name: group})
        try:
            settings_file.change(runtime.paths.settings_file, key, value)
        except V2mError as error:
            self._refuse(error)
        self.apply()

    def _refuse(self, error: V2mError) -> None:
        log.warning("%s", error.message)
        self._runtime.surface.notify(error_sentence(error))
