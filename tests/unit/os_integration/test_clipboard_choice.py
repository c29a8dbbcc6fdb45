"""Which clipboard a session gets without an X server. With one: tests/desktop."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from v2m_desktop.os_integration.clipboard_choice import choose_clipboards
from v2m_desktop.os_integration.qt_clipboard import QtClipboard


@pytest.mark.parametrize("platform", ["linux", "win32", "darwin"])
def test_without_x11_it_is_that_of_qt(qtbot: QtBot, platform: str) -> None:
    main, primary = choose_clipboards({"DISPLAY": "/nonexistent:77"}, platform)
    assert isinstance(main, QtClipboard)
    assert primary is None
