"""Refines and translates the words of takes on threads of their own, each within a deadline."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import RewriteAnswerError, RewriteError, RewriteUnreachableError, V2mError
from v2m_desktop.core.rewriting import Action, Rewriter, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Rewriting

log = logging.getLogger(__name__)

LOCAL_SECONDS = 4.0
REMOTE_SECONDS = 7.0
"""Longest waits where the settings name none: whoever dictates wants to go on."""

MakeRewriter = Callable[[Rewriting], Rewriter]
"""Puts the rewriter of the settings together, on the thread that will use it. Raises RewriteError."""


@dataclass(slots=True)
class _Call:
    """One rewriting. `rewriter` is set by its thread; `dropped` tells that nobody waits any more."""

    session: SessionId
    lock: threading.Lock = field(default_factory=threading.Lock)
    rewriter: Rewriter | None = None
    dropped: bool = False

    def take(self, rewriter: Rewriter) -> bool:
        """Called by the thread; False if the answer is not wanted any more."""
        with self.lock:
            self.rewriter = rewriter
            return not self.dropped

    def drop(self) -> Rewriter | None:
        with self.lock:
            self.dropped = True
            return self.rewriter


class RewriteService(QObject):
    """`finished` carries (session, SensitiveText or V2mError), once for each call, within the deadline.

    GUI thread only. A server that hangs costs one thread that nobody waits for.
    """

    finished = Signal(int, object)
    _answered = Signal(object, object)

    def __init__(self, settings: Rewriting, make: MakeRewriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.remote = False
        self._make = make
        self._calls: dict[SessionId, _Call] = {}
        self._answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def seconds(self) -> float:
        """The deadline in force."""
        return float(self.settings.deadline_s or (REMOTE_SECONDS if self.remote else LOCAL_SECONDS))

    def prepare(self) -> None:
        """Import what a rewriting needs while people still speak: its deadline is not for that."""
        threading.Thread(target=self._warm, args=(self.settings,), name="rewriter", daemon=True).start()

    def rewrite(self, session: SessionId, action: Action, text: SensitiveText, language: str) -> None:
        """`language` is the code of the spoken language, "" if unknown."""
        settings, seconds = self.settings, self.seconds
        call = self._calls[session] = _Call(session)
        request = RewriteRequest(
            action, text, language, settings.target_language, SensitiveText(_instructions(settings, action))
        )
        work = (call, settings, request, seconds)
        threading.Thread(target=self._work, args=work, name="rewriting", daemon=True).start()
        # A timer, because a thread that hangs in a library keeps no deadline.
        QTimer.singleShot(round(seconds * 1000) + GRACE_MS, self, lambda: self._expire(call, seconds))

    def drop(self, session: SessionId) -> None:
        """Nobody waits for the answer any more; the connection is cut."""
        call = self._calls.pop(session, None)
        if call is not None:
            _close(call.drop())

    def close(self) -> None:
        for session in tuple(self._calls):
            self.drop(session)

    def _expire(self, call: _Call, seconds: float) -> None:
        if self._calls.get(call.session) is call:
            self.drop(call.session)
            error = RewriteUnreachableError("No answer came within {seconds} s.", seconds=round(seconds))
            self._report(call.session, error)

    @Slot(object, object)
    def _on_answer(self, call: _Call, answer: SensitiveText | V2mError) -> None:
        if self._calls.get(call.session) is call:
            del self._calls[call.session]
            self._report(call.session, answer)

    def _report(self, session: SessionId, answer: SensitiveText | V2mError) -> None:
        log.info("rewriting of take %d: %s", session, type(answer).__name__)
        self.finished.emit(session, answer)

    # Threads of the calls

    def _warm(self, settings: Rewriting) -> None:
        try:
            self._make(settings).close()
        except RewriteError as error:
            log.info("rewriting is not ready: %s", type(error).__name__)
        except Exception as error:  # noqa: BLE001 - only its kind is told: foreign messages may quote anything
            log.warning("rewriting is not ready: %s", type(error).__name__)

    def _work(self, call: _Call, settings: Rewriting, request: RewriteRequest, seconds: float) -> None:
        answer: SensitiveText | V2mError
        try:
            rewriter = self._make(settings)
            try:
                if not call.take(rewriter):
                    return
                answer = rewriter.rewrite(request, seconds)
            finally:
                rewriter.close()
        except V2mError as error:
            answer = error
        except Exception as error:  # noqa: BLE001 - only its kind is told: foreign messages may quote the words
            answer = RewriteAnswerError("The rewriting failed ({kind}).", kind=type(error).__name__)
        with suppress(RuntimeError):  # the app ended meanwhile, and this object with it
            self._answered.emit(call, answer)


GRACE_MS = 200
"""The rewriter's own deadline says better what went wrong: it gets a moment to."""


def _instructions(settings: Rewriting, action: Action) -> str:
    return settings.refine_prompt if action is Action.REFINE else settings.translate_prompt


def _close(rewriter: Rewriter | None) -> None:
    """On a thread, because closing a connection may take a moment."""
    if rewriter is not None:
        threading.Thread(target=rewriter.close, name="rewriting", daemon=True).start()
