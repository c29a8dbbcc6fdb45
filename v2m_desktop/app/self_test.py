"""`v2m --self-test`: is this installation whole? Says one line a check; no network, no microphone."""

from __future__ import annotations

import importlib
import os
import platform
import ssl
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from v2m_desktop import __version__
from v2m_desktop.core.errors import PortAudioMissingError, RecognitionError, V2mError
from v2m_desktop.core.recognition import ModelChoice, Recognizer
from v2m_desktop.core.resources import resource

SHIPPED = (
    "icons/voice2machine.svg",
    "icons/idle.svg",
    "icons/arming.svg",
    "icons/listening.svg",
    "icons/working.svg",
    "icons/problem.svg",
    "translations/voice2machine_en.qm",
    "translations/voice2machine_es.qm",
    "translations/voice2machine_pt.qm",
    "models/demo/model.bin",
    "demo/speech.wav",
    "demo/speech.txt",
    "licenses/THIRD_PARTY.txt",
)
"""One file of each kind that the app reads from its installation."""

LIBRARIES = ("google.genai", "httpx2", "ollama", "psutil", "pynvml", "soxr", "tokenizers", "tomlkit")
KEYRINGS = {"win32": ("keyring.backends.Windows",), "darwin": ("keyring.backends.macOS",)}
LINUX_KEYRINGS = ("keyring.backends.SecretService", "secretstorage", "keyring.backends.kwallet")
KEYRING_SECONDS = 3.0


class Verdict(Enum):
    """How a check ended. A warning names what this machine lacks; the installation is whole."""

    OK = "OK"
    WARNING = "warning"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the report."""

    check: str
    verdict: Verdict
    detail: str

    def __str__(self) -> str:
        return f"{self.verdict.value:<8} {self.check}: {self.detail}"


class Lacking(Exception):  # noqa: N818 - no failure
    """Raised by a check: not there, and the app gets along."""


def run_self_test() -> int:
    """Print each result as it comes; the exit code is 1 if a check failed."""
    failures = 0
    for name, check in CHECKS.items():
        result = examine(name, check)
        failures += result.verdict is Verdict.FAILED
        print(result, flush=True)
    print(f"{failures} of {len(CHECKS)} checks failed" if failures else "everything works")
    return 1 if failures else 0


def examine(name: str, check: Callable[[], str]) -> Result:
    """Run one check. Whatever it raises is its result, so that the others still run."""
    try:
        return Result(name, Verdict.OK, check())
    except Lacking as lack:
        return Result(name, Verdict.WARNING, str(lack))
    except V2mError as error:
        return Result(name, Verdict.FAILED, error.message)
    except Exception as error:  # noqa: BLE001 - a broken installation raises anything
        return Result(name, Verdict.FAILED, f"{type(error).__name__}: {error}")


def _version() -> str:
    kind = "bundle" if getattr(sys, "frozen", False) else "checkout"
    return f"Voice2Machine {__version__}, Python {platform.python_version()}, {platform.platform()}, {kind}"


def _resources() -> str:
    unreadable = [path for path in SHIPPED if not _readable(resource(path))]
    if unreadable:
        raise RecognitionError(
            "These files are missing: {files}. Install the app again.", files=", ".join(unreadable)
        )
    return f"{len(SHIPPED)} files can be read"


def _readable(path: Path) -> bool:
    try:
        return bool(path.read_bytes())
    except OSError:
        return False


def _sound_library() -> str:
    from v2m_desktop.audio import portaudio

    try:
        module = portaudio.load()
    except PortAudioMissingError as error:
        raise Lacking(error.message) from error
    microphones = sum(1 for device in module.query_devices() if device["max_input_channels"] > 0)
    said = str(module.get_portaudio_version()[1]).split(",")[0]
    if not microphones:
        raise Lacking(f"{said} works, but this machine has no microphone")
    return f"{said}, {microphones} inputs"


def _voice_detector() -> str:
    from v2m_desktop.audio.voice_activity import SpeechDetector
    from v2m_desktop.core.audio import SAMPLE_RATE
    from v2m_desktop.recognition.audio_file import read_audio

    samples = read_audio(resource("demo/speech.wav"))
    heard = sum(decision.speech for decision in SpeechDetector().feed(samples))
    seconds = heard * 512 / SAMPLE_RATE
    if seconds < 1:
        raise RecognitionError("The voice detector hears no speech in the demo recording.")
    return f"{seconds:.1f} s of speech heard"


def _recognizer_here() -> str:
    from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer

    return _recognize_demo(FasterWhisperRecognizer())


def _recognizer_process() -> str:
    from v2m_desktop.recognition.remote import RemoteRecognizer

    return _recognize_demo(RemoteRecognizer())


def _recognize_demo(recognizer: Recognizer) -> str:
    from v2m_desktop.audio.voice_activity import SpeechDetector
    from v2m_desktop.core.settings import Settings
    from v2m_desktop.pipeline.transcription import transcribe
    from v2m_desktop.recognition.audio_file import read_blocks

    try:
        model = recognizer.load(ModelChoice("demo", resource("models/demo"), device="cpu"))
        blocks = read_blocks(resource("demo/speech.wav"))
        segments = list(transcribe(blocks, recognizer, SpeechDetector(), Settings().voice, "en"))
    finally:
        recognizer.unload()
    heard = " ".join(segment.text.reveal().strip() for segment in segments)
    if heard.split() != resource("demo/speech.txt").read_text(encoding="utf-8").split():
        raise RecognitionError("The demo model does not understand the demo recording.")
    return f"{len(heard.split())} words, all right, on {model.device} ({model.compute_type})"


def _libraries() -> str:
    """Those that are imported only when something needs them, by their names: nothing may be missing then."""
    for name in (*LIBRARIES, *KEYRINGS.get(sys.platform, LINUX_KEYRINGS)):
        importlib.import_module(name)
    certificates = ssl.create_default_context(cafile=importlib.import_module("certifi").where())
    return f"{len(LIBRARIES)} load, {len(certificates.get_ca_certs())} certificates for downloads"


def _keyring() -> str:
    from v2m_desktop.audio.portaudio import BoundedCall
    from v2m_desktop.os_integration.keyring_backends import find_keyring

    try:
        found = BoundedCall("keyring", find_keyring).result(KEYRING_SECONDS)
    except TimeoutError as error:
        raise Lacking("the keyring does not answer, so keys are kept until the app ends") from error
    if found is None:
        raise Lacking("this session has no keyring, so keys are kept until the app ends")
    return found.name


def _windows() -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import qVersion
    from PySide6.QtGui import QIcon
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication(["v2m"])
    if QIcon(str(resource("icons/voice2machine.svg"))).pixmap(32, 32).toImage().allGray():
        raise RecognitionError("The icons cannot be drawn. Install the app again.")
    return f"Qt {qVersion()} on {application.platformName()}"  # type: ignore[attr-defined]


CHECKS: dict[str, Callable[[], str]] = {
    "version": _version,
    "files": _resources,
    "sound": _sound_library,
    "voice detector": _voice_detector,
    "recognizer": _recognizer_here,
    "recognizer process": _recognizer_process,
    "libraries": _libraries,
    "keyring": _keyring,
    "windows": _windows,
}
