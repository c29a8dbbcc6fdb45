"""What pressing and letting go of the dictation keys means. Pure: time comes in through the edges."""

from __future__ import annotations

from enum import Enum

from v2m_desktop.core.ports import KeyAction, KeyEdge
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
    """Fed with every edge of the keys that dictate, and whether a take is being recorded.

    A press of any of them while recording always stops, at once: whatever got lost before, one press ends the
    take. Only the release of the press that started a take can end it as a hold.
    """

    def __init__(self, activation: Activation, hold_ms: int) -> None:
        self._activation = activation
        self._hold_ns = hold_ms * 1_000_000
        self._pressed_ns: dict[KeyAction, int] = {}
        self._starter: KeyAction | None = None

    def step(self, edge: KeyEdge, recording: bool) -> Command | None:
        return self._press(edge, recording) if edge.pressed else self._release(edge, recording)

    def _press(self, edge: KeyEdge, recording: bool) -> Command | None:
        pressed_ns = self._pressed_ns.get(edge.action)
        if pressed_ns is not None and edge.at_ns - pressed_ns < BOUNCE_NS:
            return None
        self._pressed_ns[edge.action] = edge.at_ns
        self._starter = None if recording else edge.action
        return Command.STOP if recording else Command.START

    def _release(self, edge: KeyEdge, recording: bool) -> Command | None:
        pressed_ns = self._pressed_ns.pop(edge.action, None)
        if pressed_ns is None or self._starter is not edge.action:
            return None
        self._starter = None
        if not recording:
            return None
        held_ns = edge.at_ns - pressed_ns
        match self._activation:
            case Activation.TOGGLE:
                return None
            case Activation.HOLD:
                return Command.CANCEL if held_ns < SHORTEST_HOLD_NS else Command.STOP
            case Activation.TAP_OR_HOLD:
                return Command.STOP if held_ns >= self._hold_ns else None
