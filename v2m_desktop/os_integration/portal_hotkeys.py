"""Global hotkeys on Wayland through the GlobalShortcuts portal: the desktop owns the keys."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.errors import HotkeyError
from v2m_desktop.core.ports import Hotkey, KeyAction, KeyEdge
from v2m_desktop.os_integration.bus_connection import BusRefusal, BusSignal, BusStopped, Why
from v2m_desktop.os_integration.hotkey_guide import HotkeyGuide
from v2m_desktop.os_integration.portal_bus import PortalBus, ends, portal_came, portal_left
from v2m_desktop.os_integration.shortcut_edges import ShortcutEdges
from v2m_desktop.os_integration.shortcut_trigger import trigger_of

log = logging.getLogger(__name__)

INTERFACE = "org.freedesktop.portal.GlobalShortcuts"

JOIN_SECONDS = 2.0

DESCRIPTIONS = {
    KeyAction.DICTATE: "Dictate",
    KeyAction.REFINE: "Dictate and refine",
    KeyAction.TRANSLATE: "Dictate and translate",
    KeyAction.INSERT: "Insert the text that was kept",
    KeyAction.TAKE_BACK: "Take back what was inserted last",
}
"""What the desktop shows beside the keys. The key to cancel is Escape, which stays with the focused window: a
portal's shortcut would take it from every program all the time."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long the desktop may take."""

    consent_s: float = 300.0
    """For the user to answer its question about the keys."""
    return_s: float = 10.0
    """For a portal that ended to be back."""
    lasting_s: float = 60.0
    """A session that was lost is made again, but not one that was lost so soon after that."""


class NoShortcuts(Enum):
    """Why the portal gives no hotkeys; the value is for the user."""

    ABSENT = "This desktop lets no app have global hotkeys (it has no GlobalShortcuts portal)."
    DENIED = "The desktop did not allow the hotkeys."
    SILENT = "The desktop did not answer when it was asked for hotkeys."
    GONE = "The desktop took the hotkeys away."
    FAILED = "The desktop could not give the hotkeys."


class PortalHotkeys:
    """A HotkeySource on the portal. Both edges are told, so that keys can be held.

    `start` never waits: the desktop may ask the user first, and a refusal is told by `lost`. Our keys are
    suggestions: the desktop remembers those that the user chose instead, and may keep to them. INSERT and
    TAKE_BACK stay bound; what they do while nobody wants them is dropped here.
    """

    name = "GlobalShortcuts portal"

    def __init__(
        self, address: str, guide: HotkeyGuide = HotkeyGuide.OTHER, bounds: Bounds | None = None
    ) -> None:
        """`address` of the session bus; `guide` says what to do where there are no hotkeys."""
        self.lost: Callable[[HotkeyError], None] = lambda _: None
        self._address = address
        self._guide = guide
        self._bounds = bounds or Bounds()
        self._thread: _ShortcutThread | None = None
        self._demanded: frozenset[KeyAction] = frozenset()

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        """Ask for the keys of `bindings`, or change them; soon, on the thread."""
        thread = self._thread
        if thread is None or not thread.bind(bindings, sink):
            self._end()
            thread = _ShortcutThread(self._address, self._bounds, self._on_refusal)
            thread.edges.demanded = self._demanded
            thread.bind(bindings, sink)
            thread.start()
            self._thread = thread
        return {}

    def grab(self, action: KeyAction, active: bool) -> None:
        """Whether edges of `action` are told."""
        self._demanded = self._demanded | {action} if active else self._demanded - {action}
        if self._thread is not None:
            self._thread.edges.demanded = self._demanded

    def is_down(self) -> bool:
        """From the edges: nobody on Wayland tells which keys are down."""
        return self._thread is not None and self._thread.edges.down

    def stop(self) -> None:
        self._end()
        self._demanded = frozenset()

    def _end(self) -> None:
        if self._thread is not None:
            self._thread.stop()
            self._thread = None

    def _on_refusal(self, why: Why) -> None:
        """On the thread, which ends."""
        reason, guide = NoShortcuts[why.name].value, self._guide.value
        log.info("no hotkeys from the portal: %s", why.value)
        self.lost(HotkeyError("{reason} {guide}", reason=HotkeyError(reason), guide=HotkeyError(guide)))


class _ShortcutThread:
    """Keeps one session of the portal, and makes it again where that can help."""

    def __init__(self, address: str, bounds: Bounds, on_refusal: Callable[[Why], None]) -> None:
        self.edges = ShortcutEdges()
        self._bus = PortalBus(address, INTERFACE)
        self._bounds = bounds
        self._on_refusal = on_refusal
        self._lock = threading.Lock()  # of the next two
        self._wish: tuple[Mapping[KeyAction, Hotkey], Callable[[KeyEdge], None]] = {}, _into_nothing
        self._over = False
        self._session = ""
        self._given: Mapping[KeyAction, Hotkey] = {}  # the keys of the session
        self._remade_at = -math.inf
        self._thread = threading.Thread(target=self._run, name="portal-hotkeys", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def bind(self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]) -> bool:
        """Whether the thread will see to it; not if it has given up."""
        with self._lock:
            if self._over:
                return False
            self._wish = dict(bindings), sink
        self._bus.wake()
        return True

    def stop(self) -> None:
        self._bus.stop()
        self._thread.join(JOIN_SECONDS)

    # Everything below runs in the thread

    def _run(self) -> None:
        why: Why | None = None
        try:
            self._bus.connect()
            self._bus.read("version")
            self._serve()
        except BusStopped:
            pass
        except BusRefusal as refusal:
            why = refusal.why
        except Exception:  # a dead thread would be dead hotkeys without a word
            log.exception("The hotkey thread met an unexpected error.")
            why = Why.FAILED
        finally:
            with self._lock:
                self._over = True
            self.edges.end(time.perf_counter_ns())
            self.edges.bind((), _into_nothing, 0)
            self._bus.close()
        if why is not None:
            self._on_refusal(why)

    def _serve(self) -> None:
        """Until somebody stops it or the desktop refuses."""
        while True:
            with self._lock:
                bindings, sink = self._wish
            if not bindings.items() <= self._given.items():
                self._make_session(bindings)
            self.edges.bind(bindings, sink, time.perf_counter_ns())
            self._listen()

    def _make_session(self, bindings: Mapping[KeyAction, Hotkey]) -> None:
        """In place of the one there is: a session can be given shortcuts but once."""
        if self._session:
            self._bus.end_session(self._session)
        self._forget_session()
        session = self._bus.new_session()
        wanted = [_shortcut(action, hotkey) for action, hotkey in bindings.items()]
        arguments = (session, wanted, "")
        given = self._bus.request("BindShortcuts", "oa(sa{sv})s", arguments, {}, self._bounds.consent_s)
        # GNOME was seen to give the keys and answer with an empty list (zugaldia/speedofsound #181).
        names = [name for name, _ in given.get("shortcuts", ())]
        if names and KeyAction.DICTATE.value not in names:
            raise BusRefusal(Why.DENIED)
        self._session, self._given = session, bindings

    def _listen(self) -> None:
        """Until there is another wish, or no session any more."""
        while self._session and (signal := self._bus.next_signal()) is not None:
            if ends(signal, self._session) or portal_left(signal):
                self._forget_session()
                self._judge_loss()
                if portal_left(signal):
                    self._await_portal()
            elif signal.member in ("Activated", "Deactivated") and signal.body[0] == self._session:
                self._hand_on(signal)

    def _hand_on(self, signal: BusSignal) -> None:
        action = _ACTIONS.get(signal.body[1])
        if action is None:
            return
        if signal.member == "Activated":
            self.edges.activated(action, time.perf_counter_ns())
        else:
            self.edges.deactivated(action, time.perf_counter_ns())

    def _forget_session(self) -> None:
        self.edges.end(time.perf_counter_ns())
        self._session, self._given = "", {}

    def _judge_loss(self) -> None:
        """Raises BusRefusal where making the session again did not help."""
        now = time.monotonic()
        if now - self._remade_at < self._bounds.lasting_s:
            raise BusRefusal(Why.GONE)
        self._remade_at = now

    def _await_portal(self) -> None:
        """A portal that restarts is back soon; asking it wakes it otherwise, where it can be woken."""
        deadline = time.monotonic() + self._bounds.return_s
        while (left := deadline - time.monotonic()) > 0:
            signal = self._bus.next_signal(left)
            if signal is not None and portal_came(signal):
                return


def _shortcut(action: KeyAction, hotkey: Hotkey) -> tuple[str, dict[str, tuple[str, str]]]:
    return action.value, {
        "description": ("s", DESCRIPTIONS[action]),
        "preferred_trigger": ("s", trigger_of(hotkey)),
    }


_ACTIONS = {action.value: action for action in DESCRIPTIONS}


def _into_nothing(edge: KeyEdge) -> None:
    """Before there are bindings, and after the end."""
