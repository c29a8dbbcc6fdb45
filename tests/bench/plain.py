"""Plain faster-whisper as its documentation shows it, in a process of its own with nothing of ours."""

from __future__ import annotations

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from v2m_desktop.core.audio import Samples

COMPUTE_TYPE = "int8"
START_SECONDS = 120.0
ANSWER_SECONDS = 120.0


class PlainWhisper:
    """A warm model there: `with PlainWhisper(folder, threads) as plain`."""

    def __init__(self, folder: Path, threads: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, self._theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(self._theirs, folder, threads), daemon=True)

    def __enter__(self) -> Self:
        self._process.start()
        self._theirs.close()  # else its death would look like a long thought
        self._answer(START_SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pipe.close()
        self._process.join(10)
        self._process.kill()

    def transcribe(self, samples: Samples, language: str | None, beam: int) -> str:
        """The text. Raises RuntimeError when none comes."""
        self._pipe.send((samples, language, beam))
        return self._answer(ANSWER_SECONDS)

    def _answer(self, seconds: float) -> str:
        if not self._pipe.poll(seconds):
            raise RuntimeError("plain faster-whisper does not answer")
        return str(self._pipe.recv())


def _serve(pipe: Connection, folder: Path, threads: int) -> None:
    """One temperature, no thresholds and no timestamps: each of them could only cost it more."""
    from faster_whisper import WhisperModel

    model: Any = WhisperModel(str(folder), device="cpu", compute_type=COMPUTE_TYPE, cpu_threads=threads)
    pipe.send("ready")
    while True:
        try:
            samples, language, beam = pipe.recv()
        except EOFError:
            return
        segments, _ = model.transcribe(
            samples,
            language=language,
            beam_size=beam,
            temperature=0.0,
            compression_ratio_threshold=None,
            log_prob_threshold=None,
            no_speech_threshold=None,
            without_timestamps=True,
        )
        pipe.send(" ".join(segment.text.strip() for segment in segments))
