"""A PulseAudio server of a test's own, which it may stop, kill and rob of its microphone."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np

from v2m_desktop.core.audio import Samples

SINK_RATE = 48_000


def wait_until(condition: Callable[[], bool], what: str, seconds: float = 20.0) -> None:
    """Wait for `condition` without a busy loop; fails with `what`."""
    deadline = time.monotonic() + seconds
    pause = threading.Event()
    while not condition():
        assert time.monotonic() < deadline, f"not in time: {what}"
        pause.wait(0.01)


class SoundServer:
    """A sink "speaker" whose monitor is the microphone. Every program is told of it by its environment."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.address = f"unix:{folder / 'socket'}"
        self.environment = os.environ | {
            "PULSE_SERVER": self.address,
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
        }
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", f"module-native-protocol-unix socket={folder / 'socket'} auth-anonymous=1"),
                *("-L", f"module-null-sink sink_name=speaker rate={SINK_RATE} channels=1"),
            ],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: self._control("info") == 0, "the sound server")

    def play(self, samples: Samples) -> subprocess.Popen[bytes]:
        """Play samples at 48 kHz into the sink. The caller waits for the process."""
        path = self._folder / f"{time.monotonic_ns()}.wav"
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(SINK_RATE)
            file.writeframes((np.clip(samples, -1, 1) * 32767).astype("<i2").tobytes())
        return subprocess.Popen(["paplay", "--device=speaker", str(path)], env=self.environment)

    def remove_microphone(self) -> None:
        """Unload the sink, and its monitor with it: no source is left."""
        assert self._control("unload-module", "module-null-sink") == 0

    def freeze(self) -> None:
        """The server hangs."""
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        """The server dies without a word; also wakes whoever waits for a frozen one."""
        self._process.kill()
        self._process.wait(10)

    def _control(self, *words: str) -> int:
        command = ["timeout", "5", "pactl", *words]
        return subprocess.run(command, env=self.environment, capture_output=True, check=False).returncode
