"""What Ollama is asked, as its server gets it."""

from __future__ import annotations

import json
import subprocess
import sys

import httpx2
import pytest

from tests.tools.llm_server import Asked
from tests.tools.ollama_server import MODEL, OllamaServer
from tests.unit.rewriting.conftest import CANARY, Bench
from v2m_desktop.core.rewriting import Place
from v2m_desktop.rewriting.ollama_provider import CONTEXT, OllamaProvider


def chat(bench: Bench) -> Asked:
    return bench.server.of("/api/chat")[-1]


def test_the_request(ollama: Bench) -> None:
    ollama.rewrite()
    body = chat(ollama).body
    assert body["model"] == MODEL
    assert body["stream"] is True
    assert body["think"] is False
    assert body["keep_alive"] == "5m"
    assert set(body["options"]) == {"temperature", "num_predict"}
    assert body["options"]["temperature"] == 0
    assert body["options"]["num_predict"] == 2 * -(-len(CANARY) // 3) + 64
    assert body["format"]["required"] == ["text"]
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert json.loads(user["content"])["marker"] in system["content"]
    assert "zebra" not in system["content"]


def test_a_long_text_gets_room(ollama: Bench) -> None:
    words = "the meeting is tomorrow " * 400
    ollama.rewrite(words=words.strip())
    options = chat(ollama).body["options"]
    assert options["num_ctx"] % CONTEXT == 0
    assert options["num_ctx"] > len(words) / 3 + options["num_predict"]


def test_no_key_of_the_environment_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OLLAMA_API_KEY", "canary-key")
    monkeypatch.setenv("OLLAMA_HOST", "http://127.0.0.1:9")
    with OllamaServer() as server:
        assert OllamaProvider(server.address).models(30.0) == (MODEL, "other:7b")
        assert "canary-key" not in str(server.asked)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("http://127.0.0.1:11434", Place("Ollama", remote=False)),
        ("http://127.8.9.1:11434/", Place("Ollama", remote=False)),
        ("http://localhost:11434", Place("Ollama", remote=False)),
        ("http://[::1]:11434", Place("Ollama", remote=False)),
        ("https://ollama.example.org", Place("ollama.example.org", remote=True)),
        ("http://192.168.1.5:11434", Place("192.168.1.5", remote=True)),
        ("http://localhost.example.org:11434", Place("localhost.example.org", remote=True)),
        ("http://127.0.0.1.example.org", Place("127.0.0.1.example.org", remote=True)),
    ],
)
def test_only_this_computer_is_local(address: str, place: Place) -> None:
    assert OllamaProvider(address).place == place


def test_the_server_runs_as_a_program() -> None:
    command = [sys.executable, "-m", "tests.tools.ollama_server", "--mode", "edits"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            address = program.stdout.readline().strip()
            with httpx2.Client(trust_env=False) as client:
                assert client.post(f"{address}/test/mode", json={"mode": "429"}).json() == {"mode": "429"}
                assert client.get(f"{address}/api/tags").status_code == 429
        finally:
            program.terminate()
        assert program.wait(30) == 0
