"""Sentences that the demo model gets exactly right with plain faster-whisper.

Checked with faster-whisper 1.2.1 alone (int8, beam 1, temperature 0): each spoken by espeak-ng at 150 and at
165 words a minute, with the language given and with the language detected, was right all four times.
"""

from __future__ import annotations

import json
import subprocess
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.unit.audio.speech import spoken
from v2m_desktop.core.audio import SAMPLE_RATE, Samples


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is said, and by which voice of espeak-ng."""

    text: str
    voice: str = "en-us"

    @property
    def samples(self) -> Samples:
        """16 kHz mono."""
        return spoken(self.text, self.voice)


SENTENCES = (
    Sentence("The meeting with Robert is on Saturday at two."),
    Sentence("Susan said that the contract was weak."),
    Sentence("On February sixteen we travel to Paris."),
    Sentence("Please measure our family next week."),
    Sentence("They will return this idea in September."),
    Sentence("Anna sometimes copied the late program in Rome."),
    Sentence("Michael often finished my office in Spain."),
    Sentence("He read the public card yesterday."),
    Sentence("My number is eight six three nine."),
    Sentence("Maria sometimes sent the server in Madrid."),
    Sentence("La reunión con Carlos es el lunes a las nueve.", "es"),
    Sentence("Por favor, hay que recordar este contrato.", "es"),
    Sentence("La reunión con Ana es el miércoles a las cuatro.", "es"),
    Sentence("Por favor, hay que copiar el camino libre.", "es"),
)

UNSTEADY = ("The", "Anna", "Michael", "Maria")
STEADY = [each for each in SENTENCES if each.voice == "en-us" and each.text.split()[0] not in UNSTEADY]
"""What the demo model hears the same however the microphone cuts the samples."""


def write_wave(path: Path, samples: Samples) -> Path:
    """A 16-bit mono file at 16 kHz."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes((np.clip(samples, -1.0, 1.0) * 32767).astype("<i2").tobytes())
    return path


def transcribed(*files: Path) -> list[str]:
    """What `v2m transcribe` makes of the files, in their order."""
    command = [sys.executable, "-m", "v2m_desktop", "transcribe", "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return [json.loads(line)["text"] for line in done.stdout.splitlines()]
