"""The recordings on disk of the takes that are under way."""

from __future__ import annotations

from dataclasses import dataclass

from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import StorageError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage
from v2m_desktop.storage.journal import TakeState
from v2m_desktop.storage.spool import Spool
from v2m_desktop.storage.spooled_take import SpooledTake

NOT_UNDERSTOOD = "speech was heard, but no words were understood"
NOT_DELIVERED = "the text was not delivered"
INTERRUPTED = "the app ended before the text was delivered"


@dataclass(slots=True)
class _Entry:
    take: SpooledTake
    heard_speech: bool = True


class TakeFiles:
    """Maps takes to their files. Capture thread only; nothing here raises."""

    def __init__(self, spool: Spool) -> None:
        self._spool = spool
        self._entries: dict[SessionId, _Entry] = {}

    def begin(self, session: SessionId, details: dict[str, str]) -> StorageError | None:
        """Make the take's folder; the answer warns of a disk that is nearly full."""
        self._entries[session] = _Entry(self._spool.begin(details))
        return self._spool.check_room()

    def append(self, session: SessionId, samples: Samples) -> StorageError | None:
        """Audio of the take, before anything else is done with it. The answer is a problem, once."""
        return self._entries[session].take.append(samples)

    def recorded(self, session: SessionId, *, heard_speech: bool) -> None:
        """No more audio comes."""
        entry = self._entries[session]
        entry.heard_speech = heard_speech
        entry.take.close()
        entry.take.set_state(TakeState.RECORDED)

    def keep_text(self, session: SessionId, text: SensitiveText) -> None:
        """The words, until they are delivered."""
        if session in self._entries:
            self._entries[session].take.keep_text(text)

    def settle(self, session: SessionId, stage: TakeStage) -> bool:
        """Delete what was delivered, discarded or only silence; keep (True) anything else for recovery."""
        entry = self._entries.pop(session, None)
        if entry is None:
            return False
        done = stage in (TakeStage.DELIVERED, TakeStage.CANCELLED)
        if done or (stage is TakeStage.EMPTY and not entry.heard_speech):
            entry.take.delete()
            return False
        reason = NOT_UNDERSTOOD if stage is TakeStage.EMPTY else NOT_DELIVERED
        entry.take.set_state(TakeState.FAILED, reason)
        entry.take.release()
        return True

    def close(self) -> None:
        """The app ends: what is under way stays on disk."""
        for entry in self._entries.values():
            entry.take.set_state(TakeState.FAILED, INTERRUPTED)
            entry.take.release()
        self._entries.clear()
        self._spool.close()
