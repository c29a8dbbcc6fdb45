"""How long to keep recording after the key was let go: until silence, but not for ever."""

from __future__ import annotations

from collections.abc import Sequence

from v2m_desktop.core.audio import VadDecision, samples_of

SILENCE_MS = 160
"""Silence that ends the tail: longer than the stop inside a word, and than the way from microphone to us."""

_WINDOW_MS = 32.0


class Tail:
    """Fed with what is captured after the release. Pure: counts samples."""

    def __init__(self, cap_ms: int, silence_ms: int = SILENCE_MS) -> None:
        self._cap = samples_of(cap_ms)
        self._enough_windows = -(-silence_ms // _WINDOW_MS)
        self._samples = 0
        self._silent_windows = 0

    def feed(self, samples: int, decisions: Sequence[VadDecision]) -> bool:
        """Count `samples` of 16 kHz audio and their decisions; True when the recording may end."""
        self._samples += samples
        for decision in decisions:
            self._silent_windows = 0 if decision.speech else self._silent_windows + 1
            if self._silent_windows >= self._enough_windows:
                return True
        return self.over

    @property
    def over(self) -> bool:
        """Whether the cap is reached; at once when it is 0."""
        return self._samples >= self._cap
