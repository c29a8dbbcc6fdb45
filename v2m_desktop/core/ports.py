"""Contracts with the operating system. Each has one fake, and one contract test run on fake and real."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from v2m_desktop.core.audio import AudioDevice, CapturedBlock
from v2m_desktop.core.errors import DeliveryError, HotkeyError


class AudioSource(Protocol):
    """A microphone. Opened, drained and closed by the capture thread."""

    def open(self, device: str) -> AudioDevice:
        """Start the stream; "" is the system default. Raises AudioError."""
        ...

    def read(self) -> CapturedBlock | None:
        """Everything captured since the last call, or None. Never waits."""
        ...

    @property
    def dead(self) -> bool:
        """The stream ended by itself (device gone, server gone)."""
        ...

    @property
    def missing_samples(self) -> int:
        """Device samples lost since open (ring full or overflow reported)."""
        ...

    def close(self) -> None:
        """Never blocks longer than a moment, whatever the sound server does."""
        ...


class KeyAction(Enum):
    """What a hotkey is for."""

    DICTATE = "dictate"
    REFINE = "refine"
    TRANSLATE = "translate"
    INSERT = "insert"
    """Insert the text that was kept instead of being inserted."""
    CANCEL = "cancel"
    """Escape; its key is not chosen."""


@dataclass(frozen=True, slots=True)
class KeyEdge:
    """A hotkey went down or up. `at_ns` is perf_counter_ns."""

    action: KeyAction
    pressed: bool
    at_ns: int


@dataclass(frozen=True, slots=True)
class Hotkey:
    """A combination: modifiers out of "ctrl", "alt", "shift", "super", and one key ("space", "f9", "d")."""

    modifiers: frozenset[str]
    key: str

    def __str__(self) -> str:
        order = ("ctrl", "alt", "shift", "super")
        return "+".join([*(name for name in order if name in self.modifiers), self.key])


class HotkeySource(Protocol):
    """Global hotkeys. `sink` is called on the source's own thread and must only post."""

    def start(
        self, bindings: Mapping[KeyAction, Hotkey], sink: Callable[[KeyEdge], None]
    ) -> Mapping[KeyAction, HotkeyError]:
        """Take the keys of `bindings`, which hold DICTATE and not CANCEL. While running it changes them.

        Answers with the actions whose key could not be had, and why; the others work. Raises HotkeyError,
        with a sentence that names the key and what to do, where there can be no hotkeys or DICTATE's key
        cannot be had: what was taken before stays.
        """
        ...

    def grab(self, action: KeyAction, active: bool) -> None:
        """The keys of CANCEL (Escape) and INSERT belong to us only while `active`; at first they do not."""
        ...

    def is_down(self) -> bool:
        """Whether a key of the bindings is physically down now."""
        ...

    def stop(self) -> None: ...


class Chord(Enum):
    """Key chords that paste."""

    CTRL_V = "ctrl+v"
    CTRL_SHIFT_V = "ctrl+shift+v"
    SHIFT_INSERT = "shift+insert"
    CMD_V = "cmd+v"


class KeyInjector(Protocol):
    """Sends key chords to the focused window."""

    def missing(self) -> DeliveryError | None:
        """Why no key can be sent in this session at all; None where keys can be sent."""
        ...

    def modifiers_down(self) -> frozenset[str]:
        """Modifiers physically held now, "ctrl", "shift", "alt", "super"."""
        ...

    def send(self, chord: Chord) -> None:
        """Press and release. Leaves no key down. Raises DeliveryError."""
        ...


@dataclass(frozen=True, slots=True)
class ClipboardSnapshot:
    """Every format that could be read, name to bytes; `complete` is False if something was left out."""

    formats: Mapping[str, bytes]
    complete: bool = True


@dataclass(frozen=True, slots=True)
class ClipboardRead:
    """Somebody took the text that we published. `at_ns` is perf_counter_ns.

    `reader` is the process that took it, None where the system does not tell.
    """

    at_ns: int
    reader: int | None = None


class Clipboard(Protocol):
    """The clipboard, or on X11 the selection of the middle mouse button. GUI thread only."""

    def ask_owner(self) -> None:
        """Ask the program that owns the clipboard for a sign of life. Never waits."""
        ...

    def owner_answers(self) -> bool | None:
        """Whether it gave one: None while there is time to. False: it hangs, so take no snapshot."""
        ...

    def snapshot(self) -> ClipboardSnapshot:
        """Waits for the program that owns the clipboard: ask first whether it answers."""
        ...

    def publish(self, text: str, *, private: bool) -> None:
        """Own the clipboard with `text`; `private` adds the markers that keep it out of histories."""
        ...

    def owned(self) -> bool:
        """Whether what we published last is still there."""
        ...

    def reads(self) -> Sequence[ClipboardRead]:
        """Who took the text since it was published, in order."""
        ...

    def restore(self, snapshot: ClipboardSnapshot) -> None: ...


@dataclass(frozen=True, slots=True)
class Window:
    """The focused window. `geometry` is x, y, width, height in device pixels of the virtual screen."""

    id: int
    application: str
    geometry: tuple[int, int, int, int]
    ours: bool


class FocusProbe(Protocol):
    """Which window has the focus."""

    def focused(self) -> Window | None:
        """None where the system does not tell."""
        ...
