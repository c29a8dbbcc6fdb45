"""An accessibility service with one focused element."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.core.targets import Field, Window


class FakeFields:
    """Implements FieldProbe. `focused` can be changed at any time; None is "nobody tells".

    `hangs`: answers come only with `answer_now`, as from a program that is busy.
    """

    def __init__(self, focused: Field | None = None) -> None:
        self.focused = focused
        self.hangs = False
        self.asked: list[Window | None] = []
        self.closed = False
        self._open: list[Callable[[Field | None], None]] = []

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:
        self.asked.append(window)
        if self.hangs:
            self._open.append(answer)
        else:
            answer(self.focused)

    def answer_now(self) -> None:
        """Answer all that was asked."""
        waiting, self._open = self._open, []
        for answer in waiting:
            answer(self.focused)

    def close(self) -> None:
        self.closed = True
