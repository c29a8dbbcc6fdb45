"""What the settings show about the service that refines and translates: its models, its key, our prompts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.app.rewriting import KEYED
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.secrets import SecretState
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.settings import RewritingProvider
from v2m_desktop.pipeline.rewrite_call import RewriteCall
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

LIST_SECONDS = 10.0


class ProviderWatch(QObject):
    """GUI thread; server and keyring are asked on errands."""

    changed = Signal()

    def __init__(self, runtime: Runtime, parent: QObject) -> None:
        super().__init__(parent)
        self.models: tuple[str, ...] = ()
        self.line = ""
        self.busy = False
        self.key: SecretState | None = None
        self._runtime = runtime
        self._seen: object = None
        self._number = 0

    @property
    def prompts(self) -> tuple[str, str]:
        """Ours, for refining and translating."""
        from v2m_desktop.rewriting.prompts import default_instructions

        return default_instructions(Action.REFINE), default_instructions(Action.TRANSLATE)

    def look(self) -> None:
        """Ask key and models again where the service is not the one that was asked last."""
        settings = self._runtime.settings.rewriting
        asked = (settings.provider, settings.ollama_address)
        if asked == self._seen:
            return
        self._seen, self.models, self.line, self.key = asked, (), "", None
        if service := KEYED.get(settings.provider):
            secrets = self._runtime.secrets
            self._runtime.errands.run("key", lambda: secrets.state(service), self._on_key)
        self.list_models()

    @Slot()
    def list_models(self) -> None:
        settings, make = self._runtime.settings.rewriting, self._runtime.make_rewriter
        self._number += 1
        if settings.provider is RewritingProvider.OFF:
            self.busy = False
            self.changed.emit()
            return
        number = self._number

        def work() -> tuple[str, ...]:
            return RewriteCall().run(make, settings, lambda rewriter: rewriter.models(LIST_SECONDS))

        def answered(answer: tuple[str, ...] | V2mError) -> None:
            if number == self._number:
                self._on_models(answer)

        self.busy = True
        self.changed.emit()
        self._runtime.errands.run("provider models", work, answered)

    @Slot(object)
    def keep_key(self, secret: SensitiveText) -> None:
        if service := KEYED.get(self._runtime.settings.rewriting.provider):
            secrets = self._runtime.secrets
            self._runtime.errands.run("key", lambda: secrets.save(service, secret), self._on_new_key)

    @Slot()
    def forget_key(self) -> None:
        if service := KEYED.get(self._runtime.settings.rewriting.provider):
            secrets = self._runtime.secrets
            self._runtime.errands.run("key", lambda: secrets.forget(service), self._on_new_key)

    def _on_key(self, answer: SecretState | V2mError) -> None:
        if isinstance(answer, V2mError):
            self.line = error_sentence(answer)
        else:
            self.key = answer
        self.changed.emit()

    def _on_new_key(self, answer: SecretState | V2mError) -> None:
        self._on_key(answer)
        self.list_models()

    def _on_models(self, answer: tuple[str, ...] | V2mError) -> None:
        self.busy = False
        if isinstance(answer, V2mError):
            self.models, self.line = (), error_sentence(answer)
        else:
            self.models = answer
            self.line = translate("SettingsPage", "Models offered: {count}").format(count=len(answer))
        self.changed.emit()
