"""The clipboard contract on the fake and on Qt without a display."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import PNG, ClipboardContract, Rig
from tests.fakes.clipboard import MARKER, FakeClipboard
from v2m_desktop.os_integration import qt_clipboard
from v2m_desktop.os_integration.qt_clipboard import IMAGE_ALIAS, QtClipboard


def qt_copy(content: Mapping[str, bytes]) -> None:
    data = QMimeData()
    for name, value in content.items():
        data.setData(name, value)
    QGuiApplication.clipboard().setMimeData(data)


def qt_read(name: str) -> bytes | None:
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return bytes(data.data(name).data()) if data is not None and data.hasFormat(name) else None


class TestFakeClipboard(ClipboardContract):
    @pytest.fixture
    def rig(self, qtbot: QtBot) -> Rig:
        clipboard = FakeClipboard()

        def copy(content: Mapping[str, bytes]) -> None:
            clipboard.copy("")
            clipboard.content = dict(content)

        def read(name: str) -> bytes | None:
            if name == "text/plain":
                clipboard.take()
            return clipboard.content.get(name)

        return Rig(clipboard, copy, qtbot.waitUntil, read, MARKER)


class TestQtClipboard(ClipboardContract):
    @pytest.fixture
    def rig(self, qtbot: QtBot) -> Rig:
        QGuiApplication.clipboard().clear()
        return Rig(
            QtClipboard(platform="linux"), qt_copy, qtbot.waitUntil, qt_read, "x-kde-passwordManagerHint"
        )

    def test_too_much_to_keep_is_said(self, rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(qt_clipboard, "SNAPSHOT_BYTES", 100)
        rig.copy({"text/plain": bytes(101)})
        assert not rig.look().complete

    def test_an_image_without_a_file_format_comes_back(self, rig: Rig) -> None:
        image = QImage.fromData(PNG)
        QGuiApplication.clipboard().setImage(image)
        snapshot = rig.look()
        assert list(snapshot.formats) == [IMAGE_ALIAS]
        rig.clipboard.publish("words", private=True)
        rig.clipboard.restore(snapshot)
        assert QGuiApplication.clipboard().image() == image
