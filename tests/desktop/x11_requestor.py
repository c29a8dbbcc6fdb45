"""A program that asks for an X11 selection, step by step as ICCCM has it."""

from __future__ import annotations

import select
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from Xlib import X, Xatom
from Xlib.display import Display

from tests.patience import PATIENCE_S


@dataclass(frozen=True)
class Answer:
    """The bytes of a property, its type, and the width of its items in bits."""

    data: bytes
    kind: str
    width: int

    @property
    def numbers(self) -> list[int]:
        return list(memoryview(self.data).cast("I"))


class Requestor:
    """`with Requestor("CLIPBOARD") as requestor:`, on a connection of its own."""

    def __init__(self, selection: str) -> None:
        self.display = Display()
        self.selection = self.atom(selection)
        self.window = self.display.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )
        self.on_wait: Callable[[], object] = lambda: None
        """What a test does while we wait."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.display.close()

    def atom(self, name: str) -> int:
        return int(self.display.get_atom(name))

    def name(self, atom: int) -> str:
        return str(self.display.get_atom_name(atom))

    def ask(self, target: str, place: str | None = "_TEST_ANSWER") -> int:
        """Convert, and wait for the notice; the property of the answer, 0 for a refusal."""
        wanted = X.NONE if place is None else self.atom(place)
        self.window.convert_selection(self.selection, self.atom(target), wanted, X.CurrentTime)
        return int(self.next_event(X.SelectionNotify).property)

    def take(self, place: int) -> Answer | None:
        """A property, which is deleted."""
        found = self.window.get_property(place, X.AnyPropertyType, 0, 1 << 24, delete=True)
        if found is None:
            return None
        data = found.value if isinstance(found.value, bytes) else found.value.tobytes()
        return Answer(data, self.name(found.property_type), found.format)

    def read(self, target: str) -> Answer | None:
        """All of one target, however long; None if it is refused."""
        place = self.ask(target)
        first = self.take(place) if place else None
        if first is None or first.kind != "INCR":
            return first
        parts: list[Answer] = []
        while not parts or parts[-1].data:
            event = self.next_event(X.PropertyNotify)
            if event.atom == place and event.state == X.PropertyNewValue:
                part = self.take(place)
                parts += [part] if part is not None else []
        return Answer(b"".join(part.data for part in parts), parts[0].kind, parts[0].width)

    def ask_many(self, pairs: Sequence[tuple[str, str]]) -> list[str]:
        """MULTIPLE with pairs of target and property; the targets of the pairs as they come back."""
        atoms = [self.atom(name) for pair in pairs for name in pair]
        place = self.atom("_TEST_PAIRS")
        self.window.change_property(place, self.atom("ATOM_PAIR"), 32, atoms)
        assert self.ask("MULTIPLE", "_TEST_PAIRS") == place
        answer = self.take(place)
        assert answer is not None
        return [self.name(atom) if atom else "" for atom in answer.numbers[::2]]

    def set_targets(self, place: str, names: Sequence[str]) -> None:
        self.window.change_property(self.atom(place), Xatom.ATOM, 32, [self.atom(name) for name in names])

    def next_event(self, kind: int) -> Any:
        """The next event of a kind; others are dropped."""
        deadline = time.monotonic() + PATIENCE_S
        while True:
            while self.display.pending_events():
                event = self.display.next_event()
                if event.type == kind:
                    return event
            assert time.monotonic() < deadline, "no answer came"
            self.on_wait()
            select.select([self.display.fileno()], [], [], 0.01)
