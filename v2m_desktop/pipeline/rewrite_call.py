"""One question to a rewriter, on the thread that asks it; whoever wants the answer no more may drop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from v2m_desktop.core.errors import RewriteAnswerError, RewriteUnreachableError, V2mError
from v2m_desktop.core.rewriting import Rewriter
from v2m_desktop.core.settings import Rewriting

T = TypeVar("T")

MakeRewriter = Callable[[Rewriting], Rewriter]
"""Puts the rewriter of the settings together, on the thread that will use it. Raises RewriteError."""


class RewriteCall:
    """Made by who wants an answer, run on another thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rewriter: Rewriter | None = None
        self._dropped = False

    def run(self, make: MakeRewriter, settings: Rewriting, question: Callable[[Rewriter], T]) -> T:
        """What `question` gets out of the rewriter. Raises V2mError and nothing else.

        Of a foreign error only its kind is told: its text may quote the words.
        """
        try:
            rewriter = make(settings)
            try:
                self._begin(rewriter)
                return question(rewriter)
            finally:
                rewriter.close()
        except V2mError:
            raise
        except Exception as error:  # noqa: BLE001 - libraries raise their own
            kind = type(error).__name__
            raise RewriteAnswerError("The rewriting failed ({kind}).", kind=kind) from None

    def drop(self) -> None:
        """Nobody waits for the answer any more: its connection is cut, or not even made."""
        with self._lock:
            self._dropped, rewriter = True, self._rewriter
        if rewriter is not None:
            # On a thread, because closing a connection may take a moment.
            threading.Thread(target=rewriter.close, name="rewriting", daemon=True).start()

    def _begin(self, rewriter: Rewriter) -> None:
        with self._lock:
            if self._dropped:
                raise RewriteUnreachableError("The rewriting was stopped. The words are kept.")
            self._rewriter = rewriter
