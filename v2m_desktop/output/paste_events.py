"""What can happen to a paste, and what to do then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import ClipboardRead


class Do(Enum):
    """YIELD: somebody else's copy stays, whatever else we hold goes back. HAND_OVER: the next transaction
    takes the clipboard over, and with it what was on it at first. LEAVE: our text stays. OFFER: it stays for
    people to paste themselves, without the marks of a loan.
    """

    SEND_CHORD = "send chord"
    REPORT = "report"
    GIVE_BACK = "give back"
    YIELD = "yield"
    HAND_OVER = "hand over"
    LEAVE = "leave"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Published:
    at_ns: int


@dataclass(frozen=True, slots=True)
class ReadsSeen:
    """All reads since publishing."""

    reads: tuple[ClipboardRead, ...]


@dataclass(frozen=True, slots=True)
class OwnerLost:
    """Something else was copied."""


@dataclass(frozen=True, slots=True)
class ChordBegun:
    at_ns: int


@dataclass(frozen=True, slots=True)
class KeysSent:
    at_ns: int


@dataclass(frozen=True, slots=True)
class KeysRefused:
    at_ns: int
    error: DeliveryError


@dataclass(frozen=True, slots=True)
class Refused:
    """The text must not go where it would go now, for instance because the focus changed."""

    error: DeliveryError


@dataclass(frozen=True, slots=True)
class NextWaits:
    """Another text waits for the clipboard."""

    now_ns: int


@dataclass(frozen=True, slots=True)
class Tick:
    """`in_front`: the window that got the chord still is, as far as anybody tells."""

    now_ns: int
    in_front: bool = True


@dataclass(frozen=True, slots=True)
class Cancel:
    """Nobody wants to hear of it any more. A chord that was begun is not undone by that."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The app ends now."""


Event = (
    Published
    | ReadsSeen
    | OwnerLost
    | ChordBegun
    | KeysSent
    | KeysRefused
    | Refused
    | NextWaits
    | Tick
    | Cancel
    | Quit
)
