"""The clipboard contract on a Wayland compositor, with real other programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import ClipboardContract, Rig
from tests.desktop.sway import Sway, sway  # noqa: F401
from tests.desktop.wayland_program import WaylandProgram
from v2m_desktop.core.ports import ClipboardSnapshot
from v2m_desktop.os_integration.wayland_clipboard import WaylandClipboard
from v2m_desktop.os_integration.wayland_clipboard_choice import choose_wayland_clipboard

HINT = "x-kde-passwordManagerHint"


class TestWaylandClipboard(ClipboardContract):
    @pytest.fixture(params=["clipboard", "primary"])
    def rig(self, request: pytest.FixtureRequest, qtbot: QtBot, sway: Sway) -> Iterator[Rig]:  # noqa: F811
        primary = request.param == "primary"
        with WaylandProgram(qtbot, sway.environment, primary=primary) as other:
            clipboard = WaylandClipboard(sway.environment, primary=primary)
            yield Rig(clipboard, other.copy, qtbot.waitUntil, other.read, HINT)
            clipboard.close()

    def test_a_long_text_arrives_whole(self, rig: Rig) -> None:
        text = "palabra ñ " * 100_000  # more than a pipe holds
        rig.clipboard.publish(text, private=True)
        assert rig.read("UTF8_STRING") == text.encode()

    def test_a_long_content_comes_back_whole(self, rig: Rig) -> None:
        content = {"image/png": bytes(range(256)) * 40_000}
        rig.copy(content)
        assert rig.look() == ClipboardSnapshot(content)


def test_what_was_restored_outlives_us(qtbot: QtBot, sway: Sway) -> None:  # noqa: F811
    with WaylandProgram(qtbot, sway.environment) as other:
        clipboard = choose_wayland_clipboard(sway.environment)
        assert isinstance(clipboard, WaylandClipboard)
        clipboard.restore(ClipboardSnapshot({"text/html": b"<b>old</b>", "text/plain": b"old"}))
        clipboard.close()
        qtbot.waitUntil(lambda: other.read("text/plain") == b"old")
