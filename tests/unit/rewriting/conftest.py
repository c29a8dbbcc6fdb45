"""Rewriters with real clients, and their servers on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from tests.tools.gemini_server import KEY, GeminiServer
from tests.tools.llm_server import LlmServer
from tests.tools.ollama_server import OllamaServer
from v2m_desktop.core.rewriting import Action, RewriteRequest
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.gemini_provider import GeminiProvider
from v2m_desktop.rewriting.ollama_provider import OllamaProvider
from v2m_desktop.rewriting.provider import Provider
from v2m_desktop.rewriting.rewriter import GuardedRewriter

CANARY = "um good morning the zebra meeting is tomorrow"


@dataclass
class Bench:
    server: LlmServer
    provider: Provider
    chat: str
    """What the path of a prompt begins with."""

    def rewrite(
        self, action: Action = Action.REFINE, words: str = CANARY, seconds: float = 30.0, model: str = ""
    ) -> str:
        request = RewriteRequest(action, SensitiveText(words), "en", "es")
        return GuardedRewriter(self.provider, model).rewrite(request, seconds).reveal()


def ollama_bench() -> Iterator[Bench]:
    with OllamaServer() as server:
        provider = OllamaProvider(server.address)
        yield Bench(server, provider, "/api/chat")
        provider.close()


def gemini_bench() -> Iterator[Bench]:
    with GeminiServer() as server:
        provider = GeminiProvider(SensitiveText(KEY), server.address)
        yield Bench(server, provider, "/v1beta/models/")
        provider.close()


MAKERS: dict[str, Callable[[], Iterator[Bench]]] = {"ollama": ollama_bench, "gemini": gemini_bench}


@pytest.fixture
def ollama() -> Iterator[Bench]:
    yield from ollama_bench()


@pytest.fixture
def gemini() -> Iterator[Bench]:
    yield from gemini_bench()


@pytest.fixture(params=MAKERS)
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    yield from MAKERS[request.param]()
