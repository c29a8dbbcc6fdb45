"""A model hub on this machine that misbehaves as it is told: each file has a list of what to do next."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self

from v2m_desktop.core.resources import resource

REVISION = "0123456789abcdef0123456789abcdef01234567"
LARGE = 100_000
"""Bytes from which on a file is "large", which gives it a sha256 instead of a git id."""

FILES = ("config.json", "model.bin", "preprocessor_config.json", "tokenizer.json", "vocabulary.json")
PIECE = 64 * 1024


def demo_files() -> dict[str, bytes]:
    """A real, small model."""
    return {name: resource(f"models/demo/{name}").read_bytes() for name in FILES}


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked: the file or "api", and the headers with names in lower case."""

    file: str
    headers: dict[str, str]


@dataclass
class Exchange:
    """One answer being made."""

    hub: ScriptedHub
    handler: BaseHTTPRequestHandler
    file: str
    content: bytes
    headers: dict[str, str]

    @property
    def offset(self) -> int:
        """Where the wanted range begins, 0 without one or with an ETag of yesterday."""
        if self.headers.get("if-range", self.hub.etag(self.content)) != self.hub.etag(self.content):
            return 0
        wanted = self.headers.get("range", "")
        return int(wanted.removeprefix("bytes=").rstrip("-")) if wanted else 0

    def start(self, status: int, **headers: object) -> None:
        self.handler.send_response(status)
        for name, value in headers.items():
            self.handler.send_header(name.replace("_", "-"), str(value))
        self.handler.end_headers()

    def start_right(self) -> bytes:
        """The head of a right answer. Returns the body that belongs to it."""
        offset, size = self.offset, len(self.content)
        facts: dict[str, object] = {"Content_Length": size - offset, "ETag": self.hub.etag(self.content)}
        if offset:
            facts["Content_Range"] = f"bytes {offset}-{size - 1}/{size}"
        self.start(206 if offset else 200, **facts)
        return self.content[offset:]

    def send(self, body: bytes) -> None:
        with contextlib.suppress(OSError):  # the client may be gone
            for first in range(0, len(body), PIECE):
                self.handler.wfile.write(body[first : first + PIECE])
            self.handler.wfile.flush()


Behavior = Callable[[Exchange], None]


def serve(exchange: Exchange) -> None:
    """What a good hub does."""
    exchange.send(exchange.start_right())


def cut(after: int) -> Behavior:
    """Closes the connection early."""
    return lambda exchange: exchange.send(exchange.start_right()[:after])


def stall(after: int) -> Behavior:
    """Falls silent; `hub.silent` tells when. Goes on only to close."""

    def behave(exchange: Exchange) -> None:
        exchange.send(exchange.start_right()[:after])
        exchange.hub.silent.set()
        exchange.hub.closing.wait(60)

    return behave


def status(code: int) -> Behavior:
    return lambda exchange: exchange.start(code, Content_Length=0)


def ignore_range(exchange: Exchange) -> None:
    """Sends the whole file, whatever part was asked for."""
    exchange.start(200, Content_Length=len(exchange.content), ETag=exchange.hub.etag(exchange.content))
    exchange.send(exchange.content)


def wrong_range(shift: int) -> Behavior:
    """Sends another part than the one asked for."""

    def behave(exchange: Exchange) -> None:
        first, size = exchange.offset + shift, len(exchange.content)
        exchange.start(206, Content_Length=size - first, Content_Range=f"bytes {first}-{size - 1}/{size}")
        exchange.send(exchange.content[first:])

    return behave


def other_etag(exchange: Exchange) -> None:
    """Continues, but what it continues is another version."""
    first, size = exchange.offset, len(exchange.content)
    exchange.start(
        206, Content_Length=size - first, Content_Range=f"bytes {first}-{size - 1}/{size}", ETag='"other"'
    )
    exchange.send(b"\0" * (size - first))


def unannounced(body: Callable[[bytes], bytes]) -> Behavior:
    """Sends what `body` makes of the file without a length: the end of the connection is the end."""

    def behave(exchange: Exchange) -> None:
        exchange.start(200, ETag=exchange.hub.etag(exchange.content))
        exchange.send(body(exchange.content))

    return behave


def announce(length: int) -> Behavior:
    """Announces another length than the file has."""
    return lambda exchange: exchange.start(200, Content_Length=length)


def flip(position: int) -> Behavior:
    """Sends the right length, one bit wrong."""

    def behave(exchange: Exchange) -> None:
        body = bytearray(exchange.start_right())
        body[position - exchange.offset] ^= 1
        exchange.send(bytes(body))

    return behave


def redirect(address: str) -> Behavior:
    return lambda exchange: exchange.start(302, Location=address, Content_Length=0)


def page(content: bytes) -> Behavior:
    """Answers with something else, as a login page does."""

    def behave(exchange: Exchange) -> None:
        exchange.start(200, Content_Length=len(content), Content_Type="text/html")
        exchange.send(content)

    return behave


@dataclass
class ScriptedHub:
    """Serves one repository under every name. `script[file]` is used up first, then `serve` is the rule."""

    files: dict[str, bytes] = field(default_factory=demo_files)
    revision: str = REVISION
    script: dict[str, deque[Behavior]] = field(default_factory=lambda: defaultdict(deque))
    requests: list[Request] = field(default_factory=list)
    silent: threading.Event = field(default_factory=threading.Event)
    closing: threading.Event = field(default_factory=threading.Event)
    etags: bool = True

    def __enter__(self) -> Self:
        hub = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                hub.answer(self)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the library's name)
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="hub")
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

    def etag(self, content: bytes) -> str:
        return f'"{hashlib.md5(content).hexdigest()}"' if self.etags else ""

    def plan(self, file: str, *behaviors: Behavior) -> None:
        self.script[file].extend(behaviors)

    def asked(self, file: str) -> list[Request]:
        return [request for request in self.requests if request.file == file]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        path = handler.path.partition("?")[0]
        file = "api" if path.startswith("/api/") else path.rpartition("/")[2]
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.requests.append(Request(file, headers))
        content = self.description() if file == "api" else self.files[file]
        behavior = self.script[file].popleft() if self.script[file] else serve
        behavior(Exchange(self, handler, file, content, headers))

    def description(self) -> bytes:
        siblings = [describe(name, content) for name, content in self.files.items()]
        siblings.append({"rfilename": "../../evil.sh", "size": 3, "blobId": "0" * 40})
        return json.dumps({"id": "some/model", "sha": self.revision, "siblings": siblings}).encode()


def describe(name: str, content: bytes) -> dict[str, object]:
    """A file as the hub lists it."""
    entry: dict[str, object] = {"rfilename": name, "size": len(content)}
    if len(content) < LARGE:
        return {**entry, "blobId": hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()}
    large = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 132}
    return {**entry, "blobId": "f" * 40, "lfs": large}


def contents(folder: Path) -> dict[str, bytes]:
    """The files of a model's folder, its manifest left out."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.toml"}
