"""Decides from the reads of the clipboard whether a paste arrived. Pure: the time is given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from v2m_desktop.core.ports import ClipboardRead


@dataclass(frozen=True, slots=True)
class DeliveryBounds:
    """Seconds. `keys_up`: how long a modifier may hold up the chord, beside our own hotkey.

    `before_chord`: programs that read whatever is copied get this long after publishing, and again after each
    read of theirs, but no longer than `longest_before_chord`. `quiet`: some toolkits read twice; this long
    after the last read the target is done. `eager_reader`: where readers have no name, a clipboard history
    may still read before the target does; wait at least this. `read`: after this long without a read nobody
    is going to paste.
    """

    keys_up: float = 2.0
    before_chord: float = 0.05
    longest_before_chord: float = 0.3
    quiet: float = 0.2
    eager_reader: float = 0.4
    read: float = 8.0


class Proof(Enum):
    """OPEN: nobody read the text yet. READ: somebody did, and may do so again.

    SETTLED: it was read, and the old clipboard can come back. LOST: something else was copied before anybody
    read it. NONE: nobody is going to read it.
    """

    OPEN = "open"
    READ = "read"
    SETTLED = "settled"
    LOST = "lost"
    NONE = "none"


def judge_paste(
    chord_ns: int, now_ns: int, reads: Iterable[ClipboardRead], *, owned: bool, bounds: DeliveryBounds
) -> tuple[Proof, int]:
    """What is known at `now_ns` of a chord sent at `chord_ns`, and when the text was first read, or 0.

    Only reads after the chord count. `owned`: our text is still what the clipboard holds.
    """
    moments = sorted(read.at_ns for read in reads if read.at_ns > chord_ns)
    since_chord = (now_ns - chord_ns) / 1e9
    if not moments:
        if not owned:
            return Proof.LOST, 0
        return (Proof.NONE if since_chord > bounds.read else Proof.OPEN), 0
    quiet = (now_ns - moments[-1]) / 1e9 > bounds.quiet and since_chord > bounds.eager_reader
    # Read over and over by somebody, a history perhaps: it must not keep the clipboard for ever.
    done = quiet or not owned or since_chord > bounds.read
    return (Proof.SETTLED if done else Proof.READ), moments[0]
