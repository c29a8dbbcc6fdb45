"""Finds speech: Silero on every 512-sample window, the noise gate as a second opinion."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from v2m_desktop.audio.noise_gate import WINDOW, NoiseGate
from v2m_desktop.audio.preprocessing import level_dbfs
from v2m_desktop.core.audio import Samples, Sensitivity, VadDecision
from v2m_desktop.core.errors import AudioError
from v2m_desktop.core.telemetry import forbid_telemetry

CONTEXT = 64
"""Samples before the window that Silero also wants. Without them it finds nothing, and says nothing."""

HYSTERESIS = 0.15
"""Silero's own convention: speech ends this far below the threshold at which it starts."""

_BATCH = 512


@dataclass(frozen=True, slots=True)
class Thresholds:
    """A preset: probability from which a window is speech, level below which a flat one is silence."""

    enter: float
    quiet_dbfs: float

    @property
    def exit(self) -> float:
        return self.enter - HYSTERESIS


PRESETS = {
    Sensitivity.HIGH: Thresholds(0.3, -50.0),
    Sensitivity.NORMAL: Thresholds(0.5, -40.0),
    Sensitivity.LOW: Thresholds(0.7, -30.0),
}
"""THEO-165 to 167."""


def silero_path() -> Path:
    """The model inside the installed faster-whisper, found without importing that. Raises AudioError."""
    found = importlib.util.find_spec("faster_whisper")
    for folder in (found.submodule_search_locations or ()) if found else ():
        path = Path(folder) / "assets" / "silero_vad_v6.onnx"
        if path.is_file():
            return path
    raise AudioError("The voice detector's model file is missing. Install the app again.")


class Silero:
    """Silero v6 in onnxruntime: 0.1 ms a window on one thread. State is carried from call to call."""

    def __init__(self, path: Path | None = None) -> None:
        forbid_telemetry()
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session: Any = onnxruntime.InferenceSession(
                str(path or silero_path()), options, providers=["CPUExecutionProvider"]
            )
        except AudioError:
            raise
        except Exception as error:  # onnxruntime's errors share no base class
            raise AudioError(
                "The voice detector's model file cannot be read. Install the app again."
            ) from error
        self.reset()

    def reset(self) -> None:
        """Forget the stream so far."""
        self._hidden = np.zeros((1, 1, 128), np.float32)
        self._cell = np.zeros((1, 1, 128), np.float32)
        self._context = np.zeros(CONTEXT, np.float32)

    def probabilities(self, windows: Samples) -> npt.NDArray[np.float32]:
        """Probability of speech for each of the next windows, shape (n, 512) in, (n,) out."""
        frames = np.empty((len(windows), CONTEXT + WINDOW), np.float32)
        frames[:, CONTEXT:] = windows
        frames[0, :CONTEXT] = self._context
        frames[1:, :CONTEXT] = windows[:-1, -CONTEXT:]
        inputs = {"input": frames, "h": self._hidden, "c": self._cell}
        result, self._hidden, self._cell = self._session.run(["speech_probs", "hn", "cn"], inputs)
        self._context = windows[-1, -CONTEXT:].copy()
        return np.asarray(result, np.float32).reshape(-1)


class SpeechDetector:
    """Decides for each 512-sample window of a stream whether it is speech.

    `model` is an opened Silero to reuse between takes; the detector resets it.
    """

    def __init__(self, sensitivity: Sensitivity = Sensitivity.NORMAL, model: Silero | None = None) -> None:
        self._thresholds = PRESETS[sensitivity]
        self._model = model or Silero()
        self._gate = NoiseGate(self._thresholds.quiet_dbfs)
        self.reset()

    def reset(self) -> None:
        """Begin a new take: nothing heard before has any effect."""
        self._model.reset()
        self._gate.reset()
        self._rest: Samples = np.empty(0, np.float32)
        self._speaking = False

    @property
    def waiting(self) -> int:
        """Samples fed that do not fill a window yet: 0 to 511."""
        return len(self._rest)

    def feed(self, samples: Samples) -> list[VadDecision]:
        """Decisions for the windows that `samples` completes, in order. Any block size gives the same."""
        joined = np.concatenate((self._rest, samples)) if len(self._rest) else samples
        count = len(joined) // WINDOW
        windows = joined[: count * WINDOW].reshape(count, WINDOW)
        self._rest = joined[count * WINDOW :].copy()
        decisions: list[VadDecision] = []
        for start in range(0, count, _BATCH):
            batch = windows[start : start + _BATCH]
            for window, probability in zip(batch, self._model.probabilities(batch), strict=True):
                decisions.append(self._decide(window, float(probability)))
        return decisions

    def finish(self) -> list[VadDecision]:
        """The decision for the last, partly filled window, if there is one. The stream ends here."""
        if not len(self._rest):
            return []
        return self.feed(np.zeros(WINDOW - len(self._rest), np.float32))

    def _decide(self, window: Samples, probability: float) -> VadDecision:
        level = level_dbfs(window)
        self._gate.push(window)
        limit = self._thresholds.exit if self._speaking else self._thresholds.enter
        self._speaking = probability >= limit
        speech = self._speaking and not self._gate.refuses(level)
        return VadDecision(speech, probability, level)
