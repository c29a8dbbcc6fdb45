"""Takes back what was inserted last: one press removes it, the next inserts its other version, and so on."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.ports import Hotkey
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.targets import TouchWatch
from v2m_desktop.output.results import DeliveryResult, Outcome
from v2m_desktop.output.take_back_plan import (
    Closed,
    Event,
    InsertAgain,
    Inserted,
    Insertion,
    Plan,
    Pressed,
    Refused,
    Remove,
    Stage,
    Verified,
    step,
)
from v2m_desktop.pipeline.controller import Controller
from v2m_desktop.pipeline.delivery import DeliveryService
from v2m_desktop.pipeline.desktop import Desktop
from v2m_desktop.pipeline.removal import Removal
from v2m_desktop.pipeline.take_record import ClosedTake

log = logging.getLogger(__name__)

EXPIRES_MS = 10 * 60 * 1000
WATCH_MS = 500
"""How often the watch is asked: what it queues stays short."""

MOST_TAKES = 8
"""Kept texts are inserted later than their takes are closed, but not much later."""


class TakeBack(QObject):
    """`changed` when there is something to take back or put back, or no more; `notice` carries a V2mError.

    GUI thread only. It forgets with the next take, and after ten minutes.
    """

    changed = Signal()
    notice = Signal(object)

    def __init__(
        self,
        desktop: Desktop,
        touch: TouchWatch,
        delivery: DeliveryService,
        controller: Controller,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.own_keys: Callable[[], Collection[Hotkey]] = tuple
        """Hotkeys of ours: pressing them changes no text."""
        self.removal = Removal(desktop, touch, self)
        self._touch, self._delivery, self._controller = touch, delivery, controller
        self._plan = Plan()
        self._takes: dict[SessionId, tuple[SensitiveText, ...]] = {}
        self._last_take = controller.state.last_id
        self._expiry = QTimer(self, interval=EXPIRES_MS, singleShot=True)
        self._expiry.timeout.connect(self.forget)
        self._watching = QTimer(self, interval=WATCH_MS)
        self._watching.timeout.connect(self._watch)
        self.removal.busy = self._delivery_busy
        delivery.held_up = self._removal_at_work
        self.removal.ended.connect(self._on_removal)
        delivery.finished.connect(self._on_delivered)
        controller.closed.connect(self._on_closed)
        controller.changed.connect(self._on_changed)

    @property
    def stage(self) -> Stage:
        return self._plan.stage

    @Slot()
    def press(self) -> None:
        """The hotkey."""
        self._ask(by_key=True)

    @Slot()
    def request(self) -> None:
        """Tray or command line: whoever asks this way has clicked or typed to ask."""
        self._ask(by_key=False)

    @Slot()
    def forget(self) -> None:
        self._take(Closed())

    def shut_down(self) -> None:
        """The app ends."""
        self.removal.stop()
        self._touch.disarm()

    def _ask(self, *, by_key: bool) -> None:
        if self._plan.stage in (Stage.REMOVING, Stage.INSERTING):
            return  # it is under way
        if self._delivery.busy and self._plan.stage is not Stage.INSERTED:
            self.notice.emit(DeliveryError("Another text is being inserted. Try again in a moment."))
        elif self._plan.stage is Stage.NOTHING:
            self.notice.emit(DeliveryError("There is nothing to take back."))
        elif self._plan.stage is Stage.REMOVED and by_key and self._touch.touched():
            self._take(Closed())
            self.notice.emit(
                DeliveryError(
                    "You typed or clicked since, so the text is not inserted again: copy it from the tray."
                )
            )
        else:
            self._take(Pressed(), by_key=by_key)

    def _delivery_busy(self) -> bool:
        return self._delivery.busy

    def _removal_at_work(self) -> bool:
        return self.removal.at_work

    def _take(self, event: Event, *, by_key: bool = True) -> None:
        before = self._plan
        self._plan, effect = step(before, event)
        if isinstance(event, Inserted | Verified):
            self._watch_hands()  # from now on: our own keys are out
        elif self._plan.stage is Stage.NOTHING:
            self._leave_hands()
        if before.stage is Stage.REMOVING and isinstance(event, Inserted | Closed):
            self.removal.give_up(DeliveryError("Another text came in between, so nothing was taken back."))
        if self._plan.stage is not before.stage:
            self.changed.emit()
        match effect:
            case Remove(insertion):
                self._expiry.start()  # not in the midst of it
                self.removal.begin(insertion, by_key=by_key)
            case InsertAgain(session, text, window):
                self._delivery.deliver(session, text, window)

    def _watch_hands(self) -> None:
        self._touch.arm(self.own_keys())
        self._watching.start()
        self._expiry.start()

    def _leave_hands(self) -> None:
        self._touch.disarm()
        self._watching.stop()
        self._expiry.stop()

    @Slot()
    def _watch(self) -> None:
        if self._touch.touched() is not False:  # nothing more can come
            self._watching.stop()

    @Slot(object, bool)
    def _on_removal(self, error: DeliveryError | None, final: bool) -> None:
        log.info("taking back: %s", "removed" if error is None else "refused")
        self._take(Verified() if error is None else Refused(final))
        if error is not None:
            self.notice.emit(error)
        self._on_changed()

    @Slot(int, object)
    def _on_delivered(self, session: SessionId, result: DeliveryResult) -> None:
        """What went in last is what can be taken back; where nobody knows what went in, nothing can."""
        plan = self._plan
        ours = (
            plan.stage is Stage.INSERTING and plan.insertion is not None and plan.insertion.session == session
        )
        if result.outcome is Outcome.DELIVERED and result.inserted:
            insertion = Insertion(session, result.inserted, result.window)
            self._take(Inserted(insertion, self._takes.get(session, ())))
        elif result.outcome in (Outcome.DELIVERED, Outcome.UNCONFIRMED):
            self._take(Closed())
        elif ours:
            self._take(Refused(final=False))
        if ours and result.error is not None:
            self.notice.emit(result.error)

    @Slot(object)
    def _on_closed(self, take: ClosedTake) -> None:
        """Its words come before the report of their delivery, or long before, if they were kept."""
        self._takes[take.session] = tuple(text for text in (take.text, take.spoken) if text)
        while len(self._takes) > MOST_TAKES:
            del self._takes[next(iter(self._takes))]

    @Slot()
    def _on_changed(self) -> None:
        """Whoever takes a text back and says it anew need not wait: what is being removed still goes."""
        if self._plan.stage is not Stage.REMOVING and self._controller.state.last_id != self._last_take:
            self._last_take = self._controller.state.last_id
            self.forget()
