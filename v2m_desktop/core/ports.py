"""Contracts with the operating system. Each has one fake, and one contract test run on fake and real."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from v2m_desktop.core.audio import AudioDevice, CapturedBlock
from v2m_desktop.core.errors import HotkeyError


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
    TAKE_BACK = "take-back"
    """Remove what was inserted last; once more, insert its other version."""
    CANCEL = "cancel"
    """Escape; its key is not chosen."""


ON_DEMAND = (KeyAction.INSERT, KeyAction.TAKE_BACK, KeyAction.CANCEL)
"""Their keys belong to the focused window most of the time."""


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
    """Global hotkeys. `sink` is called on the source's own thread and must only post.

    `lost` is called there as well, once, where keys that `start` took turn out to be refused, because the
    desktop asked the user first, or are taken away: there are no hotkeys then until the next `start`.
    """

    lost: Callable[[HotkeyError], None]
    name: str
    """As people know it: "X11"."""

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
        """The keys of CANCEL (Escape), INSERT and TAKE_BACK are ours only while `active`; at first not."""
        ...

    def is_down(self) -> bool:
        """Whether a key of the bindings is physically down now."""
        ...

    def stop(self) -> None: ...
