"""A desktop portal of our own, on a private bus: real messages, a scripted user, keys for tests to hold."""

from __future__ import annotations

import contextlib
import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    Message,
    MessageFlag,
    MessageType,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.patience import PATIENCE_S

NAME = "org.freedesktop.portal.Desktop"
PATH = "/org/freedesktop/portal/desktop"
PREFIX = "org.freedesktop.portal."
SHORTCUTS = "GlobalShortcuts"
KEYBOARD = "RemoteDesktop"

LEAVERS = "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg2=''"


class Consent(Enum):
    """What the user does when asked; the value is the code of the response."""

    YES = 0
    NO = 1
    FAILS = 2
    NEVER = None


class RefusedError(Exception):
    """Carries the last part of the D-Bus name of an error."""


@dataclass
class Session:
    """One session of a program."""

    owner: str
    kind: str
    shortcuts: dict[str, str] = field(default_factory=dict)
    """Ids to preferred triggers."""
    bound: bool = False
    started: bool = False
    restored: bool = False


class FakePortal:
    """Owns the portal's name on the bus at `address`. Everything it was asked stays to be looked at."""

    def __init__(self, address: str, *interfaces: str) -> None:
        self.consent = Consent.YES
        """To BindShortcuts and to Start."""
        self.omitted: set[str] = set()
        """Shortcuts that the user does not want."""
        self.empty_answer = False
        """The keys are given, and the answer names none."""
        self.questions = 0
        """How often the user was asked about the keyboard."""
        self.tokens: set[str] = set()
        """Restore tokens that are good for one more time."""
        self.keys: list[tuple[int, int]] = []
        """Keysyms and states that arrived."""
        self.fails_at: int | None = None
        """The edge of a key at which the desktop refuses more."""
        self.silent_from: int | None = None
        """The edge of a key from which on the portal answers nothing more."""
        self.app_ids: list[str] = []
        self.closed_requests: list[str] = []
        self.sessions: dict[str, Session] = {}
        self._interfaces = interfaces or (SHORTCUTS, KEYBOARD)
        self._held: dict[str, tuple[str, str]] = {}
        self._pending: list[tuple[str, str, Session]] = []
        self._count = itertools.count(1)
        self._changed = threading.Condition(threading.RLock())  # of everything above
        self._connection: DBusConnection = open_dbus_connection(address)
        self._send(message_bus.AddMatch(LEAVERS))
        self.come_back()
        self._thread = threading.Thread(target=self._serve, name="fake-portal", daemon=True)
        self._thread.start()

    # What the test does

    def wait(self, condition: Callable[[], bool]) -> None:
        """Until `condition` holds; it is looked at whenever something arrived."""
        with self._changed:
            assert self._changed.wait_for(condition, PATIENCE_S)

    def gives(self, triggers: dict[str, str]) -> bool:
        """Whether some session has all of these shortcuts."""
        return any(
            each.bound and triggers.items() <= each.shortcuts.items() for each in self.sessions.values()
        )

    def hold(self, trigger: str) -> None:
        """Keys go down: whose shortcut they are is told."""
        with self._changed:
            for path, session in self.sessions.items():
                for name, wanted in session.shortcuts.items():
                    if wanted == trigger and session.bound and name not in self.omitted:
                        self._held[trigger] = (path, name)
                        self._tell(path, "Activated", name)

    def repeat(self, trigger: str) -> None:
        """A held key is told once more, as some desktops do."""
        with self._changed:
            self._tell(self._held[trigger][0], "Activated", self._held[trigger][1])

    def lift(self, trigger: str) -> None:
        with self._changed:
            held = self._held.pop(trigger, None)
            if held is not None and held[0] in self.sessions:
                self._tell(held[0], "Deactivated", held[1])

    def answer(self, consent: Consent) -> None:
        """The user answers the questions that are open, and will answer the next ones so."""
        with self._changed:
            self.consent = consent
            pending, self._pending = self._pending, []
            for request, owner, session in pending:
                self._decide(request, owner, session)

    def close_sessions(self) -> None:
        """The user takes back what was allowed."""
        with self._changed:
            for path, session in self.sessions.items():
                self._signal(path, f"{PREFIX}Session", "Closed", "a{sv}", ({},), session.owner)
            self.sessions.clear()
            self._changed.notify_all()

    def leave(self) -> None:
        """The portal crashes."""
        with self._changed:
            self.sessions.clear()
            self._held.clear()
            self._pending.clear()
        self._send(message_bus.ReleaseName(NAME))

    def come_back(self) -> None:
        self._send(message_bus.RequestName(NAME, 4))

    def stop(self) -> None:
        with contextlib.suppress(OSError):
            self._connection.sock.shutdown(2)
        self._thread.join()
        self._connection.close()

    # What programs do

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                message = self._connection.receive()
                with self._changed:
                    if message.header.message_type is MessageType.method_call:
                        self._reply(message)
                    elif message.header.fields.get(HeaderFields.member) == "NameOwnerChanged":
                        self._part_from(message.body[0])
                    self._changed.notify_all()

    def _part_from(self, owner: str) -> None:
        self.sessions = {path: each for path, each in self.sessions.items() if each.owner != owner}

    def _reply(self, message: Message) -> None:
        fields = message.header.fields
        interface, member = fields[HeaderFields.interface], fields[HeaderFields.member]
        method = getattr(self, f"_{interface.rpartition('.')[2]}_{member}".lower(), None)
        served = interface.removeprefix(PREFIX) not in (SHORTCUTS, KEYBOARD) or (
            interface.removeprefix(PREFIX) in self._interfaces
        )
        try:
            if method is None or not served:
                raise RefusedError("UnknownMethod")
            signature, body = method(fields[HeaderFields.sender], fields[HeaderFields.path], *message.body)
        except RefusedError as error:
            answer = new_error(message, f"org.freedesktop.DBus.Error.{error}", "s", ("no",))
        else:
            answer = new_method_return(message, signature, body)
        silent = self.silent_from is not None and len(self.keys) > self.silent_from
        if not silent and not message.header.flags & MessageFlag.no_reply_expected:
            self._send(answer)

    def _properties_get(
        self, owner: str, path: str, interface: str, name: str
    ) -> tuple[str, tuple[Any, ...]]:
        if interface.removeprefix(PREFIX) not in self._interfaces:
            raise RefusedError("InvalidArgs")
        return "v", ({"version": ("u", 2), "AvailableDeviceTypes": ("u", 7)}[name],)

    def _registry_register(
        self, owner: str, path: str, app_id: str, options: object
    ) -> tuple[None, tuple[()]]:
        self.app_ids.append(app_id)
        return None, ()

    def _session_close(self, owner: str, path: str) -> tuple[None, tuple[()]]:
        self.sessions.pop(path, None)
        return None, ()

    def _request_close(self, owner: str, path: str) -> tuple[None, tuple[()]]:
        self.closed_requests.append(path)
        self._pending = [each for each in self._pending if each[0] != path]
        return None, ()

    def _globalshortcuts_createsession(
        self, owner: str, path: str, options: dict[str, Any]
    ) -> tuple[str, tuple[str]]:
        return self._create(owner, SHORTCUTS, options, "s")

    def _remotedesktop_createsession(
        self, owner: str, path: str, options: dict[str, Any]
    ) -> tuple[str, tuple[str]]:
        return self._create(owner, KEYBOARD, options, "o")

    def _create(
        self, owner: str, kind: str, options: dict[str, Any], handle_type: str
    ) -> tuple[str, tuple[str]]:
        path = f"{PATH}/session/{_element(owner)}/{options['session_handle_token'][1]}"
        self.sessions[path] = Session(owner, kind)
        request = _request(owner, options)
        self._respond(request, owner, 0, {"session_handle": (handle_type, path)})
        return "o", (request,)

    def _globalshortcuts_bindshortcuts(
        self, owner: str, path: str, session: str, shortcuts: Any, window: str, options: dict[str, Any]
    ) -> tuple[str, tuple[str]]:
        found = self._of(session, owner)
        if found.shortcuts:
            raise RefusedError("Failed")  # a session can be given shortcuts but once
        found.shortcuts = {name: values["preferred_trigger"][1] for name, values in shortcuts}
        request = _request(owner, options)
        self._decide(request, owner, found)
        return "o", (request,)

    def _remotedesktop_selectdevices(
        self, owner: str, path: str, session: str, options: dict[str, Any]
    ) -> tuple[str, tuple[str]]:
        found = self._of(session, owner)
        assert options["types"] == ("u", 1)
        assert options["persist_mode"] == ("u", 2)
        token = options.get("restore_token", ("s", ""))[1]
        found.restored = token in self.tokens
        self.tokens.discard(token)
        request = _request(owner, options)
        self._respond(request, owner, 0, {})
        return "o", (request,)

    def _remotedesktop_start(
        self, owner: str, path: str, session: str, window: str, options: dict[str, Any]
    ) -> tuple[str, tuple[str]]:
        found = self._of(session, owner)
        self.questions += not found.restored
        request = _request(owner, options)
        self._decide(request, owner, found)
        return "o", (request,)

    def _remotedesktop_notifykeyboardkeysym(
        self, owner: str, path: str, session: str, options: object, keysym: int, state: int
    ) -> tuple[None, tuple[()]]:
        if not self._of(session, owner).started:
            raise RefusedError("AccessDenied")
        self.keys.append((keysym, state))
        if state and self.fails_at is not None and len(self.keys) > self.fails_at:
            raise RefusedError("Failed")
        return None, ()

    def _of(self, session: str, owner: str) -> Session:
        found = self.sessions.get(session)
        if found is None or found.owner != owner:
            raise RefusedError("AccessDenied")
        return found

    def _decide(self, request: str, owner: str, session: Session) -> None:
        """As the user does."""
        consent = Consent.YES if session.restored else self.consent
        if consent.value is None:
            self._pending.append((request, owner, session))
            return
        results: dict[str, Any] = {}
        if consent is Consent.YES and session.kind == SHORTCUTS:
            session.bound = True
            given = (
                [] if self.empty_answer else [name for name in session.shortcuts if name not in self.omitted]
            )
            described = [(name, {"trigger_description": ("s", session.shortcuts[name])}) for name in given]
            results = {"shortcuts": ("a(sa{sv})", described)}
        elif consent is Consent.YES:
            session.started = True
            token = f"token-{next(self._count)}"
            self.tokens.add(token)
            results = {"devices": ("u", 1), "restore_token": ("s", token)}
        self._respond(request, owner, consent.value, results)
        self._changed.notify_all()

    def _respond(self, request: str, owner: str, code: int, results: dict[str, Any]) -> None:
        self._signal(request, f"{PREFIX}Request", "Response", "ua{sv}", (code, results), owner)

    def _tell(self, session: str, member: str, shortcut: str) -> None:
        owner = self.sessions[session].owner
        self._signal(PATH, PREFIX + SHORTCUTS, member, "osta{sv}", (session, shortcut, 0, {}), owner)

    def _signal(
        self, path: str, interface: str, member: str, signature: str, body: tuple[Any, ...], owner: str
    ) -> None:
        signal = new_signal(DBusAddress(path, interface=interface), member, signature, body)
        signal.header.fields[HeaderFields.destination] = owner
        self._send(signal)

    def _send(self, message: Message) -> None:
        with self._changed:
            self._connection.send(message)


@contextlib.contextmanager
def portal_on(address: str, *interfaces: str) -> Iterator[FakePortal]:
    """A portal with these interfaces, or with all."""
    portal = FakePortal(address, *interfaces)
    try:
        yield portal
    finally:
        portal.stop()


def _element(owner: str) -> str:
    return owner.removeprefix(":").replace(".", "_")


def _request(owner: str, options: dict[str, Any]) -> str:
    return f"{PATH}/request/{_element(owner)}/{options['handle_token'][1]}"
