"""The mind of a paste: a pure, total function (state, event) -> (state, what to do).

idle -> published -> injected -> read -> settled, or unconfirmed, parked, canceled. Times are perf_counter_ns.
The clipboard is given back once the target read the text after the chord, never after a fixed delay. Where
nobody knows who reads, the reads must have come to rest first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Client, ClipboardRead
from v2m_desktop.output.clipboard_readers import EagerReaders, is_target, name_of
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
from v2m_desktop.output.results import Outcome


@dataclass(frozen=True, slots=True)
class DeliveryBounds:
    """Seconds. `keys_up`: how long a modifier may hold up the chord, beside our own hotkey.

    `before_chord`: programs that read whatever is copied get this long after publishing, and again after each
    read of theirs, but no longer than `longest_before_chord`. `quiet`: some toolkits read twice; this long
    after the last read the target is done, or `quiet_next` if the next text waits. `eager_reader`: where
    readers have no name, a clipboard history may still read before the target does; wait at least this.
    `read`: after this long without a read nobody is going to paste. `most_reads`: who reads more often, and
    is not the target, reads all the time. `after_return`: who reads the old content within this time does so
    because it came back. `field`: how long to wait for what is focused, which is told within 0.1 s and has to
    come here from another thread; `activation`: for a window to come to the front.
    """

    keys_up: float = 2.0
    before_chord: float = 0.05
    longest_before_chord: float = 0.3
    quiet: float = 0.2
    quiet_next: float = 0.05
    eager_reader: float = 0.4
    read: float = 8.0
    most_reads: int = 3
    after_return: float = 0.5
    field: float = 0.15
    activation: float = 1.0


class Phase(Enum):
    """PUBLISHED: our text is on the clipboard. INJECTED: the chord was begun. READ: the target took it."""

    IDLE = "idle"
    PUBLISHED = "published"
    INJECTED = "injected"
    READ = "read"
    SETTLED = "settled"
    UNCONFIRMED = "unconfirmed"
    PARKED = "parked"
    CANCELED = "canceled"


@dataclass(frozen=True, slots=True)
class Transaction:
    """`target` is the program that gets the text, None where the system does not tell.

    `holds`: there is something to give back: since publishing, or from an earlier transaction. `watches`:
    eager readers get their turn before the chord. `silent`: canceled after the chord. `outcome`, `error` and
    `read_ns` are for the report.
    """

    target: Client | None = None
    bounds: DeliveryBounds = field(default_factory=DeliveryBounds)
    readers: EagerReaders = field(default_factory=EagerReaders)
    holds: bool = False
    phase: Phase = Phase.IDLE
    watches: bool = True
    owned: bool = True
    silent: bool = False
    published_ns: int = 0
    begun_ns: int = 0
    sent_ns: int = 0
    reads: tuple[ClipboardRead, ...] = ()
    outcome: Outcome | None = None
    error: DeliveryError | None = None
    read_ns: int = 0

    @property
    def over(self) -> bool:
        return self.phase not in (Phase.IDLE, Phase.PUBLISHED, Phase.INJECTED, Phase.READ)

    @property
    def target_reads(self) -> list[int]:
        """When the target read after the chord began, in order."""
        return sorted(
            read.at_ns for read in self.reads if read.at_ns > self.begun_ns and is_target(read, self.target)
        )

    @property
    def unknown_reads(self) -> list[int]:
        """When somebody read after the chord began who may have been the target, in order."""
        if self.readers.reads_itself(self.target):
            return []
        return sorted(
            read.at_ns
            for read in self.reads
            if read.at_ns > self.begun_ns
            and not is_target(read, self.target)
            and not self.readers.has(read.reader)
        )


Step = tuple[Transaction, tuple[Do, ...]]


def step(state: Transaction, event: Event) -> Step:
    """The next state and what to do. What is over stays as it is."""
    return (state, ()) if state.over else _HANDLERS[type(event)](state, event)


def _published(state: Transaction, event: Published) -> Step:
    if state.phase is not Phase.IDLE:
        return state, ()
    readers = replace(state.readers, watch=False)
    return replace(
        state,
        phase=Phase.PUBLISHED,
        holds=True,
        owned=True,
        published_ns=event.at_ns,
        watches=state.readers.watch,
        readers=readers,
    ), ()


def _reads_seen(state: Transaction, event: ReadsSeen) -> Step:
    if state.phase is Phase.IDLE:
        return state, ()
    seen = replace(state, reads=event.reads, readers=_learned(state, event.reads))
    if seen.phase is Phase.INJECTED and seen.target_reads:
        read_ns = seen.target_reads[0]
        seen = replace(seen, readers=seen.readers.direct_read(seen.target))
        return _reported(replace(seen, phase=Phase.READ, outcome=Outcome.DELIVERED, read_ns=read_ns))
    return seen, ()


def _learned(state: Transaction, reads: tuple[ClipboardRead, ...]) -> EagerReaders:
    readers, late = state.readers, Counter[str | int]()
    for read in reads:
        if is_target(read, state.target):
            continue
        if state.begun_ns == 0 or read.at_ns <= state.begun_ns:
            readers = readers.early(read.reader)
            continue
        readers = readers.late(read.reader)
        if (name := name_of(read.reader)) is not None:
            late[name] += 1
            if late[name] > state.bounds.most_reads:
                readers = readers.early(read.reader)
    return readers


def _owner_lost(state: Transaction, _event: OwnerLost) -> Step:
    lost = replace(state, owned=False)
    if state.phase is Phase.IDLE:  # of the transaction before: what is there now is what will come back
        return replace(lost, holds=False), ()
    if state.phase is Phase.PUBLISHED:
        return _parked(lost, _taken())
    return _judged(lost, 0)


def _chord_begun(state: Transaction, event: ChordBegun) -> Step:
    if state.phase is not Phase.PUBLISHED:
        return state, ()
    return replace(state, phase=Phase.INJECTED, begun_ns=event.at_ns), ()


def _keys_sent(state: Transaction, event: KeysSent) -> Step:
    if state.begun_ns == 0 or state.sent_ns:
        return state, ()
    sent = replace(state, sent_ns=event.at_ns)
    return (sent, ()) if sent.owned else _judged(sent, event.at_ns)


def _keys_refused(state: Transaction, event: KeysRefused) -> Step:
    if state.phase is Phase.READ:  # whatever the tool says: it arrived
        return _keys_sent(state, KeysSent(event.at_ns))
    if state.phase is not Phase.INJECTED:
        return state, ()
    parked = replace(state, phase=Phase.PARKED, outcome=Outcome.PARKED, error=event.error)
    return _reported(parked, Do.OFFER if state.owned else Do.YIELD)


def _refused(state: Transaction, event: Refused) -> Step:
    return (state, ()) if state.begun_ns else _parked(state, event.error)


def _parked(state: Transaction, error: DeliveryError) -> Step:
    return _reported(
        replace(state, phase=Phase.PARKED, outcome=Outcome.PARKED, error=error), *_returning(state)
    )


def _next_waits(state: Transaction, event: NextWaits) -> Step:
    if state.phase is not Phase.READ or not state.owned or not state.sent_ns:
        return state, ()
    if event.now_ns - state.target_reads[-1] < state.bounds.quiet_next * 1e9:
        return state, ()
    return replace(state, phase=Phase.SETTLED), (Do.HAND_OVER,)


def _tick(state: Transaction, event: Tick) -> Step:
    if state.phase is Phase.PUBLISHED:
        return state, (Do.SEND_CHORD,) if _noticed(state, event.now_ns) else ()
    return (state, ()) if state.phase is Phase.IDLE else _judged(state, event.now_ns, event.in_front)


def _noticed(state: Transaction, now_ns: int) -> bool:
    """Whether programs that read whatever is copied have had their turn, where they could be mistaken."""
    if not state.watches or state.readers.reads_itself(state.target):
        return True
    last = max([state.published_ns, *(read.at_ns for read in state.reads)])
    quiet = now_ns - last > state.bounds.before_chord * 1e9
    return quiet or now_ns - state.published_ns > state.bounds.longest_before_chord * 1e9


def _judged(state: Transaction, now_ns: int, in_front: bool = True) -> Step:
    """What the reads since the chord tell at `now_ns`; `in_front`: the target still is."""
    bounds, unknown = state.bounds, state.unknown_reads
    since = (now_ns - (state.sent_ns or state.begun_ns)) / 1e9
    if state.phase is Phase.READ:
        quiet = (now_ns - state.target_reads[-1]) / 1e9 >= bounds.quiet
        # A target that reads over and over must not keep the clipboard for ever.
        due = (state.sent_ns and (quiet or not state.owned)) or since >= bounds.read
        return (replace(state, phase=Phase.SETTLED), _returning(state)) if due else (state, ())
    if unknown and state.sent_ns:
        quiet = since >= bounds.eager_reader and (now_ns - unknown[-1]) / 1e9 >= bounds.quiet
        named = any(read.reader is not None for read in state.reads)
        if quiet and named and not in_front:  # it closed, perhaps: whoever read did not read for it
            return _unconfirmed(state, _untaken())
        if quiet or not state.owned:
            done = replace(state, phase=Phase.SETTLED, outcome=Outcome.DELIVERED, read_ns=unknown[0])
            return _reported(done, *_returning(state))
    if not unknown and not state.owned:
        return _unconfirmed(state, _taken())
    # One that never comes to rest is no proof: the target may or may not have been among the readers.
    if since >= bounds.read + (bounds.quiet if unknown else 0.0):
        return _unconfirmed(state, _untaken())
    return state, ()


def _untaken() -> DeliveryError:
    return DeliveryError("The window did not take the text. It is on the clipboard: paste it yourself.")


def _taken() -> DeliveryError:
    return DeliveryError("Another program took the clipboard. The text is kept: copy it from the tray menu.")


def _unconfirmed(state: Transaction, error: DeliveryError) -> Step:
    ended = replace(state, phase=Phase.UNCONFIRMED, outcome=Outcome.UNCONFIRMED, error=error)
    return _reported(ended, Do.LEAVE)


def _cancel(state: Transaction, _event: Cancel) -> Step:
    if state.begun_ns:  # the target may still paste: what it gets must be our text
        return replace(state, silent=True), ()
    return replace(state, phase=Phase.CANCELED), _returning(state)


def _quit(state: Transaction, _event: Quit) -> Step:
    return replace(state, phase=Phase.CANCELED), _returning(state)


def _returning(state: Transaction) -> tuple[Do, ...]:
    if not state.holds:
        return ()
    return (Do.GIVE_BACK,) if state.owned else (Do.YIELD,)


def _reported(state: Transaction, *more: Do) -> Step:
    return state, more if state.silent else (Do.REPORT, *more)


_HANDLERS: dict[type, Callable[[Transaction, Any], Step]] = {
    Published: _published,
    ReadsSeen: _reads_seen,
    OwnerLost: _owner_lost,
    ChordBegun: _chord_begun,
    KeysSent: _keys_sent,
    KeysRefused: _keys_refused,
    Refused: _refused,
    NextWaits: _next_waits,
    Tick: _tick,
    Cancel: _cancel,
    Quit: _quit,
}
