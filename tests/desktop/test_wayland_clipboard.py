"""The clipboard contract on a Wayland compositor, with real other programs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.contracts.clipboard import PNG, ClipboardContract, Rig
from tests.desktop.sway import Sway, running_sway, sway  # noqa: F401
from tests.desktop.wayland_program import WaylandProgram, hanging_owner
from v2m_desktop.core.targets import ClipboardSnapshot
from v2m_desktop.os_integration import pipes
from v2m_desktop.os_integration.wayland_clipboard import WaylandClipboard
from v2m_desktop.os_integration.wayland_clipboard_choice import choose_wayland_clipboard
from v2m_desktop.os_integration.wl_copy import WlToolsClipboard

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


@pytest.fixture
def tools(qtbot: QtBot, sway: Sway) -> Iterator[Rig]:  # noqa: F811
    with WaylandProgram(qtbot, sway.environment) as other:
        clipboard = WlToolsClipboard(sway.environment)
        yield Rig(clipboard, other.copy, qtbot.waitUntil, other.read, HINT)
        clipboard.close()


def test_wl_copy_lends_and_gives_back_one_format(tools: Rig) -> None:
    for content in ({"text/plain": "old ñ".encode()}, {"image/png": PNG}):
        tools.copy(content)
        snapshot = tools.look()
        assert snapshot.complete
        tools.clipboard.publish("palabras", private=True)
        tools.wait(lambda: tools.read("text/plain") == b"palabras")
        assert tools.clipboard.owned()
        assert tools.clipboard.reads() == ()
        tools.clipboard.restore(snapshot)
        assert not tools.clipboard.owned()
        ((name, value),) = content.items()
        tools.wait(lambda: tools.read(name) == value)  # noqa: B023


def test_wl_copy_notices_another_copy(tools: Rig) -> None:
    news: list[bool] = []
    tools.clipboard.publish("words", private=True)
    tools.wait(lambda: tools.read("text/plain") == b"words")
    tools.clipboard.news = lambda: news.append(tools.clipboard.owned())
    tools.copy({"text/html": b"<b>mine</b>"})
    tools.wait(lambda: not tools.clipboard.owned())
    assert news[-1:] == [False]


def test_wl_copy_cannot_keep_several_formats(tools: Rig) -> None:
    assert tools.look() == ClipboardSnapshot({})
    tools.copy({"text/plain": b"bold", "text/html": b"<b>bold</b>"})
    assert not tools.look().complete


def test_an_owner_that_hangs_is_not_waited_for(qtbot: QtBot, sway: Sway) -> None:  # noqa: F811
    clipboard = WaylandClipboard(sway.environment)
    with hanging_owner(sway.environment):
        clipboard.look()
        assert clipboard.seen() is None
        qtbot.waitUntil(lambda: clipboard.seen() is not None)
        assert clipboard.seen() == ClipboardSnapshot({}, complete=False)
    clipboard.close()


def test_too_much_is_not_kept(qtbot: QtBot, sway: Sway, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    monkeypatch.setattr(pipes, "SNAPSHOT_BYTES", 100)
    with WaylandProgram(qtbot, sway.environment) as other:
        clipboard = WaylandClipboard(sway.environment)
        other.copy({"text/html": bytes(101)})
        clipboard.look()
        qtbot.waitUntil(lambda: clipboard.seen() is not None)
        assert clipboard.seen() == ClipboardSnapshot({}, complete=False)
        clipboard.close()


@pytest.mark.expects_log("the Wayland clipboard is gone")
def test_a_compositor_that_ends_takes_the_clipboard_along(qtbot: QtBot) -> None:
    with running_sway() as other_sway:
        clipboard = WaylandClipboard(other_sway.environment)
        clipboard.publish("words", private=True)
        assert clipboard.owned()
        news: list[bool] = []
        clipboard.news = lambda: news.append(True)
    qtbot.waitUntil(lambda: bool(news))
    assert not clipboard.owned()
    clipboard.look()
    assert clipboard.seen() == ClipboardSnapshot({}, complete=False)
    clipboard.publish("more", private=True)
    assert not clipboard.owned()
    clipboard.close()
