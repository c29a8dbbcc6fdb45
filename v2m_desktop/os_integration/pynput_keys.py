"""Sends key chords on macOS through pynput."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key, Way

if TYPE_CHECKING:
    from pynput import keyboard

_CHORDS = {
    Chord.CTRL_V: (("ctrl",), "v"),
    Chord.CTRL_SHIFT_V: (("ctrl", "shift"), "v"),
    Chord.SHIFT_INSERT: (("shift",), "insert"),
    Chord.CMD_V: (("cmd",), "v"),
}

_KEYS = {Key.ENTER: "enter", Key.BACKSPACE: "backspace", Key.LEFT: "left", Key.RIGHT: "right"}

_MACOS_MODIFIERS = {"shift": 1 << 17, "ctrl": 1 << 18, "alt": 1 << 19, "super": 1 << 20}
"""Flags of the event source state (Apple, CGEventFlags)."""


class PynputKeyInjector:
    """A KeyInjector on pynput's controller. One thread only."""

    def missing(self) -> DeliveryError | None:
        """macOS lets only trusted programs send keys."""
        if _macos_trusts():
            return None
        return DeliveryError(
            "macOS lets this app send no keys: allow it in System Settings, Privacy & Security, "
            "Accessibility. The text is on the clipboard; paste it yourself."
        )

    def ways(self) -> tuple[Way, ...]:
        return (Way("pynput", self.missing()),)

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:  # noqa: ARG002
        """macOS asks by itself, the first time."""
        return False

    def modifiers_down(self) -> frozenset[str]:
        """Asks the system, not memory: a remembered key can be wrong after a lock or a sleep."""
        return _macos_modifiers()

    def send(self, chord: Chord) -> None:
        modifiers, key = _CHORDS[chord]
        self._strike(modifiers, key, 1)

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        self._strike(("shift",) if shift else (), _KEYS[key], times)

    def sent(self) -> bool:
        return True

    def _strike(self, modifiers: tuple[str, ...], key: str, times: int) -> None:
        try:
            from pynput import keyboard
        except ImportError as error:
            raise DeliveryError(
                "The library that sends keys cannot be loaded. The text is kept; paste it."
            ) from error
        named: list[keyboard.Key | str] = [getattr(keyboard.Key, name) for name in modifiers]
        struck: keyboard.Key | str | None = key if len(key) == 1 else getattr(keyboard.Key, key, None)
        if struck is None:  # Insert, on a Mac
            raise DeliveryError('The keyboard has no key "{key}". The text is kept; paste it.', key=key)
        controller = keyboard.Controller()
        pressed: list[keyboard.Key | str] = []
        try:
            for part in named:
                pressed.append(part)
                controller.press(part)
            for _ in range(times):
                pressed.append(struck)
                controller.press(struck)
                controller.release(pressed.pop())
        except keyboard.Controller.InvalidKeyException as error:
            raise DeliveryError("The system did not take the keys. The text is kept; paste it.") from error
        finally:
            for part in reversed(pressed):
                with suppress(keyboard.Controller.InvalidKeyException):  # one that did not go down, either
                    controller.release(part)

    def close(self) -> None:
        """It holds nothing."""


def _macos_modifiers() -> frozenset[str]:
    import importlib

    quartz = importlib.import_module("Quartz")  # comes with pynput on macOS
    flags = quartz.CGEventSourceFlagsState(quartz.kCGEventSourceStateHIDSystemState)
    return frozenset(name for name, flag in _MACOS_MODIFIERS.items() if flags & flag)


def _macos_trusts() -> bool:
    import importlib

    services = importlib.import_module("HIServices")  # comes with pynput on macOS
    return bool(services.AXIsProcessTrusted())
