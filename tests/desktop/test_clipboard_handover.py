"""The app ends, and what it put back on the clipboard stays."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import PNG
from tests.desktop.other_program import ROOT, OtherProgram
from tests.patience import PATIENCE_S
from v2m_desktop.os_integration.clipboard_keeper import Kept
from v2m_desktop.os_integration.x11_content import Piece
from v2m_desktop.os_integration.x11_handover import start_keeper
from v2m_desktop.os_integration.x11_selection import Selection

CONTENT = {"text/plain": "old ñ €".encode(), "text/html": b"<b>old</b>" * 100_000, "image/png": PNG}


@contextmanager
def clipboard_manager(*options: str) -> Iterator[subprocess.Popen[str]]:
    manager = subprocess.Popen(
        [sys.executable, "-m", "tests.desktop.clipboard_manager", *options],
        cwd=ROOT, text=True, stdout=subprocess.PIPE,
    )  # fmt: skip
    assert manager.stdout is not None
    assert manager.stdout.readline() == "ready\n"
    try:
        yield manager
    finally:
        manager.kill()
        manager.wait(PATIENCE_S)
        manager.stdout.close()


def leave(selection: str = "CLIPBOARD") -> int:
    """Our app puts back what is there and ends; pid of the keeper, 0 if there is none."""
    left = subprocess.run(
        [sys.executable, "-m", "tests.desktop.clipboard_leaver", selection],
        cwd=ROOT, text=True, stdout=subprocess.PIPE, check=True, timeout=PATIENCE_S,
    )  # fmt: skip
    return int(left.stdout.split()[-1])


def runs(process: int) -> bool:
    return psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE


def test_a_clipboard_manager_takes_it_over(qtbot: QtBot) -> None:
    with clipboard_manager():
        with OtherProgram(qtbot) as other:
            other.copy(CONTENT)
            assert leave() == 0
        assert {name: other.read(name) for name in CONTENT} == CONTENT


@pytest.mark.parametrize("selection", ["CLIPBOARD", "PRIMARY"])
def test_without_one_a_keeper_serves_it_until_somebody_copies(qtbot: QtBot, selection: str) -> None:
    with OtherProgram(qtbot, selection.lower()) as other:
        other.copy(CONTENT)
        keeper = leave(selection)
    try:
        assert {name: other.read(name) for name in CONTENT} == CONTENT
        assert runs(keeper)
        assert "Qt6" not in Path(f"/proc/{keeper}/maps").read_text()
        assert b"old" not in Path(f"/proc/{keeper}/cmdline").read_bytes()
        with OtherProgram(qtbot, selection.lower()) as other:
            other.copy({"text/plain": b"new"})
            qtbot.waitUntil(lambda: not runs(keeper))
    finally:
        if runs(keeper):
            psutil.Process(keeper).terminate()


def test_a_keeper_that_is_late_leaves_a_newer_copy_alone(qtbot: QtBot) -> None:
    ours, content = Selection("CLIPBOARD"), {"text/plain": Piece(b"old", "text/plain")}
    ours.own(content)
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"new"})
        keeper = start_keeper(Kept("CLIPBOARD", None, ours.since, content))
        try:
            assert keeper.wait(PATIENCE_S) == 0
            assert other.read("text/plain") == b"new"
        finally:
            keeper.kill()
            ours.close()


def test_a_clipboard_manager_that_hangs_is_not_relied_on(qtbot: QtBot) -> None:
    with clipboard_manager("--hangs"), OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"old"})
        keeper = leave()
        assert other.read("text/plain") == b"old"
        psutil.Process(keeper).terminate()
        qtbot.waitUntil(lambda: not runs(keeper))
