"""A rewriter without a server: its answers are scripted, and it can be made slow, broken or deaf."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from v2m_desktop.core.errors import RewriteError, RewriteModelError, RewriteUnreachableError
from v2m_desktop.core.rewriting import Action, Place, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText

LOCAL = Place("Ollama", remote=False)
REMOTE = Place("Gemini", remote=True)
HANG_SECONDS = 60.0


def edit(request: RewriteRequest) -> str:
    """The default answer: a capital and a full stop, or the target language in front of the words."""
    words = request.text.reveal().strip()
    if request.action is Action.TRANSLATE:
        return f"[{request.target_language}] {words}"
    return words[:1].upper() + words[1:].rstrip(".") + "."


class FakeRewriter:
    """Implements core.rewriting.Rewriter.

    `requests` records what was asked, `seconds` how long each might take, `threads` who asked. Exceptions in
    `failures` are raised one by one instead of answering. While `gate` is clear, a call waits for it; it ends
    with RewriteUnreachableError at `close`, and when its time is up unless the rewriter is `deaf` to that.
    `entered` is set as soon as a call begins.
    """

    def __init__(self, answer: Callable[[RewriteRequest], str] = edit, place: Place = LOCAL) -> None:
        self.answer = answer
        self.offered: tuple[str, ...] = ("fake:latest",)
        self.requests: list[RewriteRequest] = []
        self.seconds: list[float] = []
        self.failures: deque[RewriteError] = deque()
        self.threads: set[int] = set()
        self.deaf = False
        self.gate = threading.Event()
        self.gate.set()
        self.entered = threading.Event()
        self.closed = threading.Event()
        self._place = place
        self._woken = threading.Condition()

    @property
    def place(self) -> Place:
        return self._place

    def models(self, seconds: float) -> tuple[str, ...]:
        self._begin(seconds)
        return self.offered

    def rewrite(self, request: RewriteRequest, seconds: float) -> SensitiveText:
        self.requests.append(request)
        self.seconds.append(seconds)
        self._begin(seconds)
        if not self.offered:
            raise RewriteModelError("The server has no model.")
        return SensitiveText(self.answer(request))

    def hold(self) -> None:
        """Let calls wait from now on."""
        self.gate.clear()

    def release(self) -> None:
        """Let the calls that wait go on."""
        with self._woken:
            self.gate.set()
            self._woken.notify_all()

    def close(self) -> None:
        with self._woken:
            self.closed.set()
            self._woken.notify_all()

    def _begin(self, seconds: float) -> None:
        self.threads.add(threading.get_ident())
        self.entered.set()
        with self._woken:
            limit = HANG_SECONDS if self.deaf else seconds
            over = self._woken.wait_for(lambda: self.closed.is_set() or self.gate.is_set(), limit)
        if self.closed.is_set() or not over:
            raise RewriteUnreachableError("The server does not answer.")
        if self.failures:
            raise self.failures.popleft()
