"""The speech detector, made when the first take needs it."""

from __future__ import annotations

from collections.abc import Callable

from v2m_desktop.audio.preprocessing import load_resampler
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import Sensitivity
from v2m_desktop.core.errors import AudioError
from v2m_desktop.core.settings import Settings


class LazyDetector:
    """Kept from take to take, until another sensitivity is wanted."""

    def __init__(self, make: Callable[[Settings], SpeechDetector]) -> None:
        self._make = make
        self._made: tuple[Sensitivity, SpeechDetector] | None = None

    def load(self, settings: Settings) -> SpeechDetector:
        """The detector, and with it all else that a take needs. Raises AudioError."""
        wanted = settings.voice.sensitivity
        if self._made is None or self._made[0] is not wanted:
            try:
                load_resampler()
                self._made = wanted, self._make(settings)
            except (ImportError, OSError) as error:
                raise AudioError(
                    "A part of the app that listens is missing ({reason}). Install the app again.",
                    reason=error,
                ) from error
        return self._made[1]
