"""Programs on an accessibility bus, as far as a walk over it asks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from v2m_desktop.os_integration.atspi_element import (
    ACCESSIBLE,
    ACTIVE,
    COLLECTION,
    COMPONENT,
    EDITABLE,
    FOCUSED,
    PASSWORD_TEXT,
    PROPERTIES,
    REGISTRY,
    SHOWING,
    TEXT,
)
from v2m_desktop.os_integration.dbus_calls import Answer, Call

FRAME, PANEL, ENTRY = 23, 39, 61
"""Roles."""


@dataclass
class Node:
    """An element. `text` None: it has no text; `caret` counts from its beginning."""

    role: int = PANEL
    states: frozenset[int] = frozenset({SHOWING})
    children: list[Node] = field(default_factory=list)
    text: str | None = None
    caret: int = 0
    selections: int = 0
    extents: tuple[int, int, int, int] = (0, 0, 0, 0)


def entry(text: str, caret: int = 0, *, focused: bool = True, secure: bool = False) -> Node:
    """A field for text."""
    states = {SHOWING, EDITABLE} | ({FOCUSED} if focused else set())
    return Node(PASSWORD_TEXT if secure else ENTRY, frozenset(states), [], text, caret)


def frame(*children: Node, active: bool = True, extents: tuple[int, int, int, int] = (0, 0, 0, 0)) -> Node:
    """A window."""
    states = frozenset({SHOWING, ACTIVE} if active else {SHOWING})
    return Node(FRAME, states, list(children), extents=extents)


@dataclass
class Program:
    """`finds`: it looks for elements itself when asked. `hangs`: it answers nothing."""

    process: int
    frames: list[Node]
    finds: bool = True
    hangs: bool = False


class AccessiblePrograms:
    """Implements Asks. `asked` are the methods, in order; `now` moves on while one that hangs is awaited."""

    def __init__(self, *programs: Program) -> None:
        self.programs = {f":1.{number}": program for number, program in enumerate(programs, 1)}
        self.asked: list[str] = []
        self.now = 0.0

    def clock(self) -> float:
        return self.now

    def ask(self, calls: Sequence[Call], until: float) -> list[Answer | None]:
        if self.now >= until:
            return [None] * len(calls)
        answers = [self._answer(call) for call in calls]
        if any(call.bus_name in self.programs and self.programs[call.bus_name].hangs for call in calls):
            self.now = until
        return answers

    def path_of(self, wanted: Node) -> str:
        """Bus name and path of an element, as in Field.id."""
        return next(
            bus_name + path
            for bus_name in self.programs
            for path, node in self._nodes(bus_name).items()
            if node is wanted
        )

    def _nodes(self, bus_name: str) -> dict[str, Node]:
        """Every element by its path, parents first."""
        found: dict[str, Node] = {"/root": Node(children=self.programs[bus_name].frames)}
        waiting = ["/root"]
        while waiting:
            path = waiting.pop(0)
            for number, child in enumerate(found[path].children):
                found[f"{path}/{number}"] = child
                waiting.append(f"{path}/{number}")
        return found

    def _answer(self, call: Call) -> Answer | None:
        self.asked.append(call.member)
        if call.bus_name == REGISTRY:
            return ([(name, "/root") for name in self.programs],)
        if call.member == "GetConnectionUnixProcessID":
            return (self.programs[str(call.body[0])].process,)
        program = self.programs[call.bus_name]
        if program.hangs:
            return None
        if call.interface == COLLECTION:
            return self._matches(call) if program.finds else None
        return _answer_of(self._nodes(call.bus_name)[call.path], call)

    def _matches(self, call: Call) -> Answer:
        paths = [
            path
            for path, node in self._nodes(call.bus_name).items()
            if path.startswith(call.path) and FOCUSED in node.states
        ]
        return ([(call.bus_name, path) for path in paths],)


def _answer_of(node: Node, call: Call) -> Answer | None:
    if call.interface == PROPERTIES:
        return _property(node, str(call.body[1]))
    return _METHODS[call.interface, call.member](node, call)


def _property(node: Node, name: str) -> Answer | None:
    text = node.text or ""
    values = {"ChildCount": len(node.children), "CaretOffset": node.caret, "CharacterCount": len(text)}
    return (("i", values[name]),)


def _part(node: Node, call: Call) -> Answer | None:
    start, end = call.body
    assert isinstance(start, int)
    assert isinstance(end, int)
    return ((node.text or "")[start:end],)


def _states(node: Node, _call: Call) -> Answer:
    return ([sum(1 << bit for bit in node.states if bit < 32), 0],)


_METHODS: dict[tuple[str, str], Callable[[Node, Call], Answer | None]] = {
    (ACCESSIBLE, "GetChildren"): lambda node, call: (
        [(call.bus_name, f"{call.path}/{number}") for number in range(len(node.children))],
    ),
    (ACCESSIBLE, "GetState"): _states,
    (ACCESSIBLE, "GetRole"): lambda node, _: (node.role,),
    (ACCESSIBLE, "GetInterfaces"): lambda node, _: (
        [ACCESSIBLE, *([TEXT] if node.text is not None else [])],
    ),
    (COMPONENT, "GetExtents"): lambda node, _: (node.extents,),
    (TEXT, "GetText"): _part,
    (TEXT, "GetNSelections"): lambda node, _: (node.selections,),
}
