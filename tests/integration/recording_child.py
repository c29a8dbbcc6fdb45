"""Records with the app's real capture thread until it is killed. What the microphone heard goes to stdout.

Run as a process of its own: `python -m tests.integration.recording_child FOLDER`.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from pathlib import Path

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication

from tests.fakes.audio_source import FAKE_DEVICE, FakeAudioSource
from tests.fakes.clock import FakeClock
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.session import SessionId
from v2m_desktop.core.settings import Settings
from v2m_desktop.pipeline.capture_service import CaptureService
from v2m_desktop.pipeline.capture_worker import CALM_TICK_MS, CaptureWorker
from v2m_desktop.storage.spool import Spool

BLOCK = FAKE_DEVICE.rate // 50
UNHEARD_BLOCKS = CALM_TICK_MS // 20


def speak(source: FakeAudioSource) -> None:
    """Blocks of 20 ms in real time, each announced in 16 kHz samples before it is heard.

    While the machine is too busy for us to listen, nothing is said.
    """
    noise = (np.random.default_rng(5).standard_normal(BLOCK) * 0.05).astype(np.float32)
    pace, spoken = threading.Event(), 0
    while not source.is_open:
        pace.wait(0.005)
    began = time.perf_counter()
    while True:
        while source.waiting > UNHEARD_BLOCKS * BLOCK:
            pace.wait(0.005)
        spoken += BLOCK
        print(spoken * 16_000 // FAKE_DEVICE.rate, flush=True)
        source.say(noise)
        pace.wait(max(0.0, began + spoken / FAKE_DEVICE.rate - time.perf_counter()))


def main() -> None:
    application, source, spool = QCoreApplication([]), FakeAudioSource(), Spool(Path(sys.argv[1]))
    service = CaptureService(
        lambda: CaptureWorker(lambda: source, lambda _: SpeechDetector(), spool, Settings(), FakeClock())
    )
    service.prepare()
    service.begin(SessionId(1))
    threading.Thread(target=speak, args=(source,), daemon=True).start()
    application.exec()


if __name__ == "__main__":
    main()
