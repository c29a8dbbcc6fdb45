"""Which programs read whatever is copied, so that their reading proves no paste, and which ones read for
themselves, so that nobody else's reading proves theirs. Learned by and by.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from v2m_desktop.core.targets import Client, ClipboardRead


@dataclass(frozen=True, slots=True)
class EagerReaders:
    """`eager`: clipboard histories and the like, by program, or by connection where that has no name.

    `met`: others that read after a chord. `watch`: such programs get their turn before the next chord, as
    some may not be known yet: at first, after somebody new read, and where readers have no names. `direct`:
    targets whose own reading was seen.
    """

    eager: frozenset[str | int] = frozenset()
    met: frozenset[str | int] = frozenset()
    watch: bool = True
    direct: frozenset[str | int] = frozenset()

    def reads_itself(self, target: Client | None) -> bool:
        """Whether `target` is known to read without the help of another program, as under Wine."""
        return name_of(target) in self.direct

    def direct_read(self, target: Client | None) -> EagerReaders:
        """`target` read after a chord."""
        name = name_of(target)
        return self if name is None or name in self.direct else replace(self, direct=self.direct | {name})

    def has(self, reader: Client | None) -> bool:
        """Whether its reads prove nothing."""
        return name_of(reader) in self.eager

    def early(self, reader: Client | None) -> EagerReaders:
        """`reader` read where there was nothing to paste."""
        name = name_of(reader)
        if name is None:
            return replace(self, watch=True)
        return self if name in self.eager else replace(self, eager=self.eager | {name})

    def late(self, reader: Client | None) -> EagerReaders:
        """`reader`, not the target, read after a chord."""
        name = name_of(reader)
        if name is None:
            return replace(self, watch=True)
        if name in self.met or name in self.eager:
            return self
        return replace(self, met=self.met | {name}, watch=True)

    def after_return(
        self, reads: Iterable[ClipboardRead], returned_ns: int, seconds: float, target: Client | None
    ) -> EagerReaders:
        """Whoever reads the old content so soon after it came back reads because it changed."""
        learned = self
        for read in reads:
            named = name_of(read.reader) is not None and not is_target(read, target)
            if named and 0 < read.at_ns - returned_ns <= seconds * 1e9:
                learned = learned.early(read.reader)
        return learned


def is_target(read: ClipboardRead, target: Client | None) -> bool:
    """Whether the program that gets the text took it."""
    return read.reader is not None and target is not None and read.reader.is_surely(target)


def name_of(reader: Client | None) -> str | int | None:
    """What a reader is remembered by, None where nothing tells it from others."""
    return (reader.program or reader.connection or None) if reader is not None else None
