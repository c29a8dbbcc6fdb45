"""A keyring of our own on a bus of our own: the Secret Service, as far as the keyring library speaks it.

    python -m tests.tools.secret_service MODE

MODE is "open"; "locked": whoever is asked for the password of the keyring closes the question; or "hung": it
owns the name and never answers. Prints a line when it can be used. Keys stay in memory.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, Proxy, open_dbus_connection

ROOT = Path(__file__).parents[2]
NAME = "org.freedesktop.secrets"
SECRET = "org.freedesktop.Secret."
COLLECTION = "/org/freedesktop/secrets/aliases/default"
ITEMS = "/org/freedesktop/secrets/collection/login/"
PROMPT = "/org/freedesktop/secrets/prompt/1"
SESSION = "/org/freedesktop/secrets/session/1"
NOTHING = "/"

BUS_CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <policy context="default">
    <allow send_destination="*"/><allow eavesdrop="false"/><allow own="*"/>
  </policy>
</busconfig>
"""
"""Nothing is started by name: a keyring that is installed on this machine stays out of it."""

Answer = tuple[str | None, tuple[Any, ...]]
"""Signature and body."""


class UnknownError(Exception):
    """Carries the D-Bus name of an error."""


class Keyring:
    """What the service answers. An item is its attributes and its secret."""

    def __init__(self, *, locked: bool) -> None:
        self._locked = locked
        self._items: dict[str, tuple[dict[str, str], bytes]] = {}
        self._made = 0

    def answer(self, path: str, interface: str, member: str, body: tuple[Any, ...]) -> Answer:
        method = getattr(self, f"_{interface.removeprefix(SECRET).rpartition('.')[2]}_{member}".lower(), None)
        if method is None:
            raise UnknownError("org.freedesktop.DBus.Error.UnknownMethod")
        answer: Answer = method(path, *body)
        return answer

    def _properties_get(self, path: str, interface: str, name: str) -> Answer:
        if path != COLLECTION and path not in self._items:
            raise UnknownError(f"{SECRET}Error.NoSuchObject")
        values = {"Label": ("s", "Login"), "Locked": ("b", self._locked)}
        return "v", (values[name],)

    def _service_opensession(self, path: str, algorithm: str, value: object) -> Answer:
        if algorithm != "plain":
            raise UnknownError("org.freedesktop.DBus.Error.NotSupported")
        return "vo", (("s", ""), SESSION)

    def _service_unlock(self, path: str, paths: list[str]) -> Answer:
        return "aoo", ([], PROMPT) if self._locked else (paths, NOTHING)

    def _prompt_prompt(self, path: str, window: str) -> Answer:
        return None, ()

    def _collection_searchitems(self, path: str, wanted: dict[str, str]) -> Answer:
        return "ao", ([item for item, (has, _) in self._items.items() if wanted.items() <= has.items()],)

    def _collection_createitem(
        self, path: str, properties: dict[str, Any], secret: tuple[str, bytes, bytes, str], replace: bool
    ) -> Answer:
        attributes = properties[f"{SECRET}Item.Attributes"][1]
        same = [item for item, (has, _) in self._items.items() if has == attributes and replace]
        if not same:
            self._made += 1
            same = [f"{ITEMS}{self._made}"]
        self._items[same[0]] = (attributes, bytes(secret[2]))
        return "oo", (same[0], NOTHING)

    def _item_getsecret(self, path: str, session: str) -> Answer:
        return "(oayays)", ((SESSION, b"", self._items[path][1], "text/plain"),)

    def _item_delete(self, path: str) -> Answer:
        del self._items[path]
        return "o", (NOTHING,)


def serve(connection: DBusConnection, keyring: Keyring) -> None:
    while True:
        message = connection.receive()
        if message.header.message_type is not MessageType.method_call:
            continue
        fields = message.header.fields
        member = fields[HeaderFields.member]
        try:
            signature, body = keyring.answer(
                fields[HeaderFields.path], fields[HeaderFields.interface], member, message.body
            )
        except UnknownError as error:
            connection.send(new_error(message, str(error), "s", ("no",)))
            continue
        connection.send(new_method_return(message, signature, body))
        if member == "Prompt":
            connection.send(_dismissed())


def _dismissed() -> Message:
    emitter = DBusAddress(PROMPT, NAME, f"{SECRET}Prompt")
    return new_signal(emitter, "Completed", "bv", (True, ("ao", [])))


def main() -> None:
    mode = sys.argv[1]
    connection = open_dbus_connection()
    Proxy(message_bus, connection).RequestName(NAME, 4)
    print("ready", flush=True)
    if mode == "hung":
        threading.Event().wait()
    serve(connection, Keyring(locked=mode == "locked"))


@contextlib.contextmanager
def session_bus(mode: str = "") -> Iterator[str]:
    """The address of a private bus, with the service on it in `mode`, "" for none."""
    with contextlib.ExitStack() as started:
        folder = Path(started.enter_context(tempfile.TemporaryDirectory(prefix="v2m-bus-")))
        configuration = folder / "bus.conf"
        configuration.write_text(BUS_CONFIGURATION.format(folder=folder), encoding="utf-8")
        bus = ["dbus-daemon", f"--config-file={configuration}", "--print-address", "--nofork"]
        address = started.enter_context(_running(bus))
        if mode:
            service = [sys.executable, "-m", "tests.tools.secret_service", mode]
            ready = started.enter_context(_running(service, DBUS_SESSION_BUS_ADDRESS=address))
            assert ready == "ready"
        yield address


@contextlib.contextmanager
def _running(command: list[str], **environment: str) -> Iterator[str]:
    """Yields the first line that the process prints; ends it afterwards."""
    process = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True
    )
    with process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.kill()


if __name__ == "__main__":
    main()
