"""What the servers of language models have in common: ways to behave, edits that are real, a record."""

from __future__ import annotations

import contextlib
import json
import re
import socket
import threading
from dataclasses import dataclass
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

DRIP_SECONDS = 0.2
LONG_ANSWER = 10_000_000
DICTIONARY = {
    "good": "buenos", "morning": "días", "the": "la", "meeting": "reunión", "is": "es", "at": "a",
    "ten": "las diez", "hello": "hola", "world": "mundo", "thank": "gracias", "and": "y",
    "tomorrow": "mañana", "please": "por favor", "we": "nosotros", "see": "vemos", "you": "te",
}  # fmt: skip
"""English to Spanish, word by word. Other words are spelled backwards, as nobody takes that for English."""


class Mode(StrEnum):
    """How a server behaves from now on."""

    EDITS = "edits"
    SLOW = "slow"
    DEAD = "dead"
    REFUSES = "refuses"
    ANSWERS = "answers"
    PREAMBLE = "preamble"
    THINKING = "thinking"
    CAPITALS = "capitals"
    """Edits so that everybody sees it."""
    OBEYS_SECOND = "obeys-second"
    """Answers at first, edits when told to be strict."""
    NOT_JSON = "not-json"
    TRUNCATED = "truncated"
    BUSY = "429"
    BROKEN = "500"
    NO_SWITCH = "no-switch"
    """Does not know how to stop the model from thinking."""
    CUT = "cut"
    LONG = "long"
    REDIRECT = "redirect"
    PAGE = "page"
    DRIP = "drip"
    WRONG_KEY = "wrong-key"
    NO_MODELS = "no-models"


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: headers with names in lower case, and the body, {} where there is none."""

    method: str
    path: str
    headers: dict[str, str]
    body: Any


def edited(system: str, user: str) -> str:
    """What a good model answers, read from the prompt as a model would: task in `system`, words in `user`."""
    message = json.loads(user)
    assert message["marker"] in system
    words = re.sub(r"\b(?:um+|uh+|eh+)\b,? ?", "", str(message["transcript"])).strip()
    if "translate dictated words" in system:
        return " ".join(DICTIONARY.get(word, word[::-1]) for word in re.findall(r"\w+", words.lower())) + "."
    return words[:1].upper() + words[1:].rstrip(".") + ("" if words.endswith("?") else ".")


def answer(mode: Mode, system: str, user: str) -> str:
    """What the model writes in this mode."""
    right = json.dumps({"text": edited(system, user)}, ensure_ascii=False)
    match mode:
        case Mode.REFUSES:
            return json.dumps({"text": "I'm sorry, but I can't help with that."})
        case Mode.ANSWERS:
            return json.dumps({"text": "The capital of Mongolia is Ulaanbaatar, a city on the Tuul."})
        case Mode.OBEYS_SECOND if "earlier answer was refused" not in system:
            return json.dumps({"text": "The capital of Mongolia is Ulaanbaatar."})
        case Mode.CAPITALS:
            return json.dumps({"text": edited(system, user).upper()})
        case Mode.PREAMBLE:
            return json.dumps({"text": f"Sure, here is the cleaned text: {edited(system, user)}"})
        case Mode.THINKING:
            return f"<think>The user wants me to clean this up.</think>\n{right}"
        case Mode.NOT_JSON:
            return '{"text": "Good mor'
        case Mode.TRUNCATED:
            return right[: len(right) // 2]
        case _:
            return right


class LlmServer:
    """Serves on this machine until the block ends. `mode` may be changed at any time."""

    def __init__(self, mode: Mode = Mode.EDITS, slow_seconds: float = 30.0) -> None:
        self.mode = mode
        self.slow_seconds = slow_seconds
        self.asked: list[Asked] = []
        self.closing = threading.Event()
        self.waiting = threading.Event()
        """Set when a request is kept waiting."""
        self.redirect_to = "http://127.0.0.2:9/"

    def __enter__(self) -> Self:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server._handle(self)

            def do_POST(self) -> None:
                server._handle(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="language models"
        )
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def of(self, path: str) -> list[Asked]:
        return [asked for asked in self.asked if asked.path.startswith(path)]

    def respond(self, reply: Reply, asked: Asked) -> None:
        raise NotImplementedError

    def error(self, status: int, echo: str) -> dict[str, Any]:
        """The body of an error, which quotes the request as real servers do."""
        raise NotImplementedError

    def _handle(self, handler: BaseHTTPRequestHandler) -> None:
        length = int(handler.headers.get("Content-Length") or 0)
        text = handler.rfile.read(length).decode()
        headers = {name.lower(): value for name, value in handler.headers.items()}
        asked = Asked(handler.command, handler.path, headers, json.loads(text) if text else {})
        reply = Reply(handler, self)
        if asked.path == "/test/mode":
            self.mode = Mode(asked.body["mode"])
            reply.json(200, {"mode": self.mode})
            return
        self.asked.append(asked)
        with contextlib.suppress(OSError):  # the client may be gone
            if not self._misbehaves(reply, text):
                self.respond(reply, asked)

    def _misbehaves(self, reply: Reply, text: str) -> bool:
        """Whether the mode leaves nothing to answer."""
        match self.mode:
            case Mode.SLOW:
                self.waiting.set()
                return self.closing.wait(self.slow_seconds)
            case Mode.DEAD:
                self.waiting.set()
                self.closing.wait(60)
            case Mode.BUSY | Mode.BROKEN:
                reply.json(int(self.mode), self.error(int(self.mode), text))
            case Mode.REDIRECT:
                reply.start(307, {"Location": self.redirect_to, "Content-Length": "0"})
            case Mode.PAGE:
                reply.body(200, "text/html", b"<html>Log in to the network</html>")
            case _:
                return False
        return True


@dataclass
class Reply:
    """One answer being made."""

    handler: BaseHTTPRequestHandler
    server: LlmServer

    def start(self, status: int, headers: dict[str, str]) -> None:
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name, value)
        self.handler.send_header("Connection", "close")
        self.handler.end_headers()

    def body(self, status: int, kind: str, content: bytes) -> None:
        self.start(status, {"Content-Type": kind, "Content-Length": str(len(content))})
        self.send(content, cut=len(content) // 2)

    def json(self, status: int, value: Any) -> None:
        self.body(status, "application/json; charset=utf-8", json.dumps(value).encode())

    def send(self, content: bytes, cut: int) -> None:
        """The bytes, as the mode wants them: some are sent one by one, or not to the end."""
        out = self.handler.wfile
        if self.server.mode is Mode.DRIP:
            self.server.waiting.set()
            for place in range(len(content)):
                out.write(content[place : place + 1])
                out.flush()
                if self.server.closing.wait(DRIP_SECONDS):
                    return
        elif self.server.mode is Mode.CUT:
            out.write(content[:cut])
            out.flush()
            with contextlib.suppress(OSError):
                self.handler.connection.shutdown(socket.SHUT_RDWR)
        else:
            out.write(content)
            out.flush()
