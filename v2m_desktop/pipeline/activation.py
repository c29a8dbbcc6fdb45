"""What pressing and letting go of the dictation key means. Pure: time comes in through the edges."""

from __future__ import annotations

from enum import Enum

from v2m_desktop.core.ports import KeyEdge
from v2m_desktop.core.settings import Activation

BOUNCE_NS = 50_000_000
"""A second press this soon, with no release between them, is the same press (auto-repeat, worn switches)."""

SHORTEST_HOLD_NS = 150_000_000
"""Held for less, a push-to-talk key was touched by mistake."""


class Command(Enum):
    START = "start"
    STOP = "stop"
    CANCEL = "cancel"


class ActivationMachine:
    """Fed with every edge of the dictation key, and whether a take is being recorded.

    A press while recording always stops, at once: whatever got lost before, one press ends the take. Only the
    release of the press that started a take can end it as a hold.
    """

    def __init__(self, activation: Activation, hold_ms: int) -> None:
        self._activation = activation
        self._hold_ns = hold_ms * 1_000_000
        self._pressed_ns: int | None = None
        self._started = False

    def step(self, edge: KeyEdge, recording: bool) -> Command | None:
        return self._press(edge.at_ns, recording) if edge.pressed else self._release(edge.at_ns, recording)

    def _press(self, at_ns: int, recording: bool) -> Command | None:
        bounced = self._pressed_ns is not None and at_ns - self._pressed_ns < BOUNCE_NS
        if bounced:
            return None
        self._pressed_ns = at_ns
        self._started = not recording
        return Command.STOP if recording else Command.START

    def _release(self, at_ns: int, recording: bool) -> Command | None:
        pressed_ns, self._pressed_ns = self._pressed_ns, None
        if pressed_ns is None or not self._started or not recording:
            return None
        held_ns = at_ns - pressed_ns
        match self._activation:
            case Activation.TOGGLE:
                return None
            case Activation.HOLD:
                return Command.CANCEL if held_ns < SHORTEST_HOLD_NS else Command.STOP
            case Activation.TAP_OR_HOLD:
                return Command.STOP if held_ns >= self._hold_ns else None
