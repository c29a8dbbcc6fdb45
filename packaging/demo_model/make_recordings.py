"""Speak the scripts of the demo recordings: make_recordings.py [FOLDER].

For every script NAME.txt in FOLDER (default: resources/demo), one sentence per line, writes NAME.wav:
22.05 kHz mono, the sentences spoken by espeak-ng with a pause between them. A name that ends in "-es" is
spoken in Spanish. Needs espeak-ng and nothing else; the same version of it makes the same files.
"""

from __future__ import annotations

import io
import subprocess
import sys
import wave
from pathlib import Path

RECORDINGS = Path(__file__).parents[2] / "resources" / "demo"

RATE = 22_050
"""Of all of espeak-ng's own voices."""

WORDS_PER_MINUTE = 140
LEAD_SECONDS = 0.3
PAUSE_SECONDS = 1.2
"""Longer than the silence that ends an utterance, so that the sentences become two segments."""


def speak(sentence: str, voice: str) -> bytes:
    """The sentence as 16-bit samples."""
    command = ["espeak-ng", "-v", voice, "-s", str(WORDS_PER_MINUTE), "--stdout", sentence]
    spoken = subprocess.run(command, capture_output=True, check=True).stdout
    with wave.open(io.BytesIO(spoken)) as file:
        assert (file.getframerate(), file.getsampwidth(), file.getnchannels()) == (RATE, 2, 1)
        # The header of a piped file claims two gigabytes; what is really there is read.
        return file.readframes(len(spoken))


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


def record(script: Path) -> Path:
    """Speak `script` into the .wav file beside it."""
    voice = "es" if script.stem.endswith("-es") else "en-us"
    sentences = script.read_text(encoding="utf-8").splitlines()
    pause = silence(PAUSE_SECONDS)
    audio = silence(LEAD_SECONDS) + pause.join(speak(line, voice) for line in sentences if line) + pause
    path = script.with_suffix(".wav")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(audio)
    return path


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else RECORDINGS
    for script in sorted(folder.glob("*.txt")):
        print(record(script))


if __name__ == "__main__":
    main()
