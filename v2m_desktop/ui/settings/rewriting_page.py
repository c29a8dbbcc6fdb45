"""Who refines and translates, how, and a box to try it in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from v2m_desktop.core.settings import RewritingProvider
from v2m_desktop.ui.settings.controls import ChoiceControl
from v2m_desktop.ui.settings.key_entry import KeyEntry
from v2m_desktop.ui.settings.labels import wording
from v2m_desktop.ui.settings.page import Page
from v2m_desktop.ui.settings.text_controls import PromptControl
from v2m_desktop.ui.settings.try_out_box import TryOutBox
from v2m_desktop.ui.settings.view import SettingsView
from v2m_desktop.ui.view import Choice
from v2m_desktop.ui.wording import language_name, translate

TARGET_LANGUAGES = (
    *("ar", "ca", "zh", "nl", "en", "fr", "gl", "de", "hi", "it"),
    *("ja", "ko", "pl", "pt", "ru", "es", "tr", "uk"),
)
"""Those with a name in every language of the interface (see ui/wording)."""

PROMPT_LINES = {"rewriting.refine_prompt": 10, "rewriting.translate_prompt": 6}
"""As high as our own instructions, so that they can be read without scrolling."""


class RewritingPage(Page):
    models_wanted = Signal()
    key_entered = Signal(object)
    key_forgotten = Signal()
    try_out_requested = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(translate("Settings", "Rewriting"))
        self._wanted_once = False
        self._view = SettingsView()
        self._only_with_provider: list[QWidget] = []
        self._add_provider()
        self._add_what_happens()
        self._add_instructions()
        self._add_try_out()

    def _add_provider(self) -> None:
        self.add("rewriting.provider")
        self.add("rewriting.ollama_address")
        self.key = KeyEntry()
        self.key.entered.connect(self.key_entered)
        self.key.forgotten.connect(self.key_forgotten)
        self._key_row = self.form.add_row(self.key, translate("Settings", "Key"))
        self._models = ChoiceControl("rewriting.model")
        self.refresh = QPushButton(translate("Settings", "Refresh"))
        self.refresh.setAccessibleName(translate("Settings", "Ask for the models again"))
        self.refresh.setAutoDefault(False)
        self.refresh.clicked.connect(self.models_wanted)
        self.add("rewriting.model", self._models, beside=[self.refresh])

    def _add_what_happens(self) -> None:
        title = self.form.add_section(translate("Settings", "What happens to the text"))
        self.add("rewriting.action")
        languages = ChoiceControl("rewriting.target_language")
        names = sorted((language_name(code), code) for code in TARGET_LANGUAGES)
        languages.show_choices([Choice(code, name) for name, code in names])
        self.add("rewriting.target_language", languages)
        self.add("rewriting.deadline_s")
        self._only_with_provider.append(title)

    def _add_instructions(self) -> None:
        section = translate("Settings", "Instructions")
        self._only_with_provider.append(self.form.add_section(section))
        self._prompts: dict[str, PromptControl] = {}
        self._resets: dict[str, QPushButton] = {}
        for key, lines in PROMPT_LINES.items():
            prompt = PromptControl(key, lines)
            reset = QPushButton(translate("Settings", "Reset"))
            reset.setAutoDefault(False)
            reset.clicked.connect(prompt.reset)
            self.add(key, prompt, beside=[reset])
            reset.setAccessibleName(f"{reset.text()}: {wording(key).name}")
            prompt.setAccessibleName(f"{section}: {wording(key).name}")
            self._prompts[key], self._resets[key] = prompt, reset

    def _add_try_out(self) -> None:
        self._only_with_provider.append(self.form.add_section(translate("Settings", "Try it")))
        self.try_out = TryOutBox()
        self.try_out.requested.connect(self.try_out_requested)
        self.form.add_wide(self.try_out)
        self._only_with_provider.append(self.try_out)

    def show_view(self, view: SettingsView) -> None:
        self._view = view
        rewriting = view.settings.rewriting
        self._models.show_choices(_models(view))
        super().show_view(view)
        self._show_rows(view)
        host = view.remote_host
        sentence = translate("Settings", "Text leaves this computer: it is sent to {host}.")
        provider = self.rows["rewriting.provider"]
        provider.warning.say(sentence.format(host=host) if host else "")
        provider.describe()
        if view.key is not None:
            self.key.show_state(view.key)
        self.refresh.setEnabled(not view.provider_busy)
        asking = translate("Settings", "Asking for the models…")
        self.rows["rewriting.model"].help.say(asking if view.provider_busy else view.provider_line)
        ours = {
            "rewriting.refine_prompt": (view.refine_prompt, rewriting.refine_prompt),
            "rewriting.translate_prompt": (view.translate_prompt, rewriting.translate_prompt),
        }
        for key, (default, own) in ours.items():
            self._prompts[key].show_default(default)
            self._resets[key].setEnabled(bool(own))
        self.try_out.show_try_out(view.try_out)
        self._want_models()

    def _show_rows(self, view: SettingsView) -> None:
        """Only what matters for the chosen provider is there."""
        provider = view.settings.rewriting.provider
        used = provider is not RewritingProvider.OFF
        for key, row in self.rows.items():
            if key != "rewriting.provider":
                row.set_shown(used)
        self.rows["rewriting.ollama_address"].set_shown(provider is RewritingProvider.OLLAMA)
        self._key_row.set_shown(used and view.key is not None)
        for widget in self._only_with_provider:
            widget.setVisible(used)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._want_models()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.key.empty()
        self._wanted_once = False

    def _want_models(self) -> None:
        """Ask once for each visit of the page: a list that nobody sees is not fetched."""
        view = self._view
        used = view.settings.rewriting.provider is not RewritingProvider.OFF
        if used and self.isVisible() and not self._wanted_once and not view.provider_models:
            self._wanted_once = True
            self.models_wanted.emit()


def _models(view: SettingsView) -> list[Choice]:
    first = translate("Settings", "The first in the list")
    return [Choice("", first), *(Choice(name, name) for name in view.provider_models)]
