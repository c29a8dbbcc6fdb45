"""When things happened to one take, and the figures people feel."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Timeline:
    """Moments of a take in perf_counter_ns; 0 is "not yet"."""

    requested: int = 0
    first_block: int = 0
    listening: int = 0
    stop_requested: int = 0
    speech_ended: int = 0
    capture_ended: int = 0
    recognized: int = 0
    delivered: int = 0

    def at(self, **moments: int) -> Timeline:
        """A copy with `moments` set; a moment that is set already stays as it was."""
        return replace(self, **{name: ns for name, ns in moments.items() if getattr(self, name) == 0})

    def milliseconds(self) -> dict[str, float]:
        """The intervals whose two ends are known, in milliseconds."""
        intervals = {
            "request_to_first_block": (self.requested, self.first_block),
            "request_to_listening": (self.requested, self.listening),
            "stop_to_text": (self.stop_requested, self.recognized),
            "stop_to_delivered": (self.stop_requested, self.delivered),
            "speech_end_to_text": (self.speech_ended, self.recognized),
            "speech_end_to_delivered": (self.speech_ended, self.delivered),
            "capture_end_to_text": (self.capture_ended, self.recognized),
        }
        return {name: (end - start) / 1e6 for name, (start, end) in intervals.items() if start and end}
