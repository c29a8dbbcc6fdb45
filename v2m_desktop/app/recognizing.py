"""A loaded recognizer and a speech detector for commands that work without the running app."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from v2m_desktop.app.recent_languages import RecentLanguages
from v2m_desktop.app.speaker import speaker_of
from v2m_desktop.audio.voice_activity import SpeechDetector
from v2m_desktop.core.audio import CapturedBlock
from v2m_desktop.core.recognition import Recognizer, Speaker
from v2m_desktop.core.settings import RecognizerHost, Settings
from v2m_desktop.models.registry import resolve
from v2m_desktop.pipeline.transcription import TranscribedSegment, transcribe
from v2m_desktop.storage.atomic_file import storage_errors, write_atomically
from v2m_desktop.storage.paths import Paths
from v2m_desktop.storage.settings_file import load

if TYPE_CHECKING:
    from v2m_desktop.recognition.way_down import WayDown

LOST_RUNGS = "lost-rungs.json"
"""A file in the data folder that says which ways to run a model end the recognizer's process."""


@dataclass(frozen=True, slots=True)
class Transcriber:
    """Ready to turn blocks into segments of text."""

    recognizer: Recognizer
    detector: SpeechDetector
    settings: Settings
    speaker: Speaker

    def transcribe(
        self, blocks: Iterable[CapturedBlock], language: str | None
    ) -> Iterator[TranscribedSegment]:
        """`language` None is the settings' one."""
        wanted = language or self.settings.recognition.language
        return transcribe(
            blocks,
            self.recognizer,
            self.detector,
            self.settings.voice,
            None if wanted == "auto" else wanted,
            self.speaker,
        )


def load_settings(paths: Paths) -> Settings:
    """The user's settings; problems in the file go to standard error."""
    loaded = load(paths.settings_file)
    for problem in loaded.problems:
        print(f"v2m: {problem.message}", file=sys.stderr)
    return loaded.settings


def make_recognizer(host: RecognizerHost, paths: Paths | None = None) -> Recognizer:
    """The recognizer in this process, or at the other end of a pipe; `paths` is where it remembers."""
    if host is RecognizerHost.PROCESS:
        from v2m_desktop.recognition.remote import RemoteRecognizer

        return RemoteRecognizer(way_down=way_down(paths.data / LOST_RUNGS) if paths is not None else None)
    from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

    return FasterWhisperRecognizer()


def way_down(file: Path) -> WayDown:
    """What graphics cards did to the recognizer's process, kept in `file`."""
    from v2m_desktop.diagnostics.gpu_figures import driver_version
    from v2m_desktop.recognition.way_down import WayDown

    def read() -> str:
        with storage_errors(file):
            return file.read_text(encoding="utf-8") if file.exists() else ""

    return WayDown(read, partial(write_atomically, file), driver_version)


@contextmanager
def transcriber(paths: Paths, model: str | None) -> Iterator[Transcriber]:
    """Load `model`, or the settings' one. Raises ModelError or RecognitionError."""
    from v2m_desktop.app.model_request import choice_from
    from v2m_desktop.diagnostics.memory_probe import FreeVideoMemory
    from v2m_desktop.recognition.video_room import VideoRoom

    settings = load_settings(paths)
    if model is not None:
        recognition = settings.recognition.model_copy(update={"model": model})
        settings = settings.model_copy(update={"recognition": recognition})
    choice = choice_from(settings, resolve(settings.recognition.model, paths.models))
    recognizer = make_recognizer(settings.recognition.host, paths)
    try:
        recognizer.load(VideoRoom(FreeVideoMemory()).before_load(choice))
        speaker = speaker_of(settings.recognition, RecentLanguages(paths.data).codes)
        yield Transcriber(recognizer, SpeechDetector(settings.voice.sensitivity), settings, speaker)
    finally:
        recognizer.unload()
