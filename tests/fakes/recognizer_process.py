"""A recognizer's process that misbehaves: `python -m tests.fakes.recognizer_process HOW [MARKER]`.

It behaves once the file MARKER exists, which it makes before it misbehaves.
"""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from tests.fakes.recognizer import FakeRecognizer
from v2m_desktop.core.errors import ModelNotice, RecognitionError
from v2m_desktop.core.recognition import Hypothesis, LoadedModel, ModelChoice, RecognitionRequest
from v2m_desktop.recognition import host


class Misbehaving(FakeRecognizer):
    def __init__(self, how: str, marker: Path | None) -> None:
        super().__init__()
        self._how = how
        self._marker = marker

    def load(self, choice: ModelChoice) -> LoadedModel:
        if self._how == "abort in load":
            self._misbehave()
        return super().load(choice)

    def recognize(self, request: RecognitionRequest) -> Hypothesis:
        self._misbehave()
        return super().recognize(request)

    def _misbehave(self) -> None:
        if self._marker is not None:
            if self._marker.exists():
                return
            self._marker.touch()
        match self._how:
            case "abort" | "abort in load":
                os.abort()
            case "hang":
                threading.Event().wait()
            case "print":
                print("a library prints what it likes", flush=True)
                os.write(1, b"\xff\xff\xff\xff" * 100)
            case "nonsense":
                for descriptor in range(3, 20):
                    try:
                        os.write(descriptor, b"\xff" * 64)
                    except OSError:
                        continue
            case "raise":
                raise ValueError("what was said")
            case "exit":
                os._exit(3)
            case "step down" | "lose the model":
                self._change_model()

    def _change_model(self) -> None:
        """In the next request, as after a graphics card that failed."""
        if self._how == "step down":
            note = ModelNotice("It runs as {compute_type}.", compute_type="int8")
            self.falls_to.append(LoadedModel("demo", "cpu", "int8", True, 0.1, note))
            return
        self.falls_to.append(None)
        self.failures.append(RecognitionError("There is not enough memory."))


def main() -> None:
    how, *marker = sys.argv[1:]
    host.make_recognizer = lambda: Misbehaving(how, Path(marker[0]) if marker else None)
    host.main()


if __name__ == "__main__":
    main()
