"""How a delivery can end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import Window


class Outcome(Enum):
    """DELIVERED: the target read the text after the chord. COPIED: it is on the clipboard, as asked for or as
    all that this desktop allows.

    UNCONFIRMED: the chord was sent, but nobody read the text; it is still on the clipboard. PARKED: nothing
    was sent; the text is kept on our side.
    """

    DELIVERED = "delivered"
    COPIED = "copied"
    UNCONFIRMED = "unconfirmed"
    PARKED = "parked"


@dataclass(frozen=True, slots=True)
class DeliveryResult:
    """`error` says why it is not simply delivered, or what else people should know of it.

    `read_ns` is perf_counter_ns of the target's read. `inserted` are the very characters that went into
    `window`, where that is known.
    """

    outcome: Outcome
    error: DeliveryError | None = None
    read_ns: int = 0
    inserted: SensitiveText | None = None
    window: Window | None = None
