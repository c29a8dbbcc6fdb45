"""The demo recordings: speech that the demo model gets exactly right with plain faster-whisper."""

from __future__ import annotations

import wave
from dataclasses import dataclass

import numpy as np

from v2m_desktop.core.audio import SAMPLE_RATE, Samples, SpeechEvidence
from v2m_desktop.core.resources import resource

CLEAR_SPEECH = SpeechEvidence(speech_seconds=6.0, mean_probability=0.97, peak_dbfs=-6.0)


@dataclass(frozen=True, slots=True)
class DemoRecording:
    """16 kHz samples of the whole recording, its sentences, and their language."""

    samples: Samples
    sentences: tuple[str, ...]
    language: str

    @property
    def text(self) -> str:
        return " ".join(self.sentences)


def demo_recording(language: str = "en") -> DemoRecording:
    """The recording in English ("en") or Spanish ("es")."""
    import soxr

    name = "speech" if language == "en" else f"speech-{language}"
    with wave.open(str(resource(f"demo/{name}.wav"))) as file:
        rate = file.getframerate()
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
    samples = soxr.resample(raw.astype(np.float32) / 32768, rate, SAMPLE_RATE).astype(np.float32)
    sentences = resource(f"demo/{name}.txt").read_text(encoding="utf-8").splitlines()
    return DemoRecording(samples, tuple(sentences), language)
