"""A paste transaction with a clipboard, a keyboard and a clock around it, all of them fake."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Client, ClipboardRead
from v2m_desktop.output.clipboard_readers import EagerReaders
from v2m_desktop.output.paste_events import (
    Cancel,
    ChordBegun,
    Do,
    Event,
    KeysRefused,
    KeysSent,
    NextWaits,
    OwnerLost,
    Published,
    Quit,
    ReadsSeen,
    Refused,
    Tick,
)
from v2m_desktop.output.paste_transaction import DeliveryBounds, Phase, Transaction, step
from v2m_desktop.output.results import Outcome

TARGET = Client(connection=1, process=10, program="editor")
WINE = Client(connection=2, process=20, program="wine")
HISTORY = Client(connection=3, process=30, program="history")
KNOWN = EagerReaders(eager=frozenset(["history"]), watch=False)
BOUNDS = DeliveryBounds()
MS = 1_000_000
START_NS = 50_000 * MS
KEYS_REFUSED = DeliveryError("No keys here.")
FOCUS_CHANGED = DeliveryError("Another window.")
RETURNS = (Do.GIVE_BACK, Do.YIELD)


@dataclass
class Paste:
    """Obeys the transaction, and notes what it said. With every event the clock moves on."""

    state: Transaction = field(default_factory=lambda: Transaction(TARGET, BOUNDS, KNOWN))
    now_ns: int = START_NS
    sends: bool = True
    """The keys go out at once; else `keys_out` lets them."""
    in_front: bool = True
    """The target still is."""
    held: bool = False
    """Our text is on the clipboard, or what an earlier transaction put there."""
    orders: list[Do] = field(default_factory=list)
    reports: list[Outcome] = field(default_factory=list)
    reads: list[ClipboardRead] = field(default_factory=list)

    def feed(self, event: Event) -> tuple[Do, ...]:
        self.now_ns += 1
        before = self.state
        self.state, orders = step(self.state, event)
        assert not before.over or (self.state is before and orders == ())
        for order in orders:
            self.orders.append(order)
            self._obey(order)
        return orders

    def _obey(self, order: Do) -> None:
        if order is Do.SEND_CHORD:
            self.feed(ChordBegun(self.now_ns))
            if self.sends:
                self.keys_out()
        if order is Do.REPORT:
            assert self.state.outcome is not None
            self.reports.append(self.state.outcome)
        if order is Do.GIVE_BACK:
            assert self.held
        if order in RETURNS:
            self.held = False

    def publish(self) -> Paste:
        self.reads.clear()
        self.held = True
        self.feed(Published(self.now_ns))
        return self

    def publish_and_send(self) -> Paste:
        self.publish().feed(Tick(self.now_ns))
        assert self.state.phase is Phase.INJECTED
        return self

    def keys_out(self) -> None:
        self.feed(KeysSent(self.now_ns))

    def keys_refused(self) -> None:
        self.feed(KeysRefused(self.now_ns, KEYS_REFUSED))

    def read(self, reader: Client | None) -> Paste:
        self.now_ns += 1
        self.reads.append(ClipboardRead(self.now_ns, reader))
        self.feed(ReadsSeen(tuple(self.reads)))
        return self

    def lose(self) -> Paste:
        self.held = False
        self.feed(OwnerLost())
        return self

    def wait(self, seconds: float, clock: float = 0.01) -> Paste:
        """Time passes; the clock ticks every `clock` seconds."""
        for _ in range(round(seconds / clock)):
            self.now_ns += round(clock * 1e9)
            self.feed(Tick(self.now_ns, self.in_front))
        return self

    def next_waits(self) -> Paste:
        """Another text waits from now on: that is said with every step."""
        self.feed(NextWaits(self.now_ns))
        return self

    def cancel(self) -> Paste:
        self.feed(Cancel())
        return self

    def quit(self) -> Paste:
        self.feed(Quit())
        return self

    def change_focus(self) -> Paste:
        self.feed(Refused(FOCUS_CHANGED))
        return self

    def assert_promises(self, reports: int = 1) -> None:
        """What holds whatever happened; `reports` had been made when it was canceled, if it was."""
        assert self.state.over
        assert self.orders.count(Do.SEND_CHORD) <= 1
        assert len([order for order in self.orders if order in RETURNS]) <= 1
        assert len(self.reports) == reports
        sent = Do.SEND_CHORD in self.orders
        counted = self.state.target_reads or self.state.unknown_reads
        if Do.GIVE_BACK in self.orders and sent:
            assert counted
        if self.state.phase is Phase.UNCONFIRMED:
            assert self.orders[-1] is Do.LEAVE
            assert not set(RETURNS) & set(self.orders)
        if self.state.phase is Phase.SETTLED:
            assert sent
            assert counted
        if Outcome.DELIVERED in self.reports:
            assert self.state.phase is Phase.SETTLED

    def following(self) -> Paste:
        """The paste of the next text, which took the clipboard over."""
        assert self.orders[-1] is Do.HAND_OVER
        state = Transaction(TARGET, BOUNDS, self.state.readers, holds=True)
        return replace(
            Paste(state), now_ns=self.now_ns + 1, sends=self.sends, held=self.held, orders=[], reports=[]
        )
