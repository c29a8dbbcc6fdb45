"""Ways to send keys where the desktop has no one way: what each of them promises."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key


@dataclass(frozen=True, slots=True)
class Press:
    """`key` goes down and up `times` times while `modifiers`, in order, are held.

    `key` is its name among the X11 keysyms ("v", "Insert", "Return", "BackSpace", "Left", "Right"), a
    modifier one of "ctrl", "shift", "super".
    """

    key: str
    modifiers: tuple[str, ...] = ()
    times: int = 1


CHORD_PRESSES = {
    Chord.CTRL_V: Press("v", ("ctrl",)),
    Chord.CTRL_SHIFT_V: Press("v", ("ctrl", "shift")),
    Chord.SHIFT_INSERT: Press("Insert", ("shift",)),
    Chord.CMD_V: Press("v", ("super",)),
}

KEY_NAMES = {Key.ENTER: "Return", Key.BACKSPACE: "BackSpace", Key.LEFT: "Left", Key.RIGHT: "Right"}


class HalfSentError(DeliveryError):
    """Some keys may have gone out. No other way is tried: text twice is worse than text to paste by hand."""


class KeyTool(Protocol):
    """One way to send keys. GUI thread only; nothing here waits for another program."""

    name: str
    """As people know it: "wtype"."""

    def probe(self) -> DeliveryError | None:
        """Why it cannot be used now, as far as can be seen without sending anything; None if it can."""
        ...

    def begin(self, presses: Sequence[Press]) -> None:
        """Start to send `presses`, in order. Raises DeliveryError, nothing sent."""
        ...

    def done(self) -> bool:
        """Whether they all went out. Raises DeliveryError if none did, HalfSentError if some may have.

        No key is left down then.
        """
        ...


class AskingTool(KeyTool, Protocol):
    """A KeyTool that the user has to allow first, when the desktop asks."""

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> None:
        """Have the desktop ask the user. `answer` is called once, on another thread, None for yes."""
        ...

    def close(self) -> None:
        """The app ends."""
        ...
