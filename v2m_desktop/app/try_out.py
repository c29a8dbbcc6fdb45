"""The box in the settings in which refining and translating can be tried."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.rewriting import Action, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.pipeline.rewrite_call import RewriteCall
from v2m_desktop.ui.error_text import error_sentence
from v2m_desktop.ui.settings.view import TryOut
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

PATIENCE = 5.0
"""Here nobody waits to go on typing: a server that loads its model first gets so many times as long."""


class TryOutBox(QObject):
    """GUI thread; the server is asked on an errand, as a take would."""

    changed = Signal()

    def __init__(self, runtime: Runtime, parent: QObject) -> None:
        super().__init__(parent)
        self.view = TryOut()
        self._runtime = runtime
        self._number = 0
        self._call = RewriteCall()

    @Slot(str, object)
    def run(self, action: str, text: SensitiveText) -> None:
        if not text.reveal().strip() or self.view.busy:
            return
        settings, make = self._runtime.settings.rewriting, self._runtime.make_rewriter
        own = settings.refine_prompt if action == Action.REFINE else settings.translate_prompt
        request = RewriteRequest(Action(action), text, "", settings.target_language, SensitiveText(own))
        seconds = self._runtime.rewriting.seconds * PATIENCE
        self._number += 1
        number, began = self._number, time.monotonic()

        call = self._call = RewriteCall()

        def work() -> SensitiveText:
            return call.run(make, settings, lambda rewriter: rewriter.rewrite(request, seconds))

        def answered(answer: SensitiveText | V2mError) -> None:
            if number == self._number:
                self._show(answer, time.monotonic() - began)

        self.view = TryOut(busy=True)
        self.changed.emit()
        self._runtime.errands.run("try-out", work, answered)

    def clear(self) -> None:
        """Nobody looks any more; an answer under way is not wanted, and its connection is cut."""
        self._number += 1
        self._call.drop()
        self.view = TryOut()

    def _show(self, answer: SensitiveText | V2mError, seconds: float) -> None:
        if isinstance(answer, V2mError):
            self.view = TryOut(message=error_sentence(answer))
        else:
            limit = self._runtime.rewriting.seconds
            sentence = (
                translate("SettingsPage", "Done in {seconds} s.")
                if seconds <= limit
                else translate("SettingsPage", "Done in {seconds} s, which is longer than a take would wait.")
            )
            self.view = TryOut(text=answer, message=sentence.format(seconds=f"{seconds:.1f}"))
        self.changed.emit()
