"""What Gemini is asked, as its server gets it."""

from __future__ import annotations

import json

import pytest

from tests.tools.gemini_server import KEY, MODEL, GeminiServer
from tests.tools.llm_server import Mode
from tests.unit.rewriting.conftest import CANARY, Bench
from v2m_desktop.core.errors import RewriteAnswerError, RewriteKeyError
from v2m_desktop.core.rewriting import Place
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.gemini_provider import THOUGHTS, GeminiProvider


def generated(bench: Bench) -> list[dict[str, object]]:
    return [asked.body for asked in bench.server.asked if asked.path.endswith(":generateContent")]


def test_the_request(gemini: Bench) -> None:
    gemini.rewrite()
    (body,) = generated(gemini)
    config = body["generationConfig"]
    assert isinstance(config, dict)
    assert config["temperature"] == 0
    assert config["maxOutputTokens"] == 2 * -(-len(CANARY) // 3) + 64
    assert config["responseMimeType"] == "application/json"
    assert config["thinkingConfig"] == {"thinking_budget": 0}
    system = str(body["systemInstruction"])
    contents = body["contents"]
    assert isinstance(contents, list)
    assert json.loads(contents[0]["parts"][0]["text"])["marker"] in system
    assert "zebra" not in system
    assert "tools" not in body


def test_a_model_that_must_think_gets_room_for_it(gemini: Bench) -> None:
    gemini.server.mode = Mode.NO_SWITCH
    gemini.rewrite()
    first, second = (body["generationConfig"] for body in generated(gemini))
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert "thinkingConfig" not in second
    assert second["maxOutputTokens"] == first["maxOutputTokens"] + THOUGHTS


def test_the_key_is_in_the_header_only(gemini: Bench) -> None:
    gemini.rewrite()
    assert gemini.server.asked
    for asked in gemini.server.asked:
        assert asked.headers.pop("x-goog-api-key") == KEY
        assert KEY not in str(asked)


@pytest.mark.expects_log(
    "Both GOOGLE_API_KEY and GEMINI_API_KEY are set"
)  # the library looks, and is overruled
def test_keys_and_addresses_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GOOGLE_API_KEY", "GEMINI_API_KEY"):
        monkeypatch.setenv(name, "another-key")
    for name in ("GOOGLE_GEMINI_BASE_URL", "GOOGLE_VERTEX_BASE_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_ENTERPRISE"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("GOOGLE_GENAI_API_VERSION", "v9")
    with GeminiServer() as server:
        assert GeminiProvider(SensitiveText(KEY), server.address).models(30.0)
        assert "another-key" not in str(server.asked)


def test_models_that_can_write_are_listed_from_all_pages(gemini: Bench) -> None:
    assert gemini.provider.models(30.0) == (MODEL, "gemini-demo-pro")


def test_a_wrong_key_is_said_so() -> None:
    with GeminiServer() as server, pytest.raises(RewriteKeyError):
        GeminiProvider(SensitiveText("wrong"), server.address).models(30.0)


@pytest.mark.parametrize("reason", ["SAFETY", "RECITATION", "PROHIBITED_CONTENT", "BRAND_NEW", "PROMPT"])
@pytest.mark.filterwarnings("ignore:BRAND_NEW is not a valid")
def test_an_answer_that_is_kept_back_is_said_so(gemini: Bench, reason: str) -> None:
    assert isinstance(gemini.server, GeminiServer)
    gemini.server.block = reason
    with pytest.raises(RewriteAnswerError, match="filters"):
        gemini.rewrite()
    assert len(generated(gemini)) == 1


def test_it_is_remote() -> None:
    assert GeminiProvider(SensitiveText(KEY)).place == Place("Gemini", remote=True)
