"""Brings the settings dialog and the running app together: what it shows, and what becomes of its changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from v2m_desktop.app.choices import microphone_names
from v2m_desktop.app.level_watch import Ear, LevelWatch
from v2m_desktop.app.provider_watch import ProviderWatch
from v2m_desktop.app.self_check_line import can_check_again, self_check_line
from v2m_desktop.app.try_out import TryOutBox
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.core.errors import AudioError, HotkeyError, V2mError
from v2m_desktop.core.ports import KeyAction
from v2m_desktop.core.session import CaptureState, ModelState
from v2m_desktop.core.settings import RewritingProvider
from v2m_desktop.recognition.hotwords import terms_of
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.view import SILENCE_DBFS
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.presenter import Facts
    from v2m_desktop.app.runtime import Runtime
    from v2m_desktop.pipeline.recognition_service import RecognitionService
    from v2m_desktop.ui.settings.dialog import SettingsDialog


@dataclass(slots=True)
class _Live:
    """What the dialog shows beside settings and facts."""

    level_dbfs: float = SILENCE_DBFS
    voice: bool = False
    microphone_error: str | None = None
    watched: bool = False
    paused_by_us: bool = False
    problems: dict[str, str] = field(default_factory=dict)


class SettingsWindow(QObject):
    """Makes the dialog when it is first asked for. GUI thread."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._dialog: SettingsDialog | None = None
        self._live = _Live()
        self._service = RewritingProvider.OFF
        """The one in use, or the last one that was."""
        self.level = LevelWatch(MicrophoneStream, microphone_names, self)
        self.level.heard.connect(self._on_level)
        self.level.found.connect(self._on_microphones)
        self.level.failed.connect(self._on_level_failed)
        self.provider = ProviderWatch(runtime, self)
        self.provider.changed.connect(self.refresh)
        self.try_out = TryOutBox(runtime, self)
        self.try_out.changed.connect(self.refresh)

    @Slot()
    def open(self) -> None:
        self.open_page("general")

    @Slot()
    def open_rewriting(self) -> None:
        self.open_page("rewriting")

    def open_page(self, name: str) -> None:
        if self._dialog is None:
            self._dialog = self._make_dialog()
            presenter, controller = self._runtime.presenter, self._runtime.controller
            presenter.tray_changed.connect(self.refresh)
            controller.changed.connect(self._make_way)
        self._runtime.desktop_watch.look()
        self._dialog.show_view(self.view())
        self._dialog.open_page(name)
        self.provider.look()

    def close(self) -> None:
        """The app ends."""
        self.level.watch(None)
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None

    def problem(self, key: str, error: V2mError | None) -> None:
        """What stands under the control of a setting that could not be put in force."""
        if error is None:
            self._live.problems.pop(key, None)
        else:
            self._live.problems[key] = error_sentence(error)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            self._dialog.show_view(self.view())

    def _make_dialog(self) -> SettingsDialog:
        from v2m_desktop.ui.settings.dialog import SettingsDialog

        runtime, dialog = self._runtime, SettingsDialog()
        dialog.changed.connect(self._on_changed)
        dialog.microphone_watched.connect(self._on_watched)
        dialog.models_requested.connect(runtime.models.open)
        dialog.unload_requested.connect(runtime.intents.unload_model)
        dialog.check_again_requested.connect(runtime.self_check.forget)
        # Asked for in the middle of showing a view: the answer is another view.
        dialog.provider_models_wanted.connect(self.provider.list_models, Qt.ConnectionType.QueuedConnection)
        dialog.key_entered.connect(self.provider.keep_key)
        dialog.key_forgotten.connect(self.provider.forget_key)
        dialog.try_out_requested.connect(self.try_out.run)
        dialog.settings_file_requested.connect(runtime.choices.open_settings_file)
        dialog.log_folder_requested.connect(self._open_log_folder)
        dialog.allow_keys_requested.connect(self._allow_keys)
        # A look takes a moment: not while the page is being shown.
        dialog.desktop_wanted.connect(runtime.desktop_watch.look, Qt.ConnectionType.QueuedConnection)
        dialog.hotkeys_recording.connect(self._on_recording)
        dialog.closed.connect(self._on_closed)
        return dialog

    def view(self) -> SettingsView:
        """What the dialog shows now."""
        runtime, live = self._runtime, self._live
        facts, provider = runtime.presenter.facts, self.provider
        return SettingsView(
            settings=runtime.settings,
            models=facts.models,
            languages=facts.languages,
            microphones=facts.microphones,
            level_dbfs=live.level_dbfs,
            speech=live.voice,
            microphone_error=live.microphone_error,
            model_state=facts.model_state,
            model_line=model_line(facts),
            hotwords_line=hotwords_line(runtime.recognition),
            can_unload=runtime.presenter.tray_view().model_loaded,
            self_check_line=self_check_line(runtime.self_check.state),
            can_check_again=can_check_again(runtime.self_check.state),
            provider_models=provider.models,
            provider_line=provider.line,
            provider_busy=provider.busy,
            remote_host=facts.place.host if facts.place is not None and facts.place.remote else None,
            key=provider.key,
            try_out=self.try_out.view,
            hotkeys_refused=hotkey_problems(runtime.hotkeys.refused, facts.hotkeys_missing),
            problems=tuple(live.problems.items()),
            desktop=runtime.desktop_watch.lines,
            can_allow_keys=runtime.desktop_watch.can_allow_keys,
            log_folder=str(runtime.paths.logs),
            settings_path=str(runtime.paths.settings_file),
            refine_prompt=provider.prompts[0],
            translate_prompt=provider.prompts[1],
        )

    # What the dialog asks for

    @Slot(str, object)
    def _on_changed(self, key: str, value: object) -> None:
        """As the tray does it, where the tray can do it too."""
        choices = self._runtime.choices
        match key:
            case "recognition.model":
                choices.choose_model(str(value))
            case "recognition.language":
                choices.choose_language(str(value))
            case "rewriting.provider":
                before = self._service
                choices.change(key, value)
                self._forget_foreign_model(before)
            case _:
                choices.change(key, value)
        if key == "voice.sensitivity":
            self.microphone_changed()

    def _forget_foreign_model(self, before: RewritingProvider) -> None:
        """No service knows the models of another one."""
        known = before is RewritingProvider.OFF or before is self._service
        if not known and self._runtime.settings.rewriting.model:
            self._runtime.choices.change("rewriting.model", "")

    @Slot(bool)
    def _on_watched(self, watched: bool) -> None:
        self._live.watched = watched
        self._listen()

    def _listen(self) -> None:
        """Takes come first: a sound system may give a microphone to one stream only."""
        free = self._runtime.controller.state.capture is CaptureState.IDLE
        listening = self._live.watched and free
        self._live.microphone_error = None
        self._live.level_dbfs, self._live.voice = SILENCE_DBFS, False
        settings = self._runtime.settings
        self.level.watch(Ear(settings.microphone.device, settings.voice.sensitivity) if listening else None)
        # Shown in the tray like any other use of the microphone. This redraws the dialog, too.
        self._runtime.presenter.know(level_open=listening)

    @Slot()
    def _make_way(self) -> None:
        busy = self._runtime.controller.state.capture is not CaptureState.IDLE
        if self._live.watched and busy == self.level.watching:
            self._listen()

    def rewriting_changed(self) -> None:
        """Another service, perhaps: it is asked only while somebody looks."""
        provider = self._runtime.settings.rewriting.provider
        self._service = self._service if provider is RewritingProvider.OFF else provider
        if self._dialog is not None and self._dialog.isVisible():
            self.provider.look()

    def microphone_changed(self) -> None:
        """Another microphone was chosen."""
        if self._live.watched:
            self._listen()

    @Slot(bool)
    def _on_recording(self, recording: bool) -> None:
        """Our own hotkeys must reach the dialog as plain keys."""
        hotkeys = self._runtime.hotkeys
        if recording and not hotkeys.paused:
            self._live.paused_by_us = True
            hotkeys.pause(True)
        elif not recording and self._live.paused_by_us:
            self._live.paused_by_us = False
            hotkeys.pause(False)

    @Slot()
    def _allow_keys(self) -> None:
        """The answer shows in what the desktop allows."""
        self._runtime.desktop_watch.ask()

    @Slot()
    def _open_log_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._runtime.paths.logs)))

    @Slot()
    def _on_closed(self) -> None:
        self._on_recording(False)
        self._on_watched(False)
        # What was refused is forgotten: the dialog shows what holds when it is opened again.
        self._live.problems.clear()
        self.try_out.clear()

    # What is heard

    @Slot(float, bool)
    def _on_level(self, level: float, voice: bool) -> None:
        self._live.level_dbfs, self._live.voice = level, voice
        self.refresh()

    @Slot(object)
    def _on_microphones(self, names: tuple[str, ...]) -> None:
        self._runtime.presenter.know(microphones=("", *dict.fromkeys(names)))

    @Slot(object)
    def _on_level_failed(self, error: AudioError) -> None:
        self._live.level_dbfs, self._live.voice = SILENCE_DBFS, False
        self._live.microphone_error = error_sentence(error)
        self._runtime.presenter.know(level_open=False)


def hotkey_problems(
    refused: Mapping[KeyAction, HotkeyError], missing: V2mError | None
) -> tuple[tuple[str, str], ...]:
    """What stands under the hotkeys; where there are none at all, it stands under the one to dictate."""
    problems = {f"hotkeys.{action.value}": error_sentence(error) for action, error in refused.items()}
    if missing is not None:
        problems["hotkeys.dictate"] = error_sentence(missing)
    return tuple(problems.items())


def hotwords_line(recognition: RecognitionService) -> str:
    """Why the model in use is not told all names and terms, "" if it is or if nobody knows yet."""
    count, told = len(terms_of(recognition.speaker.hotwords)), recognition.terms_told
    if count == 0:
        return ""
    if recognition.model is not None and not recognition.model.prompted:
        sentence = translate(
            "SettingsPage", "{model} is too small a model to be told names: it is told none."
        )
        return sentence.format(model=recognition.model.name)
    if told is None or told >= count:
        return ""
    sentence = translate("SettingsPage", "Not all of them fit: the model is told {told} of {count}.")
    return sentence.format(told=told, count=count)


def model_line(facts: Facts) -> str:
    """Where the model runs, or why it does not."""
    if facts.model_error is not None:
        return error_sentence(facts.model_error)
    match facts.model_state:
        case ModelState.LOADING:
            return translate("SettingsPage", "The model is being loaded…")
        case ModelState.READY if facts.model is not None:
            place = (
                translate("SettingsPage", "graphics card")
                if facts.model.device == "cuda"
                else translate("SettingsPage", "processor")
            )
            sentence = translate("SettingsPage", "{model} is in memory and runs on the {place} as {format}.")
            line = sentence.format(model=facts.model.name, place=place, format=facts.model.compute_type)
            return " ".join([line, *([error_sentence(facts.model.note)] if facts.model.note else [])])
        case _:
            return translate("SettingsPage", "Not in memory. The next dictation loads it while you speak.")
