"""What the session controller knows: one capture slot and an ordered list of takes."""

from __future__ import annotations

from dataclasses import dataclass, field

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import AppState, CaptureState, SessionId, TakeStage


@dataclass(frozen=True, slots=True)
class Take:
    """One dictation on its way. `texts` maps segment number to words; a missing number is still open."""

    id: SessionId
    action: Action = Action.RAW
    stage: TakeStage = TakeStage.RECORDING
    listened: bool = False
    segments: int = 0
    texts: tuple[tuple[int, SensitiveText], ...] = ()
    failure: V2mError | None = None
    notice: V2mError | None = None
    rewritten: SensitiveText | None = None

    @property
    def recognized(self) -> bool:
        return self.stage is TakeStage.RECOGNIZING and len(self.texts) == self.segments

    @property
    def text(self) -> SensitiveText:
        """All words so far, in the order of speaking."""
        parts = (words.reveal().strip() for _, words in sorted(self.texts, key=lambda item: item[0]))
        return SensitiveText(" ".join(part for part in parts if part))


@dataclass(frozen=True, slots=True)
class State:
    """`session` is the take in the capture slot. `queued`: the action of a start that waits for the slot."""

    capture: CaptureState = CaptureState.IDLE
    session: SessionId | None = None
    takes: tuple[Take, ...] = ()
    last_id: SessionId = field(default=SessionId(0))
    queued: Action | None = None
    problem: V2mError | None = None

    @property
    def app_state(self) -> AppState:
        """One word for tray and status."""
        if self.capture in (CaptureState.ARMING, CaptureState.LISTENING):
            return AppState(self.capture.value)
        if self.takes:
            return AppState.WORKING
        return AppState.PROBLEM if self.problem else AppState.IDLE

    @property
    def start_queued(self) -> bool:
        return self.queued is not None

    @property
    def rewriting(self) -> Take | None:
        """The take whose words are being rewritten."""
        return next((take for take in self.takes if take.stage is TakeStage.REWRITING), None)

    def take(self, session: SessionId) -> Take | None:
        return next((take for take in self.takes if take.id == session), None)
