"""What can happen to a dictation session, and what the controller may do about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.rewriting import Action
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.session import SessionId, TakeStage

# Events


@dataclass(frozen=True, slots=True)
class StartRequested:
    """Hotkey, tray or command line asks for a take, whose words go through `action`."""

    action: Action = Action.RAW


@dataclass(frozen=True, slots=True)
class StopRequested:
    """The take in the capture slot should end and be delivered."""


@dataclass(frozen=True, slots=True)
class ToggleRequested:
    """Start if nothing is being recorded, stop otherwise."""

    action: Action = Action.RAW


@dataclass(frozen=True, slots=True)
class CancelRequested:
    """The user discards the take in the capture slot; without one, stops the rewriting under way."""


@dataclass(frozen=True, slots=True)
class FirstBlockArrived:
    """The microphone really hears."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class CaptureFailed:
    """The microphone could not be opened. Nothing was recorded."""

    session: SessionId
    error: V2mError


@dataclass(frozen=True, slots=True)
class TargetRefused:
    """Where the words would go, no dictation is wanted; `error` says why.

    Recording comes to nothing then. Words that wait to be rewritten are kept, and sent to nobody.
    """

    session: SessionId
    error: V2mError


@dataclass(frozen=True, slots=True)
class SegmentClosed:
    """Capture hands over a stretch of speech. The controller keeps its audio."""

    session: SessionId
    number: int


@dataclass(frozen=True, slots=True)
class CaptureEnded:
    """Capture gave its last segment; the microphone no longer belongs to the take.

    `error` says what went wrong, if the stream died in mid-take.
    """

    session: SessionId
    error: V2mError | None = None


@dataclass(frozen=True, slots=True)
class SegmentRecognized:
    """Words of a segment; empty where the evidence spoke against them."""

    session: SessionId
    number: int
    text: SensitiveText


@dataclass(frozen=True, slots=True)
class SegmentFailed:
    """The recognizer failed on a segment. Its audio is in the spool."""

    session: SessionId
    number: int
    error: V2mError


@dataclass(frozen=True, slots=True)
class RewritingFinished:
    """New words for a take, or why there are none."""

    session: SessionId
    answer: SensitiveText | V2mError


@dataclass(frozen=True, slots=True)
class DeliveryFinished:
    """Delivery settled: `stage` is DELIVERED, PARKED or FAILED."""

    session: SessionId
    stage: TakeStage
    error: V2mError | None = None


@dataclass(frozen=True, slots=True)
class StageExpired:
    """A stage took longer than its bound in STAGE_SECONDS."""

    session: SessionId
    stage: TakeStage


Event = (
    StartRequested
    | StopRequested
    | ToggleRequested
    | CancelRequested
    | FirstBlockArrived
    | CaptureFailed
    | TargetRefused
    | SegmentClosed
    | CaptureEnded
    | SegmentRecognized
    | SegmentFailed
    | RewritingFinished
    | DeliveryFinished
    | StageExpired
)

# Effects


@dataclass(frozen=True, slots=True)
class OpenCapture:
    """Record a take. `action` is what will be done with its words."""

    session: SessionId
    action: Action = Action.RAW


@dataclass(frozen=True, slots=True)
class StopCapture:
    """End the take: after a short tail, or `at_once`. CaptureEnded answers."""

    session: SessionId
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class AbortCapture:
    """End the take and forget it. CaptureEnded answers and is ignored as stale."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class RecognizeSegment:
    session: SessionId
    number: int


@dataclass(frozen=True, slots=True)
class DropRecognition:
    """Forget queued recognition of a take."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class RewriteText:
    """Refine or translate the words of a take. RewritingFinished answers."""

    session: SessionId
    action: Action
    text: SensitiveText


@dataclass(frozen=True, slots=True)
class DropRewriting:
    """Break the rewriting of a take off. Its answer is ignored."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class DeliverText:
    """`rewritten` tells that `text` is not what was spoken."""

    session: SessionId
    text: SensitiveText = field(default_factory=SensitiveText)
    rewritten: bool = False


@dataclass(frozen=True, slots=True)
class AbandonDelivery:
    """Give up a delivery that did not settle in time."""

    session: SessionId


@dataclass(frozen=True, slots=True)
class CloseTake:
    """A take reached its last stage: settle its recording (delete or keep) and tell the user.

    `spoken` are the words as they were said, where `text` is a rewriting of them.
    """

    session: SessionId
    stage: TakeStage
    text: SensitiveText = field(default_factory=SensitiveText)
    error: V2mError | None = None
    spoken: SensitiveText = field(default_factory=SensitiveText)


@dataclass(frozen=True, slots=True)
class Announce:
    """Listening has begun (True) or ended (False): the moment for a chime."""

    session: SessionId
    listening: bool


Effect = (
    OpenCapture
    | StopCapture
    | AbortCapture
    | RecognizeSegment
    | DropRecognition
    | RewriteText
    | DropRewriting
    | DeliverText
    | AbandonDelivery
    | CloseTake
    | Announce
)
