"""The desktop portal, as one thread speaks it.

Methods, signals and their order are those of xdg-desktop-portal's documentation (Request, Session).
"""

from __future__ import annotations

import itertools
import secrets
import time
from collections.abc import Mapping
from typing import Any

from v2m_desktop.os_integration.bus_connection import BUS, REPLY_S, BusConnection, BusRefusal, BusSignal, Why

PORTAL = "org.freedesktop.portal.Desktop"
PORTAL_PATH = "/org/freedesktop/portal/desktop"
REQUEST = "org.freedesktop.portal.Request"
SESSION = "org.freedesktop.portal.Session"
REGISTRY = "org.freedesktop.host.portal.Registry"

APP_ID = "voice2machine"
"""The name of our .desktop file, by which the portal knows apps that are not in a sandbox."""

Options = Mapping[str, tuple[str, object]]
"""Names to signature and value: a{sv}."""

CANCELED = 1
"""The code of a response of the user's; 0 is success, 2 any other end."""


class PortalBus(BusConnection):
    """A connection to one interface of the portal."""

    def __init__(self, address: str, interface: str) -> None:
        """`address` of the session bus; `interface` such as "org.freedesktop.portal.GlobalShortcuts"."""
        super().__init__(address)
        self._interface = interface
        self._tokens = itertools.count(1)

    def connect(self, seconds: float = 2.0) -> None:
        """Join the bus and say who we are."""
        super().connect(seconds)
        rules = (
            f"type='signal',sender='{BUS}',interface='{BUS}',member='NameOwnerChanged',arg0='{PORTAL}'",
            f"type='signal',sender='{PORTAL}',path_namespace='{PORTAL_PATH}/request/{self._ours}'",
            f"type='signal',sender='{PORTAL}',path_namespace='{PORTAL_PATH}/session/{self._ours}'",
            f"type='signal',sender='{PORTAL}',interface='{self._interface}'",
        )
        for rule in rules:
            self.listen(rule, seconds)
        # Must be the first call to the portal. Older ones do not have it, newer ones want a .desktop file.
        self._tell(REGISTRY, "Register", "sa{sv}", (APP_ID, {}))

    def read(self, name: str, seconds: float = REPLY_S) -> Any:
        """A property of our interface; ABSENT where the portal has no such interface."""
        target = (PORTAL, PORTAL_PATH, f"{BUS}.Properties")
        try:
            (value,) = self.reply(self.send_to(target, "Get", "ss", (self._interface, name)), seconds)
        except BusRefusal as refusal:
            raise BusRefusal(Why.ABSENT if refusal.why is Why.FAILED else refusal.why) from refusal
        return value[1]

    def send(self, member: str, signature: str, body: tuple[object, ...]) -> int:
        """Call a method of our interface; answers with the number to ask `reply` for."""
        return self.send_to((PORTAL, PORTAL_PATH, self._interface), member, signature, body)

    def request(
        self,
        member: str,
        signature: str,
        body: tuple[object, ...],
        options: Options,
        seconds: float = REPLY_S,
    ) -> dict[str, Any]:
        """Call a method of our interface that may ask the user; wait for the results.

        `options` come last; `signature` is without them.
        """
        token = f"v2m{next(self._tokens)}_{secrets.token_hex(4)}"
        deadline = time.monotonic() + seconds
        arguments = (*body, {**options, "handle_token": ("s", token)})
        (handle,) = self.reply(self.send(member, f"{signature}a{{sv}}", arguments))
        try:
            code, results = self._response(handle, deadline)
        except BusRefusal as refusal:
            if refusal.why is Why.SILENT:
                self._tell(REQUEST, "Close", "", (), handle)  # take the question back
            raise
        if code:
            raise BusRefusal(Why.DENIED if code == CANCELED else Why.FAILED)
        return {name: value for name, (_, value) in results.items()}

    def new_session(self) -> str:
        """Create a session of our interface; answers with its path."""
        token = f"v2m_{secrets.token_hex(4)}"
        made = self.request("CreateSession", "", (), {"session_handle_token": ("s", token)})
        return str(made["session_handle"])

    def end_session(self, session: str) -> None:
        """Close `session`; nobody waits for it."""
        self._tell(SESSION, "Close", "", (), session)

    @property
    def _ours(self) -> str:
        """Our name on the bus, as it stands in paths."""
        return self.name.removeprefix(":").replace(".", "_")

    def _tell(
        self,
        interface: str,
        member: str,
        signature: str,
        body: tuple[object, ...],
        path: str = PORTAL_PATH,
    ) -> None:
        """Call a method, whatever comes of it."""
        self.send_to((PORTAL, path, interface), member, signature, body, heard=False)

    def _response(self, handle: str, deadline: float) -> tuple[int, dict[str, Any]]:
        """What the request of that path came to. Its signal may have been there before the path was."""
        while True:
            for signal in self._signals:
                if signal.member == "Response" and signal.path == handle:
                    self._signals.remove(signal)
                    return signal.body[0], signal.body[1]
                if portal_left(signal):
                    raise BusRefusal(Why.GONE)
            self._receive(deadline)


def ends(signal: BusSignal, session: str) -> bool:
    """Whether the desktop closed `session`."""
    return signal.member == "Closed" and signal.path == session


def portal_left(signal: BusSignal) -> bool:
    return signal.member == "NameOwnerChanged" and not signal.body[2]


def portal_came(signal: BusSignal) -> bool:
    return signal.member == "NameOwnerChanged" and bool(signal.body[2])
