"""What an accessible element answers (AT-SPI 2), and how it is asked.

Numbers of roles and states, and the names of methods: the XML interfaces and atspi-constants.h of
at-spi2-core.
"""

from __future__ import annotations

import sys
from typing import Any, NamedTuple

from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.core.targets import Window
from v2m_desktop.os_integration.dbus_calls import Answer, Call

BUS, BUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
PROPERTIES = "org.freedesktop.DBus.Properties"
REGISTRY, ROOT = "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"
ACCESSIBLE, TEXT = "org.a11y.atspi.Accessible", "org.a11y.atspi.Text"
COLLECTION, COMPONENT = "org.a11y.atspi.Collection", "org.a11y.atspi.Component"

PASSWORD_TEXT = 40
ACTIVE, EDITABLE, FOCUSED, SHOWING, MANAGES_DESCENDANTS = 1, 7, 12, 25, 31

EMBEDDED = "\ufffc"
"""Stands for an element inside the text: where the caret is, only that one knows."""


class Element(NamedTuple):
    """Where an element answers. Both names last as long as it does."""

    bus_name: str
    path: str

    def call(self, interface: str, member: str, signature: str = "", body: Answer = ()) -> Call:
        """One question to it."""
        return Call(self.bus_name, self.path, interface, member, signature, body)

    def property(self, interface: str, name: str) -> Call:
        """The value of one of its properties."""
        return self.call(PROPERTIES, "Get", "ss", (interface, name))


def elements_of(answer: Answer | None) -> list[Element]:
    """The elements of an a(so)."""
    return [Element(str(name), str(path)) for name, path in rows(answer[0])] if answer is not None else []


def states_of(answer: Answer | None) -> frozenset[int]:
    """The states of two words of 32 bits."""
    words = rows(answer[0]) if answer is not None else []
    return frozenset(
        number * 32 + bit for number, word in enumerate(words) for bit in range(32) if word >> bit & 1
    )


def number_of(answer: Answer | None) -> int:
    """The number in a variant, -1 if there is none."""
    if answer is None or not isinstance(answer[0], tuple):
        return -1
    return whole(answer[0][1])


def text_of(answer: Answer | None) -> SensitiveText | None:
    if answer is None or not isinstance(answer[0], str) or EMBEDDED in answer[0]:
        return None
    return SensitiveText(answer[0])


def pixels_apart(answer: Answer | None, window: Window) -> int:
    """The largest difference between the edges of a frame (x, y, width, height) and those of the window."""
    extents = answer[0] if answer is not None else None
    if not isinstance(extents, tuple):
        return sys.maxsize
    return max(abs(whole(one) - other) for one, other in zip(extents, window.geometry, strict=True))


def whole(value: object) -> int:
    return value if isinstance(value, int) else -1


def rows(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
