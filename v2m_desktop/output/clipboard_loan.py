"""The clipboard, borrowed for one delivery: its owner is asked, its content kept, ours lent, theirs back."""

from __future__ import annotations

from dataclasses import dataclass, field

from v2m_desktop.core.targets import Clipboard, ClipboardRead, ClipboardSnapshot


@dataclass(slots=True)
class ClipboardLoan:
    """`boards` are lent; `restore`: what they held is kept and comes back. Nothing here waits.

    `kept` is False once something of the old content could not be kept.
    """

    boards: list[Clipboard]
    restore: bool
    kept: bool = True
    lent: bool = False
    _looking: set[int] = field(default_factory=set)
    _inherited: set[int] = field(default_factory=set)
    _old: dict[int, ClipboardSnapshot] = field(default_factory=dict, repr=False)

    def include(self, board: Clipboard) -> None:
        """Lend `board` as well. Before lending."""
        if not any(own is board for own in self.boards):
            self.boards.append(board)

    def inherit(self, earlier: ClipboardLoan) -> None:
        """Give back in its stead, once: what was there before us comes back, not what `earlier` put there."""
        for before, snapshot in earlier._old.items():
            board = earlier.boards[before]
            number = next((each for each, own in enumerate(self.boards) if own is board), None)
            if number is not None:
                self._old[number] = snapshot
                self._inherited.add(number)
            elif snapshot.complete:
                board.restore(snapshot, over_ours=True)
        earlier.forget()

    @property
    def inherited(self) -> bool:
        """Whether there is something of an earlier loan to give back."""
        return bool(self._inherited)

    def ready(self) -> bool:
        """Whether every owner answered, or was given up: reading from a program that hangs would hang us."""
        if not self.restore:
            return True
        for number, board in enumerate(self.boards):
            if number not in self._looking and (number in self._inherited or number not in self._old):
                self._looking.add(number)
                board.look()
            if number in self._inherited and not board.owned():  # the user copied in between
                self._inherited.discard(number)
                del self._old[number]
                board.look()
            if number not in self._old and (snapshot := board.seen()) is not None:
                self._old[number] = snapshot
        return len(self._old) == len(self.boards)

    def lend(self, text: str) -> None:
        """Put `text` in the place of what was there when `ready`; `owned` tells whether it still was."""
        for number, board in enumerate(self.boards):
            board.publish(text, private=True, over_seen=self.restore)
            if self.restore and number not in self._inherited and board.owned():
                self.kept = self.kept and self._old[number].complete
        self._inherited.clear()
        self.lent = True

    def owned(self) -> bool:
        """Somebody else's copy must neither be pasted nor replaced."""
        return all(board.owned() for board in self.boards)

    def reads(self) -> tuple[ClipboardRead, ...]:
        """Of all boards, in order."""
        return tuple(sorted((read for board in self.boards for read in board.reads()), key=lambda r: r.at_ns))

    def offer(self, text: str) -> None:
        """`text` stays on the clipboard for people to paste, unmarked; what else was lent goes back."""
        replaced = {number: old for number, old in self._old.items() if number == 0}
        self._old.pop(0, None)
        self.give_back()
        self.boards[0].publish(text, private=False)
        self._old = replaced

    def returnable(self) -> bool:
        """Whether something can still be given back: it was kept, and nothing else was copied since."""
        return any(kept.complete and self.boards[number].owned() for number, kept in self._old.items())

    def give_back(self) -> None:
        """What the user copied meanwhile stays. Once only; before lending again everything is looked at."""
        for number, snapshot in self._old.items():
            board = self.boards[number]
            # What was only looked at is still there.
            if (self.lent or number in self._inherited) and snapshot.complete:
                board.restore(snapshot, over_ours=True)
        self.forget()

    def look_again(self) -> None:
        """What was only looked at may have changed by now."""
        self._old = {number: self._old[number] for number in self._inherited}
        self._looking.clear()

    def forget(self) -> None:
        """Whatever is on the clipboard stays."""
        self._old.clear()
        self._inherited.clear()
        self._looking.clear()
