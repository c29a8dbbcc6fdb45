"""Refines and translates the words of takes on threads of their own, each within a deadline."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import RewriteDoubtError, RewriteUnreachableError, V2mError
from v2m_desktop.core.rewriting import Action, Rewriter, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Rewriting, RewritingProvider
from v2m_desktop.pipeline.rewrite_call import MakeRewriter, RewriteCall

log = logging.getLogger(__name__)

LOCAL_SECONDS = 4.0
REMOTE_SECONDS = 7.0
"""Longest waits where the settings name none: whoever dictates wants to go on."""

GRACE_MS = 200
"""The rewriter's own deadline says better what went wrong: it gets a moment to."""

AWAKE_SECONDS = 240.0
"""After an answer Ollama keeps the model in memory for five minutes."""
LONGEST_LOAD_SECONDS = 120.0
SAMPLE = RewriteRequest(Action.REFINE, SensitiveText("hello"), "en")


class _Mail(QObject):
    """Belongs to the threads as well: a QObject must not end while another thread emits its signal."""

    answered = Signal(int, object, object)


class RewriteService(QObject):
    """`finished` carries (session, SensitiveText or V2mError), once for each call, within the deadline.

    GUI thread only. A server that hangs costs one thread that nobody waits for.
    """

    finished = Signal(int, object)

    def __init__(self, settings: Rewriting, make: MakeRewriter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.remote = False
        self._make = make
        self._calls: dict[SessionId, RewriteCall] = {}
        self._preparing: tuple[threading.Thread, RewriteCall] | None = None
        self._awake: tuple[str, str] | None = None
        self._awake_until = 0.0
        self._mail = _Mail()
        self._mail.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)

    @property
    def seconds(self) -> float:
        """The deadline in force."""
        return float(self.settings.deadline_s or (REMOTE_SECONDS if self.remote else LOCAL_SECONDS))

    def prepare(self) -> None:
        """While people still speak, import what a rewriting needs: its deadline is not for that.

        Ollama is asked for a sample as well. It loads a model with the first request, and stops loading when
        the deadline cuts that one off: without this a large model would never be there in time.
        """
        if self._preparing is not None and self._preparing[0].is_alive():
            return
        awake = self._awake == _model(self.settings) and time.monotonic() < self._awake_until
        wake = self.settings.provider is RewritingProvider.OLLAMA and not awake
        call = RewriteCall()
        ask = partial(call.run, self._make, self.settings, _sample if wake else _nothing)
        thread = threading.Thread(target=_prepare, args=(ask,), name="rewriter", daemon=True)
        self._preparing = thread, call
        thread.start()

    def rewrite(self, session: SessionId, action: Action, text: SensitiveText, language: str) -> None:
        """`language` is the code of the spoken language, "" if unknown."""
        settings, seconds = self.settings, self.seconds
        call = self._calls[session] = RewriteCall()
        request = RewriteRequest(
            action, text, language, settings.target_language, SensitiveText(_instructions(settings, action))
        )
        # Keyring and imports come out of the same deadline.
        question = partial(_rewrite, request, time.monotonic() + seconds)
        work = (self._mail, session, call, partial(call.run, self._make, settings, question))
        threading.Thread(target=_work, args=work, name="rewriting", daemon=True).start()
        # A timer, because a thread that hangs in a library keeps no deadline.
        milliseconds = round(seconds * 1000) + GRACE_MS
        QTimer.singleShot(milliseconds, self, lambda: self._expire(session, call, seconds))

    def drop(self, session: SessionId) -> None:
        """Nobody waits for the answer any more; the connection is cut."""
        call = self._calls.pop(session, None)
        if call is not None:
            call.drop()

    def close(self) -> None:
        for session in tuple(self._calls):
            self.drop(session)
        if self._preparing is not None:
            self._preparing[1].drop()

    def _expire(self, session: SessionId, call: RewriteCall, seconds: float) -> None:
        if self._calls.get(session) is call:
            self.drop(session)
            error = RewriteUnreachableError("No answer came within {seconds} s.", seconds=round(seconds))
            self._report(session, error)

    @Slot(int, object, object)
    def _on_answer(self, session: SessionId, call: RewriteCall, answer: SensitiveText | V2mError) -> None:
        if self._calls.get(session) is call:
            del self._calls[session]
            self._report(session, answer)

    def _report(self, session: SessionId, answer: SensitiveText | V2mError) -> None:
        log.info("rewriting of take %d: %s", session, type(answer).__name__)
        if isinstance(answer, SensitiveText | RewriteDoubtError):
            self._awake, self._awake_until = _model(self.settings), time.monotonic() + AWAKE_SECONDS
        self.finished.emit(session, answer)


def _prepare(ask: Callable[[], object]) -> None:
    try:
        ask()
    except V2mError as error:
        log.info("rewriting is not ready: %s", type(error).__name__)


def _work(mail: _Mail, session: SessionId, call: RewriteCall, ask: Callable[[], SensitiveText]) -> None:
    answer: SensitiveText | V2mError
    try:
        answer = ask()
    except V2mError as error:
        answer = error
    mail.answered.emit(session, call, answer)


def _rewrite(request: RewriteRequest, until: float, rewriter: Rewriter) -> SensitiveText:
    return rewriter.rewrite(request, max(0.0, until - time.monotonic()))


def _sample(rewriter: Rewriter) -> object:
    return rewriter.rewrite(SAMPLE, LONGEST_LOAD_SECONDS)


def _nothing(_rewriter: Rewriter) -> object:
    """To have been made is enough."""
    return None


def _model(settings: Rewriting) -> tuple[str, str]:
    """Which model it is that would be awake."""
    return settings.ollama_address, settings.model


def _instructions(settings: Rewriting, action: Action) -> str:
    return settings.refine_prompt if action is Action.REFINE else settings.translate_prompt
