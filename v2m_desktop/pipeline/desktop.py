"""The parts of the desktop that a delivery works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from v2m_desktop.core.targets import Clipboard, FieldProbe, FocusProbe, KeyInjector, TextCommand, Typist
from v2m_desktop.os_integration.null_fields import NullFields
from v2m_desktop.os_integration.null_typist import NullTypist


@dataclass(frozen=True, slots=True)
class Desktop:
    """`primary` is the selection of the middle mouse button, None where there is none.

    `command` gives a text to a program of the user's, None where that cannot be.
    """

    clipboard: Clipboard
    primary: Clipboard | None
    keys: KeyInjector
    focus: FocusProbe
    typist: Typist = field(default_factory=NullTypist)
    fields: FieldProbe = field(default_factory=NullFields)
    command: TextCommand | None = None
