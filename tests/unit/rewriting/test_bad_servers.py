"""Whatever a server does, the call ends in time, with one sentence that quotes neither words nor keys."""

from __future__ import annotations

import os
import socket
import threading
import time

import pytest

from tests.tools.gemini_server import KEY
from tests.tools.llm_server import Mode
from tests.unit.rewriting.conftest import CANARY, Bench
from v2m_desktop.core.errors import (
    RewriteAnswerError,
    RewriteDoubtError,
    RewriteError,
    RewriteKeyError,
    RewriteModelError,
    RewriteUnreachableError,
)
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.gemini_provider import GeminiProvider
from v2m_desktop.rewriting.ollama_provider import OllamaProvider

SECONDS = 0.6
HANG = 25.0

ENDS = {
    Mode.DEAD: RewriteUnreachableError,
    Mode.SLOW: RewriteUnreachableError,
    Mode.DRIP: RewriteUnreachableError,
    Mode.CUT: RewriteUnreachableError,
    Mode.BUSY: RewriteUnreachableError,
    Mode.BROKEN: RewriteUnreachableError,
    Mode.LONG: RewriteAnswerError,
    Mode.REDIRECT: RewriteAnswerError,
    Mode.PAGE: RewriteAnswerError,
    Mode.NOT_JSON: RewriteAnswerError,
    Mode.WRONG_KEY: RewriteKeyError,
    Mode.NO_MODELS: RewriteModelError,
    Mode.REFUSES: RewriteDoubtError,
    Mode.ANSWERS: RewriteDoubtError,
    Mode.PREAMBLE: RewriteDoubtError,
    Mode.TRUNCATED: RewriteDoubtError,
}


def chain(error: BaseException | None) -> str:
    """Everything that a traceback would print about an error."""
    found = ""
    while error is not None:
        found += f"{error!r} {vars(error)} "
        error = error.__cause__ or error.__context__
    return found


@pytest.mark.parametrize("mode", ENDS)
@pytest.mark.parametrize("action", [Action.REFINE, Action.TRANSLATE])
def test_it_ends_in_time_with_a_sentence(bench: Bench, mode: Mode, action: Action) -> None:
    bench.server.mode = mode
    waits = mode in (Mode.DEAD, Mode.SLOW, Mode.DRIP)
    began = time.monotonic()
    with pytest.raises(RewriteError) as caught:
        bench.rewrite(action, seconds=SECONDS if waits else 30.0)
    assert time.monotonic() - began < HANG
    assert type(caught.value) is ENDS[mode]
    assert caught.value.message.endswith(".")
    said = chain(caught.value)
    for private in ("zebra", KEY, "earlier answer was refused", "transcript"):
        assert private not in said


@pytest.mark.parametrize("mode", [Mode.EDITS, Mode.THINKING, Mode.OBEYS_SECOND, Mode.NO_SWITCH])
def test_it_gets_the_text_all_the_same(bench: Bench, mode: Mode) -> None:
    bench.server.mode = mode
    assert bench.rewrite() == "Good morning the zebra meeting is tomorrow."


def test_the_second_try_is_the_last(bench: Bench) -> None:
    bench.server.mode = Mode.ANSWERS
    with pytest.raises(RewriteDoubtError):
        bench.rewrite(model=bench.provider.models(30.0)[0])
    prompts = [asked for asked in bench.server.of(bench.chat) if asked.method == "POST"]
    assert len(prompts) == 2
    assert "earlier answer was refused" not in str(prompts[0].body)
    assert "earlier answer was refused" in str(prompts[1].body)


@pytest.mark.parametrize("mode", [Mode.BUSY, Mode.BROKEN, Mode.CUT])
def test_nothing_is_tried_again_behind_our_back(bench: Bench, mode: Mode) -> None:
    bench.server.mode = mode
    with pytest.raises(RewriteUnreachableError):
        bench.rewrite()
    assert len(bench.server.asked) == 1


def test_a_redirect_is_not_followed(bench: Bench) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        other.setblocking(False)
        bench.server.mode = Mode.REDIRECT
        bench.server.redirect_to = f"http://127.0.0.1:{other.getsockname()[1]}/"
        with pytest.raises(RewriteAnswerError):
            bench.rewrite()
        with pytest.raises(BlockingIOError):
            other.accept()


def test_a_model_that_is_not_there_is_named(bench: Bench) -> None:
    with pytest.raises(RewriteModelError, match="lorem:3b"):
        bench.rewrite(model="lorem:3b")


def test_a_server_that_does_not_run_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}"
    with pytest.raises(RewriteUnreachableError, match=f"Ollama does not answer at {address}. Start it"):
        OllamaProvider(address + "/").models(30.0)
    with pytest.raises(RewriteUnreachableError, match="Gemini cannot be reached"):
        GeminiProvider(SensitiveText(KEY), address).models(30.0)


def test_closing_wakes_a_call_that_waits_for_bytes(bench: Bench) -> None:
    bench.server.mode = Mode.DRIP

    def close() -> None:
        bench.server.waiting.wait(HANG)
        bench.provider.close()

    closer = threading.Thread(target=close)
    closer.start()
    began = time.monotonic()
    with pytest.raises(RewriteUnreachableError, match="stopped"):
        bench.rewrite(seconds=60.0)
    assert time.monotonic() - began < HANG
    closer.join()


def test_keys_and_proxies_of_the_environment_are_left_alone(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    before = dict(os.environ)
    assert bench.rewrite()
    assert dict(os.environ) == before
    assert CANARY not in str(before)
