"""A server that speaks as Gemini's does."""

from __future__ import annotations

from typing import Any

from tests.tools.llm_server import LONG_ANSWER, Asked, LlmServer, Mode, Reply, answer

MODEL = "gemini-demo-flash"
KEY = "canary-key-4711"


def _entry(name: str, *methods: str) -> dict[str, Any]:
    return {"name": f"models/{name}", "supportedGenerationMethods": methods}


PAGES: dict[str, dict[str, Any]] = {
    "": {
        "models": [_entry(MODEL, "generateContent", "countTokens"), _entry("embedding-demo", "embedContent")],
        "nextPageToken": "second",
    },
    "second": {"models": [_entry("gemini-demo-pro", "generateContent")]},
}


class GeminiServer(LlmServer):
    """`block` is a finish reason other than STOP, "PROMPT" to keep the whole answer back."""

    block = ""

    def respond(self, reply: Reply, asked: Asked) -> None:
        if asked.headers.get("x-goog-api-key") != KEY or self.mode is Mode.WRONG_KEY:
            reply.json(400, _error(400, "INVALID_ARGUMENT", "API key not valid.", reason="API_KEY_INVALID"))
            return
        path, _, query = asked.path.partition("?")
        if path == "/v1beta/models":
            token = query.rpartition("pageToken=")[2] if "pageToken=" in query else ""
            reply.json(200, {"models": []} if self.mode is Mode.NO_MODELS else PAGES[token])
        elif path.endswith(":generateContent"):
            self._generate(reply, path, asked.body)
        else:
            reply.json(404, _error(404, "NOT_FOUND", "not found"))

    def error(self, status: int, echo: str) -> dict[str, Any]:
        name = "RESOURCE_EXHAUSTED" if status == 429 else "INTERNAL"
        return _error(status, name, f"something went wrong with {echo}")

    def _generate(self, reply: Reply, path: str, body: Any) -> None:
        model = path.removeprefix("/v1beta/models/").removesuffix(":generateContent")
        config = body["generationConfig"]
        if model not in (MODEL, "gemini-demo-pro"):
            reply.json(404, _error(404, "NOT_FOUND", f"models/{model} is not found"))
        elif self.mode is Mode.NO_SWITCH and "thinkingConfig" in config:
            reply.json(400, _error(400, "INVALID_ARGUMENT", "Budget 0 is invalid."))
        elif self.block == "PROMPT":
            reply.json(200, {"promptFeedback": {"blockReason": "SAFETY"}, "modelVersion": model})
        else:
            system = body["systemInstruction"]["parts"][0]["text"]
            user = body["contents"][0]["parts"][0]["text"]
            text = "x" * LONG_ANSWER if self.mode is Mode.LONG else answer(self.mode, system, user)
            reply.json(200, self._answered(text))

    def _answered(self, text: str) -> dict[str, Any]:
        reason = self.block or ("MAX_TOKENS" if self.mode is Mode.TRUNCATED else "STOP")
        parts = [] if self.block else [{"text": "I think so.", "thought": True}, {"text": text}]
        candidate = {"content": {"role": "model", "parts": parts}, "finishReason": reason, "index": 0}
        return {"candidates": [candidate], "usageMetadata": {"totalTokenCount": 9}, "modelVersion": MODEL}


def _error(status: int, name: str, message: str, reason: str = "") -> dict[str, Any]:
    kind = "type.googleapis.com/google.rpc.ErrorInfo"
    details = [{"@type": kind, "reason": reason, "domain": "googleapis.com"}] if reason else []
    return {"error": {"code": status, "message": message, "status": name, "details": details}}
