"""What is known of a take beside its state, while it is under way and when it is over."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import CaptureState, SessionId, TakeStage
from v2m_desktop.core.targets import Field, Window
from v2m_desktop.core.timeline import Timeline
from v2m_desktop.recognition.agreement import LiveWords, LocalAgreement
from v2m_desktop.recognition.language_choice import CONFIDENT


@dataclass(slots=True)
class TakeRecord:
    """What the controller remembers of a take beside its state."""

    target: Window | None
    """The window in front when the take began."""
    timeline: Timeline
    language: str | None
    """Asked for, or detected beyond doubt: one take, one language, no flipping in the middle."""
    field: Field | None = None
    """The element of it that had the focus, without the text in it. None until somebody tells."""
    heard: str = ""
    """Detected last, however sure that was."""
    agreement: LocalAgreement = dataclasses.field(default_factory=LocalAgreement)
    live: LiveWords = dataclasses.field(default_factory=LiveWords)
    live_segment: int = -1
    """Which segment the live words are of."""
    stage: tuple[TakeStage, CaptureState | None] = (TakeStage.RECORDING, CaptureState.ARMING)
    stage_since: float = 0.0

    def hear(self, hypothesis: Hypothesis) -> None:
        """Final words of a segment, empty where they are not believed: they tell the language."""
        if not hypothesis.text:
            return
        self.heard = hypothesis.language
        if self.language is None and hypothesis.language_probability >= CONFIDENT:
            self.language = hypothesis.language


@dataclass(frozen=True, slots=True)
class ClosedTake:
    """A take that reached its end, for everybody who wants to know.

    `spoken` are the words as they were said, where `text` is a rewriting of them.
    """

    session: SessionId
    stage: TakeStage
    text: SensitiveText
    error: V2mError | None
    timeline: Timeline
    spoken: SensitiveText = dataclasses.field(default_factory=SensitiveText)
