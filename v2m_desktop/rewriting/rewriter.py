"""Rewrites the words of a take with a provider's model, and lets nothing pass that the guard doubts."""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass

from v2m_desktop.core.errors import RewriteAnswerError, RewriteDoubtError
from v2m_desktop.core.rewriting import Place, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.guard import judge
from v2m_desktop.rewriting.pair import Pair
from v2m_desktop.rewriting.prompts import Asked, ask
from v2m_desktop.rewriting.provider import Completion, Provider
from v2m_desktop.rewriting.reading import read_answer

log = logging.getLogger(__name__)

SECOND_TRY_SECONDS = 0.3
"""With less time left, a second try is not begun."""


class GuardedRewriter:
    """Implements core.rewriting.Rewriter. An empty `model` takes the first that the provider lists."""

    def __init__(self, provider: Provider, model: str) -> None:
        self._provider = provider
        self._model = model

    @property
    def place(self) -> Place:
        return self._provider.place

    def models(self, seconds: float) -> tuple[str, ...]:
        return self._provider.models(seconds)

    def rewrite(self, request: RewriteRequest, seconds: float) -> SensitiveText:
        end = time.monotonic() + seconds
        model = self._model or self._provider.models(seconds)[0]
        first = self._ask(model, request, end, strict=False)
        try:
            return _checked(request, first)
        except (RewriteAnswerError, RewriteDoubtError):
            if end - time.monotonic() < SECOND_TRY_SECONDS:
                raise
        return _checked(request, self._ask(model, request, end, strict=True))

    def close(self) -> None:
        self._provider.close()

    def _ask(self, model: str, request: RewriteRequest, end: float, *, strict: bool) -> _Answered:
        asked = ask(request, strict=strict)
        return _Answered(asked, self._provider.complete(model, asked.prompt, end - time.monotonic()))


@dataclass(frozen=True, slots=True)
class _Answered:
    asked: Asked
    completion: Completion


def _checked(request: RewriteRequest, answered: _Answered) -> SensitiveText:
    if not answered.completion.finished:
        raise _doubt("unfinished")
    text = read_answer(answered.completion.text)
    pair = Pair(
        request.action,
        raw=request.text.reveal(),
        answer=text.reveal(),
        language=request.language,
        target=request.target_language,
        private=answered.asked.private,
    )
    verdict = judge(pair)
    if not verdict.accepted:
        raise _doubt(verdict.reason.value)
    return text


def _doubt(reason: str) -> RewriteDoubtError:
    log.info("the model's answer is not taken: %s", reason)
    return RewriteDoubtError(
        "The model's answer was not what was said, so it was not used. Try again, or choose another model."
    )
