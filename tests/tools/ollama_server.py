"""A server that speaks as Ollama does: `python -m tests.tools.ollama_server --mode edits`.

As a program it prints its address, serves until it is ended, and changes its mode at POST /test/mode.
"""

from __future__ import annotations

import argparse
import json
import signal
import threading
from typing import Any

from tests.tools.llm_server import LONG_ANSWER, Asked, LlmServer, Mode, Reply, answer

MODEL = "demo-llm:1b"
CHUNK = 7
"""Letters in each part of a streamed answer."""


class OllamaServer(LlmServer):
    def respond(self, reply: Reply, asked: Asked) -> None:
        if asked.path == "/api/version":
            reply.json(200, {"version": "0.12.0"})
        elif asked.path == "/api/tags":
            reply.json(
                200, {"models": [] if self.mode is Mode.NO_MODELS else [_entry(MODEL), _entry("other:7b")]}
            )
        elif asked.path == "/api/chat":
            self._chat(reply, asked.body)
        else:
            reply.json(404, {"error": "404 page not found"})

    def error(self, status: int, echo: str) -> dict[str, Any]:
        return {"error": f"something went wrong with {echo}"}

    def _chat(self, reply: Reply, body: Any) -> None:
        if self.mode is Mode.WRONG_KEY:
            reply.json(401, {"error": "unauthorized"})
            return
        if body["model"] not in (MODEL, "other:7b"):
            reply.json(404, {"error": f"model '{body['model']}' not found"})
            return
        if self.mode is Mode.NO_SWITCH and "think" in body:
            reply.json(400, {"error": f'"{body["model"]}" does not support thinking'})
            return
        system, user = (message["content"] for message in body["messages"])
        text = "x" * LONG_ANSWER if self.mode is Mode.LONG else answer(self.mode, system, user)
        size = len(text) // 10 if self.mode is Mode.LONG else CHUNK
        parts = [text[first : first + size] for first in range(0, len(text), size)]
        lines = [_line(body["model"], part) for part in parts]
        reason = "length" if self.mode is Mode.TRUNCATED else "stop"
        lines.append(_line(body["model"], "", done=True, done_reason=reason))
        reply.start(200, {"Content-Type": "application/x-ndjson"})
        reply.send(b"".join(lines), cut=sum(map(len, lines[: len(lines) // 2])))


def _entry(name: str) -> dict[str, Any]:
    return {
        "name": name,
        "model": name,
        "modified_at": "2026-01-01T00:00:00Z",
        "size": 1000,
        "digest": "0" * 64,
    }


def _line(model: str, text: str, **facts: object) -> bytes:
    message = {"role": "assistant", "content": text}
    line = {"model": model, "created_at": "2026-01-01T00:00:00Z", "message": message, "done": False, **facts}
    return json.dumps(line, ensure_ascii=False).encode() + b"\n"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", type=Mode, choices=list(Mode), default=Mode.EDITS)
    ended = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    with OllamaServer(parser.parse_args().mode) as server:
        print(server.address, flush=True)
        ended.wait()


if __name__ == "__main__":
    main()
