"""Puts text into the focused window: publish, chord, proof that it was read, old clipboard back.

One delivery at a time, in order. Nothing here waits: every step is a timer in the GUI thread. The old
clipboard comes back once the text was read and it was quiet for a while, never after a fixed delay alone.
"""

from __future__ import annotations

import logging
import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.ports import Chord, Window
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, DeliveryMethod
from v2m_desktop.output.chord_choice import choose_chord, is_terminal
from v2m_desktop.output.clipboard_loan import ClipboardLoan
from v2m_desktop.output.paste_proof import DeliveryBounds, Proof, judge_paste
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.output.spacing import with_trailing_space
from v2m_desktop.output.text_safety import safe_text
from v2m_desktop.pipeline.desktop import Desktop

log = logging.getLogger(__name__)

POLL_MS = 10


@dataclass(slots=True)
class _Job:
    """`target` is the only window that may get the text, None for any. `chord_ns` is 0 before the chord.

    `stray_since`: monotonic second since which a modifier is held without our hotkey, 0 for none.
    """

    session: SessionId
    target: Window | None
    chord: Chord
    loan: ClipboardLoan
    stray_since: float = 0.0
    chord_ns: int = 0
    reported: bool = False


class DeliveryService(QObject):
    """`finished` carries (session, DeliveryResult). GUI thread only. `key_down` tells of our own hotkey."""

    finished = Signal(int, object)

    def __init__(
        self,
        desktop: Desktop,
        settings: Delivery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self.bounds = DeliveryBounds()
        self.key_down: Callable[[], bool] = lambda: False
        self._clipboard, self._primary = desktop.clipboard, desktop.primary
        self._keys, self._focus = desktop.keys, desktop.focus
        self._waiting: deque[tuple[SessionId, SensitiveText, Window | None]] = deque()
        self._job: _Job | None = None
        self._told_no_keys = False
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        return self._job is not None or bool(self._waiting)

    @property
    def waiting_for_key(self) -> bool:
        """The user holds our hotkey, for the next take: the chord waits as long as that lasts."""
        return self._job is not None and self._job.chord_ns == 0 and self.key_down()

    def deliver(self, session: SessionId, text: SensitiveText, target: Window | None) -> None:
        """Deliver `text` into `target`, the window that had the focus when the take began; None: unknown."""
        self._waiting.append((session, text, target))
        if not self._timer.isActive():
            self._timer.start()
            QTimer.singleShot(0, self._step)

    def cancel(self, session: SessionId) -> None:
        """Forget a delivery, restoring the clipboard if it was under way. Reports nothing."""
        self._waiting = deque(item for item in self._waiting if item[0] != session)
        if self._job is not None and self._job.session == session:
            self._job.loan.give_back()
            self._job = None

    def settle_now(self) -> None:
        """The app ends: give the clipboard back at once."""
        self._timer.stop()
        self._waiting.clear()
        if self._job is not None:
            self._job.loan.give_back()
            self._job = None

    @Slot()
    def _step(self) -> None:
        if self._job is None:
            if not self._waiting:
                self._timer.stop()
                return
            self._begin(*self._waiting.popleft())
            if self._job is None:
                return
        if self._job.chord_ns == 0:
            self._try_chord(self._job)
        else:
            self._watch_reads(self._job)

    def _begin(self, session: SessionId, text: SensitiveText, target: Window | None) -> None:
        if target is not None and target.ours:
            target = None  # begun with a button of ours: where the text goes shows when it is ready
        window = target or self._focus.focused()
        safe = safe_text(text.reveal(), terminal=is_terminal(window))
        words = with_trailing_space(safe, self.settings.trailing_space)
        if not words:  # it held nothing that can be seen
            self._report(session, DeliveryResult(Outcome.DELIVERED))
            return
        no_keys = self._keys.missing()
        if self.settings.method is DeliveryMethod.COPY or no_keys is not None:
            self._copy(session, words, no_keys)
            return
        chord = choose_chord(self.settings.chord, window, sys.platform)
        boards = [self._clipboard]
        if chord is Chord.SHIFT_INSERT and self._primary is not None:
            boards.append(self._primary)
        loan = ClipboardLoan(boards, words, self.settings.restore_clipboard)
        job = _Job(session, target, chord, loan)
        if (refusal := self._refusal(job)) is not None:
            self._report(session, DeliveryResult(Outcome.PARKED, refusal))
            return
        self._job = job

    def _copy(self, session: SessionId, words: str, no_keys: DeliveryError | None) -> None:
        """To the clipboard for good. Where that is all we can do, people are told once."""
        self._clipboard.publish(words, private=False)
        asked_for = self.settings.method is DeliveryMethod.COPY
        notice = None if asked_for or self._told_no_keys else no_keys
        self._told_no_keys = self._told_no_keys or notice is not None
        self._report(session, DeliveryResult(Outcome.COPIED, notice))

    def _refusal(self, job: _Job) -> DeliveryError | None:
        """Why the window in front must not get the text, if it must not."""
        window = self._focus.focused()
        if window is not None and window.ours:
            return DeliveryError(
                "A window of Voice2Machine is in front. The text is kept: copy it from the tray."
            )
        if window is None and job.target is not None:  # closed meanwhile: nobody knows who would get the keys
            return DeliveryError(
                "The window you dictated into is gone. The text is kept: copy it from the tray menu."
            )
        if window is not None and job.target is not None and window.id != job.target.id:
            return DeliveryError(
                "You changed to another window. The text is kept: copy it from the tray menu."
            )
        return None

    def _try_chord(self, job: _Job) -> None:
        if self._key_held(job):
            if job.stray_since and time.monotonic() - job.stray_since > self.bounds.keys_up:
                error = DeliveryError("A key was held down. The text is kept: copy it from the tray menu.")
                self._end(job, DeliveryResult(Outcome.PARKED, error))
            return
        if (refusal := self._refusal(job) or self._loss(job)) is not None:
            self._end(job, DeliveryResult(Outcome.PARKED, refusal))
            return
        now_ns = time.perf_counter_ns()
        if job.loan.lent_ns == 0:
            if job.loan.ready():
                job.loan.lend(now_ns)
        elif job.loan.noticed(now_ns, self.bounds):
            self._send(job)

    def _send(self, job: _Job) -> None:
        job.chord_ns = time.perf_counter_ns()
        try:
            self._keys.send(job.chord)
        except DeliveryError as error:
            job.loan.leave()
            self._end(job, DeliveryResult(Outcome.PARKED, error))

    def _key_held(self, job: _Job) -> bool:
        """A held modifier makes another chord of ours; a held hotkey, being grabbed, swallows it.

        Whoever holds the hotkey speaks the next sentence, which may last; its modifiers are part of it.
        """
        if self.key_down():
            job.stray_since = 0.0
            return True
        if not self._keys.modifiers_down():
            job.stray_since = 0.0
            return False
        job.stray_since = job.stray_since or time.monotonic()
        return True

    def _loss(self, job: _Job) -> DeliveryError | None:
        if job.loan.lent_ns == 0 or job.loan.owned():
            return None
        return DeliveryError(
            "Another program took the clipboard. The text is kept: copy it from the tray menu."
        )

    def _watch_reads(self, job: _Job) -> None:
        loss = self._loss(job)
        proof, read_ns = judge_paste(
            job.chord_ns, time.perf_counter_ns(), job.loan.reads(), owned=loss is None, bounds=self.bounds
        )
        match proof:
            case Proof.READ | Proof.SETTLED:
                if not job.reported:
                    job.reported = True
                    inserted, window = SensitiveText(job.loan.text), job.target or self._focus.focused()
                    error = self._not_kept(job)
                    self._report(
                        job.session, DeliveryResult(Outcome.DELIVERED, error, read_ns, inserted, window)
                    )
                if proof is Proof.SETTLED:
                    self._end(job)
            case Proof.LOST:
                self._end(job, DeliveryResult(Outcome.UNCONFIRMED, loss))
            case Proof.NONE:
                job.loan.leave()
                error = DeliveryError(
                    "The window did not take the text. It is on the clipboard: paste it yourself."
                )
                self._end(job, DeliveryResult(Outcome.UNCONFIRMED, error))
            case Proof.OPEN:
                pass

    def _end(self, job: _Job, result: DeliveryResult | None = None) -> None:
        job.loan.give_back()
        self._job = None
        if result is not None:
            self._report(job.session, result)

    @staticmethod
    def _not_kept(job: _Job) -> DeliveryError | None:
        return None if job.loan.kept else DeliveryError("What the clipboard held before could not be kept.")

    def _report(self, session: SessionId, result: DeliveryResult) -> None:
        log.info("delivery of take %d: %s", session, result.outcome.value)
        self.finished.emit(session, result)
