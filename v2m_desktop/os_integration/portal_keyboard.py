"""The thread that keeps a session of the RemoteDesktop portal and sends keys through it."""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress

from v2m_desktop.os_integration.bus_connection import BusRefusal, BusStopped, Why
from v2m_desktop.os_integration.portal_bus import PortalBus, ends, portal_left
from v2m_desktop.os_integration.restore_token import RestoreToken

log = logging.getLogger(__name__)

INTERFACE = "org.freedesktop.portal.RemoteDesktop"
KEYBOARD = 1
UNTIL_REVOKED = 2
"""A device type and a persist mode of the portal's documentation."""

REPLY_S = 2.0
JOIN_SECONDS = 2.0
AT_ONCE = 32
"""So many edges are sent before the replies to them are read."""

Edge = tuple[int, bool]
"""A keysym goes down or up."""


class KeyJob:
    """Keys to send, and what became of them. Asked for in one thread, done by another."""

    def __init__(self, edges: Sequence[Edge], seconds: float) -> None:
        """Not begun within `seconds` they are not sent at all: by then another window may have the focus."""
        self.edges = edges
        self.why: Why | None = None
        self.half = False
        """Whether some may have gone out although not all did."""
        self._deadline = time.monotonic() + seconds
        self._lock = threading.Lock()  # of the claim
        self._claimed = False
        self._over = threading.Event()

    def claim(self) -> bool:
        """Whether the keys may still be sent; they are then being sent."""
        with self._lock:
            self._claimed = time.monotonic() < self._deadline and not self._over.is_set()
            return self._claimed

    def finish(self, why: Why | None = None, *, half: bool = False) -> None:
        """They all went out, or `why` not."""
        with self._lock:
            if not self._over.is_set():
                self.why, self.half = why, half
                self._over.set()

    def over(self) -> bool:
        """Whether anything more will happen to them."""
        with self._lock:
            late = not self._claimed and time.monotonic() >= self._deadline
        if late:
            self.finish(Why.SILENT)
        return self._over.is_set()


class PortalKeyboard:
    """One session, from the question to the user until somebody ends it."""

    def __init__(
        self, address: str, token: RestoreToken, consent_s: float, ended: Callable[[Why | None], None]
    ) -> None:
        """`ended` is called on the thread, last, with the reason; None if `stop` was it."""
        self.restoring = bool(token.read())
        """The user was asked before."""
        self._token = token
        self._consent_s = consent_s
        self._ended = ended
        self._bus = PortalBus(address, INTERFACE)
        self._lock = threading.Lock()  # of the next five
        self._over = False
        self._why = Why.GONE  # why it is over
        self._granted = False
        self._waiting: list[Callable[[Why | None], None]] = []
        self._jobs: deque[KeyJob] = deque()
        self._thread = threading.Thread(target=self._run, name="portal-keys", daemon=True)

    @property
    def granted(self) -> bool:
        """Whether keys can be sent now."""
        return self._granted

    @property
    def over(self) -> bool:
        return self._over

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._bus.stop()
        self._thread.join(JOIN_SECONDS)

    def tell(self, answer: Callable[[Why | None], None]) -> None:
        """Call `answer` once, on the thread, when it is known whether keys can be sent; None if so."""
        with self._lock:
            if not self._over:
                self._waiting.append(answer)
                self._bus.wake()
                return
        answer(self._why)

    def send(self, job: KeyJob) -> None:
        """Send keys, soon."""
        with self._lock:
            if not self._over:
                self._jobs.append(job)
                self._bus.wake()
                return
        job.finish(Why.GONE)

    # Everything below runs in the thread

    def _run(self) -> None:
        why: Why | None = None
        try:
            self._bus.connect()
            session = self._open()
            self._granted = True
            self._serve(session)
        except BusStopped:
            pass
        except BusRefusal as refusal:
            why = refusal.why
        except Exception:
            log.exception("The thread that sends keys met an unexpected error.")
            why = Why.FAILED
        self._bus.close()
        self._ended(why)  # before anybody can see that it is over, and begin anew what the user has ended
        with self._lock:
            self._over, self._granted, self._why = True, False, why or Why.GONE
        for job in self._jobs:
            job.finish(self._why)
        self._answer(self._why)

    def _open(self) -> str:
        """A session that may press keys. The user is asked, unless there is a token that is still good."""
        if not self._bus.read("AvailableDeviceTypes") & KEYBOARD:
            raise BusRefusal(Why.ABSENT)
        session = self._bus.new_session()
        token = self._token.read()
        wish: dict[str, tuple[str, object]] = {
            "types": ("u", KEYBOARD),
            "persist_mode": ("u", UNTIL_REVOKED),
        }
        if token:
            wish["restore_token"] = ("s", token)
        self._bus.request("SelectDevices", "o", (session,), wish)
        try:
            granted = self._bus.request("Start", "os", (session, ""), {}, self._consent_s)
        except BusRefusal as refusal:
            if refusal.why is Why.DENIED:
                self._token.forget()
            raise
        if not granted.get("devices", KEYBOARD) & KEYBOARD:
            raise BusRefusal(Why.DENIED)
        if granted.get("restore_token"):
            self._token.keep(granted["restore_token"])
        elif token:
            self._token.forget()  # it is used up
        return session

    def _serve(self, session: str) -> None:
        """Until somebody stops it or the desktop ends the session."""
        while True:
            self._answer(None)
            while self._jobs:
                self._send(session, self._jobs.popleft())
            signal = self._bus.next_signal()
            if signal is not None and ends(signal, session):
                raise BusRefusal(Why.GONE)
            if signal is not None and portal_left(signal):
                raise BusRefusal(Why.ABSENT)

    def _answer(self, why: Why | None) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, []
        for answer in waiting:
            answer(why)

    def _send(self, session: str, job: KeyJob) -> None:
        if not job.claim():
            job.finish(Why.SILENT)
            return
        down: list[int] = []
        why: Why | None = Why.GONE
        half = False
        try:
            for first in range(0, len(job.edges), AT_ONCE):
                sent = [self._edge(session, edge, down) for edge in job.edges[first : first + AT_ONCE]]
                for place, serial in enumerate(sent, first):
                    half = place > 0
                    self._bus.reply(serial, REPLY_S)
            why, half = None, False
        except BusRefusal as refusal:
            why = refusal.why
            half = half or why is Why.SILENT  # who is late with the answer may still press them
            raise BusRefusal(Why.ABSENT) from refusal  # nobody refused: a new session may do
        finally:
            with suppress(BusRefusal):
                for keysym in reversed(down):
                    self._edge(session, (keysym, False), [keysym])
            with self._lock:  # before anybody hears of the failure, and sends more into this session
                self._over = self._over or why is not None
            job.finish(why, half=half)

    def _edge(self, session: str, edge: Edge, down: list[int]) -> int:
        """Send one edge; `down` is told which keys were pressed and not let go."""
        keysym, pressed = edge
        if pressed:
            down.append(keysym)
        else:
            down.remove(keysym)
        none: dict[str, object] = {}
        return self._bus.send("NotifyKeyboardKeysym", "oa{sv}iu", (session, none, keysym, int(pressed)))
