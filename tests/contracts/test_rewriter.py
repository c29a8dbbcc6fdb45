"""What every rewriter promises: the fake, and the real one with each provider and its server."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from tests.fakes.rewriter import FakeRewriter
from tests.tools.gemini_server import KEY, GeminiServer
from tests.tools.llm_server import LlmServer, Mode
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.errors import RewriteError, RewriteModelError, RewriteUnreachableError
from v2m_desktop.core.rewriting import Action, Rewriter, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.gemini_provider import GeminiProvider
from v2m_desktop.rewriting.ollama_provider import OllamaProvider
from v2m_desktop.rewriting.rewriter import GuardedRewriter

WORDS = "good morning the meeting is tomorrow"
SECONDS = 30.0
"""Enough on the slowest machine."""
SHORT = 0.5
HANG = 25.0
"""What ends after this long did not end because of its deadline."""


@dataclass
class Rig:
    """A rewriter whose server can be made to wait. `waits` is set when a call does."""

    rewriter: Rewriter
    hold: Callable[[], None]
    waits: threading.Event
    remote: bool
    lacks_models: Callable[[], None] = field(default=lambda: None)


def fake() -> Iterator[Rig]:
    rewriter = FakeRewriter()
    yield Rig(rewriter, rewriter.hold, rewriter.entered, False, lambda: setattr(rewriter, "offered", ()))


def _served(server: LlmServer, rewriter: Rewriter, *, remote: bool) -> Rig:
    def set_mode(mode: Mode) -> Callable[[], None]:
        return lambda: setattr(server, "mode", mode)

    return Rig(rewriter, set_mode(Mode.DEAD), server.waiting, remote, set_mode(Mode.NO_MODELS))


def ollama() -> Iterator[Rig]:
    with OllamaServer() as server:
        rewriter = GuardedRewriter(OllamaProvider(server.address), "")
        yield _served(server, rewriter, remote=False)


def gemini() -> Iterator[Rig]:
    with GeminiServer() as server:
        rewriter = GuardedRewriter(GeminiProvider(SensitiveText(KEY), server.address), "")
        yield _served(server, rewriter, remote=True)


@pytest.fixture(params=[fake, ollama, gemini], ids=lambda maker: maker.__name__)
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    for made in request.param():
        yield made
        made.rewriter.close()


def ask(action: Action, words: str = WORDS) -> RewriteRequest:
    return RewriteRequest(action, SensitiveText(words), language="en", target_language="es")


def test_it_says_where_the_words_go(rig: Rig) -> None:
    assert rig.rewriter.place.host
    assert rig.rewriter.place.remote is rig.remote


def test_it_lists_models(rig: Rig) -> None:
    names = rig.rewriter.models(SECONDS)
    assert names
    assert all(names)


def test_it_refines(rig: Rig) -> None:
    refined = rig.rewriter.rewrite(ask(Action.REFINE), SECONDS)
    assert refined.reveal() == "Good morning the meeting is tomorrow."


def test_it_translates(rig: Rig) -> None:
    translated = rig.rewriter.rewrite(ask(Action.TRANSLATE), SECONDS).reveal()
    assert translated
    assert translated != WORDS


def test_it_can_be_asked_from_several_threads(rig: Rig) -> None:
    said = [f"{word} morning" for word in ("hello", "good", "tomorrow", "thank")]
    answers: dict[str, str] = {}

    def work(words: str) -> None:
        answers[words] = rig.rewriter.rewrite(ask(Action.REFINE, words), SECONDS).reveal()

    threads = [threading.Thread(target=work, args=(words,)) for words in said]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(SECONDS)
    assert answers == {words: words.capitalize() + "." for words in said}


def test_it_gives_up_in_time(rig: Rig) -> None:
    rig.hold()
    began = time.monotonic()
    with pytest.raises(RewriteUnreachableError):
        rig.rewriter.rewrite(ask(Action.REFINE), SHORT)
    assert SHORT * 0.9 <= time.monotonic() - began < HANG
    with pytest.raises(RewriteUnreachableError):
        rig.rewriter.models(SHORT)


def test_closing_it_breaks_a_call_off(rig: Rig) -> None:
    rig.hold()
    errors: list[RewriteError] = []

    def work() -> None:
        try:
            rig.rewriter.rewrite(ask(Action.REFINE), SECONDS)
        except RewriteError as error:
            errors.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert rig.waits.wait(SECONDS)
    began = time.monotonic()
    rig.rewriter.close()
    thread.join(HANG)
    assert time.monotonic() - began < HANG
    assert not thread.is_alive()
    assert [type(error) for error in errors] == [RewriteUnreachableError]
    with pytest.raises(RewriteUnreachableError):
        rig.rewriter.models(SECONDS)


def test_without_a_model_it_says_so(rig: Rig) -> None:
    rig.lacks_models()
    with pytest.raises(RewriteModelError):
        rig.rewriter.rewrite(ask(Action.REFINE), SECONDS)
