"""Captures while a warm model recognizes without a pause in the same process: a part of the bench.

Run as `python -m tests.bench.capture_process FOLDER IDLE_SECONDS`. It first captures with nothing else to do,
then loads the model, keeps it busy, captures again and says "recording"; when its standard input ends, it
leaves recording.npy and figures.json in FOLDER. The sound is played by another process.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from tests.tools.demo_recording import CLEAR_SPEECH, demo_recording
from v2m_desktop.audio import portaudio
from v2m_desktop.audio.analysis import TakeAnalyzer
from v2m_desktop.audio.capture import MicrophoneStream
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import Samples
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, Priority, RecognitionRequest
from v2m_desktop.core.resources import resource
from v2m_desktop.core.session import ModelState, SessionId
from v2m_desktop.models.registry import resolve
from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer
from v2m_desktop.recognition.worker import Job, RecognitionWorker

DRAIN_SECONDS = 0.02
"""As often as the app's capture thread looks."""


class StampedSoundDevice:
    """The sounddevice module, whose callbacks are timed from PortAudio's own stamp to their first line.

    PortAudio takes the time (on ALSA: of the wall clock, in microseconds) just before it calls Python, which
    then waits for the interpreter lock. What lies between is that wait and nothing of the sound server.
    """

    def __init__(self) -> None:
        self._module = portaudio.load()
        self.waits: list[float] = []
        """Milliseconds, of each callback."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)

    def InputStream(self, **options: Any) -> Any:  # noqa: N802 - sounddevice's name
        inner = options.pop("callback")

        def stamped(samples: Any, frames: int, times: Any, status: Any) -> None:
            self.waits.append((time.time() - times.currentTime) * 1000)
            inner(samples, frames, times, status)

        return self._module.InputStream(callback=stamped, **options)


class BusyRecognizer:
    """Observer of a worker that gets the next job as soon as one is done."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.inferences = 0
        self.seconds = 0.0
        self.problems: list[str] = []
        self._request = RecognitionRequest(demo_recording().samples, None, Priority.FINAL, CLEAR_SPEECH)
        self._worker = RecognitionWorker(FasterWhisperRecognizer(), self)

    def start(self) -> None:
        self._worker.start()
        self._worker.load(resolve("demo", resource("models")))
        self._next()

    def stop(self) -> None:
        self._worker.stop(10)

    def on_model_state(self, state: ModelState, _model: LoadedModel | None, error: V2mError | None) -> None:
        if error is not None:
            self.problems.append(error.message)
        if state in (ModelState.READY, ModelState.FAILED):
            self.ready.set()

    def on_hypothesis(self, _job: Job, hypothesis: Hypothesis) -> None:
        self.inferences += 1
        self.seconds += hypothesis.inference_seconds
        self._next()

    def on_failure(self, _job: Job, error: V2mError) -> None:
        self.problems.append(error.message)

    def _next(self) -> None:
        self._worker.submit(Job(SessionId(1), 0, self._request))


def capture(until: threading.Event, started: threading.Event | None = None) -> tuple[Samples, dict[str, Any]]:
    """Capture and analyze as the app does until the event; the device's samples and figures."""
    backend = StampedSoundDevice()
    microphone = MicrophoneStream(backend)
    device = microphone.open("")
    analyzer = TakeAnalyzer(SpeechDetector())
    blocks: list[Samples] = []
    try:
        while not until.wait(DRAIN_SECONDS):
            while (block := microphone.read()) is not None:
                blocks.append(block.samples)
                analyzer.feed(block)
            if blocks and started is not None:
                started.set()
        figures = asdict(microphone.statistics())
    finally:
        microphone.close()
    return np.concatenate(blocks), {**figures, "rate": device.rate, "waits": backend.waits}


def main() -> int:
    folder, idle_seconds = Path(sys.argv[1]), float(sys.argv[2])
    over = threading.Event()
    timer = threading.Timer(idle_seconds, over.set)
    timer.start()
    _, idle = capture(over)

    recognizer = BusyRecognizer()
    recognizer.start()
    recognizer.ready.wait(60)
    if recognizer.problems:
        print(recognizer.problems[0], file=sys.stderr)
        return 1
    over, started = threading.Event(), threading.Event()

    def follow_input() -> None:
        started.wait(20)
        print("recording", flush=True)
        sys.stdin.read()
        over.set()

    threading.Thread(target=follow_input, name="input").start()
    began, done, working = time.monotonic(), recognizer.inferences, recognizer.seconds
    recorded, busy = capture(over, started)
    busy["recognition_share"] = (recognizer.seconds - working) / (time.monotonic() - began)
    busy["inferences"] = recognizer.inferences - done
    recognizer.stop()
    if recognizer.problems:
        print(recognizer.problems[0], file=sys.stderr)
        return 1
    np.save(folder / "recording.npy", recorded)
    (folder / "figures.json").write_text(json.dumps({"idle": idle, "busy": busy}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
