"""A crash below Python is handed to the next start, once."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from v2m_desktop.diagnostics.crash_file import REPORTS_KEPT, RUNNING

RUN = """
import ctypes, os, sys
from pathlib import Path
from v2m_desktop.diagnostics.crash_file import CrashFile
crash_file = CrashFile(Path(sys.argv[1]))
report = crash_file.begin()
print(report.name if report else "", flush=True)
if sys.argv[2] == "crash":
    dictated_words = "yellow canary"
    ctypes.string_at(0)
if sys.argv[2] == "kill":
    os.kill(os.getpid(), 9)
crash_file.end()
"""


def run(logs: Path, ending: str) -> str:
    child = subprocess.run(
        [sys.executable, "-c", RUN, str(logs), ending],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert (child.returncode == 0) == (ending == "end"), child.stderr
    return child.stdout.strip()


def test_a_crash_is_reported_once_with_stack_lines_only(tmp_path: Path) -> None:
    assert run(tmp_path, "crash") == ""
    report = run(tmp_path, "end")
    assert report.startswith("crash-")
    content = (tmp_path / report).read_text()
    assert "Segmentation fault" in content
    assert "canary" not in content
    assert (tmp_path / report).stat().st_mode & 0o777 == 0o600
    assert run(tmp_path, "end") == ""


@pytest.mark.parametrize("ending", ["end", "kill"])
def test_an_orderly_end_and_a_kill_are_no_crash(tmp_path: Path, ending: str) -> None:
    run(tmp_path, ending)
    assert run(tmp_path, "end") == ""
    assert list(tmp_path.iterdir()) == []


def test_old_reports_go_away(tmp_path: Path) -> None:
    for number in range(REPORTS_KEPT + 3):
        (tmp_path / f"crash-20200101-00000{number}.txt").write_text("old")
    (tmp_path / RUNNING).write_text("new")
    report = run(tmp_path, "end")
    assert len(list(tmp_path.iterdir())) == REPORTS_KEPT
    assert (tmp_path / report).read_text() == "new"


def test_without_a_folder_there_are_no_reports(tmp_path: Path) -> None:
    assert run(tmp_path / "nowhere", "end") == ""
