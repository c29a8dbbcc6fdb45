"""The recordings on disk of the takes that are under way."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace

from v2m_desktop.audio.gain import raised
from v2m_desktop.core.audio import Samples, Segment
from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.spool import Spool
from v2m_desktop.storage.spooled_take import SpooledTake

log = logging.getLogger(__name__)

NOTHING_HEARD = "no speech was heard"
NOT_UNDERSTOOD = "speech was heard, but no words were understood"
NOT_DELIVERED = "the text was not delivered"
INTERRUPTED = "the app ended before the text was delivered"

SHORTEST_WORD_SECONDS = 0.3
"""An empty take shorter than this holds a key pressed by mistake, and no word."""


@dataclass(frozen=True, slots=True)
class Settled:
    """`kept`: people are to hear that the recording waits for them. `problem` is to be told."""

    kept: bool
    problem: StorageError | None = None


@dataclass(slots=True)
class _Entry:
    take: SpooledTake
    heard_speech: bool = True
    only_zeros: bool = False
    told: bool = False

    @property
    def holds_nothing(self) -> bool:
        """Nobody could miss it if it is empty of words."""
        return self.only_zeros or self.take.seconds < SHORTEST_WORD_SECONDS

    def once(self, problem: StorageError | None) -> StorageError | None:
        """The first problem of a take is told; the others have the same cause."""
        if problem is None or self.told:
            return None
        self.told = True
        return problem


class TakeFiles:
    """Maps takes to their files. Capture thread only; nothing here raises."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._entries: dict[SessionId, _Entry] = {}
        self._parked: dict[SessionId, SpooledTake] = {}

    def begin(self, session: SessionId, details: dict[str, str]) -> StorageError | None:
        """Make the take's folder; the answer warns of a disk that is nearly full."""
        self._entries[session] = _Entry(self._spool.begin(details))
        return self._spool.check_room()

    def append(self, session: SessionId, samples: Samples) -> StorageError | None:
        """Audio of the take, before anything else is done with it. The answer is a problem, once."""
        entry = self._entries.get(session)
        return entry.once(entry.take.append(samples)) if entry is not None else None

    def backed(self, session: SessionId, segment: Segment) -> Segment:
        """The segment with a way to its samples on disk: its range is that of the recording."""
        entry = self._entries.get(session)
        read = entry.take.reader(segment.start, len(segment.samples)) if entry is not None else None
        if read is None:
            return segment
        gain_db = segment.gain_db
        return replace(segment, stored=(lambda: raised(read(), gain_db)) if gain_db else read)

    def recorded(self, session: SessionId, *, heard_speech: bool, only_zeros: bool) -> StorageError | None:
        """No more audio comes. The answer is a problem that was not told yet."""
        entry = self._entries.get(session)
        if entry is None:
            return None
        entry.heard_speech, entry.only_zeros = heard_speech, only_zeros
        closing = entry.take.close()
        return entry.once(closing or entry.take.set_state(TakeState.RECORDED))

    def keep_text(self, session: SessionId, text: SensitiveText) -> StorageError | None:
        """The words, until they are delivered. The answer is a problem that was not told yet."""
        entry = self._entries.get(session)
        return entry.once(entry.take.keep_text(text)) if entry is not None else None

    def keep_rewritten(self, session: SessionId, text: SensitiveText) -> StorageError | None:
        """What was made of the words. The answer is a problem that was not told yet."""
        entry = self._entries.get(session)
        return entry.once(entry.take.keep_rewritten(text)) if entry is not None else None

    def settle(self, session: SessionId, stage: TakeStage) -> Settled:
        """Delete what was delivered, discarded or holds nothing; keep anything else for recovery."""
        entry = self._entries.pop(session, None)
        if entry is None:
            return Settled(False)
        if stage in (TakeStage.DELIVERED, TakeStage.CANCELLED):
            return Settled(False, entry.take.delete())
        if stage is not TakeStage.EMPTY:
            if stage is TakeStage.PARKED:
                self._parked[session] = entry.take
            return self._keep(entry, TakeState.FAILED, NOT_DELIVERED)
        if entry.holds_nothing:
            return Settled(False, entry.take.delete())
        settled = self._keep(entry, TakeState.EMPTY, NOT_UNDERSTOOD if entry.heard_speech else NOTHING_HEARD)
        self._spool.sweep()
        return Settled(False, settled.problem if entry.heard_speech else None)

    def fetched(self, session: SessionId) -> bool:
        """The user took the parked words of a take: its recording may go. False if there is none."""
        take = self._parked.pop(session, None)
        if take is not None:
            take.delete()
        return take is not None

    def close(self) -> None:
        """The app ends: what is under way stays on disk."""
        for entry in self._entries.values():
            problem = self._keep(entry, TakeState.FAILED, INTERRUPTED).problem
            if problem is not None:
                log.warning("%s", problem.message)
        self._entries.clear()
        self._spool.close()

    @staticmethod
    def _keep(entry: _Entry, state: TakeState, reason: str) -> Settled:
        take = entry.take
        only_in_memory = take.close()
        unwritten = take.set_state(state, reason)
        take.release()
        if not only_in_memory:
            return Settled(take.on_disk, entry.once(unwritten))
        reason = only_in_memory.message
        if not take.on_disk:
            return Settled(
                False, StorageError("The recording could not be kept on disk: {reason}", reason=reason)
            )
        return Settled(
            True,
            StorageError("Only a part of the recording could be kept on disk: {reason}", reason=reason),
        )
