"""The clipboard contract on X11, with real other programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import ClipboardContract, Rig
from tests.desktop.other_program import OtherProgram
from v2m_desktop.core.ports import ClipboardSnapshot
from v2m_desktop.os_integration.qt_clipboard import QtClipboard

HINT = "x-kde-passwordManagerHint"
MODES = {"clipboard": QClipboard.Mode.Clipboard, "primary": QClipboard.Mode.Selection}


class TestX11Clipboard(ClipboardContract):
    @pytest.fixture(params=list(MODES))
    def rig(self, request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Rig]:
        mode = MODES[request.param]
        QGuiApplication.clipboard().clear(mode)
        clipboard = QtClipboard(mode)
        with OtherProgram(qtbot, request.param) as other:
            yield Rig(clipboard, other.copy, qtbot.waitUntil, other.read, HINT)
        clipboard.close()
        QGuiApplication.clipboard().clear(mode)

    def test_a_long_text_arrives_whole(self, rig: Rig) -> None:
        text = "palabra ñ " * 100_000  # more than one X11 request holds
        rig.clipboard.publish(text, private=True)
        assert rig.read("UTF8_STRING") == text.encode()


def test_an_owner_that_hangs_is_noticed_without_waiting_for_it(qtbot: QtBot) -> None:
    clipboard = QtClipboard()
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"old"})
        other.stop()
        clipboard.look()
        assert clipboard.seen() is None
        qtbot.waitUntil(lambda: clipboard.seen() is not None, timeout=3000)
        assert clipboard.seen() == ClipboardSnapshot({}, complete=False)
    qtbot.wait(100)  # its late answer arrives
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b"new"})
        other.stop()
        clipboard.look()
        assert clipboard.seen() is None  # the late answer is not taken for a new one
    clipboard.close()
    QGuiApplication.clipboard().clear()


def test_an_owner_that_gives_nothing_is_no_empty_clipboard(qtbot: QtBot) -> None:
    clipboard = QtClipboard()
    with OtherProgram(qtbot) as other:
        other.copy({"text/plain": b""})
        clipboard.look()
        qtbot.waitUntil(lambda: clipboard.seen() is not None, timeout=3000)
        found = clipboard.seen()
        assert found is not None
        assert not found.complete
    clipboard.close()
    QGuiApplication.clipboard().clear()
