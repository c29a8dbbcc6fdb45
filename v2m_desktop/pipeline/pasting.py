"""The way in by the clipboard: publish, chord, proof of reading, clipboard back."""

from __future__ import annotations

import sys
import time

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import Chord, Window
from v2m_desktop.output.chord_choice import choose_chord
from v2m_desktop.output.clipboard_loan import ClipboardLoan
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
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.pipeline.approach import NOT_YET, Approach, Verdict
from v2m_desktop.pipeline.delivery_job import Job, Moment
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.way_in import EnterAfter

MOST_TRIES = 3
"""Programs may copy again and again."""


class Pasting:
    """Does what the transaction says. `readers` is what it learned about who reads the clipboard.

    `notice` is what people should know beside. `handed_over`: the loan that the next paste takes over.
    """

    def __init__(
        self,
        job: Job,
        desktop: Desktop,
        approach: Approach,
        readers: EagerReaders,
        notice: DeliveryError | None = None,
    ) -> None:
        self.job = job
        self.over = False
        self.hurries = False
        self.handed_over = False
        self.returned_ns = 0
        self._spared = self._offered = False
        self._tries = 1
        self._desktop, self._approach, self._notice = desktop, approach, notice
        self._paste = Transaction(readers=readers)
        self.loan = ClipboardLoan([desktop.clipboard], job.settings.restore_clipboard)
        self._chord = Chord.CTRL_V
        self._aim(approach.window or desktop.focus.focused())
        self._words = ""
        self._window: Window | None = None
        self._enter: EnterAfter | None = None

    def inherit(self, earlier: ClipboardLoan, *, spared: bool = False) -> None:
        """Take over the clipboard, and what was on it at first.

        `spared`: nobody took the text of `earlier`; it stays there until this one takes its place.
        """
        self.loan.inherit(earlier)
        self._spared = spared
        self._paste = Transaction(readers=self._paste.readers, holds=self.loan.inherited and not spared)

    @property
    def readers(self) -> EagerReaders:
        return self._paste.readers

    @property
    def keys_wait(self) -> bool:
        return self._paste.begun_ns == 0 and not self.over

    @property
    def left(self) -> bool:
        """Whether the text was left on the clipboard, in the place of what could still be put back."""
        unread = self._paste.phase is Phase.UNCONFIRMED or self._offered or self._spared
        return unread and self._paste.over and self.loan.returnable()

    def step(self, moment: Moment) -> DeliveryResult | None:
        """See WayIn."""
        result, self.hurries = None, False
        match self._paste.phase:
            case Phase.IDLE:
                result = self._prepare(moment)
            case Phase.PUBLISHED:
                result = self._inject(moment)
            case Phase.INJECTED | Phase.READ:
                result = self._watch(moment)
            case _:
                pass
        if self._paste.over and not self.over:
            self._finish(moment)
        return result

    def cancel(self) -> None:
        """A chord that was begun is seen through, silently."""
        self._feed(Cancel())
        self.over = self._paste.over

    def quit(self) -> None:
        self._feed(Quit())
        self.over = True

    def learned_after(self, bounds: DeliveryBounds, readers: EagerReaders) -> EagerReaders:
        """`readers`, and who read as soon as the old content was back."""
        if not self.returned_ns:
            return readers
        reads, target = self.loan.reads(), self._paste.target
        return readers.after_return(reads, self.returned_ns, bounds.after_return, target)

    def _prepare(self, moment: Moment) -> DeliveryResult | None:
        """Before publishing: everything may still change, and nothing has been touched."""
        approach = self._approach
        begins = not approach.asked()
        if begins:
            if not (verdict := approach.clear(moment, returning=True)).clear:
                return self._put_off(verdict)
            self._aim(approach.in_front)
            approach.ask(moment)
        ready, field = self.loan.ready(), approach.field_clear(moment)
        if field.refusal is not None:
            return self._unless_refused(field)
        self.hurries = not (ready and field.clear)
        if self.hurries:
            return None
        if not begins and not (verdict := approach.clear(moment)).clear:
            return self._put_off(verdict)
        if self._chord_for(approach.in_front) is not self._chord:  # another window, where any may be the one
            return self._put_off(NOT_YET)
        return self._publish(moment)

    def _chord_for(self, window: Window | None) -> Chord:
        return choose_chord(self.job.settings.chord, window, sys.platform)

    def _aim(self, window: Window | None) -> None:
        """At `window`: its chord, and the selection too where that is what the chord pastes."""
        self._chord, primary = self._chord_for(window), self._desktop.primary
        if self._chord is Chord.SHIFT_INSERT and primary is not None:
            self.loan.include(primary)

    def _put_off(self, verdict: Verdict) -> DeliveryResult | None:
        """Begin anew later: people may hold a key for long, and then everything may have changed."""
        if self._spared:
            self.loan.look_again()
        else:
            self.loan.give_back()  # what an earlier one handed over
        self._approach.forget_field()
        return self._unless_refused(verdict)

    def _publish(self, moment: Moment) -> DeliveryResult | None:
        self._approach.pin()
        self._window = self._approach.in_front
        self._words = self.job.words(self._window, self._approach.field_now())
        self.loan.lend(self._words)
        if not self.loan.owned() and self._tries < MOST_TRIES:  # something was copied in this moment
            self._begin_anew()
            return None
        client = self._window.client if self._window is not None else None
        self._paste = Transaction(client, moment.bounds, self._paste.readers, holds=True)
        self._feed(Published(time.perf_counter_ns()))
        self._approach.forget_field()
        return self._inject(moment)

    def _begin_anew(self) -> None:
        """What was copied since we looked must be kept, too."""
        self._tries += 1
        self._spared = False
        self._paste = Transaction(readers=self._paste.readers)
        self.loan.give_back()
        self._approach.forget_field()
        self.hurries = True

    def _inject(self, moment: Moment) -> DeliveryResult | None:
        """Between publishing and the chord."""
        if result := self._look():
            return result
        if not (verdict := self._approach.clear(moment)).clear:
            self._approach.forget_field()
            return self._unless_refused(verdict)
        if Do.SEND_CHORD not in self._feed(Tick(time.perf_counter_ns())):
            self._approach.forget_field()  # what has the focus now need not have it then
            return None
        if not self._approach.asked():
            self._approach.ask(moment)
        field = self._approach.field_clear(moment)
        if not field.clear:
            self.hurries = field.refusal is None
            return self._unless_refused(field)
        return self._send()

    def _send(self) -> DeliveryResult | None:
        self._feed(ChordBegun(time.perf_counter_ns()))
        try:
            self._desktop.keys.send(self._chord)
        except DeliveryError as error:
            return self._told(self._feed(KeysRefused(time.perf_counter_ns(), error)))
        return self._look()

    def _watch(self, moment: Moment) -> DeliveryResult | None:
        """After the chord."""
        result = self._look()
        if moment.next_waits:
            self._feed(NextWaits(time.perf_counter_ns()))
        return self._told(self._feed(Tick(time.perf_counter_ns(), self._in_front()))) or result

    def _in_front(self) -> bool:
        """Asked only where it decides something: readers that nobody knows."""
        if self._window is None or not self._paste.unknown_reads or self._paste.target_reads:
            return True
        front = self._desktop.focus.focused()
        return front is not None and front.id == self._window.id

    def _look(self) -> DeliveryResult | None:
        """What happened to keys and clipboard since the last time."""
        done: tuple[Do, ...] = ()
        if self._paste.begun_ns and not self._paste.sent_ns:
            done += self._feed(*self._keys_now())
        done += self._feed(ReadsSeen(self.loan.reads()))
        if self._paste.owned and not self.loan.owned():
            done += self._feed(OwnerLost())
        return self._told(done)

    def _keys_now(self) -> tuple[Event, ...]:
        try:
            sent = self._desktop.keys.sent()
        except DeliveryError as error:
            # The target may have read before the tool failed.
            reads = ReadsSeen(self.loan.reads())
            return reads, KeysRefused(time.perf_counter_ns(), error)
        return (KeysSent(time.perf_counter_ns()),) if sent else ()

    def _unless_refused(self, verdict: Verdict) -> DeliveryResult | None:
        return None if verdict.refusal is None else self._told(self._feed(Refused(verdict.refusal)))

    def _feed(self, *events: Event) -> tuple[Do, ...]:
        """Give `events` to the transaction, and the clipboard what it says."""
        done: tuple[Do, ...] = ()
        for event in events:
            self._paste, orders = step(self._paste, event)
            for order in orders:
                self._obey(order)
            done += orders
        return done

    def _obey(self, order: Do) -> None:
        match order:
            case Do.GIVE_BACK | Do.YIELD:
                self.loan.give_back()
                self.returned_ns = time.perf_counter_ns()
            case Do.HAND_OVER:
                self.handed_over = True
            case Do.OFFER if self.loan.owned():
                self.loan.offer(self._words)
                self._offered = True
            case Do.OFFER:  # something was copied just now
                self.loan.give_back()
            case Do.SEND_CHORD | Do.REPORT | Do.LEAVE:
                pass

    def _told(self, done: tuple[Do, ...]) -> DeliveryResult | None:
        if Do.REPORT not in done or self._paste.outcome is None:
            return None
        outcome, error = self._paste.outcome, self._paste.error
        if outcome is not Outcome.DELIVERED:
            return DeliveryResult(outcome, error)
        if not self.loan.kept:
            error = DeliveryError("What the clipboard held before could not be kept.")
        # After Enter these characters are no longer what stands before the caret.
        inserted = None if self.job.settings.press_enter else SensitiveText(self._words)
        return DeliveryResult(outcome, error or self._notice, self._paste.read_ns, inserted, self._window)

    def _finish(self, moment: Moment) -> None:
        """After the end of the transaction: Enter, if wished and proven, and back to the window before."""
        arrived = self._paste.phase is Phase.SETTLED and not self._paste.silent
        if arrived and self.job.settings.press_enter:
            self._enter = self._enter or EnterAfter(self._approach, self._desktop.keys)
            self.hurries = not self._enter.step(moment)
            if self.hurries:
                return
        self._approach.leave()
        self.over = True
