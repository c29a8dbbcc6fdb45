"""Hands-free takes: what a silence means, by its length. Pure: counts samples, knows no clock."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from v2m_desktop.audio.noise_gate import WINDOW
from v2m_desktop.core.audio import VadDecision, samples_of

SPEECH_WINDOWS = 4
"""Windows of speech in a row that count as somebody who speaks: 128 ms, as for a segment."""

PAUSE_MS = 1000
"""A shorter silence is a breath."""

START_MS = 30_000
"""THEO-134, 142: nobody has spoken since the start."""

SILENCE_MS = 30_000
"""THEO-136: from here on the take is on hold."""

HOLD_MS = 5 * 60_000
"""THEO-137: a hold ends after this."""


class HandsFreeState(Enum):
    """What the take waits for."""

    ACTIVE = "active"
    """Somebody speaks, or holds the key."""
    SILENCE = "silence"
    HOLD = "hold"
    """A long silence: thinking, a telephone call. Speech goes on with the take at any time."""


class HandsFreeEnd(Enum):
    """Why a take ends by itself."""

    NO_SPEECH = "no speech"
    HELD_TOO_LONG = "held too long"
    AUTO_STOP = "auto stop"


class HandsFree:
    """Fed with all audio of one take. `auto_stop_s` seconds of silence after speech end it; 0 never does.

    While the key is held the take belongs to the hand: nothing ends it, and silence counts from the release.
    """

    def __init__(self, auto_stop_s: int = 0) -> None:
        self._auto_stop = samples_of(auto_stop_s * 1000)
        self._heard = False
        self._silent_samples = 0
        self._speech_windows = 0
        self.key_held = False

    @property
    def state(self) -> HandsFreeState:
        if self.key_held or (self._heard and self._silent_samples < samples_of(PAUSE_MS)):
            return HandsFreeState.ACTIVE
        if self._silent_samples < samples_of(SILENCE_MS):
            return HandsFreeState.SILENCE
        return HandsFreeState.HOLD

    def feed(self, decisions: Sequence[VadDecision]) -> HandsFreeEnd | None:
        """Count the next windows. The answer ends the take."""
        for decision in decisions:
            self._speech_windows = self._speech_windows + 1 if decision.speech else 0
            self._silent_samples += WINDOW
            if self._speech_windows >= SPEECH_WINDOWS:
                self._heard = True
                self._silent_samples = 0
        if self.key_held:
            self._silent_samples = 0
            return None
        return self._end()

    def _end(self) -> HandsFreeEnd | None:
        if not self._heard:
            return HandsFreeEnd.NO_SPEECH if self._silent_samples >= samples_of(START_MS) else None
        if self._auto_stop and self._silent_samples >= self._auto_stop:
            return HandsFreeEnd.AUTO_STOP
        too_long = self._silent_samples >= samples_of(SILENCE_MS + HOLD_MS)
        return HandsFreeEnd.HELD_TOO_LONG if too_long else None
