"""Finds the focused element of a window in what programs tell screen readers (AT-SPI 2)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

from v2m_desktop.core.targets import AROUND, Field, Window
from v2m_desktop.os_integration.atspi_element import (
    ACCESSIBLE,
    ACTIVE,
    BUS,
    BUS_PATH,
    COLLECTION,
    COMPONENT,
    EDITABLE,
    FOCUSED,
    MANAGES_DESCENDANTS,
    PASSWORD_TEXT,
    REGISTRY,
    ROOT,
    SHOWING,
    TEXT,
    Element,
    elements_of,
    number_of,
    pixels_apart,
    rows,
    states_of,
    text_of,
    whole,
)
from v2m_desktop.os_integration.dbus_calls import Answer, Asks, Call

RULE: Answer = ([1 << FOCUSED, 0], 1, {}, 1, [0, 0, 0, 0], 1, [], 1, False)
"""A match rule: all of these states; any attribute, role and interface."""

MOST_MATCHES = 16
MOST_CHILDREN = 200
"""Lists and tables with more hold nothing that is typed into, and answer slowly."""
MOST_ELEMENTS = 1500
DEEPEST = 60

OTHERS_SECONDS = 0.03
"""So long, for each question, for programs of which only one may be the right one: others hang, too."""

NEAR_PIXELS = 64
"""A frame may count its decoration or its shadow, or not."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A focused element. Pages and panes have the focus as well as the field in them."""

    element: Element
    frame: int
    secure: bool
    writable: bool
    tells: bool
    """It has the Text interface."""

    @property
    def rank(self) -> int:
        if self.secure or (self.tells and self.writable):
            return 0
        return 1 if self.tells else 2


class AtspiTree:
    """Walks over the accessibility bus. `processes` are pids by name on the bus, kept between questions."""

    def __init__(
        self,
        bus: Asks,
        processes: dict[str, int],
        until: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._bus, self._processes, self._until, self._clock = bus, processes, until, clock

    def field(self, window: Window | None) -> Field | None:
        """The focused element of `window`; None if nobody tells, or not in time."""
        frames = self._frames(window)
        found = [
            item
            for number, frame in enumerate(frames)
            for item in self._described(self._focused(frame), number)
        ]
        if not found:
            return None
        best = min(item.rank for item in found)
        best_ones = [item for item in found if item.rank == best]
        if len({item.frame for item in best_ones}) > 1:
            return None  # two windows of one program, and it does not tell which is in front
        secure = next((item for item in best_ones if item.secure), None)
        return self._field(secure or best_ones[-1 if best else 0])

    # The window

    def _frames(self, window: Window | None) -> list[Element]:
        """The frame of `window`; several if its program does not tell which of them is in front."""
        programs = self._programs()
        process = window.client.process if window is not None and window.client is not None else 0
        own = [
            program for program in programs if process and self._processes.get(program.bus_name) == process
        ]
        frames = self._children(own or programs, self._short(own))
        states = self._states(frames, self._short(own))  # a program that hung used up the time before
        active = [frame for frame in frames if ACTIVE in states[frame]]
        if active or not own:
            # A sandbox hides the real number of a process: the one active frame must be it.
            return active if own or len(active) == 1 else []
        shown = [frame for frame in frames if SHOWING in states[frame]]
        return self._nearest(shown, window) if len(shown) > 1 and window is not None else shown

    def _short(self, own: Sequence[Element]) -> float:
        """Until when a question may take; it is asked of everybody where the program is not known."""
        return self._until if own else min(self._until, self._clock() + OTHERS_SECONDS)

    def _programs(self) -> list[Element]:
        """All programs on the bus; `processes` tells of each which it is."""
        programs = self._children([Element(REGISTRY, ROOT)], self._until)
        news = [program.bus_name for program in programs if program.bus_name not in self._processes]
        asked = [Call(BUS, BUS_PATH, BUS, "GetConnectionUnixProcessID", "s", (name,)) for name in news]
        for name, answer in zip(news, self._bus.ask(asked, self._until), strict=True):
            if answer is not None:
                self._processes[name] = whole(answer[0])
        return programs

    def _nearest(self, frames: Sequence[Element], window: Window) -> list[Element]:
        """Those about where `window` is; all if none of them is."""
        answers = self._ask(frames, COMPONENT, "GetExtents", "u", (0,))
        near = [pixels_apart(answer, window) <= NEAR_PIXELS for answer in answers]
        return list(compress(frames, near)) or list(frames)

    # The element

    def _focused(self, frame: Element) -> list[Element]:
        """The program finds them itself where it can: a window may hold thousands of elements."""
        rule = (RULE, 1, MOST_MATCHES, True)
        (answer,) = self._ask([frame], COLLECTION, "GetMatches", "(aiia{ss}iaiiasib)uib", rule)
        return elements_of(answer) if answer is not None else self._walk(frame)

    def _walk(self, frame: Element) -> list[Element]:
        """Level by level, through what is shown; below the focused element first of all."""
        found: list[Element] = []
        level, seen = [frame], 0
        for _ in range(DEEPEST):
            states = self._states(level, self._until)
            focused = [element for element in level if FOCUSED in states[element]]
            found += focused
            shown = [
                element
                for element in focused or level
                if SHOWING in states[element] and MANAGES_DESCENDANTS not in states[element]
            ]
            counts = self._bus.ask([item.property(ACCESSIBLE, "ChildCount") for item in shown], self._until)
            few = [0 < number_of(count) <= MOST_CHILDREN for count in counts]
            level = self._children(list(compress(shown, few)), self._until)
            seen += len(level)
            if not level or seen > MOST_ELEMENTS:
                break
        return found

    def _described(self, elements: Sequence[Element], frame: int) -> list[_Found]:
        roles = self._ask(elements, ACCESSIBLE, "GetRole")
        interfaces = self._ask(elements, ACCESSIBLE, "GetInterfaces")
        states = self._states(elements, self._until)
        return [
            _Found(
                element,
                frame,
                secure=role is not None and role[0] == PASSWORD_TEXT,
                writable=EDITABLE in states[element],
                tells=names is not None and TEXT in rows(names[0]),
            )
            for element, role, names in zip(elements, roles, interfaces, strict=True)
        ]

    def _field(self, found: _Found) -> Field:
        element = found.element
        name = element.bus_name + element.path
        if found.secure or not found.tells:  # what a password field holds is not even asked for
            return Field(name, found.secure)
        asked = [
            element.property(TEXT, "CaretOffset"),
            element.property(TEXT, "CharacterCount"),
            element.call(TEXT, "GetNSelections"),
        ]
        offset, count, selections = self._bus.ask(asked, self._until)
        selected = selections is not None and whole(selections[0]) > 0
        caret, length = number_of(offset), number_of(count)
        if not 0 <= caret <= length:
            return Field(name, selected=selected)
        ranges = (max(0, caret - AROUND), caret), (caret, min(length, caret + AROUND))
        texts = self._bus.ask([element.call(TEXT, "GetText", "ii", part) for part in ranges], self._until)
        before, after = (text_of(text) for text in texts)
        known = before is not None and after is not None
        return Field(name, False, before if known else None, after if known else None, selected)

    # Questions

    def _ask(
        self, elements: Sequence[Element], interface: str, member: str, signature: str = "", body: Answer = ()
    ) -> list[Answer | None]:
        calls = [element.call(interface, member, signature, body) for element in elements]
        return self._bus.ask(calls, self._until)

    def _children(self, parents: Sequence[Element], until: float) -> list[Element]:
        calls = [parent.call(ACCESSIBLE, "GetChildren") for parent in parents]
        return [child for answer in self._bus.ask(calls, until) for child in elements_of(answer)]

    def _states(self, elements: Sequence[Element], until: float) -> Mapping[Element, frozenset[int]]:
        calls = [element.call(ACCESSIBLE, "GetState") for element in elements]
        answers = self._bus.ask(calls, until)
        return {element: states_of(answer) for element, answer in zip(elements, answers, strict=True)}
