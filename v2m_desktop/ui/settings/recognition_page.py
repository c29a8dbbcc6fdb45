"""Which model understands speech, where it runs, and when it gives its memory back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from v2m_desktop.core.session import ModelState
from v2m_desktop.core.settings import KeepLoaded
from v2m_desktop.ui.settings.controls import ChoiceControl
from v2m_desktop.ui.settings.labels import value_name
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.view import Choice
from v2m_desktop.ui.wording import language_name, translate

COMPUTE_TYPES = ("auto", "int8", "int8_float16", "int8_float32", "float16", "bfloat16", "float32")


class RecognitionPage(Page):
    models_requested = Signal()
    unload_requested = Signal()
    check_again_requested = Signal()

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Recognition"))
        self._models = ChoiceControl("recognition.model")
        self._languages = ChoiceControl("recognition.language")
        self.more_models = QPushButton(translate("Settings", "Models…"))
        self.more_models.setAutoDefault(False)
        self.more_models.clicked.connect(self.models_requested)
        self.add("recognition.model", self._models, beside=[self.more_models])
        self.add("recognition.language", self._languages)
        self.add("recognition.device")
        self.add("recognition.short_context")
        self.check_again = QPushButton(translate("Settings", "Check again"))
        self.check_again.setAutoDefault(False)
        self.check_again.clicked.connect(self.check_again_requested)
        self.evidence = self.form.add_row(self.check_again, translate("Settings", "Self-check"))
        self.form.add_section(translate("Settings", "Memory"))
        self._add_memory()
        advanced = self.add_advanced()
        formats = ChoiceControl("recognition.compute_type")
        formats.show_choices([Choice(name, value_name(formats.key, name)) for name in COMPUTE_TYPES])
        self.add("recognition.compute_type", formats, form=advanced)
        self.add("recognition.threads", form=advanced)
        self.add("recognition.host", form=advanced)

    def _add_memory(self) -> None:
        for key in (
            "recognition.keep_loaded",
            "recognition.idle_minutes",
            "recognition.unload_under_pressure",
        ):
            self.add(key)
        self.unload = QPushButton(translate("Settings", "Unload now"))
        self.unload.setAutoDefault(False)
        self.unload.clicked.connect(self.unload_requested)
        self.state = self.form.add_row(self.unload, translate("Settings", "Model in memory"))

    def show_view(self, view: SettingsView) -> None:
        self._models.show_choices(view.models)
        self._languages.show_choices([Choice(code, language_name(code)) for code in view.languages])
        super().show_view(view)
        self.rows["recognition.idle_minutes"].set_enabled(
            view.settings.recognition.keep_loaded is KeepLoaded.IDLE
        )
        self.check_again.setEnabled(view.can_check_again)
        self.evidence.help.say(view.self_check_line)
        self.evidence.describe()
        self.unload.setEnabled(view.can_unload)
        failed = view.model_state is ModelState.FAILED
        self.state.help.say("" if failed else _state(view))
        self.state.hold(view.model_line if failed else "")


def _state(view: SettingsView) -> str:
    match view.model_state:
        case ModelState.LOADING:
            return translate("Settings", "Loading…")
        case ModelState.UNLOADED:
            return translate("Settings", "Not loaded. The next dictation loads it.")
        case _:
            return view.model_line or translate("Settings", "Loaded.")
