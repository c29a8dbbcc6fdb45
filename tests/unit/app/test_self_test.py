"""`v2m --self-test` names what is broken and runs on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from v2m_desktop.app import self_test
from v2m_desktop.app.self_test import CHECKS, Lacking, Verdict, examine, run_self_test
from v2m_desktop.core.errors import AudioError
from v2m_desktop.core.resources import resource


def broken() -> str:
    raise AudioError("The detector is gone. Install the app again.")


def lacking() -> str:
    raise Lacking("no sound card")


def crashing() -> str:
    raise ZeroDivisionError("division by zero")


def test_each_end_of_a_check_has_its_line() -> None:
    assert str(examine("voice", lambda: "heard")) == "OK       voice: heard"
    assert str(examine("voice", broken)) == "FAILED   voice: The detector is gone. Install the app again."
    assert examine("sound", lacking).verdict is Verdict.WARNING
    assert "division by zero" in str(examine("voice", crashing))


def test_one_failure_fails_the_whole_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(self_test, "CHECKS", {"first": crashing, "second": lacking, "third": lambda: "here"})
    assert run_self_test() == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["FAILED", "warning", "OK", "1"]


def test_a_missing_file_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(self_test, "SHIPPED", ("icons/idle.svg", "icons/nowhere.svg"))
    result = examine("files", CHECKS["files"])
    assert result.verdict is Verdict.FAILED
    assert "icons/nowhere.svg" in result.detail
    assert "icons/idle.svg" not in result.detail


def test_a_model_that_hears_other_words_fails(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The recording in Spanish under the English name: words come, and they are the wrong ones."""
    (tmp_path / "demo").mkdir()
    (tmp_path / "models").symlink_to(resource("models"))
    for name, source in (("speech.wav", "speech-es.wav"), ("speech.txt", "speech.txt")):
        (tmp_path / "demo" / name).symlink_to(resource(f"demo/{source}"))
    monkeypatch.setattr(self_test, "resource", tmp_path.joinpath)
    result = examine("recognizer", CHECKS["recognizer"])
    assert result.verdict is Verdict.FAILED
    assert "does not understand" in result.detail


def test_a_recognizer_that_does_not_start_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("v2m_desktop.recognition.remote.host_command", lambda: ["/nowhere/v2m-recognizer"])
    result = examine("recognizer process", CHECKS["recognizer process"])
    assert result.verdict is Verdict.FAILED
    assert "cannot be started" in result.detail


def test_the_command_passes_in_this_checkout_and_writes_nothing(tmp_path: Path) -> None:
    """Exact words from the demo model, here and in its own process; a machine without sound only warns."""
    done = subprocess.run(
        [sys.executable, "-m", "v2m_desktop", "--self-test"],
        capture_output=True, text=True, timeout=300, check=False,
        env={**os.environ, "HOME": str(tmp_path), "V2M_PROFILE": str(tmp_path / "profile")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == len(CHECKS) + 1
    assert lines[-1] == "everything works"
    assert not any(line.startswith("FAILED") for line in lines)
    assert not (tmp_path / "profile").exists()
