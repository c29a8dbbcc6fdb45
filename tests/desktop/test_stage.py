"""The private desktop: nothing of it reaches the outside, and nothing of it stays."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from tests.desktop.sound_server import wait_until
from tests.desktop.virtual_microphone import RATE, VirtualMicrophone

STAGE = Path(__file__).with_name("stage.sh")
TRIES = 4
LEFT_BEHIND = "trap '' TERM; setsid sleep 1000 & echo $! $DISPLAY $PULSE_SERVER $HOME"


def stage(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([str(STAGE), *words], stdout=subprocess.PIPE, text=True)


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_stages_side_by_side_are_apart_and_leave_nothing() -> None:
    running = [
        stage("--no-tray", "--no-compositor", "bash", "-c", f"{LEFT_BEHIND}; exit 7") for _ in range(2)
    ]
    answers = [process.communicate(timeout=60)[0].split() for process in running]
    assert [process.returncode for process in running] == [7, 7]
    for first, second in zip(*(answer[1:] for answer in answers), strict=True):
        assert first != second
    for pid, display, _pulse, home in answers:
        assert display != os.environ["DISPLAY"]
        assert not Path(home).exists()
        assert not alive(int(pid))


def test_term_reaches_everything() -> None:
    with stage("--no-tray", "--no-compositor", "bash", "-c", f"{LEFT_BEHIND}; wait") as process:
        assert process.stdout is not None
        pid, _display, _pulse, home = process.stdout.readline().split()
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 128 + signal.SIGTERM
    wait_until(lambda: not alive(int(pid)), "the end of what ran on the stage")
    assert not Path(home).exists()


def test_the_microphone_hears_every_sample_once(tmp_path: Path) -> None:
    """A busy machine leaves gaps now and then; one of a few tries is without."""
    played = (np.random.default_rng(5).standard_normal(RATE * 2) * 0.1).astype(np.float32)
    tries = (_heard(played, tmp_path / f"heard-{number}.raw") for number in range(TRIES))
    assert any(
        seconds == pytest.approx(2.0, abs=0.1) and _is_once_in(heard, played) for heard, seconds in tries
    )


def _heard(played: npt.NDArray[np.float32], file_name: Path) -> tuple[npt.NDArray[np.float32], float]:
    """What the virtual microphone records while `played` is played, and how long that took in seconds."""
    command = ["parec", "-d", "test_mic", "--raw", "--format=float32le", f"--rate={RATE}", "--channels=1"]
    with (
        VirtualMicrophone() as microphone,
        file_name.open("wb") as file,
        subprocess.Popen([*command, "--latency-msec=20"], stdout=file) as recorder,
    ):
        wait_until(lambda: file_name.stat().st_size > 0, "the recorder")
        playback = microphone.start(played, delay=0.5)
        begun = playback.wait_begun()
        seconds = playback.wait_ended() - begun
        size = file_name.stat().st_size
        wait_until(lambda: file_name.stat().st_size > size + RATE, "the end of the recording")
        recorder.terminate()
    raw = file_name.read_bytes()
    return np.frombuffer(raw[: len(raw) // 4 * 4], np.float32), seconds


def _is_once_in(heard: npt.NDArray[np.float32], played: npt.NDArray[np.float32]) -> bool:
    """Between silence and silence."""
    start = int(np.flatnonzero(heard)[0])
    end = start + len(played)
    return bool(np.array_equal(heard[start:end], played) and not heard[end:].any())
