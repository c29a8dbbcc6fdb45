"""Texts that were kept instead of being inserted. One key inserts the newest where the cursor is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.output.results import DeliveryResult
from v2m_desktop.pipeline.delivery_stage import stage_of
from v2m_desktop.pipeline.take_record import ClosedTake

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime

MOST_TEXTS = 5
"""Older ones stay on disk: v2m recover."""


class ParkedTexts(QObject):
    """Owns the kept texts of this run, newest last. GUI thread.

    The recording of a text goes once it is inserted.
    """

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._texts: dict[SessionId, SensitiveText] = {}
        self._inserting: SessionId | None = None
        self._troubled: SessionId | None = None

    @property
    def newest(self) -> SensitiveText:
        """Empty if there is none."""
        return next(reversed(self._texts.values()), SensitiveText())

    @Slot()
    def insert(self) -> None:
        """Deliver the newest one into the window in front, also if other texts have to go in first."""
        if self._texts and self._inserting is None:
            self._inserting, text = next(reversed(self._texts.items()))
            self._runtime.delivery.deliver(self._inserting, text, self._runtime.focus.focused())

    def forget(self, session: SessionId) -> None:
        """The user has the text: its recording may go, and so may its problem if there is no newer one."""
        self._runtime.capture.fetched(session)
        if self._texts.pop(session, None) is not None:
            if session == self._troubled:
                self._runtime.presenter.overcome()
            self._tell()

    def clear(self) -> None:
        """The user discarded the recordings: their words go as well."""
        self._texts.clear()
        self._tell()

    @Slot(object)
    def on_closed(self, take: ClosedTake) -> None:
        if take.stage in (TakeStage.PARKED, TakeStage.FAILED):
            self._troubled = take.session
        if take.stage is TakeStage.PARKED and take.text:
            self._texts[take.session] = take.text
            while len(self._texts) > MOST_TEXTS:
                del self._texts[next(iter(self._texts))]
            self._tell()

    @Slot(int, object)
    def on_delivered(self, session: SessionId, result: DeliveryResult) -> None:
        if session != self._inserting:
            return
        self._inserting = None
        if stage_of(result) is TakeStage.DELIVERED:
            self.forget(session)
        if result.error is not None:
            self._runtime.notices.tell(result.error)

    def _tell(self) -> None:
        self._runtime.hotkeys.want_insert(bool(self._texts))
