"""`make demo` on speech made on the spot: another program's window holds what was recognized."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.desktop.app import ROOT
from tests.desktop.sentences import SENTENCES, transcribed, write_wave
from tests.tools.word_error_rate import word_error_rate
from tests.unit.audio.speech import silence

FIRST, SECOND = SENTENCES[0], SENTENCES[1]


def demo(*words: str) -> subprocess.CompletedProcess[str]:
    """Run the demo as `make demo` does."""
    command = [sys.executable, "-m", "tests.desktop.demo", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)


def line(output: str, label: str) -> str:
    """What the demo printed behind a label."""
    (found,) = [text.removeprefix(label).strip() for text in output.splitlines() if text.startswith(label)]
    return found


@pytest.mark.parametrize("keys", [(), ("--hold",)], ids=["tap", "hold"])
def test_two_sentences_land_in_the_window_of_another_program(tmp_path: Path, keys: tuple[str, ...]) -> None:
    script = f"{FIRST.text} {SECOND.text}"
    samples = np.concatenate([FIRST.samples, silence(0.8), SECOND.samples, silence(0.3)])
    recording = write_wave(tmp_path / "two sentences.wav", samples)
    (tmp_path / "two sentences.txt").write_text(script, encoding="utf-8")
    picture = ROOT / "build" / "demo.png"
    picture.unlink(missing_ok=True)

    done = demo(str(recording), *keys)

    assert done.returncode == 0, done.stdout + done.stderr
    assert "Recognized:" not in done.stdout  # printed only when the window holds something else
    landed = line(done.stdout, "The window holds:")
    (direct,) = transcribed(recording)
    assert word_error_rate(script, landed) <= word_error_rate(script, direct) + 0.02
    assert line(done.stdout, "Word error rate:").startswith("0.0%") == (word_error_rate(script, landed) == 0)
    assert (
        0 < float(line(done.stdout, "End of speech to the text in the window:").removesuffix(" ms")) < 20_000
    )
    assert line(done.stdout, "Screenshot:") == "build/demo.png"
    assert picture.stat().st_size > 5_000


def test_a_silent_recording_is_told_and_nothing_is_pasted(tmp_path: Path) -> None:
    done = demo(str(write_wave(tmp_path / "silent.wav", silence(2.0))))
    assert done.returncode == 1
    assert line(done.stdout, "The window holds:") == ""
    assert "no words were recognized" in done.stderr


def test_a_file_that_is_no_recording_is_refused_before_anything_starts(tmp_path: Path) -> None:
    wrong = tmp_path / "notes.wav"
    wrong.write_text("not a recording")
    done = demo(str(wrong))
    assert done.returncode == 2
    assert "cannot be read as a recording" in done.stderr
