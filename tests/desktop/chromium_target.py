"""A text area in a real Chromium, whose page tells a server in this process what it holds."""

from __future__ import annotations

import json
import queue
import subprocess
import tempfile
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.desktop import x_state
from tests.desktop.stopped_window import StoppedWindow

PAGE = Path(__file__).with_name("chromium_page.html")
OPTIONS = (
    "--no-sandbox", "--no-first-run", "--disable-gpu", "--password-store=basic", "--disable-component-update",
    "--disable-background-networking", "--disable-sync", "--no-default-browser-check", "--disable-extensions",
    "--disable-features=Translate,PasswordManagerOnboarding", "--window-size=600,400",
)  # fmt: skip


class ChromiumWindow(StoppedWindow):
    """`with ChromiumWindow() as target:`; slow to start, so one for all tests of a module."""

    def __enter__(self) -> Self:
        self._orders: queue.Queue[str | None] = queue.Queue()
        self._obeyed = 0
        self._focused = False
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._serving = threading.Thread(target=self._server.serve_forever, name="page-server")
        self._serving.start()
        self._profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [
                "chromium", *OPTIONS, f"--user-data-dir={self._profile.name}",
                f"--app=http://127.0.0.1:{self._server.server_port}/",
            ],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._wait("Chromium did not get the focus", lambda: self._focused, 60)
        self.window = x_state.active_window()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()
        self._orders.put(None)
        self._server.shutdown()
        self._server.server_close()
        self._serving.join(10)
        self._profile.cleanup()

    def order(self, *words: object) -> None:
        """ "clear" or "password on|off"; returns once the page did it."""
        with self._changed:
            obeyed = self._obeyed + 1
        self._orders.put(" ".join(map(str, words)))
        self._wait(f"the page did not obey {words[0]}", lambda: self._obeyed >= obeyed, 20)

    def clear(self) -> None:
        """Empty the field, and forget what it held."""
        self.order("clear")
        self._forget()

    def prepare(self, mode: str, busy: float) -> None:
        """How it takes the next chord: "paste", "password" (in a field for one) or "hang".

        No page makes it deaf: Chromium reads the clipboard on the chord, whether a field takes it or not.
        """
        self.order("password", "on" if mode == "password" else "off")
        super().prepare(mode, busy)

    def _told(self, message: dict[str, Any]) -> None:
        if message.get("text", self.text) != self.text:
            self._hold(message["text"])
        with self._changed:
            self._focused |= "focused" in message
            self._obeyed += "obeyed" in message
            self._changed.notify_all()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        told, orders = self._told, self._orders

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its name in the library
                pass

            def do_GET(self) -> None:
                if self.path == "/":
                    self._answer(200, "text/html; charset=utf-8", PAGE.read_bytes())
                elif self.path == "/orders":
                    self._send_orders()
                else:
                    self._answer(404, "text/plain", b"")

            def do_POST(self) -> None:
                told(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
                self._answer(200, "text/plain", b"")

            def _answer(self, status: int, kind: str, body: bytes) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def _send_orders(self) -> None:
                """Server-sent events, until there are no more."""
                self.close_connection = True
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                while (order := orders.get()) is not None:
                    self.wfile.write(f"data: {order}\n\n".encode())
                    self.wfile.flush()

        return Handler
