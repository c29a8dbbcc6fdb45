"""The clipboard, borrowed for one delivery: its owner is asked, its content kept, ours lent, theirs back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from v2m_desktop.core.ports import Clipboard, ClipboardRead, ClipboardSnapshot
from v2m_desktop.output.paste_proof import DeliveryBounds


@dataclass(slots=True)
class ClipboardLoan:
    """`boards` get `text`; `restore`: what they held is kept and comes back. Nothing here waits.

    `lent_ns` is perf_counter_ns of publishing, 0 before. `kept` is False once something of the old content
    could not be kept.
    """

    boards: Sequence[Clipboard]
    text: str = field(repr=False)
    restore: bool
    lent_ns: int = 0
    kept: bool = True
    _asked: bool = False
    _seen: dict[int, ClipboardSnapshot] = field(default_factory=dict, repr=False)
    _snapshots: list[ClipboardSnapshot] = field(default_factory=list, repr=False)

    def ready(self) -> bool:
        """Whether every owner answered, or was given up: reading from a program that hangs would hang us."""
        if not self.restore:
            return True
        if not self._asked:
            self._asked = True
            for board in self.boards:
                board.look()
        for number, board in enumerate(self.boards):
            if number not in self._seen and (snapshot := board.seen()) is not None:
                self._seen[number] = snapshot
        return len(self._seen) == len(self.boards)

    def lend(self, now_ns: int) -> None:
        """Keep what is there and put our text in its place. Only when `ready`."""
        for number, board in enumerate(self.boards):
            snapshot = self._seen.get(number, ClipboardSnapshot({}, complete=False))
            self._snapshots.append(snapshot)
            self.kept = self.kept and (snapshot.complete or not self.restore)
            board.publish(self.text, private=True)
        self.lent_ns = now_ns

    def noticed(self, now_ns: int, bounds: DeliveryBounds) -> bool:
        """Whether programs that read whatever is copied have had their turn: it is not the paste."""
        last = max([self.lent_ns, *(read.at_ns for read in self.reads())])
        quiet = (now_ns - last) / 1e9 > bounds.before_chord
        return quiet or (now_ns - self.lent_ns) / 1e9 > bounds.longest_before_chord

    def owned(self) -> bool:
        """Somebody else's copy must neither be pasted nor replaced."""
        return all(board.owned() for board in self.boards)

    def reads(self) -> list[ClipboardRead]:
        return [read for board in self.boards for read in board.reads()]

    def leave(self) -> None:
        """The text stays where it is, where people can paste it themselves."""
        self._snapshots.clear()

    def give_back(self) -> None:
        """What the user copied meanwhile stays. Once only."""
        for board, snapshot in zip(self.boards, self._snapshots, strict=False):
            if snapshot.complete and board.owned():
                board.restore(snapshot)
        self._snapshots.clear()
