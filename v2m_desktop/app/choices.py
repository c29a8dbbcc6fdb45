"""What people pick in the tray or write into the settings file: in force at once."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from v2m_desktop.app.model_request import choice_from
from v2m_desktop.app.recent_languages import RecentLanguages
from v2m_desktop.app.rewriting import place_of
from v2m_desktop.app.settings_change import adopt
from v2m_desktop.app.settings_watch import SettingsWatch
from v2m_desktop.app.speaker import speaker_of
from v2m_desktop.audio import devices
from v2m_desktop.core.errors import ModelError, ModelMissingError, V2mError
from v2m_desktop.core.recognition import LoadedModel, ModelChoice
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import Settings
from v2m_desktop.models.identity import identity_of
from v2m_desktop.models.registry import InstalledModel, list_models, resolve
from v2m_desktop.storage import settings_file
from v2m_desktop.storage.settings_check import SettingProblem, check_value, plain
from v2m_desktop.ui.error_text import sentence_text
from v2m_desktop.ui.view import Choice

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

log = logging.getLogger(__name__)

COMMON_LANGUAGES = ("en", "es", "pt", "fr", "de", "it", "nl", "ca", "gl", "pl", "uk", "ja", "zh")
"""Offered for a model that does not say which languages it knows."""

SETTINGS = "settings"
DEVICES = "devices"
"""Keys of conditions."""


@dataclass(frozen=True, slots=True)
class FoundModels:
    """What can be chosen, and the one that was asked for or why there is none."""

    wanted: str
    installed: tuple[InstalledModel, ...]
    choice: ModelChoice | ModelError


class Choices(QObject):
    """Carries out picks and edits. GUI thread; models and devices are looked up on errands."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._installed: tuple[InstalledModel, ...] = ()
        self._handed: tuple[str, str] | None = None
        """What the settings said, and the model's name, of what the recognizer was given and has or loads."""
        self._works: str | None = None
        """What the settings said of the model that was ready last."""
        self._recent = RecentLanguages(runtime.paths.data)
        self.watch = SettingsWatch(runtime.paths.settings_file, self)
        self.watch.edited.connect(self._on_edited)

    def apply(self) -> None:
        """Tell tray and controller what the settings say now."""
        runtime, settings = self._runtime, self._runtime.settings
        language, wanted = settings.recognition.language, settings.recognition.model
        runtime.controller.language = None if language == "auto" else language
        runtime.controller.bounds.longest_take_seconds = settings.microphone.longest_take_minutes * 60.0
        place = place_of(settings.rewriting)
        current = next((model for model in self._installed if model.name == wanted), None)
        known = current.languages if current and current.languages else COMMON_LANGUAGES
        choices = [Choice(model.name, sentence_text(model.label)) for model in self._installed]
        if current is None:
            choices.append(Choice(wanted, wanted))
        runtime.recognition.know(speaker_of(settings.recognition, self._recent.codes))
        runtime.controller.action = settings.rewriting.action if place is not None else Action.RAW
        runtime.presenter.know(
            settings=settings,
            models=tuple(choices),
            languages=("auto", *self._recent.first(known)),
            place=place,
        )

    def load_model(self) -> None:
        """Look the settings' model up and load it, both in the background."""
        runtime = self._runtime
        wanted, folder = runtime.settings.recognition.model, runtime.paths.models
        runtime.presenter.know(model_state=ModelState.LOADING, model_error=None)
        runtime.errands.run("models", lambda: find_models(wanted, folder), self._on_models)

    def _on_models(self, found: FoundModels | V2mError) -> None:
        runtime = self._runtime
        if isinstance(found, V2mError) or found.wanted != runtime.settings.recognition.model:
            return  # another one was chosen meanwhile, whose answer is on its way
        self._installed = found.installed
        self.apply()
        if not isinstance(found.choice, ModelError):
            self._handed = (found.wanted, found.choice.name)
            runtime.recognition.load(choice_from(runtime.settings, found.choice))
            return
        if self._handed is not None and self._handed[0] == found.wanted:
            self._handed = None
        stays = self._stay_with(self._handed[0] if self._handed else self._works, found.wanted, found.choice)
        offered = isinstance(found.choice, ModelMissingError) and runtime.models.offer(found.wanted)
        if not stays:
            self._handed = self._works = None
            runtime.recognition.fail_load(found.choice)
        elif not offered:
            runtime.notices.tell(found.choice)

    @Slot()
    def list_models(self) -> None:
        """The models folder changed; the model in use did not."""
        folder = self._runtime.paths.models
        self._runtime.errands.run("models", lambda: list_models(folder), self._on_list)

    def _on_list(self, found: tuple[InstalledModel, ...] | V2mError) -> None:
        if isinstance(found, V2mError):
            return
        here, wanted = {model.name for model in self._installed}, self._runtime.settings.recognition.model
        self._installed = found
        self.apply()
        failed = self._runtime.presenter.facts.model_state is ModelState.FAILED
        if failed and wanted not in here and any(model.name == wanted for model in found):
            self.load_model()  # what was missed has come

    def find_devices(self) -> None:
        """List microphones, which may take a second; this also wakes PortAudio before the first take."""
        self._runtime.errands.run("devices", microphone_names, self._on_devices)

    def _on_devices(self, found: tuple[str, ...] | V2mError) -> None:
        if isinstance(found, V2mError):
            self._runtime.notices.hold(DEVICES, found)
            return
        self._runtime.notices.settle(DEVICES)
        self._runtime.presenter.know(microphones=("", *dict.fromkeys(found)))

    @Slot()
    def open_settings_file(self) -> None:
        path = self._runtime.paths.settings_file
        try:
            settings_file.create(path)
        except V2mError as error:
            self._runtime.notices.tell(error)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @Slot(str)
    def choose_model(self, name: str) -> None:
        """Use another model, or try the one that failed once more."""
        failed = self._runtime.presenter.facts.model_state is ModelState.FAILED
        if failed and name == self._runtime.settings.recognition.model:
            self.load_model()
        else:
            self.change("recognition.model", name)

    def on_model(self, state: ModelState, model: LoadedModel | None, error: V2mError | None) -> None:
        """A load ended: a model that failed gives way to the one that worked before it."""
        wanted, name = self._handed or ("", "")
        if state is ModelState.READY and model is not None and model.name == name:
            self._works = wanted
        elif state is ModelState.FAILED and error is not None and self._handed is not None:
            self._handed = None
            # Where another one was chosen meanwhile, that one decides.
            if wanted == self._runtime.settings.recognition.model:
                self._stay_with(self._works, wanted, error)

    def _stay_with(self, before: str | None, failed: str, error: V2mError) -> bool:
        """Go on with the model `before`; False if there is none but the one that failed."""
        runtime = self._runtime
        if before is None or before == failed:
            return False
        log.info("the model before the one that failed is taken again: %s", type(error).__name__)
        self.change("recognition.model", before)
        kept = ModelError("{model} could not be used, so {before} stays.", model=failed, before=before)
        runtime.notices.tell(kept)
        if any(model.name == failed for model in self._installed):
            runtime.models.tell(failed, error)
        return True

    @Slot(str)
    def choose_language(self, code: str) -> None:
        self._recent.note(code)
        self.change("recognition.language", code)

    @Slot(str)
    def choose_microphone(self, device: str) -> None:
        self.change("microphone.device", device)

    @Slot(str)
    def choose_action(self, action: str) -> None:
        """What the dictation hotkey does. Where nobody rewrites, people are led to who could."""
        self.change("rewriting.action", action)
        if action != Action.RAW and self._runtime.presenter.facts.place is None:
            self._runtime.settings_window.open_rewriting()

    @Slot(str, object)
    def change(self, key: str, value: object) -> None:
        """Change one setting. Where it cannot be written it still holds for this session."""
        runtime, checked = self._runtime, check_value(key, value)
        if isinstance(checked, SettingProblem):
            runtime.settings_window.problem(key, checked.error)
            return
        group_name, name, usable = checked
        group = getattr(runtime.settings, group_name).model_copy(update={name: usable})
        runtime.settings_window.problem(key, None)
        try:
            settings_file.change(runtime.paths.settings_file, key, plain(usable), runtime.settings)
            self.watch.note()
        except V2mError as error:
            runtime.notices.tell(error)
            runtime.settings_window.problem(key, error)
        self._adopt(runtime.settings.model_copy(update={group_name: group}))

    @Slot()
    def _on_edited(self) -> None:
        """Somebody edited the file. One that is no TOML at all is left alone, in the middle of an edit."""
        runtime = self._runtime
        try:
            loaded = settings_file.read(runtime.paths.settings_file)
        except V2mError as error:
            runtime.notices.hold(SETTINGS, error)
            return
        errors = tuple(problem.error for problem in loaded.problems)
        if errors:
            runtime.notices.hold(SETTINGS, *errors)
        else:
            runtime.notices.settle(SETTINGS)
        self._adopt(loaded.settings)

    def _adopt(self, settings: Settings) -> None:
        before, self._runtime.settings = self._runtime.settings, settings
        if settings.recognition.model != before.recognition.model:
            self._runtime.models.chosen()
        adopt(self._runtime, before)
        self.apply()


def find_models(wanted: str, folder: Path) -> FoundModels:
    """Read the models folder and check the files of the wanted model. Never raises a ModelError."""
    try:
        found = resolve(wanted, folder)
        choice: ModelChoice | ModelError = replace(found, identity=identity_of(found.name, found.folder))
    except ModelError as error:
        choice = error
    return FoundModels(wanted, list_models(folder), choice)


def microphone_names() -> tuple[str, ...]:
    """Raises AudioError."""
    return tuple(device.name for device in devices.list_devices())
