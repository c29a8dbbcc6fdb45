"""Contracts with the desktop that gets the text. One contract test runs on fake and real."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.ports import Hotkey
from v2m_desktop.core.sensitive import SensitiveText


class Chord(Enum):
    """Key chords that paste."""

    CTRL_V = "ctrl+v"
    CTRL_SHIFT_V = "ctrl+shift+v"
    SHIFT_INSERT = "shift+insert"
    CMD_V = "cmd+v"


class Key(Enum):
    """Single keys that edit."""

    ENTER = "enter"
    BACKSPACE = "backspace"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Way:
    """A way to send keys, and why it is not used; `refusal` is None for the one in use."""

    name: str
    refusal: DeliveryError | None = None


class KeyInjector(Protocol):
    """Sends keys to the focused window."""

    def missing(self) -> DeliveryError | None:
        """Why no key can be sent in this session at all; None where keys can be sent."""
        ...

    def ways(self) -> Sequence[Way]:
        """The ways that this session might have, best first. May take some milliseconds.

        A refusal that the user can change when asked is a KeysNotAllowedError.
        """
        ...

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:
        """Have the desktop ask the user to allow keys; False where there is nothing to ask.

        `answer` is called once, on another thread, None for yes; it must only post.
        """
        ...

    def modifiers_down(self) -> frozenset[str]:
        """Modifiers physically held now, "ctrl", "shift", "alt", "super"."""
        ...

    def send(self, chord: Chord) -> None:
        """Press and release. Leaves no key down. Never waits. Raises DeliveryError."""
        ...

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        """Press and release `key` so often, with Shift held if wished. As `send`."""
        ...

    def sent(self) -> bool:
        """Whether the last keys went out; False while a tool is still at it. Raises DeliveryError."""
        ...

    def close(self) -> None:
        """The app ends."""
        ...


class Typist(Protocol):
    """Types text as keys. GUI thread only."""

    def missing(self) -> DeliveryError | None:
        """Why nothing can be typed in this session; None where it can."""
        ...

    def begin(self, text: str) -> None:
        """Make ready for `text`. Raises DeliveryError, nothing typed, where a character cannot be."""
        ...

    def step(self) -> bool:
        """Type some of it, within 10 ms or so; True once all of it was. Raises DeliveryError."""
        ...

    def end(self) -> None:
        """Leave the keyboard as it was. At any time, more than once if need be."""
        ...

    def close(self) -> None:
        """The app ends."""
        ...


class TextCommand(Protocol):
    """Hands text to a program that the user chose, on its standard input. Nothing here waits for it."""

    def begin(self, command: str, text: str) -> None:
        """Start it; what was started before is canceled. Raises DeliveryError where it does not start."""
        ...

    def done(self) -> bool:
        """Whether it ended well. Raises DeliveryError if it failed or took too long."""
        ...

    def cancel(self) -> None:
        """End it. At any time, more than once if need be."""
        ...


@dataclass(frozen=True, slots=True)
class Client:
    """A program that is connected to the desktop; 0 and "" are unknown.

    `connection` is what all its windows share (X11: their ids without the bits of the resource mask),
    `process` its pid, `program` the name of its executable.
    """

    connection: int = 0
    process: int = 0
    program: str = ""

    def is_surely(self, other: Client) -> bool:
        """Whether both are the same running program; one that ended leaves its connection to another."""
        if self.process and other.process:
            return self.process == other.process
        return self.connection != 0 and self.connection == other.connection


@dataclass(frozen=True, slots=True)
class ClipboardSnapshot:
    """Every format that could be read, name to bytes; `complete` is False if something was left out."""

    formats: Mapping[str, bytes] = field(repr=False)
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ClipboardRead:
    """Somebody took the text that we published. `at_ns` is perf_counter_ns.

    `reader` is who took it, None where the system does not tell.
    """

    at_ns: int
    reader: Client | None = None


class Clipboard(Protocol):
    """The clipboard, or on X11 the selection of the middle mouse button. GUI thread only.

    Nothing here waits for another program. `news` is called when a read or the loss of the clipboard is
    noticed, in the midst of other work: it must only post.
    """

    news: Callable[[], None]

    def look(self) -> None:
        """Begin to copy all that it holds."""
        ...

    def seen(self) -> ClipboardSnapshot | None:
        """What `look` found, None while it is under way; incomplete if its owner hangs or it is too much."""
        ...

    def publish(self, text: str, *, private: bool, over_seen: bool = False) -> None:
        """Own the clipboard with `text`; `private` adds the markers that keep it out of histories.

        `over_seen`: only over what `look` found. What was copied since then stays, and nothing is `owned`.
        """
        ...

    def owned(self) -> bool:
        """Whether what we published last is still there."""
        ...

    def reads(self) -> Sequence[ClipboardRead]:
        """Who took the text since it was published, in order; asking for its formats is no read.

        Where the system tells who reads, also who took the old text within a second of `restore`.
        """
        ...

    def restore(self, snapshot: ClipboardSnapshot, *, over_ours: bool = False) -> None:
        """Own the clipboard with what `seen` gave, every format as it was.

        `over_ours`: only in the place of what we published. What was copied since then stays.
        """
        ...

    def close(self) -> None:
        """The app ends: leave what was restored with a program that stays, if there is one."""
        ...


@dataclass(frozen=True, slots=True)
class Window:
    """The focused window. `geometry` is x, y, width, height in device pixels of the virtual screen.

    `application` is its class or the name of its program, `client` who it belongs to. `ours` windows get no
    text, save those that ask for it: `welcoming`.
    """

    id: int
    application: str
    geometry: tuple[int, int, int, int]
    ours: bool
    client: Client | None = None
    welcoming: bool = False


class FocusProbe(Protocol):
    """Which window has the focus."""

    def focused(self) -> Window | None:
        """None where the system does not tell."""
        ...

    def activate(self, window: Window) -> None:
        """Ask the system to bring `window` to the front; `focused` tells whether it did."""
        ...


@dataclass(frozen=True, slots=True)
class Field:
    """The element that has the keyboard focus.

    `id` names it while it exists. `secure`: it hides what is typed, as for passwords. `before` and `after`
    are up to AROUND characters on both sides of the caret, None where nobody tells; `selected`: there is a
    selection, which the text would replace.
    """

    id: str
    secure: bool = False
    before: SensitiveText | None = None
    after: SensitiveText | None = None
    selected: bool = False


AROUND = 200


class FieldProbe(Protocol):
    """Which element has the focus, where the system's accessibility service tells."""

    def ask(self, window: Window | None, answer: Callable[[Field | None], None]) -> None:
        """Look for the focused element of `window`, the focused one.

        `answer` is called once, at once or on another thread, None where nobody tells; it must only post.
        """
        ...

    def close(self) -> None:
        """End its thread, soon."""
        ...


class TouchWatch(Protocol):
    """Notices that the user typed or clicked, never what."""

    def arm(self, ignored: Collection[Hotkey]) -> None:
        """Watch from now on; modifiers alone and the keys of `ignored` do not count."""
        ...

    def touched(self) -> bool | None:
        """Whether the user typed or clicked since `arm`; None where the system does not tell."""
        ...

    def disarm(self) -> None:
        """Watch no more."""
        ...
