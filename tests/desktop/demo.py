"""The whole way, for the eye: python -m tests.desktop.demo [RECORDING] [--hold] [--model NAME]

On the private desktop (tests/desktop/stage.sh): starts a text window and the real app, plays a recording into
the virtual microphone, presses the real hotkey, and prints what the window then holds. A script beside the
recording (same name, .txt) gives a word error rate. Ends with 0 only if the window holds what was
recognized.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from tests.desktop.app import ROOT, AppError, RunningApp
from tests.desktop.dictation import Dictation, Outcome
from tests.desktop.target_window import TargetWindow
from tests.desktop.virtual_microphone import VirtualMicrophone, read_recording, without_trailing_silence
from tests.tools.word_error_rate import word_error_rate

PICTURE = ROOT / "build" / "demo.png"


def main() -> int:
    parser = argparse.ArgumentParser(prog="demo", description="Dictate a recording into another window.")
    parser.add_argument("recording", nargs="?", type=Path, default=ROOT / "resources" / "demo" / "speech.wav")
    parser.add_argument("--hold", action="store_true", help="hold the key while speaking instead of tapping")
    parser.add_argument("--model", default="demo", help="an installed model, or a folder")
    options = parser.parse_args()
    try:
        samples, rate = read_recording(options.recording)
    except (OSError, ValueError, IndexError) as error:
        print(f"demo: {options.recording} cannot be read as a recording: {error}", file=sys.stderr)
        return 2
    settings = {"recognition": {"model": options.model}}
    try:
        with VirtualMicrophone() as microphone, RunningApp(settings) as app, TargetWindow() as target:
            app.wait_model()
            dictation = Dictation(microphone, app, target)
            pictures = Pictures(PICTURE)
            speech = without_trailing_silence(samples)
            outcome = dictation.take(speech, rate, hold=options.hold, during=pictures.listening)
            pictures.delivered()
    except AppError as error:
        print(f"demo: {error}", file=sys.stderr)
        return 1
    return tell(outcome, options.recording.with_suffix(".txt"))


class Pictures:
    """The screen while we listen and after the words arrived, one above the other in one file."""

    def __init__(self, target: Path) -> None:
        self._target = target
        self._parts = [target.with_suffix(f".{name}.png") for name in ("listening", "delivered")]
        target.parent.mkdir(parents=True, exist_ok=True)

    def listening(self) -> None:
        self._grab(self._parts[0])

    def delivered(self) -> None:
        self._grab(self._parts[1])
        subprocess.run(["convert", *map(str, self._parts), "-append", str(self._target)], check=True)
        for part in self._parts:
            part.unlink()

    @staticmethod
    def _grab(target: Path) -> None:
        subprocess.run(["import", "-window", "root", str(target)], check=True)


def tell(outcome: Outcome, script: Path) -> int:
    """Print what happened; the exit code."""
    print(f"The window holds:   {outcome.pasted}")
    if outcome.pasted != outcome.take.text:
        print(f"Recognized:         {outcome.take.text}")
    if script.is_file():
        rate = word_error_rate(script.read_text(encoding="utf-8"), outcome.pasted)
        print(f"Word error rate:    {rate:.1%} against {shown(script)}")
    if outcome.milliseconds is not None:
        print(f"End of speech to the text in the window: {outcome.milliseconds:.0f} ms")
    print(f"Screenshot:         {shown(PICTURE)}")
    if not outcome.take.text:
        print("demo: no words were recognized in the recording", file=sys.stderr)
        return 1
    return 0 if outcome.pasted == outcome.take.text else 1


def shown(path: Path) -> Path:
    """The path as people would type it in this folder."""
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


if __name__ == "__main__":
    sys.exit(main())
