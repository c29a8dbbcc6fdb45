"""A recorded macOS: what its functions answered, and in which order they were called."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CANNOT_COMPLETE = -25204
"""kAXErrorCannotComplete."""

NO_VALUE = -25212


@dataclass(frozen=True)
class Place:
    """A file URL."""

    name: str

    def lastPathComponent(self) -> str:  # noqa: N802
        return self.name


@dataclass
class Application:
    """An NSRunningApplication."""

    process: int
    name: str | None
    place: Place | None
    activated: list[int] = field(default_factory=list)

    def processIdentifier(self) -> int:  # noqa: N802
        return self.process

    def localizedName(self) -> str | None:  # noqa: N802
        return self.name

    def executableURL(self) -> Place | None:  # noqa: N802
        return self.place

    def activateWithOptions_(self, options: int) -> bool:  # noqa: N802
        self.activated.append(options)
        return True


@dataclass(frozen=True)
class Range:
    """A CFRange in UTF-16 units."""

    location: int
    length: int


@dataclass(frozen=True)
class Element:
    """An accessibility element with its attributes."""

    number: int
    attributes: Mapping[str, Any] = field(hash=False)


@dataclass
class Event:
    """A keyboard event."""

    code: int
    down: bool
    text: str = ""
    units: int = 0
    flags: int = -1


TEXT_EDIT = Application(501, "TextEdit", Place("TextEdit"))
OURS = Application(os.getpid(), "Voice2Machine", Place("v2m"))


def window(number: int, process: int, layer: int = 0) -> dict[str, Any]:
    bounds = {"X": 10.0, "Y": 44.0, "Width": 800.0, "Height": 600.0}
    return {
        "kCGWindowNumber": number, "kCGWindowOwnerPID": process, "kCGWindowLayer": layer,
        "kCGWindowBounds": bounds,
    }  # fmt: skip


@dataclass
class FakeMacos:
    """Has the functions of MacosApi."""

    front: Application | None = field(default_factory=lambda: TEXT_EDIT)
    windows: list[dict[str, Any]] | None = field(
        default_factory=lambda: [window(3, 88, 25), window(7, 501, 101), window(71, 501), window(72, 501)]
    )
    running: dict[int, Application] = field(default_factory=dict)
    trusted: bool = True
    secure_input: bool = False
    focused: Element | None = None
    counters: dict[int, int] = field(default_factory=dict)
    flags: int = 0
    calls: list[str] = field(default_factory=list)
    posted: list[Event] = field(default_factory=list)

    @property
    def NSWorkspace(self) -> FakeMacos:  # noqa: N802
        return self

    def sharedWorkspace(self) -> FakeMacos:  # noqa: N802
        return self

    def frontmostApplication(self) -> Application | None:  # noqa: N802
        self.calls.append("frontmostApplication")
        return self.front

    @property
    def NSRunningApplication(self) -> FakeMacos:  # noqa: N802
        return self

    def runningApplicationWithProcessIdentifier_(self, process: int) -> Application | None:  # noqa: N802
        return self.running.get(process)

    def CGWindowListCopyWindowInfo(self, options: int, beside: int) -> list[dict[str, Any]] | None:  # noqa: N802
        self.calls.append(f"CGWindowListCopyWindowInfo {options} {beside}")
        return self.windows

    def AXIsProcessTrusted(self) -> bool:  # noqa: N802
        return self.trusted

    def IsSecureEventInputEnabled(self) -> bool:  # noqa: N802
        self.calls.append("IsSecureEventInputEnabled")
        return self.secure_input

    def AXUIElementCreateSystemWide(self) -> Element:  # noqa: N802
        focused = {} if self.focused is None else {"AXFocusedUIElement": self.focused}
        return Element(0, focused)

    def AXUIElementSetMessagingTimeout(self, element: Element, seconds: float) -> int:  # noqa: N802
        self.calls.append(f"AXUIElementSetMessagingTimeout {seconds}")
        return 0

    def AXUIElementCopyAttributeValue(self, element: Element, name: str, out: None) -> tuple[int, Any]:  # noqa: N802
        self.calls.append(name)
        if not self.trusted:
            return CANNOT_COMPLETE, None
        return (0, element.attributes[name]) if name in element.attributes else (NO_VALUE, None)

    def AXUIElementGetPid(self, element: Element, out: None) -> tuple[int, int]:  # noqa: N802
        return 0, 501

    def AXValueGetValue(self, value: Any, kind: int, out: None) -> tuple[bool, Any]:  # noqa: N802
        assert kind == 4
        return isinstance(value, Range), value

    def CGEventSourceCounterForEventType(self, state: int, kind: int) -> int:  # noqa: N802
        assert state == 1
        return self.counters.get(kind, 0)

    def CGEventSourceFlagsState(self, state: int) -> int:  # noqa: N802
        assert state == 1
        return self.flags

    def CGEventCreateKeyboardEvent(self, source: None, code: int, down: bool) -> Event:
        return Event(code, down)

    def CGEventKeyboardSetUnicodeString(self, event: Event, units: int, text: str) -> None:  # noqa: N802
        event.units, event.text = units, text

    def CGEventSetFlags(self, event: Event, flags: int) -> None:  # noqa: N802
        event.flags = flags

    def CGEventPost(self, tap: int, event: Event) -> None:  # noqa: N802
        assert tap == 0
        self.posted.append(event)
