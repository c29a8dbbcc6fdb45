"""Nothing that is imported reports home: no cache of a telemetry service, no socket to anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from v2m_desktop.core.resources import resource

WATCH = textwrap.dedent(
    """
    import socket, sys

    def refuse(event, arguments):
        local = getattr(socket, "AF_UNIX", None)
        if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request"):
            raise RuntimeError("NETWORK " + event)
        if event == "socket.connect" and arguments[0].family != local:
            raise RuntimeError("NETWORK " + event)

    sys.addaudithook(refuse)
    """
)
"""Python's own sockets. Native code does not pass here: for it the files below are the proof."""


def run(home: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A process with an empty home and no say of its own about telemetry."""
    hooks = home.parent / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    home.mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "HF_", "ORT_"))}
    kept |= {"HOME": str(home), "PYTHONPATH": f"{hooks}{os.pathsep}{Path.cwd()}"}
    kept.pop("DO_NOT_TRACK", None)
    return subprocess.run(
        [sys.executable, *command], env=kept, capture_output=True, text=True, timeout=300, check=False
    )


@pytest.mark.parametrize("host", ["thread", "process"])
def test_transcribing_reports_to_nobody(tmp_path: Path, host: str) -> None:
    home = tmp_path / "home"
    settings = home / ".config" / "voice2machine" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[recognition]\nhost = "{host}"\n', encoding="utf-8")
    done = run(home, "-m", "v2m_desktop", "transcribe", str(resource("demo/speech.wav")))
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert "NETWORK" not in done.stderr
    strangers = [path for path in home.rglob("*") if path.is_file() and "voice2machine" not in str(path)]
    assert strangers == []


@pytest.mark.parametrize(
    "build",
    [
        "from v2m_desktop.audio.voice_activity import Silero; Silero()",
        "from v2m_desktop.recognition.faster_whisper_recognizer import FasterWhisperRecognizer as R;"
        "from v2m_desktop.core.recognition import ModelChoice as C;"
        "from v2m_desktop.core.resources import resource;"
        "R().load(C('demo', resource('models/demo')))",
    ],
    ids=["voice detector", "recognizer"],
)
def test_whoever_imports_first_no_library_reports(tmp_path: Path, build: str) -> None:
    home = tmp_path / "home"
    done = run(home, "-c", build)
    assert done.returncode == 0, done.stderr
    assert [path for path in home.rglob("*") if path.is_file()] == []
