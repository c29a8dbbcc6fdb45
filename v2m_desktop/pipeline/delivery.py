"""Puts texts into the focused window, one at a time, in order.

Nothing here waits: news of the clipboard and a clock in the GUI thread take every step. How a paste goes on
is decided by output/paste_transaction.
"""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Delivery, DeliveryMethod
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.output.clipboard_loan import ClipboardLoan
from v2m_desktop.output.clipboard_readers import EagerReaders
from v2m_desktop.output.paste_transaction import DeliveryBounds
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.approach import Approach
from v2m_desktop.pipeline.delivery_job import Job, Moment
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.field_question import FieldQuestion
from v2m_desktop.pipeline.pasting import Pasting
from v2m_desktop.pipeline.way_in import WayIn
from v2m_desktop.pipeline.ways_in import Commanding, Copying, Nothing, Typing

log = logging.getLogger(__name__)

CLOCK_MS = 10
HURRY_MS = 2
"""While something is about to be answered."""


class _Mail(QObject):
    """What the clipboards ring, which may outlive the service and must not hold it."""

    rung = Signal()


class DeliveryService(QObject):
    """`finished` carries (session, DeliveryResult). GUI thread only. `key_down` tells of our own hotkey.

    `held_up`: other keys of ours are on their way, so that nothing may begin now.
    """

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
        self.held_up: Callable[[], bool] = lambda: False
        self._desktop = desktop
        self._waiting: deque[tuple[SessionId, SensitiveText, Window | None, Field | None]] = deque()
        self._way: WayIn | None = None
        self._readers = EagerReaders()
        self._last: Pasting | None = None
        self._handed: ClipboardLoan | None = None
        self._copied = SensitiveText()
        self._when_copied: Callable[[], object] = lambda: None
        self._told: set[str] = set()
        self._question = FieldQuestion(desktop.fields, self)
        self._mail = _Mail()
        queued = Qt.ConnectionType.QueuedConnection
        self._question.answered.connect(self._step, queued)
        self._mail.rung.connect(self._step, queued)
        for board in (desktop.clipboard, desktop.primary):
            if board is not None:
                board.news = partial(_ring, self._mail)
        self._timer = QTimer(self, interval=CLOCK_MS)
        self._timer.timeout.connect(self._step)

    @property
    def busy(self) -> bool:
        return self._way is not None or bool(self._waiting)

    @property
    def waiting_for_key(self) -> bool:
        """The user holds our hotkey, for the next take: the chord waits as long as that lasts."""
        return self._way is not None and self._way.keys_wait and self.key_down()

    @property
    def typing(self) -> bool:
        """Keys go out one by one: a long text takes its time."""
        return isinstance(self._way, Typing) and self._way.typing

    @property
    def lost_clipboard(self) -> bool:
        """Nobody took the last text: it is on the clipboard, and `put_back` gives what was there before."""
        return self._last is not None and self._last.left

    def put_back(self) -> None:
        """What the clipboard held before the text that nobody took."""
        if self._last is not None and self._last.left:
            self._last.loan.give_back()

    def copy(self, text: SensitiveText, done: Callable[[], object] = lambda: None) -> None:
        """Put `text` on the clipboard for good, as soon as no delivery has it: it would be replaced again.

        `done` is called when it is there.
        """
        self._copied, self._when_copied = text, done
        self._copy_now()

    def deliver(
        self, session: SessionId, text: SensitiveText, target: Window | None, field: Field | None = None
    ) -> None:
        """Deliver `text` into `target`, the window that had the focus when the take began; None: unknown.

        `field` is the element that had the focus then, where that is known.
        """
        self._waiting.append((session, text, target, field))
        if not self._timer.isActive():
            self._timer.start()
            QTimer.singleShot(0, self._step)

    def cancel(self, session: SessionId) -> None:
        """Forget a delivery, restoring the clipboard if the chord was not sent yet. Reports nothing."""
        self._waiting = deque(item for item in self._waiting if item[0] != session)
        if self._way is not None and self._way.job.session == session:
            self._way.cancel()
            if self._way.over:
                self._leave(self._way)
        if self._way is None and not self._waiting:
            self._return_handed()

    def settle_now(self) -> None:
        """The app ends: give the clipboard back at once."""
        self._timer.stop()
        self._waiting.clear()
        if self._way is not None:
            self._way.quit()
            self._leave(self._way)
        self._copy_now()
        self._return_handed()

    @Slot()
    def _step(self) -> None:
        if self._way is None:
            self._look_back()
            self._copy_now()
            if not self._waiting:
                self._timer.stop()
                return
            if self.held_up():
                return
            self._way = self._begin(*self._waiting.popleft())
        way = self._way
        now = Moment(time.perf_counter_ns(), self.bounds, self.key_down, self._next_pastes())
        result = way.step(now)
        if way.over:
            self._leave(way)
            QTimer.singleShot(0, self._step)
        self._timer.setInterval(HURRY_MS if way.hurries else CLOCK_MS)
        if result is not None:
            self._report(way.job.session, result)

    def _begin(
        self, session: SessionId, text: SensitiveText, target: Window | None, field: Field | None
    ) -> WayIn:
        way = self._choose(Job(session, text, target, field, self.settings))
        self._hand_on(way)
        self._return_handed()
        return way

    def _hand_on(self, way: WayIn) -> None:
        """What was on the clipboard before the last text comes back after the next one."""
        if isinstance(way, Pasting):
            if self._handed is not None:
                way.inherit(self._handed)
            elif self._last is not None and self._last.left:
                way.inherit(self._last.loan, spared=True)
            self._handed = None
        if isinstance(way, Pasting | Copying):
            self._last = None

    def _choose(self, job: Job) -> WayIn:
        method, desktop = job.settings.method, self._desktop
        if not job.words(job.target, job.field):
            return Nothing(job)
        if method is DeliveryMethod.COMMAND:
            return Commanding(job, desktop.command)
        if method is DeliveryMethod.COPY:
            return Copying(job, desktop, None)
        approach = Approach(job, desktop, self._question)
        no_typing = desktop.typist.missing() if method is DeliveryMethod.TYPE else None
        if method is DeliveryMethod.TYPE and no_typing is None:
            return Typing(job, desktop, approach)
        if (no_keys := desktop.keys.missing()) is not None:
            return Copying(job, desktop, self._once(no_keys))
        return Pasting(job, desktop, approach, self._readers, self._once(no_typing))

    def _leave(self, way: WayIn) -> None:
        """`way` is over: learn from it, or take the next one for the same text."""
        self._way = None
        if isinstance(way, Pasting):
            self._readers, self._last = way.readers, way
            self._handed = way.loan if way.handed_over else None
        if isinstance(way, Typing) and way.impossible is not None:
            self._way = self._instead(way)

    def _instead(self, way: Typing) -> WayIn:
        approach = Approach(way.job, self._desktop, self._question)
        other: WayIn
        if (no_keys := self._desktop.keys.missing()) is not None:
            other = Copying(way.job, self._desktop, no_keys)
        else:
            other = Pasting(way.job, self._desktop, approach, self._readers, way.impossible)
        self._hand_on(other)
        return other

    def _once(self, error: DeliveryError | None) -> DeliveryError | None:
        """People are told once of what this desktop cannot do."""
        if error is None or error.message in self._told:
            return None
        self._told.add(error.message)
        return error

    def _next_pastes(self) -> bool:
        """Whether another text waits to be pasted, and need not wait for a key."""
        return bool(self._waiting) and self.settings.method is DeliveryMethod.PASTE and not self.key_down()

    def _copy_now(self) -> None:
        if not self._copied or self._way is not None:
            return
        text, self._copied = self._copied.reveal(), SensitiveText()
        left = self._last.loan if self._last is not None and self._last.left else None
        if (loan := self._handed or left) is not None:
            loan.offer(text)
            loan.forget()
        else:
            self._desktop.clipboard.publish(text, private=False)
        self._handed = self._last = None
        self._when_copied()

    def _look_back(self) -> None:
        """Who reads the old content that has just come back."""
        if self._last is not None:
            self._readers = self._last.learned_after(self.bounds, self._readers)
            if self._handed is None and not self._last.left:
                self._last.loan.forget()

    def _return_handed(self) -> None:
        if self._handed is not None:
            self._handed.give_back()
            self._handed = None

    def _report(self, session: SessionId, result: DeliveryResult) -> None:
        log.info("delivery of take %d: %s", session, result.outcome.value)
        self.finished.emit(session, result)


def _ring(mail: _Mail) -> None:
    mail.rung.emit()
