"""A Wayland compositor that only tells what it has: enough for whoever asks for its globals."""

from __future__ import annotations

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.patience import PATIENCE_S

_DISPLAY, _SYNC, _GET_REGISTRY = 1, 0, 1


@contextlib.contextmanager
def wayland_server(
    folder: Path, interfaces: Sequence[str], *, silent: bool = False
) -> Iterator[dict[str, str]]:
    """Gives the environment of a program inside. `silent`: it never answers; an error ends the connection."""
    place = folder / "wayland-7"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(place))
        server.listen()
        stop = threading.Event()
        thread = threading.Thread(
            target=_serve, args=(server, interfaces, silent, stop), name="wayland-server", daemon=True
        )
        thread.start()
        try:
            yield {"XDG_RUNTIME_DIR": str(folder), "WAYLAND_DISPLAY": place.name}
        finally:
            stop.set()
            with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as bell:
                bell.connect(str(place))
            thread.join(PATIENCE_S)
    place.unlink()


def _serve(server: socket.socket, interfaces: Sequence[str], silent: bool, stop: threading.Event) -> None:
    open_ones: list[socket.socket] = []
    with contextlib.ExitStack() as closing:
        while True:
            client, _ = server.accept()
            closing.enter_context(client)
            if stop.is_set():
                return
            if silent:
                open_ones.append(client)
                continue
            with contextlib.suppress(OSError):
                _answer(client, interfaces)


def _answer(client: socket.socket, interfaces: Sequence[str]) -> None:
    """One client at a time, until it leaves. Answers in two halves, as a socket may deliver them."""
    pending = b""
    while part := client.recv(4096):
        pending += part
        while len(pending) >= 8:
            target, word = struct.unpack_from("=II", pending)
            size, opcode = word >> 16, word & 0xFFFF
            if len(pending) < size:
                break
            payload, pending = pending[8:size], pending[size:]
            if target != _DISPLAY:
                client.sendall(_event(_DISPLAY, 0, struct.pack("=II", target, 7) + _text("what is that?")))
                return
            (new,) = struct.unpack("=I", payload)
            answer = b"".join(
                _event(new, 0, struct.pack("=I", number) + _text(name) + struct.pack("=I", 1))
                for number, name in enumerate(interfaces, start=1)
            )
            if opcode == _SYNC:
                answer = _event(new, 0, struct.pack("=I", 1)) + _event(_DISPLAY, 1, struct.pack("=I", new))
            client.sendall(answer[:5])
            client.sendall(answer[5:])


def _event(target: int, opcode: int, payload: bytes) -> bytes:
    return struct.pack("=II", target, 8 + len(payload) << 16 | opcode) + payload


def _text(value: str) -> bytes:
    raw = value.encode() + b"\0"
    return struct.pack("=I", len(raw)) + raw + bytes(-len(raw) % 4)
