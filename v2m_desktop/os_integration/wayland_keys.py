"""Sends keys on Wayland, where each desktop has another way: the first that works."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence

from v2m_desktop.core.errors import DeliveryError
from v2m_desktop.core.targets import Chord, Key, Way
from v2m_desktop.os_integration.key_tools import (
    CHORD_PRESSES,
    KEY_NAMES,
    AskingTool,
    HalfSentError,
    KeyTool,
    Press,
)

log = logging.getLogger(__name__)

REFUSED_SECONDS = 600.0
"""A tool that failed is tried again after this: services get started, permissions given."""


class WaylandKeys:
    """A KeyInjector over `tools`, best first. GUI thread only.

    Whatever a tool says beforehand, it may fail when it runs: then the next one sends the keys.
    """

    def __init__(self, tools: Sequence[KeyTool], portal: AskingTool | None = None) -> None:
        """`portal`, which the user has to allow, comes before all of them."""
        self._tools = (*((portal,) if portal is not None else ()), *tools)
        self._portal = portal
        self._refused: dict[str, tuple[float, DeliveryError]] = {}
        self._sending: KeyTool | None = None
        self._presses: tuple[Press, ...] = ()
        self._next: tuple[Press, ...] = ()

    def missing(self) -> DeliveryError | None:
        """None as long as one tool may work."""
        if any(self._refusal(tool) is None for tool in self._tools):
            return None
        return DeliveryError(
            "No way to send keys works on this desktop. The text is on the clipboard; paste it yourself."
        )

    def ways(self) -> tuple[Way, ...]:
        found: list[Way] = []
        used = ""
        for tool in self._tools:
            refusal = self._refusal(tool)
            if refusal is None and used:
                refusal = DeliveryError("{tool} is not needed: {used} works.", tool=tool.name, used=used)
            elif refusal is None:
                used = tool.name
            found.append(Way(tool.name, refusal))
        return tuple(found)

    def ask(self, answer: Callable[[DeliveryError | None], None]) -> bool:
        """What the portal refused before counts no more: `ways` says at once what it says now."""
        if self._portal is None:
            return False
        self._refused.pop(self._portal.name, None)
        self._portal.ask(answer)
        return True

    def modifiers_down(self) -> frozenset[str]:
        """Wayland tells no program."""
        return frozenset()

    def send(self, chord: Chord) -> None:
        """Start to press and release; `sent` tells when it is done."""
        self._begin(CHORD_PRESSES[chord])

    def press(self, key: Key, times: int = 1, *, shift: bool = False) -> None:
        """As `send`."""
        self._begin(Press(KEY_NAMES[key], ("shift",) if shift else (), times))

    def sent(self) -> bool:
        """A tool that refused makes way for the next one."""
        if self._sending is None:
            return True
        try:
            if not self._sending.done():
                return False
        except HalfSentError as error:
            self._refuse(self._sending, error)
            self._sending, self._next = None, ()
            raise
        except DeliveryError as error:
            self._refuse(self._sending, error)
            self._try_next()
            return False
        self._sending = None
        if not self._next:
            return True
        self._presses, self._next = self._next, ()
        self._try_next()
        return False

    def close(self) -> None:
        if self._portal is not None:
            self._portal.close()

    def _begin(self, *presses: Press) -> None:
        """Behind what a tool is still sending: it is not stopped between a press and its release."""
        if self._sending is not None:
            self._next += presses
            return
        self._presses = presses
        self._try_next()

    def _try_next(self) -> None:
        """Raises DeliveryError, with the sentence of the last one, where none is left."""
        self._sending = None
        last: DeliveryError | None = None
        for tool in self._tools:
            if self._refusal(tool) is not None:
                continue
            try:
                tool.begin(self._presses)
            except DeliveryError as error:
                self._refuse(tool, error)
                last = error
            else:
                self._sending = tool
                return
        raise self.missing() or last or DeliveryError("The keys could not be sent.")

    def _refuse(self, tool: KeyTool, error: DeliveryError) -> None:
        log.info("%s sends no keys: %s", tool.name, error)
        self._refused[tool.name] = time.monotonic(), error

    def _refusal(self, tool: KeyTool) -> DeliveryError | None:
        since, error = self._refused.get(tool.name, (0.0, None))
        if error is not None and time.monotonic() - since < REFUSED_SECONDS:
            return error
        return tool.probe()
