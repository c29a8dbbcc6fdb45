"""Recordings whose words were not delivered: names them, and discards them when people confirm it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from v2m_desktop.core.errors import StorageError, V2mError
from v2m_desktop.storage.leftover import LeftoverTake
from v2m_desktop.storage.spool import Spool
from v2m_desktop.ui.discard_question import DiscardQuestion
from v2m_desktop.ui.wording import translate

if TYPE_CHECKING:
    from v2m_desktop.app.runtime import Runtime


class Leftovers(QObject):
    """GUI thread; the disk is read and written on errands."""

    def __init__(self, runtime: Runtime) -> None:
        super().__init__(runtime)
        self._runtime = runtime
        self._asking: DiscardQuestion | None = None

    def sweep(self) -> None:
        """At the start: remove what is settled, then name what is left."""
        self._runtime.errands.run("leftovers", self._swept, self._on_found)

    @Slot()
    def find(self) -> None:
        self._runtime.errands.run("leftovers", self._runtime.spool.leftovers, self._on_found)

    @Slot()
    def explain(self) -> None:
        self._runtime.surface.notify(leftover_sentence(self._runtime.presenter.facts.leftover_takes))

    @Slot()
    def ask_to_discard(self) -> None:
        """Ask about those that are there now; others that come meanwhile stay."""
        self._runtime.errands.run("leftovers", self._runtime.spool.leftovers, self._ask)

    def close(self) -> None:
        """The app ends: no answer is no."""
        if self._asking is not None:
            self._asking.close()

    def _swept(self) -> list[LeftoverTake]:
        self._runtime.spool.sweep()
        return self._runtime.spool.leftovers()

    def _on_found(self, found: list[LeftoverTake] | V2mError) -> None:
        if isinstance(found, V2mError):
            self._runtime.notices.tell(found)
            return
        presenter = self._runtime.presenter
        named = sum(take.named for take in found)
        # The overlay has told about a text that one key inserts, and with which key.
        told = bool(self._runtime.parked.newest) and self._runtime.settings.overlay.shown
        if named > presenter.facts.leftover_takes and not told:
            self._runtime.surface.notify(leftover_sentence(named))
        presenter.know(leftover_takes=named)

    def _ask(self, found: list[LeftoverTake] | V2mError) -> None:
        self._on_found(found)
        if isinstance(found, V2mError) or not found or self._asking is not None:
            return
        self._asking = question = DiscardQuestion(len(found))
        chosen = tuple(found)
        question.answered.connect(lambda agreed: self._on_answer(chosen, agreed))
        question.ask()

    def _on_answer(self, chosen: Sequence[LeftoverTake], agreed: bool) -> None:
        self._asking = None
        if agreed:
            spool = self._runtime.spool
            self._runtime.errands.run("discard", lambda: discard(spool, chosen), self._on_discarded)

    def _on_discarded(self, answer: V2mError | None) -> None:
        if isinstance(answer, V2mError):
            self._runtime.notices.tell(answer)
        self._runtime.parked.clear()
        self.find()


def discard(spool: Spool, chosen: Sequence[LeftoverTake]) -> None:
    """Delete the recordings. One that cannot be deleted spares no other. Raises StorageError at the end."""
    problem: StorageError | None = None
    for leftover in chosen:
        try:
            take = spool.reopen(leftover)
        except StorageError as error:
            problem = error
            continue
        if take is None:
            problem = StorageError("The recording {id} is in use by the running app.", id=leftover.id)
        else:
            problem = take.delete() or problem
    if problem is not None:
        raise problem


def leftover_sentence(count: int) -> str:
    sentence = translate("Controls", "Recordings not delivered: {count}. To get their text: v2m recover")
    return sentence.format(count=count)
