"""Copies all that another program offers in an X11 selection, without ever waiting for it."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

from v2m_desktop.os_integration.x11_content import Content, Piece, is_image, is_to_spare, worth_reading
from v2m_desktop.os_integration.x11_link import Link

PATIENCE_SECONDS = 0.3
"""A program that runs answers within a few milliseconds; busy machines get the rest. Images get it all."""

TOTAL_SECONDS = 1.0
LARGEST = 64 * 1024 * 1024
"""What is kept at most; beyond that it is not restored."""

_SLICE = 256 * 1024
_PROPERTIES = 16
"""Each question names another property for its answer, so that a late answer is not taken for a new one."""

_FALLBACK = ("UTF8_STRING", "STRING")
"""Asked of programs that do not tell what they have."""


@dataclass(frozen=True, slots=True)
class Found:
    """`complete` is False if something was left out."""

    content: Content = field(default_factory=dict, repr=False)
    complete: bool = True


@dataclass(slots=True)
class _Question:
    """One target that was asked for. `incremental`: the answer comes piecemeal (ICCCM 2.7.2)."""

    name: str
    target: int
    property: int
    parts: list[bytes] = field(default_factory=list, repr=False)
    incremental: bool = False
    there: bool = False
    offset: int = 0


class SelectionReader:
    """One target after the other: some owners cannot answer two questions of one window at once."""

    def __init__(self, link: Link, selection: int) -> None:
        self._link = link
        self._selection = selection
        self._window: Any = None
        self._count = 0
        self._owner = 0
        self._began = self._moved = 0.0
        self._room = 0
        self._names: list[str] = []
        self._content: dict[str, Piece] = {}
        self._question: _Question | None = None
        self._spoiled = False
        self.found: Found | None = None

    @property
    def busy(self) -> bool:
        return self._question is not None

    def begin(self) -> None:
        """Begin anew. A window whose last question was not answered is not used again."""
        self._began = self._moved = time.monotonic()
        self._names, self._content, self._room = [], {}, LARGEST
        if self._question is not None or self._spoiled or self._window is None:
            self._window, self._question, self._spoiled = self._link.window(), None, False
        self.found = None
        self._owner = self._link.owner_of(self._selection)
        if self._owner:
            self._ask("TARGETS")
        else:
            self.found = Found()

    def on_answer(self, event: Any) -> None:
        """A SelectionNotify."""
        from Xlib import X

        question = self._question
        current = self._window is not None and event.requestor.id == self._window.id
        if question is None or not current or event.target != question.target:
            if event.property != X.NONE:
                event.requestor.delete_property(event.property)  # a late answer
            return
        self._moved = time.monotonic()
        if event.property == X.NONE:
            self._keep(None)
        else:
            question.there = True

    def on_new_value(self, event: Any) -> None:
        """A PropertyNotify: perhaps the next piece."""
        question = self._question
        if question is None or not question.incremental or event.atom != question.property:
            return
        if event.window.id == self._window.id:
            self._moved = time.monotonic()
            question.there = True

    def work(self) -> bool:
        """Read one slice of what has arrived; whether there was something to read."""
        from Xlib import X

        question = self._question
        if question is None or not question.there:
            return False
        answer = self._window.get_property(
            question.property, X.AnyPropertyType, question.offset // 4, _SLICE // 4, delete=True
        )
        self._moved = time.monotonic()
        if answer is None:  # it was taken back; of a piecemeal answer the next piece may come
            question.there = False
            if not question.incremental:
                self._keep(None)
        elif answer.property_type == self._link.atom("INCR") and not question.incremental:
            question.incremental, question.there = True, False
            self._take_room(int(answer.value[0]) if len(answer.value) else 0, peek=True)
        else:
            self._take(question, answer)
        return True

    def _take(self, question: _Question, answer: Any) -> None:
        data = answer.value if isinstance(answer.value, bytes) else answer.value.tobytes()
        question.parts.append(data)
        question.offset += len(data)
        if not self._take_room(len(data)):
            return
        if answer.bytes_after:
            self._take_room(answer.bytes_after, peek=True)
            return
        ended = not question.incremental or question.offset == 0
        question.there, question.offset = False, 0
        if ended:
            self._keep(Piece(b"".join(question.parts), self._link.name(answer.property_type), answer.format))

    def _take_room(self, size: int, *, peek: bool = False) -> bool:
        """Whether so much can be kept; if not it is over."""
        if size > self._room:
            self._give_up()
            return False
        if not peek:
            self._room -= size
        return True

    def tick(self, asked_at: float) -> None:
        """Give up on a program that hangs. `asked_at` is before we looked: we may be the late ones."""
        if self._question is None:
            return
        patience = TOTAL_SECONDS if is_image(self._question.name) else PATIENCE_SECONDS
        if asked_at - self._moved > patience or asked_at - self._began > TOTAL_SECONDS:
            self._give_up()

    def lose(self) -> None:
        """The connection is gone, and with it what was asked."""
        self._question = None
        if self.found is None:
            self.found = Found(complete=False)

    def _give_up(self) -> None:
        """Nothing is lost if only encodings to spare were left: they come last."""
        assert self._question is not None
        self.found = Found(self._content, complete=is_to_spare(self._question.name, self._content))
        self._question, self._spoiled = None, True

    def _ask(self, name: str) -> None:
        from Xlib import X

        self._count = (self._count + 1) % _PROPERTIES
        place = self._link.atom(f"_V2M_ANSWER_{self._count}")
        self._question = _Question(name, self._link.atom(name), place)
        self._window.convert_selection(self._selection, self._question.target, place, X.CurrentTime)

    def _keep(self, piece: Piece | None) -> None:
        """The question is answered, or refused (None): on to the next one."""
        assert self._question is not None
        name, self._question = self._question.name, None
        if name == "TARGETS":
            offered = memoryview(piece.data).cast("I") if piece is not None and piece.width == 32 else ()
            names = [found for atom in offered if (found := self._link.name(atom))]
            self._names = worth_reading(names or _FALLBACK)
        elif piece is not None:
            self._content[name] = piece
        if self._names:
            self._ask(self._names.pop(0))
        else:
            self._finish()

    def _finish(self) -> None:
        """An owner that gives nothing may have more; and what two owners gave belongs not together."""
        whole = any(piece.data for piece in self._content.values())
        same = self._link.owner_of(self._selection) == self._owner
        self.found = Found(self._content, complete=whole and same)
